// Which addresses may be opened outside the app (hazards A5). A pure decision over untrusted text, for
// the page and for the shells.
import { problem } from '../domain/problem.ts';
import { type Result, err, ok } from '../domain/result.ts';

export type OpenableLink = {
  /** The address to hand on, in its normal form: the host in ASCII, everything else encoded. */
  readonly href: string;
  /** What the person must be shown: the host in ASCII (punycode), or the mail address. */
  readonly target: string;
};

const MAX_LENGTH = 4_000;
// Space, control, bidi, zero-width and backslash: parsers disagree on them, and they hide what is opened.
const HIDDEN = /[\s\\\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;
// RFC 6068 allows headers and several addresses; `?attach=` and `?bcc=` are why only one bare address is taken.
const MAIL =
  /^mailto:([a-z0-9][a-z0-9._+-]{0,63}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9])$/i;
// `https:evil` parses to a host as well; only the full form is what a person sees.
const HTTPS = /^https:\/\/([^/?#]+)/i;
const MAX_HOST_LENGTH = 253;
const HOST = /^(?:[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?\.?)+$|^\[[0-9a-f:.]+\]$/;

/** Accepts https without credentials and mailto without headers; everything else is refused. */
export function parseOpenableLink(text: string): Result<OpenableLink> {
  const refused = err(problem('host/link-not-allowed'));
  if (text.length > MAX_LENGTH || HIDDEN.test(text)) return refused;
  const mail = MAIL.exec(text)?.[1];
  if (mail !== undefined) return ok({ href: `mailto:${mail}`, target: mail });
  const authority = HTTPS.exec(text)?.[1];
  if (authority === undefined || authority.includes('@') || !URL.canParse(text)) return refused;
  const url = new URL(text);
  if (url.protocol !== 'https:' || url.username !== '' || url.password !== '') return refused;
  if (url.hostname.length > MAX_HOST_LENGTH || !HOST.test(url.hostname)) return refused;
  return ok({ href: url.href, target: url.host });
}
