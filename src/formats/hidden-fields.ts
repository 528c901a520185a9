// What a holder keeps back of a token with disclosures (RFC 9901): the claims that were shared, and a word about
// the rest where something is missed for it.
import type { CredentialReading } from '../domain/credential.ts';
import { problem, type Problem } from '../domain/problem.ts';
import type { JsonObject } from './json.ts';
import type { DecodedJwt } from './jwt.ts';
import type { PayloadReading } from './reading-parts.ts';
import { discloseClaims } from './sd-jwt.ts';

export type DisclosedBody = {
  readonly value: JsonObject;
  readonly text: string;
  readonly hidden?: Problem;
};

/** The claims that the issuer signed, with those that the holder disclosed put back (RFC 9901). */
export function disclosedBody(decoded: DecodedJwt): DisclosedBody | Problem {
  const { payload, payloadText, isSelective, disclosures } = decoded;
  if (!isSelective && payload['_sd_alg'] === undefined)
    return { value: payload, text: payloadText };
  const disclosed = discloseClaims(payload, disclosures);
  if (!disclosed.ok) return disclosed.problem;
  const { payload: value, undisclosed: count, unmatched } = disclosed.value;
  const params = { count, ...(unmatched === undefined ? {} : { digest: unmatched }) };
  return {
    value,
    text: JSON.stringify(value),
    ...(count > 0 ? { hidden: problem('credential/hidden-fields', { params }) } : {}),
  };
}

/**
 * Says that fields stay hidden where something is missed for it: what its holder keeps back is not left out by
 * the credential. Digests may also stand for nothing (RFC 9901 §4.2.7), so a whole reading says nothing.
 */
export function withHidden(reading: PayloadReading, hidden: Problem | undefined): PayloadReading {
  if (!hidden) return reading;
  const problems = reading.problems.filter((one) => one.code !== 'credential/missing-field');
  const isMissed =
    hidden.params?.['digest'] !== undefined ||
    problems.length < reading.problems.length ||
    reading.items.length === 0 ||
    reading.items.some(isIncomplete);
  return isMissed ? { ...reading, problems: [hidden, ...problems] } : reading;
}

function isIncomplete({ achievement, issuer, recipient, issuedOn }: CredentialReading): boolean {
  return (
    achievement.name === '' ||
    (issuer.name ?? issuer.id) === undefined ||
    issuedOn === undefined ||
    (recipient.name === undefined &&
      recipient.identifiers.length + recipient.hashedIdentities.length === 0)
  );
}
