// The parts of a sealed object: a JWS in JSON serialisation (RFC 7515 §7.2) or the compact form, exactly as
// they stand in the file, because the signature covers those characters. Checks nothing.
import { LIMITS } from '../../domain/limits.ts';
import { type JsonObject, isObject, objectsOf } from '../../formats/json.ts';

export type SealSignature = {
  /** The protected header as it stands: base64url. */
  readonly protectedPart: string;
  readonly signaturePart: string;
  /** The header that no signature covers. */
  readonly unprotected: JsonObject;
};

export type SealedObject = {
  /** The payload as it stands: base64url, or the text itself where the header says so (RFC 7797). */
  readonly payloadPart: string;
  readonly signatures: readonly SealSignature[];
};

/** Takes a general or flattened serialisation apart; `undefined` for any other record. */
export function sealedObjectOf(record: JsonObject): SealedObject | undefined {
  const payloadPart = record['payload'];
  const isGeneral = record['signatures'] !== undefined;
  // Both forms at once would let two readers see two different things.
  if (typeof payloadPart !== 'string' || (isGeneral && record['signature'] !== undefined)) {
    return undefined;
  }
  const parts = isGeneral ? objectsOf(record['signatures']) : [record];
  const signatures = parts
    .slice(0, LIMITS.proofs)
    .flatMap(({ protected: protectedPart, signature, header }) =>
      typeof signature === 'string'
        ? {
            protectedPart: typeof protectedPart === 'string' ? protectedPart : '',
            signaturePart: signature,
            unprotected: isObject(header) ? header : {},
          }
        : [],
    );
  return signatures.length > 0 && signatures.length === Math.min(parts.length, LIMITS.proofs)
    ? { payloadPart, signatures }
    : undefined;
}

/** The same of a compact token, which has no unprotected header. */
export function sealedObjectOfToken(token: string): SealedObject | undefined {
  const [protectedPart, payloadPart, signaturePart, more] = token.split('.');
  if (protectedPart === undefined || payloadPart === undefined || signaturePart === undefined) {
    return undefined;
  }
  const unprotected = {};
  return more === undefined
    ? { payloadPart, signatures: [{ protectedPart, signaturePart, unprotected }] }
    : undefined;
}
