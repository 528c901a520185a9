// Which subjects are sealed: a JWS in JSON serialisation around them, or a compact one that brings certificates
// along around a European Digital Credential. Other tokens are checked by the keys of their issuer.
import { isElm } from '../../formats/elm.ts';
import type { JsonObject } from '../../formats/json.ts';
import type { Envelope } from '../subject.ts';
import { type SealedObject, sealedObjectOfToken } from './sealed-object.ts';

/** The seal around untrusted content, if it has one. */
export function sealAround(
  content: JsonObject,
  around: { readonly jws?: SealedObject; readonly envelope?: Envelope },
): SealedObject | undefined {
  const { jws, envelope } = around;
  if (jws) return jws;
  const isSealed = envelope?.decoded.header['x5c'] !== undefined && isElm(content);
  return envelope && isSealed ? sealedObjectOfToken(envelope.token) : undefined;
}
