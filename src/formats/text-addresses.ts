// Web addresses inside untrusted text and pages of mail: found, cleaned of tracking, never opened.

const ADDRESS = /\bhttps?:\/\/[^\s<>"'`{}|\\^\u200b-\u200f\u202a-\u202e\u2060-\u2069]{4,2048}/giu;
const HREF = /\bhref\s*=\s*(?:"([^"]{4,4096})"|'([^']{4,4096})'|([^\s"'>]{4,4096}))/giu;
const TRACKING =
  /^(?:utm_.*|trk|trkinfo|lipi|trackingid|gclid|fbclid|igshid|mc_[ce]id|identity__email)$/iu;
const MOST_ADDRESSES = 1_000;

/** The distinct http(s) addresses of a text, in order, at most 1,000. */
export function addressesIn(text: string): readonly string[] {
  const found = new Set<string>();
  for (const [match] of text.matchAll(ADDRESS)) {
    found.add(withoutSentenceEnd(match));
    if (found.size >= MOST_ADDRESSES) break;
  }
  return [...found];
}

/** The distinct http(s) addresses that a page links to, in order, at most 1,000. */
export function linksOfHtml(html: string): readonly string[] {
  const found = new Set<string>();
  for (const [, double, single, bare] of html.matchAll(HREF)) {
    const address = decodeEntities(double ?? single ?? bare ?? '').trim();
    if (/^https?:\/\//iu.test(address)) found.add(address);
    if (found.size >= MOST_ADDRESSES) break;
  }
  return [...found];
}

/** The address without campaign marks and without the earner's e-mail; as given where it is none. */
export function withoutTracking(address: string): string {
  if (!/^https?:\/\//iu.test(address) || !URL.canParse(address)) return address;
  const url = new URL(address);
  if (url.search === '') return address;
  const parts = url.search.slice(1).split('&');
  const kept = parts.filter((part) => !TRACKING.test(part.split('=')[0] ?? ''));
  if (kept.length === parts.length) return address;
  url.search = kept.length > 0 ? `?${kept.join('&')}` : '';
  return url.href;
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
};

/** HTML's character references as the characters they mean, once; unknown ones stay. */
export function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/giu,
    (whole, decimal, hex, name) => {
      if (typeof name === 'string') {
        const key = name.toLowerCase();
        return Object.hasOwn(ENTITIES, key) ? (ENTITIES[key] ?? whole) : whole;
      }
      const code = typeof decimal === 'string' ? Number(decimal) : Number.parseInt(String(hex), 16);
      return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
        ? String.fromCodePoint(code)
        : whole;
    },
  );
}

/** Full stops, commas and unmatched brackets after an address belong to the sentence. */
function withoutSentenceEnd(address: string): string {
  let end = address.replace(/[.,;:!?*…”’»]+$/u, '');
  while (/[)\]]$/u.test(end)) {
    const open = end.endsWith(')') ? '(' : '[';
    const close = end.endsWith(')') ? ')' : ']';
    if (end.split(open).length >= end.split(close).length) break;
    end = end.slice(0, -1).replace(/[.,;:!?]+$/u, '');
  }
  return end;
}
