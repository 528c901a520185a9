// Credentials that are tokens from the start (SD-JWT VC): signature, key and status of the token itself.
import type { Fact } from '../domain/report.ts';
import type { IssuerTrust } from '../domain/trust.ts';
import { type JsonObject, isObject } from '../formats/json.ts';
import { type Finding, failed, notApplicable, notChecked } from './check-result.ts';
import type { DocumentReader } from './documents.ts';
import { verifyJwtProof } from './jwt-proof.ts';
import { checkKeyBinding } from './key-binding.ts';
import { createKeyLookup } from './key-lookup.ts';
import { noWay } from './status-checks.ts';
import type { Envelope } from './subject.ts';

export type TokenInput = {
  readonly documents: DocumentReader;
  readonly trust: IssuerTrust;
  readonly note: (fact: Fact) => void;
};

export type TokenFindings = Readonly<
  Record<'proof' | 'binding' | 'revocation' | 'suspension', Finding>
>;

/** Checks one token; `claims` is its payload with the disclosures put back, `iss` names the issuer. */
export async function checkToken(
  claims: JsonObject,
  envelope: Envelope,
  { documents, trust, note }: TokenInput,
): Promise<TokenFindings> {
  const status = statusOf(claims, envelope);
  const { iss } = claims;
  if (typeof iss !== 'string') {
    const proof = failed('proof/missing-claim', { claim: 'iss' });
    return { ...status, proof, binding: notChecked('key-binding/issuer-without-id') };
  }
  const lookup = createKeyLookup(documents, iss);
  const { finding, key, method } = await verifyJwtProof(envelope, iss, lookup, note);
  const signing = key ? [{ key, ...(method === undefined ? {} : { method }) }] : [];
  const binding =
    signing.length === 0
      ? notChecked('key-binding/proof-not-verified')
      : await checkKeyBinding(iss, signing, documents, trust);
  return { ...status, proof: { ...finding, details: [finding] }, binding };
}

/** A Token Status List cannot be read yet, which is said; a hidden one cannot even be named. */
function statusOf(
  claims: JsonObject,
  envelope: Envelope,
): Pick<TokenFindings, 'revocation' | 'suspension'> {
  const { status } = claims;
  if (status !== undefined) {
    const kind = isObject(status) ? (Object.keys(status)[0] ?? 'status') : 'status';
    const open = notChecked('status/kind-not-supported', { kind: kind.slice(0, 60) });
    return { revocation: open, suspension: open };
  }
  if (envelope.hidesTopFields === true) {
    const hidden = notChecked('status/may-be-hidden');
    return { revocation: hidden, suspension: hidden };
  }
  return { revocation: noWay('revocation'), suspension: notApplicable('status/no-way-to-suspend') };
}
