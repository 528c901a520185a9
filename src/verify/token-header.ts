// Rules for the header of a signed token (RFC 7515, RFC 8725; hazards of confused tokens): which methods are
// accepted and what makes a header unacceptable. `jku`, `x5u` and `x5c` are never looked at.
import { type JsonObject, stringOf } from '../formats/json.ts';
import { type Finding, failed } from './check-result.ts';
import type { KeyKind } from './public-key.ts';

/** Accepted algorithms and the kind of key each needs (hazard: HS256 with a public key, `none`). */
const ALGORITHMS: Readonly<Record<string, KeyKind>> = {
  RS256: 'RSA',
  ES256: 'P-256',
  ES384: 'P-384',
  EdDSA: 'Ed25519',
  Ed25519: 'Ed25519',
};

const TYPES: ReadonlySet<string> = new Set([
  'jwt',
  'vc+jwt',
  'vc-ld+jwt',
  'vc+ld+jwt',
  'vc+sd-jwt',
  'vc-ld+sd-jwt',
  'vc+ld+json+sd-jwt',
  'dc+sd-jwt',
  'vc+ld+json+jwt',
  'jose',
]);

export type AcceptedHeader = {
  readonly algorithm: string;
  readonly kind: KeyKind;
  readonly kid?: string;
};

/** Judges an untrusted header: what is needed to verify with it, or why it is refused. */
export function judgeHeader(
  header: JsonObject,
): { readonly accepted: AcceptedHeader } | { readonly finding: Finding } {
  const { alg, typ, cty } = header;
  const kind =
    typeof alg === 'string' && Object.hasOwn(ALGORITHMS, alg) ? ALGORITHMS[alg] : undefined;
  if (typeof alg !== 'string' || kind === undefined) {
    const algorithm = typeof alg === 'string' && alg !== '' ? alg : 'none';
    return refuse(failed('proof/algorithm-not-allowed', { algorithm: algorithm.slice(0, 40) }));
  }
  // RFC 7515 §4.1.11: no extension is understood here, so any that must be understood is a refusal.
  if (['crit', 'b64', 'zip', 'enc', 'p2c', 'p2s', 'epk'].some((name) => name in header))
    return refuse(failed('proof/malformed'));
  // A token inside a token (RFC 7519 §5.2) says its content at another depth than the one that is shown.
  if (cty !== undefined && mediaName(cty) === 'jwt') return refuse(failed('proof/malformed'));
  if (typ !== undefined && !TYPES.has(mediaName(typ))) return refuse(failed('proof/wrong-purpose'));
  const kid = header['kid'];
  if (kid === undefined) return { accepted: { algorithm: alg, kind } };
  if (typeof kid !== 'string' || !isKeyName(kid)) return refuse(failed('proof/malformed'));
  return { accepted: { algorithm: alg, kind, kid } };
}

function mediaName(value: unknown): string {
  return typeof value === 'string' ? value.toLowerCase().replace(/^application\//, '') : '';
}

/** True for a URL, a DID URL or a plain name; never for a path, a query of a database or a script. */
export function isKeyName(kid: string): boolean {
  if (kid.length === 0 || kid.length > MAX_KID || kid.includes('..')) return false;
  return /^(?:did:[a-z0-9]+:|https?:\/\/)[\w.~:/?#[\]@!$&()*+,;=%-]+$/i.test(kid) ||
    /^#?[\w.~:+/=-]+$/.test(kid)
    ? !/^[./]/.test(kid)
    : false;
}

const MAX_KID = 9_000;

function refuse(finding: Finding): { readonly finding: Finding } {
  return { finding };
}

/** The absolute name of the key: a bare or relative `kid` belongs to the issuer. */
export function methodName(
  kid: string | undefined,
  issuerId: string | undefined,
): string | undefined {
  const name = stringOf(kid);
  if (name === undefined || /^(did:[a-z0-9]+:|https?:\/\/)/i.test(name)) return name;
  if (issuerId === undefined) return undefined;
  return `${issuerId}${name.startsWith('#') ? '' : '#'}${name}`;
}
