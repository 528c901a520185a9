// Host names as people read them: the letters behind `xn--` (RFC 3492), and which part of a host is a site of
// its own. Nothing is looked up.

const BASE = 36;
const T_MIN = 1;
const T_MAX = 26;
const SKEW = 38;
const DAMP = 700;
const FIRST_BIAS = 72;
const FIRST_POINT = 128;
const LONGEST_LABEL = 63;

/**
 * The letters of one label behind `xn--` (RFC 3492 §6.2), without the prefix. `undefined` for anything that is
 * not proper Punycode.
 */
export function decodePunycode(encoded: string): string | undefined {
  if (encoded.length > LONGEST_LABEL || !/^[a-z0-9-]*$/iu.test(encoded)) return undefined;
  const cut = encoded.lastIndexOf('-');
  const points = [...(cut > 0 ? encoded.slice(0, cut) : '')].map((letter) => letter.charCodeAt(0));
  let at = cut > 0 ? cut + 1 : 0;
  let point = FIRST_POINT;
  let bias = FIRST_BIAS;
  let index = 0;
  while (at < encoded.length) {
    const before = index;
    let weight = 1;
    for (let k = BASE; ; k += BASE) {
      if (at >= encoded.length) return undefined;
      const digit = digitOf(encoded.charCodeAt(at));
      at += 1;
      index += digit * weight;
      const threshold = Math.min(Math.max(k - bias, T_MIN), T_MAX);
      if (digit < threshold) break;
      weight *= BASE - threshold;
      if (weight > 0x7fffffff || index > 0x7fffffff) return undefined;
    }
    const length = points.length + 1;
    bias = adapt(index - before, length, before === 0);
    point += Math.floor(index / length);
    index %= length;
    if (point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff)) return undefined;
    points.splice(index, 0, point);
    index += 1;
  }
  return String.fromCodePoint(...points);
}

function digitOf(code: number): number {
  if (code >= 48 && code <= 57) return code - 22;
  return (code | 32) - 97;
}

function adapt(delta: number, length: number, isFirst: boolean): number {
  let rest = Math.floor(delta / (isFirst ? DAMP : 2));
  rest += Math.floor(rest / length);
  let bias = 0;
  while (rest > ((BASE - T_MIN) * T_MAX) / 2) {
    rest = Math.floor(rest / (BASE - T_MIN));
    bias += BASE;
  }
  return bias + Math.floor(((BASE - T_MIN + 1) * rest) / (rest + SKEW));
}

/** A host with its `xn--` labels as letters, for comparing and for showing beside the ASCII form, never alone. */
export function readableHost(host: string): string {
  return host
    .toLowerCase()
    .split('.')
    .map((label) =>
      label.startsWith('xn--') ? (decodePunycode(label.slice('xn--'.length)) ?? label) : label,
    )
    .join('.');
}

/**
 * The host of an https or http address in ASCII, without port; `undefined` for anything else. Letters outside
 * ASCII become `xn--` labels, as a browser writes them.
 */
export function asciiHost(address: string): string | undefined {
  if (!/^https?:\/\//iu.test(address) || !URL.canParse(address)) return undefined;
  const host = new URL(address).hostname.toLowerCase().replace(/\.$/u, '');
  return host === '' ? undefined : host;
}

/** Words under which countries register institutions: `ac.uk`, `edu.au`. */
const SECOND_LEVEL = new Set(
  'ac co com edu gov gob gouv mil net org or ne go nom sch school k12 ed edunet univ uni res re ltd plc'.split(
    ' ',
  ),
);

/**
 * Sites where many people have a name or a folder of their own, so that the host says nothing about who it is:
 * hosting of pages, and platforms on which anybody may set up an issuer.
 */
const LET_OUT = new Set(
  [
    'github.io gitlab.io codeberg.page pages.dev workers.dev netlify.app vercel.app web.app firebaseapp.com',
    'herokuapp.com azurewebsites.net cloudfront.net amazonaws.com onrender.com fly.dev glitch.me repl.co',
    'wordpress.com blogspot.com wixsite.com weebly.com google.com sharepoint.com github.com githubusercontent.com',
    'badgr.com badgr.io credly.com accredible.com openbadgefactory.com openbadgepassport.com canvascredentials.com',
    'badgecraft.eu badgelist.com certifier.io sertifier.com virtualbadge.io',
  ]
    .join(' ')
    .split(' '),
);

/**
 * The part of a host that one owner registers: `larkfield.ac.uk` of `badges.larkfield.ac.uk`. `undefined` where
 * the host is a shared one or an address of numbers. A guess by the form of the name that leans to the longer
 * answer; no list of suffixes is carried.
 */
export function siteOf(host: string): string | undefined {
  const labels = host.toLowerCase().split('.');
  const [top = '', second = ''] = [labels.at(-1), labels.at(-2)];
  if (labels.length < 2 || /^\d+$/u.test(top) || host.startsWith('[')) return undefined;
  if (LET_OUT.has(`${second}.${top}`)) return undefined;
  const isUnderCountry = top.length === 2 && (SECOND_LEVEL.has(second) || second.length <= 3);
  return labels.slice(isUnderCountry ? -3 : -2).join('.');
}

/**
 * Hosts above this one whose owner may hand it out: `lmu.de` above `badges.lmu.de`. None above a host of a shared
 * site.
 */
export function hostsAbove(host: string): readonly string[] {
  if (siteOf(host) === undefined) return [];
  const labels = host.toLowerCase().split('.');
  return labels.slice(1, -1).map((_, index) => labels.slice(index + 1).join('.'));
}
