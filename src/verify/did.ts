// Identifiers that carry or name a key: did:key and did:jwk are resolved here without any document;
// did:web and https identifiers are only taken apart. Nothing is fetched.
import { decodeBase64url } from '../formats/base64.ts';
import { parseJson } from '../formats/json.ts';
import { decodeText } from '../formats/text.ts';
import { type PublicKey, parseJwk, parseMultikey } from './public-key.ts';

/** `controller` is the identifier before `#`, `fragment` what stands behind it. */
export type MethodUrl = { readonly controller: string; readonly fragment?: string };

/** Splits a verification method or key id. */
export function splitMethod(url: string): MethodUrl {
  const at = url.indexOf('#');
  return at === -1
    ? { controller: url }
    : { controller: url.slice(0, at), fragment: url.slice(at + 1) };
}

/** True for identifiers that hold their key themselves. */
export function isSelfContainedDid(id: string): boolean {
  return id.startsWith('did:key:') || id.startsWith('did:jwk:');
}

/** The one key of a did:key or did:jwk; `undefined` when the identifier is malformed or of another method. */
export function keyOfDid(did: string): PublicKey | undefined {
  if (did.startsWith('did:key:')) return parseMultikey(did.slice('did:key:'.length));
  if (!did.startsWith('did:jwk:')) return undefined;
  const bytes = decodeBase64url(did.slice('did:jwk:'.length));
  if (!bytes || bytes.length > MAX_JWK_BYTES) return undefined;
  const text = decodeText(bytes);
  const parsed = text.ok ? parseJson(text.value) : text;
  return parsed.ok ? parseJwk(parsed.value.value) : undefined;
}

/**
 * The key of a did:key or did:jwk verification method. The fragment must name that same key
 * (did:key §2.1.3 repeats it, did:jwk always says `0`): `did:key:A#B` is an attempt to borrow A's name.
 */
export function keyOfMethod(method: string): PublicKey | undefined {
  const { controller, fragment } = splitMethod(method);
  // Some signers name the identifier alone; it holds one key only, so nothing is ambiguous.
  if (fragment === undefined) return keyOfDid(controller);
  const expected = controller.startsWith('did:key:') ? controller.slice('did:key:'.length) : '0';
  return fragment === expected ? keyOfDid(controller) : undefined;
}

/** The web host that controls an identifier: of an http(s) URL or a did:web. */
export function hostOf(id: string): string | undefined {
  const url = id.startsWith('did:web:') ? didWebUrl(splitMethod(id).controller) : id;
  if (url === undefined || !/^https?:\/\//i.test(url) || !URL.canParse(url)) return undefined;
  return new URL(url).host.toLowerCase();
}

/** Where the document of a did:web stands (did:web §3.2): always https, a port only in the host. */
export function didWebUrl(did: string): string | undefined {
  const [host, ...path] = did.slice('did:web:'.length).split(':');
  // A step upwards would leave the place that the identifier names.
  const isStep = (part: string): boolean => /^(?:\.|%2e){1,2}$/i.test(part);
  if (!host || [host, ...path].some((part) => part === '' || /[/?#@\\]|%(?:2f|5c)/i.test(part)))
    return undefined;
  if (path.some(isStep)) return undefined;
  let url: string;
  try {
    const authority = decodeURIComponent(host);
    if (!/^[A-Za-z0-9.-]+(:\d{1,5})?$/.test(authority)) return undefined;
    url = `https://${authority}/${path.length === 0 ? '.well-known' : path.join('/')}/did.json`;
  } catch {
    return undefined;
  }
  if (!URL.canParse(url)) return undefined;
  const { href, hostname } = new URL(url);
  // did:web §3.1: a domain name, never an IP address; the parser has put odd spellings of one into plain digits.
  return /^[\d.]+$/.test(hostname) ? undefined : href;
}

const MAX_JWK_BYTES = 4_096;
