// Whether two addresses belong to one owner, as far as addresses can say: the same origin, and on hosts that many
// owners share the same owner's part. Nothing is resolved.

/** Hosts where anybody may put files: there the first part of the path tells one owner from another. */
const SHARED_HOSTS: ReadonlySet<string> = new Set([
  'raw.githubusercontent.com',
  'gist.githubusercontent.com',
  'github.com',
  'gitlab.com',
  'bitbucket.org',
  'codeberg.org',
  'cdn.jsdelivr.net',
  'storage.googleapis.com',
  's3.amazonaws.com',
  'sites.google.com',
  'drive.google.com',
  'www.dropbox.com',
  'ipfs.io',
  'web.archive.org',
  'w3id.org',
  'purl.org',
  'pastebin.com',
]);

/** True for an https address on the very origin of an https issuer (Open Badges 3.0 §8: same-origin key). */
export function isOnSiteOf(address: string, issuerId: string): boolean {
  const [one, other] = [webUrl(address), webUrl(issuerId)];
  return one?.protocol === 'https:' && one.origin === other?.origin && isSameOwner(one, other);
}

/** True for addresses of one host name, whatever the scheme (Open Badges 2.0 §VerificationObject: default scope). */
export function isOnHostOf(address: string, issuerId: string): boolean {
  const [one, other] = [webUrl(address), webUrl(issuerId)];
  return one !== undefined && other?.host === one.host && isSameOwner(one, other);
}

/** True for two spellings of one address: scheme, trailing slash and case of the host do not count. */
export function isSameAddress(a: string | undefined, b: string | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  if (a === b) return true;
  const [one, other] = [webUrl(a), webUrl(b)];
  if (!one || !other) return false;
  const plain = ({ host, pathname, search }: URL): string =>
    `${host}${pathname.replace(/\/$/u, '')}${search}`;
  return plain(one) === plain(other) && one.hash === other.hash;
}

/** The address as a URL; `undefined` for everything that is not on the web. */
export function webUrl(address: string | undefined): URL | undefined {
  return address !== undefined && /^https?:\/\//iu.test(address) && URL.canParse(address)
    ? new URL(address)
    : undefined;
}

function isSameOwner(one: URL, other: URL): boolean {
  const firstPart = ({ pathname }: URL): string => pathname.split('/')[1] ?? '';
  return !SHARED_HOSTS.has(one.hostname) || firstPart(one) === firstPart(other);
}
