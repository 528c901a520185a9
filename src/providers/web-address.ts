// Untrusted web addresses as data: which are plain enough to keep, and what is dropped from them before
// they are kept. Opens nothing.

const MOST_CHARACTERS = 2_048;
const TRACKING =
  /^(?:utm_.*|trk|trkinfo|lipi|trackingid|source|gclid|fbclid|igshid|mc_[ce]id|_hs[a-z]+|_g[al]|_gcl_[a-z]+|_ga_.*|identity__email|e-?mail|user_?email)$/iu;
const TRACKING_FRAGMENT = /^#(?:acc|gs|:~:)/u;

// Pages that only send people on; the address they carry is the one that counts.
const FORWARDERS: readonly { readonly page: RegExp; readonly part: readonly string[] }[] = [
  { page: /^(?:www\.)?linkedin\.com\/(?:safety\/go|redir\/redirect)\/?$/u, part: ['url'] },
  { page: /^(?:www\.)?google\.[a-z.]{2,6}\/url$/u, part: ['q', 'url'] },
  { page: /^[a-z0-9-]+\.safelinks\.protection\.outlook\.com\/$/u, part: ['url'] },
  { page: /^l\.facebook\.com\/l\.php$/u, part: ['u'] },
];

/**
 * An untrusted address as the URL standard writes it; `undefined` unless it is http(s) with a
 * public-looking host name (IDN in its ASCII form), the usual port, no user information and at most
 * 2,048 characters. An address inside a known forwarder takes its place.
 */
export function plainWebAddress(text: string): string | undefined {
  const url = parse(text);
  if (!url) return undefined;
  const forwarded = forwardedAddress(url);
  return (forwarded === undefined ? url : parse(forwarded))?.href;
}

/** plainWebAddress without tracking and personal parts (providers' rule 2). */
export function cleanWebAddress(text: string): string | undefined {
  const plain = plainWebAddress(text);
  if (plain === undefined) return undefined;
  const url = new URL(plain);
  const kept = url.search
    .replace(/^\?/u, '')
    .split('&')
    .filter((part) => part !== '' && !TRACKING.test(part.split('=')[0] ?? ''));
  url.search = kept.length > 0 ? `?${kept.join('&')}` : '';
  if (TRACKING_FRAGMENT.test(url.hash)) url.hash = '';
  return url.href;
}

/** The form that URL patterns are tested on: no scheme, no `www.`, needless percent-encoding undone (RFC 3986 §6.2.2.2). */
export function comparableAddress(href: string): string {
  return href
    .replace(/^https?:\/\/(?:www\.)?/u, '')
    .replace(/%([0-9a-f]{2})/giu, (whole, code: string) => {
      const letter = String.fromCharCode(Number.parseInt(code, 16));
      return /[A-Za-z0-9._~-]/u.test(letter) ? letter : whole;
    });
}

function parse(text: string): URL | undefined {
  if (text.length > MOST_CHARACTERS || !/^https?:\/\//iu.test(text)) return undefined;
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  const refused = url.username !== '' || url.password !== '' || url.port !== '';
  return refused || !/^[a-z0-9_.-]+\.[a-z][a-z0-9-]+$/u.test(url.hostname) ? undefined : url;
}

function forwardedAddress(url: URL): string | undefined {
  const page = `${url.hostname}${url.pathname}`;
  const forwarder = FORWARDERS.find((candidate) => candidate.page.test(page));
  if (!forwarder) return undefined;
  for (const part of forwarder.part) {
    const target = url.searchParams.get(part);
    if (target !== null && /^https?:\/\//iu.test(target)) return target;
  }
  return undefined;
}
