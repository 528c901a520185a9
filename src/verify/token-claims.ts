// What a signed token says about the credential inside it, compared with what the credential says of itself
// (Open Badges 3.0 §8.2.4; VC Data Model 1.1 §6.3.1; VC-JOSE-COSE §3). Knows nothing of signatures.
import { parseDateValue, rangeOf } from '../domain/date-value.ts';
import { type JsonObject, type JsonValue, idOf, isObject, objectsOf } from '../formats/json.ts';
import { type Finding, failed } from './check-result.ts';
import { sameJson } from './same-json.ts';

/**
 * A refusal that names the claim, or nothing. `claims` is the payload of the token, `disclosed` fields put back.
 * The form of VC Data Model 1.1 (`vc`) must name its issuer; the later form is the credential itself.
 */
export function judgeClaims(claims: JsonObject): Finding | undefined {
  const nested = claims['vc'];
  const isOlderForm = nested !== undefined && !isWhole(claims);
  const credential = isOlderForm && isObject(nested) ? nested : claims;
  if (isOlderForm && claims['iss'] === undefined)
    return failed('proof/missing-claim', { claim: 'iss' });
  const claim =
    (!isOlderForm && contradictsItself(claims) ? 'vc' : undefined) ??
    wrongText(claims, credential) ??
    wrongDate(claims, credential);
  return claim === undefined ? undefined : failed('proof/claims-disagree', { claim });
}

function isWhole(claims: JsonObject): boolean {
  return claims['credentialSubject'] !== undefined || claims['type'] !== undefined;
}

/** Two credentials in one token: whoever reads it would have to choose (verification D7). */
function contradictsItself(claims: JsonObject): boolean {
  const { vc } = claims;
  if (vc === undefined) return false;
  if (!isObject(vc)) return true;
  return !Object.entries(vc).every(([name, value]) => sameJson(value, claims[name]));
}

function wrongText(claims: JsonObject, credential: JsonObject): string | undefined {
  const subjects = objectsOf(credential['credentialSubject']).flatMap((one) => idOf(one) ?? []);
  const issuer = idOf(credential['issuer']);
  const id = idOf(credential);
  const pairs: readonly (readonly [string, readonly string[]])[] = [
    ['iss', issuer === undefined ? [] : [issuer]],
    ['sub', subjects],
    ['jti', id === undefined ? [] : [id]],
  ];
  return pairs.find(([claim, own]) => {
    const said = claims[claim];
    if (said === undefined) return false;
    return typeof said !== 'string' || (own.length > 0 && !own.includes(said));
  })?.[0];
}

function wrongDate(claims: JsonObject, credential: JsonObject): string | undefined {
  const pairs: readonly (readonly [string, readonly (JsonValue | undefined)[]])[] = [
    ['nbf', [credential['validFrom'], credential['issuanceDate']]],
    ['exp', [credential['validUntil'], credential['expirationDate']]],
  ];
  return pairs.find(([claim, own]) => {
    const said = claims[claim];
    if (said === undefined) return false;
    if (typeof said !== 'number' || !Number.isFinite(said)) return true;
    const dates = own.flatMap((text) => parseDateValue(text) ?? []);
    // A date that cannot be read is the format check's to refuse.
    return dates.length > 0 && !dates.some((date) => isSameSecond(said, rangeOf(date)));
  })?.[0];
}

/** Whole seconds are all that NumericDate carries in practice; a whole day holds every second of it. */
function isSameSecond(
  claim: number,
  range: { readonly from: number; readonly to: number },
): boolean {
  const second = Math.floor(claim);
  return second >= Math.floor(range.from / 1_000) && second <= Math.floor(range.to / 1_000);
}
