// The page a person sees when a provider's sign-in comes back. Fixed text: nothing of the request is in it.
import { createHash } from 'node:crypto';

const STYLE =
  'body{font:16px/1.5 system-ui,sans-serif;margin:20vh auto;max-width:28rem;padding:0 1rem;color-scheme:light dark}';

export const SIGNED_IN_PAGE = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Laurel</title><style>${STYLE}</style></head>
<body><h1>Back to Laurel</h1><p>You can close this window. Laurel goes on by itself.</p></body></html>
`;

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

/** Nothing runs, nothing loads, nothing frames it, and the address goes nowhere as a referrer. */
export const SIGNED_IN_HEADERS = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cache-Control': 'no-store',
  Connection: 'close',
} as const;
