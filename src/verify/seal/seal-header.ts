// The headers of one signature of a seal (RFC 7515 §4, RFC 7797, ETSI TS 119 182-1 §5): taken apart and judged
// for form. What must be understood and is not makes the seal unacceptable. No address inside is followed.
import { decodeBase64, decodeBase64url } from '../../formats/base64.ts';
import {
  type JsonObject,
  type JsonValue,
  isObject,
  listOf,
  parseJson,
} from '../../formats/json.ts';
import { decodeText } from '../../formats/text.ts';
import { type Finding, failed, notChecked } from '../check-result.ts';
import { type Certificate, parseCertificate } from './certificate.ts';
import { isSealAlgorithm } from './certificate-signature.ts';
import type { SealSignature } from './sealed-object.ts';

export type SealHeader = {
  readonly algorithm: string;
  /** True: the payload stands in the file as it is, not as base64url. */
  readonly isUnencoded: boolean;
  /** Leaf first. */
  readonly certificates: readonly [Certificate, ...Certificate[]];
  /** Certificates that came outside the signed header: material for a chain, nothing more. */
  readonly extra: readonly Certificate[];
  /** Digests of the signing certificate that the header states, as `algorithm name` and base64url. */
  readonly digests: readonly (readonly [string, string])[];
  /** When the sealer says it sealed; a claim. */
  readonly claimedMs?: number;
  /** The signed reference to content outside the payload, if any. */
  readonly detached?: JsonObject;
};

export type HeaderAnswer = { readonly header: SealHeader } | { readonly finding: Finding };

/** Extensions that may be listed as ones that must be understood (TS 119 182-1 §5.2, RFC 7797 §3). */
const UNDERSTOOD: ReadonlySet<string> = new Set([
  'b64',
  'sigT',
  'sigD',
  'x5t#o',
  'sigX5ts',
  'sigPl',
  'srCms',
  'srAts',
  'adoTst',
]);

/** Parameters of RFC 7515 itself: listing one of them is a fault (§4.1.11). */
const REGISTERED: ReadonlySet<string> = new Set(
  'alg jku jwk kid x5u x5c x5t x5t#S256 typ cty crit'.split(' '),
);

const TYPES: ReadonlySet<string> = new Set([
  'jose',
  'jose+json',
  'jwt',
  'vc',
  'vc+jwt',
  'vc-ld+jwt',
  'vc+ld+jwt',
  'vc+ld+json+jwt',
]);

/** Reads the headers of one untrusted signature. */
export function readSealHeader({ protectedPart, unprotected }: SealSignature): HeaderAnswer {
  const header = decodeHeader(protectedPart);
  if (!header) return refused;
  // RFC 7515 §7.2.1; whatever the signature does not cover decides nothing.
  const isMixed = Object.keys(unprotected).some(
    (name) => Object.hasOwn(header, name) || REGISTERED.has(name) || UNDERSTOOD.has(name),
  );
  if (isMixed || ['zip', 'enc'].some((name) => header[name] !== undefined)) return refused;
  const algorithm = header['alg'];
  if (typeof algorithm !== 'string' || !isSealAlgorithm(algorithm)) {
    const named = typeof algorithm === 'string' ? algorithm.slice(0, 40) : 'none';
    return { finding: failed('proof/algorithm-not-allowed', { algorithm: named }) };
  }
  const condition = judgeCritical(header) ?? judgeType(header['typ']);
  if (condition) return { finding: condition };
  const time = claimedTime(header);
  const digests = statedDigests(header);
  const detached = header['sigD'];
  if (time === 'malformed' || !digests || (detached !== undefined && !isObject(detached))) {
    return refused;
  }
  const listed = certificatesOf(header['x5c']);
  if (!listed) return { finding: failed('seal/certificate-unreadable') };
  const [first, ...rest] = listed;
  if (!first) return { finding: notChecked('seal/no-certificate') };
  return {
    header: {
      algorithm,
      isUnencoded: header['b64'] === false,
      certificates: [first, ...rest],
      extra: extraCertificates(unprotected),
      digests,
      ...(time === undefined ? {} : { claimedMs: time }),
      ...(detached === undefined ? {} : { detached }),
    },
  };
}

const refused: HeaderAnswer = { finding: failed('proof/malformed') };

function decodeHeader(part: string): JsonObject | undefined {
  const bytes = part === '' ? undefined : decodeBase64url(part);
  const text = bytes && decodeText(bytes);
  const parsed = text?.ok ? parseJson(text.value) : undefined;
  const value = parsed?.ok ? parsed.value.value : undefined;
  return isObject(value) ? value : undefined;
}

/** RFC 7515 §4.1.11; `b64` must be listed there to have any effect (RFC 7797 §6). */
function judgeCritical(header: JsonObject): Finding | undefined {
  const { crit, b64 } = header;
  if (b64 !== undefined && typeof b64 !== 'boolean') return failed('proof/malformed');
  if (crit === undefined) return b64 === false ? failed('proof/malformed') : undefined;
  if (!Array.isArray(crit) || crit.length === 0) return failed('proof/malformed');
  const names = crit as readonly JsonValue[];
  for (const name of names) {
    if (typeof name !== 'string' || REGISTERED.has(name)) return failed('proof/malformed');
    if (!UNDERSTOOD.has(name)) return failed('seal/unknown-condition', { name: name.slice(0, 40) });
    if (!Object.hasOwn(header, name)) return failed('proof/malformed');
  }
  if (new Set(names).size !== names.length) return failed('proof/malformed');
  return b64 === false && !names.includes('b64') ? failed('proof/malformed') : undefined;
}

function judgeType(type: JsonValue | undefined): Finding | undefined {
  if (type === undefined) return undefined;
  const name = typeof type === 'string' ? type.toLowerCase().replace(/^application\//, '') : '';
  return TYPES.has(name) ? undefined : failed('proof/wrong-purpose');
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/;

/** `sigT` (an instant in UTC, §5.2.1), or `iat` (whole seconds) that newer versions put in its place. */
function claimedTime(header: JsonObject): number | undefined | 'malformed' {
  const { sigT, iat } = header;
  const stated =
    sigT === undefined
      ? undefined
      : typeof sigT === 'string' && INSTANT.test(sigT)
        ? Date.parse(sigT)
        : Number.NaN;
  const issued = iat === undefined ? undefined : typeof iat === 'number' ? iat * 1_000 : Number.NaN;
  if (Number.isNaN(stated) || Number.isNaN(issued)) return 'malformed';
  // Two different times in one header: which one counts cannot be said.
  if (stated !== undefined && issued !== undefined && Math.abs(stated - issued) >= 1_000) {
    return 'malformed';
  }
  return stated ?? issued;
}

/** `x5t#S256` (RFC 7515 §4.1.8), `x5t#o` and the first of `sigX5ts` (TS 119 182-1 §5.2.2); undefined if malformed. */
function statedDigests(header: JsonObject): readonly (readonly [string, string])[] | undefined {
  const found: (readonly [string, string])[] = [];
  const sha256 = header['x5t#S256'];
  if (sha256 !== undefined) {
    if (typeof sha256 !== 'string') return undefined;
    found.push(['S256', sha256]);
  }
  const [first] = listOf(header['sigX5ts']);
  for (const other of [header['x5t#o'], first]) {
    if (other === undefined) continue;
    if (!isObject(other)) return undefined;
    const { digAlg, digVal } = other;
    if (typeof digAlg !== 'string' || typeof digVal !== 'string') return undefined;
    found.push([digAlg, digVal]);
  }
  return found;
}

const MAX_CHAIN = 10;
const MAX_EXTRA = 30;

/** `x5c`: standard base64 of each certificate (RFC 7515 §4.1.6); undefined if one is none. */
function certificatesOf(value: JsonValue | undefined): readonly Certificate[] | undefined {
  if (value === undefined) return [];
  const list = listOf(value);
  if (!Array.isArray(value) || list.length > MAX_CHAIN) return undefined;
  const read = list.flatMap((one) => certificateOf(one) ?? []);
  return read.length === list.length ? read : undefined;
}

function certificateOf(value: JsonValue | undefined): Certificate | undefined {
  const bytes = typeof value === 'string' ? decodeBase64(value) : undefined;
  return bytes && parseCertificate(bytes);
}

/** `xVals` of `etsiU` (TS 119 182-1 §5.3.5): objects, or base64url of them. Unreadable ones are left out. */
function extraCertificates(unprotected: JsonObject): readonly Certificate[] {
  return listOf(unprotected['etsiU'])
    .slice(0, MAX_EXTRA)
    .map((entry) => (typeof entry === 'string' ? decodeHeader(entry) : entry))
    .filter(isObject)
    .flatMap((entry) => listOf(entry['xVals']))
    .filter(isObject)
    .slice(0, MAX_EXTRA)
    .flatMap(({ x509Cert }) => (isObject(x509Cert) ? (certificateOf(x509Cert['val']) ?? []) : []));
}
