// X.509 certificates (RFC 5280) as seals carry them: what one says, in plain values. Untrusted; checks no
// signature, follows none of the addresses inside, and decides nothing about trust.
import { toHex } from '../../domain/id.ts';
import {
  DerStop,
  TAG,
  bitsOf,
  booleanOf,
  type Der,
  expectTag,
  numberOf,
  oidOf,
  partsOf,
  readDer,
  sequenceOf,
  textOf,
  timeOf,
} from './der.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** Whom a certificate names, or who issued it. `raw` is the encoded name: equal names have equal bytes. */
export type CertificateName = {
  readonly raw: Bytes;
  readonly commonName?: string;
  readonly organisation?: string;
  /** organizationIdentifier (2.5.4.97), such as `VATES-B00000000` (ETSI EN 319 412-1 §5.1.4). */
  readonly organisationId?: string;
  readonly country?: string;
};

export type Certificate = {
  /** The whole certificate, and the part of it that its issuer signed. */
  readonly der: Bytes;
  readonly signed: Bytes;
  readonly signatureAlgorithm: Der;
  readonly signature: Bytes;
  readonly subject: CertificateName;
  readonly issuer: CertificateName;
  /** Lower-case hexadecimal. */
  readonly serial: string;
  readonly notBeforeMs: number;
  readonly notAfterMs: number;
  /** SubjectPublicKeyInfo, as Web Crypto takes it. */
  readonly publicKey: Bytes;
  readonly isAuthority: boolean;
  readonly pathLength?: number;
  /** Absent: the certificate does not say what its key is for. */
  readonly usage?: KeyUsage;
  readonly purposes?: readonly string[];
  /** True when it states a condition, marked as one that must be understood, that is not understood here. */
  readonly hasUnknownCondition: boolean;
};

/** Bits of keyUsage (RFC 5280 §4.2.1.3) that matter for seals. */
export type KeyUsage = {
  readonly digitalSignature: boolean;
  /** Also called contentCommitment. */
  readonly nonRepudiation: boolean;
  readonly certificateSigning: boolean;
};

/** Real ones have 1 to 4 KiB. */
const MAX_BYTES = 16 * 1024;

/** Reads one untrusted certificate; `undefined` for anything that is none. */
export function parseCertificate(bytes: Bytes): Certificate | undefined {
  if (bytes.length > MAX_BYTES) return undefined;
  try {
    return readCertificate(readDer(bytes));
  } catch (cause) {
    if (cause instanceof DerStop) return undefined;
    throw cause;
  }
}

function readCertificate(whole: Der): Certificate {
  const [body, algorithm, signature, more] = sequenceOf(whole);
  if (!body || !algorithm || more) throw new DerStop('certificate');
  const fields = [...sequenceOf(body)];
  const version = fields[0]?.tag === 0xa0 ? numberOf(partsOf(fields.shift() as Der)[0]) : 0;
  const [serial, innerAlgorithm, issuer, validity, subject, publicKey, ...rest] = fields;
  // RFC 5280 §4.1.1.2: both name the same algorithm, or the outer one could be swapped.
  if (!innerAlgorithm || toHex(innerAlgorithm.bytes) !== toHex(algorithm.bytes)) {
    throw new DerStop('algorithms differ');
  }
  const [notBefore, notAfter] = sequenceOf(validity);
  const extensions = rest.find(({ tag }) => tag === 0xa3);
  if (extensions && version !== 2) throw new DerStop('version');
  return {
    der: whole.bytes,
    signed: body.bytes,
    signatureAlgorithm: algorithm,
    signature: bitsOf(signature),
    subject: readName(subject),
    issuer: readName(issuer),
    serial: toHex(expectTag(serial, TAG.integer).content),
    notBeforeMs: timeOf(notBefore),
    notAfterMs: timeOf(notAfter),
    publicKey: expectTag(publicKey, TAG.sequence).bytes,
    ...readExtensions(extensions && partsOf(extensions)[0]),
  };
}

const NAME_FIELDS: Readonly<Record<string, Exclude<keyof CertificateName, 'raw'>>> = {
  '2.5.4.3': 'commonName',
  '2.5.4.6': 'country',
  '2.5.4.10': 'organisation',
  '2.5.4.97': 'organisationId',
};

function readName(name: Der | undefined): CertificateName {
  const found: Partial<Record<Exclude<keyof CertificateName, 'raw'>, string>> = {};
  for (const set of sequenceOf(name)) {
    for (const attribute of partsOf(expectTag(set, TAG.set))) {
      const [type, value] = sequenceOf(attribute);
      const field = NAME_FIELDS[oidOf(type)];
      const text = textOf(value)?.trim();
      if (field === undefined || text === undefined || text === '') continue;
      // Two organisations in one name: which one is meant cannot be said.
      if (found[field] !== undefined && found[field] !== text && field !== 'commonName') {
        throw new DerStop('field twice');
      }
      found[field] ??= text;
    }
  }
  return { raw: expectTag(name, TAG.sequence).bytes, ...found };
}

type Extensions = Pick<
  Certificate,
  'isAuthority' | 'pathLength' | 'usage' | 'purposes' | 'hasUnknownCondition'
>;

/** Critical extensions that do not change the answer here: names, key identifiers, policies, addresses, QC statements. */
const HARMLESS: ReadonlySet<string> = new Set([
  '2.5.29.14',
  '2.5.29.17',
  '2.5.29.18',
  '2.5.29.31',
  '2.5.29.32',
  '2.5.29.35',
  '1.3.6.1.5.5.7.1.1',
  '1.3.6.1.5.5.7.1.3',
]);

function readExtensions(list: Der | undefined): Extensions {
  let found: Extensions = { isAuthority: false, hasUnknownCondition: false };
  const seen = new Set<string>();
  for (const extension of list ? sequenceOf(list) : []) {
    const [id, second, third] = sequenceOf(extension);
    const oid = oidOf(id);
    if (seen.has(oid)) throw new DerStop('extension twice');
    seen.add(oid);
    const isCritical = third !== undefined && booleanOf(second);
    const value = readDer(expectTag(third ?? second, TAG.octetString).content);
    if (oid === '2.5.29.19') found = { ...found, ...readConstraints(value) };
    else if (oid === '2.5.29.15') found = { ...found, usage: readUsage(value) };
    else if (oid === '2.5.29.37') found = { ...found, purposes: sequenceOf(value).map(oidOf) };
    else if (isCritical && !HARMLESS.has(oid)) found = { ...found, hasUnknownCondition: true };
  }
  return found;
}

function readConstraints(value: Der): Pick<Extensions, 'isAuthority' | 'pathLength'> {
  const [first, second] = sequenceOf(value);
  const isAuthority = first?.tag === TAG.boolean && booleanOf(first);
  return { isAuthority, ...(isAuthority && second ? { pathLength: numberOf(second) } : {}) };
}

function readUsage(value: Der): KeyUsage {
  const bits = expectTag(value, TAG.bitString).content[1] ?? 0;
  return {
    digitalSignature: (bits & 0x80) !== 0,
    nonRepudiation: (bits & 0x40) !== 0,
    certificateSigning: (bits & 0x04) !== 0,
  };
}
