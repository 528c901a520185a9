// What there is to verify: the payload of a reading, parsed again from its own text. Nothing that a
// reader derived is trusted here except for documents that carry no payload at all.
import type { CredentialReading } from '../domain/credential.ts';
import type { Problem } from '../domain/problem.ts';
import { decodeBase64url } from '../formats/base64.ts';
import { type CoseMessage, readCose } from '../formats/cose.ts';
import { type JsonObject, contextsOf, isObject, parseJson, typesOf } from '../formats/json.ts';
import { scanJson } from '../formats/json-scan.ts';
import { credentialOfJwt } from '../formats/jwt-credential.ts';
import { type DecodedJwt, decodeJwt, payloadOfJsonJws } from '../formats/jwt.ts';
import { discloseClaims } from '../formats/sd-jwt.ts';
import { VC_V1, VC_V2 } from './context-lists.ts';
import { type SealedObject, sealedObjectOf } from './seal/sealed-object.ts';
import { mayHideFields } from './proof-suites.ts';

/** A signed token around the content, with the token's text up to any disclosures. */
export type Envelope = {
  readonly token: string;
  readonly decoded: DecodedJwt;
  /** True when the holder's own token came along (RFC 9901 §4.3); it says nothing about the issuer. */
  readonly hasHolderToken?: boolean;
  /** True when fields of the credential itself, not only of its parts, may be kept back. */
  readonly hidesTopFields?: boolean;
};

export type Subject =
  /** A file without a machine-readable credential. */
  | { readonly kind: 'document'; readonly hasXmlSeal?: boolean }
  /** A payload that is not valid JSON or not a valid token. */
  | { readonly kind: 'unreadable' }
  /** A W3C Verifiable Credential; `disagreements` are contradictions between token and credential. */
  | {
      readonly kind: 'vc';
      readonly credential: JsonObject;
      readonly envelope?: Envelope;
      /** The binary message around the whole, where it came in one. */
      readonly cose?: CoseMessage;
      /** The sealed object around the whole (JWS in JSON serialisation), where it came in one. */
      readonly jws?: SealedObject;
      readonly disagreements: readonly Problem[];
      readonly isBothForms: boolean;
      /** True when the issuer let the holder keep fields back: one that is not there may have been. */
      readonly hasHiddenFields?: boolean;
      /** True when the text holds a field name that parsing leaves out (prototype keys). */
      readonly hasLostField: boolean;
    }
  /** An Open Badges assertion up to version 2. */
  | { readonly kind: 'assertion'; readonly assertion: JsonObject; readonly envelope?: Envelope }
  /** Another kind of record, signed or not. */
  | {
      readonly kind: 'other';
      readonly record: JsonObject;
      readonly envelope?: Envelope;
      readonly jws?: SealedObject;
      readonly seal?: string;
    };

/** Parses the payload of a reading. */
export function parseSubject(reading: CredentialReading): Subject {
  const subject = parsePayload(reading.payload);
  // Older European credentials are XML, which is read as a document and may carry an XML signature.
  return subject.kind === 'document' && reading.signed && reading.format.startsWith('edci-xml')
    ? { ...subject, hasXmlSeal: true }
    : subject;
}

/** Parses a payload as it stood in its carrier, or a stored document of the same kinds. */
export function parsePayload(payload: CredentialReading['payload']): Subject {
  if (!payload) return { kind: 'document' };
  if (payload.kind === 'jwt') {
    const decoded = decodeJwt(payload.text);
    if (!decoded.ok) return { kind: 'unreadable' };
    const token = payload.text.trim().split('~', 1)[0] ?? '';
    const disclosed = disclose(decoded.value);
    if (!disclosed) return { kind: 'unreadable' };
    const hasHolderToken = /~[^~\s]+\s*$/u.test(payload.text);
    const { hidesTopFields } = disclosed;
    const envelope = { token, decoded: disclosed.decoded, hasHolderToken, hidesTopFields };
    return classifyToken(envelope, disclosed.isPartial);
  }
  if (payload.kind === 'cose') return sealed(payload.text);
  return parseRecord(payload.text);
}

/** The content is taken out of the message again: what a reader made of it is not trusted. */
function sealed(base64url: string): Subject {
  const message = decodeBase64url(base64url);
  const cose = message ? readCose(message) : undefined;
  if (!cose?.ok) return { kind: 'unreadable' };
  const subject = parseRecord(cose.value.content);
  const seal = 'COSE';
  if (subject.kind === 'assertion') return { kind: 'other', record: subject.assertion, seal };
  if (subject.kind === 'other') return { ...subject, seal };
  return subject.kind === 'vc' ? { ...subject, cose: cose.value } : subject;
}

function parseRecord(text: string): Subject {
  const parsed = parseJson(text);
  if (!parsed.ok || !isObject(parsed.value.value)) return { kind: 'unreadable' };
  const record = parsed.value.value;
  const jws = sealedObjectOf(record);
  if (jws) return unsealed(record, jws);
  const scan = scanJson(text.startsWith('\uFEFF') ? text.slice(1) : text);
  return classify(record, scan.ok && scan.value.hasPrototypeKey);
}

/** The content of a sealed object, read from what the seal covers and not from beside it. */
function unsealed(record: JsonObject, jws: SealedObject): Subject {
  const content = payloadOfJsonJws(record);
  if (!content?.ok) return { kind: 'unreadable' };
  const parsed = parseJson(content.value);
  if (!parsed.ok || !isObject(parsed.value.value)) return { kind: 'unreadable' };
  const scan = scanJson(content.value);
  const subject = classify(parsed.value.value, scan.ok && scan.value.hasPrototypeKey);
  if (subject.kind === 'assertion') return { kind: 'other', record: subject.assertion, jws };
  return subject.kind === 'vc' || subject.kind === 'other' ? { ...subject, jws } : subject;
}

/**
 * The token with its disclosures put back: the signature covers their digests, so what is checked and shown
 * is what the issuer signed. One that no digest stands for makes the whole unreadable (RFC 9901 §7.1).
 */
function disclose(decoded: DecodedJwt):
  | {
      readonly decoded: DecodedJwt;
      readonly isPartial: boolean;
      readonly hidesTopFields: boolean;
    }
  | undefined {
  if (!decoded.isSelective && decoded.payload['_sd_alg'] === undefined) {
    return { decoded, isPartial: false, hidesTopFields: false };
  }
  const disclosed = discloseClaims(decoded.payload, decoded.disclosures);
  if (!disclosed.ok) return undefined;
  const { payload, undisclosed, hidesTopFields } = disclosed.value;
  return { decoded: { ...decoded, payload }, isPartial: undisclosed > 0, hidesTopFields };
}

function classifyToken(envelope: Envelope, hasHiddenFields: boolean): Subject {
  const { payload } = envelope.decoded;
  if (payload['vc'] === undefined && !isCredential(payload)) return withEnvelope(payload, envelope);
  const { credential, problems } = credentialOfJwt(payload);
  const isBothForms = (payload['vc'] ?? payload['vp']) !== undefined && isCredential(payload);
  return {
    kind: 'vc',
    credential: withoutClaims(credential),
    envelope,
    disagreements: problems,
    isBothForms,
    ...(hasHiddenFields ? { hasHiddenFields } : {}),
    hasLostField: false,
  };
}

function classify(record: JsonObject, hasLostField: boolean): Subject {
  if (isCredential(record)) {
    return {
      kind: 'vc',
      credential: record,
      disagreements: [],
      isBothForms: false,
      ...(mayHideFields(record) ? { hasHiddenFields: true } : {}),
      hasLostField,
    };
  }
  return isAssertion(record) ? { kind: 'assertion', assertion: record } : { kind: 'other', record };
}

/** Registered claims beside a whole-payload credential belong to the token (RFC 7519 §4.1), not to the credential. */
const CLAIMS: ReadonlySet<string> = new Set([
  'iss',
  'sub',
  'aud',
  'jti',
  'nbf',
  'exp',
  'iat',
  'cnf',
  '_sd',
  '_sd_alg',
]);

function withoutClaims(credential: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(credential).filter(([name]) => !CLAIMS.has(name)));
}

function withEnvelope(record: JsonObject, envelope: Envelope): Subject {
  return isAssertion(record)
    ? { kind: 'assertion', assertion: record, envelope }
    : { kind: 'other', record, envelope };
}

function isCredential(record: JsonObject): boolean {
  const contexts = contextsOf(record);
  return (
    typesOf(record).includes('VerifiableCredential') ||
    ((contexts.includes(VC_V1) || contexts.includes(VC_V2)) &&
      !typesOf(record).includes('VerifiablePresentation')) ||
    (record['credentialSubject'] !== undefined && record['issuer'] !== undefined)
  );
}

function isAssertion(record: JsonObject): boolean {
  return (
    record['badge'] !== undefined &&
    (record['recipient'] !== undefined ||
      record['verify'] !== undefined ||
      record['verification'] !== undefined)
  );
}

/** True when a field that is not there may be one that the holder keeps back. */
export function mayHide(subject: Subject, field: string): boolean {
  if (subject.kind !== 'vc' || subject.credential[field] !== undefined) return false;
  return subject.envelope
    ? subject.envelope.hidesTopFields === true
    : subject.hasHiddenFields === true;
}

/** The Blockcerts and Open Badges 2 way of saying how an assertion is verified. */
export function assertionVerification(assertion: JsonObject): 'hosted' | 'signed' | 'other' {
  const verification = assertion['verification'] ?? assertion['verify'];
  const types = isObject(verification)
    ? typesOf(verification).map((type) => type.toLowerCase())
    : [];
  if (types.some((type) => type === 'hosted' || type === 'hostedbadge')) return 'hosted';
  if (types.some((type) => type === 'signed' || type === 'signedbadge')) return 'signed';
  // Version 0.5 knows no other way than the issuer's own copy and does not name it.
  return types.length === 0 ? 'hosted' : 'other';
}
