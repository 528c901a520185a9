// The credential that a VC-JWT states: VC Data Model 1.1 §6.3.1 (claims plus `vc`) or the whole payload
// (VC-JOSE-COSE). Says where the two forms contradict each other; decides nothing about signatures.
import { problem, type Problem } from '../domain/problem.ts';
import { firstObject, idOf, isObject, type JsonObject, type JsonValue } from './json.ts';

export type JwtCredential = {
  readonly credential: JsonObject;
  readonly problems: readonly Problem[];
  /** The path in the token's payload for a path in the credential (`vc.name`, or the claim `nbf`). */
  readonly rename: (path: string) => string;
};

/**
 * Merges registered claims into the credential: `iss` is the issuer's id, `sub` the subject's, `jti`
 * the credential's, `nbf` its start, `exp` its end (VC Data Model 1.1 §6.3.1). A claim that says
 * something else than the credential is `credential/forms-disagree`; the credential's own word stays.
 */
export function credentialOfJwt(payload: JsonObject): JwtCredential {
  const field = firstObject(payload['vc']) ? 'vc' : 'vp';
  const nested = firstObject(payload[field]);
  const isWhole = payload['credentialSubject'] !== undefined || payload['type'] !== undefined;
  const rename = (path: string): string => path;
  if (!nested) return { credential: payload, problems: disagreements(payload, payload), rename };
  if (isWhole) {
    const same =
      JSON.stringify(nested['credentialSubject']) === JSON.stringify(payload['credentialSubject']);
    // Two credentials in one token: the reader must not choose in silence (verification D7).
    const problems = same ? [] : [problem('credential/forms-disagree', { at: 'vc' })];
    return { credential: payload, problems, rename };
  }
  const credential = withClaims(nested, payload);
  return {
    credential,
    problems: disagreements(nested, payload),
    rename: (path) => claimAt(path, nested, credential) ?? `${field}.${path}`,
  };
}

const CLAIM_OF: Readonly<Record<string, string>> = {
  issuanceDate: 'nbf',
  expirationDate: 'exp',
  id: 'jti',
};

/** The claim that a field was filled in from, where the nested credential leaves it out. */
function claimAt(path: string, nested: JsonObject, merged: JsonObject): string | undefined {
  if (path === 'issuer' || path === 'issuer.id') {
    return idOf(nested['issuer']) === idOf(merged['issuer']) ? undefined : 'iss';
  }
  if (path === 'credentialSubject.id') {
    const own = idOf(nested['credentialSubject']);
    return own === idOf(merged['credentialSubject']) ? undefined : 'sub';
  }
  return nested[path] === undefined ? CLAIM_OF[path] : undefined;
}

function withClaims(credential: JsonObject, claims: JsonObject): JsonObject {
  const merged: Record<string, JsonValue> = { ...credential };
  if (merged['id'] === undefined && typeof claims['jti'] === 'string') merged['id'] = claims['jti'];
  if (typeof claims['iss'] === 'string') merged['issuer'] = withId(merged['issuer'], claims['iss']);
  const subject = merged['credentialSubject'];
  if (typeof claims['sub'] === 'string' && !Array.isArray(subject)) {
    merged['credentialSubject'] = withId(subject ?? {}, claims['sub']);
  }
  const start = instantOf(claims['nbf']);
  if (start !== undefined && merged['validFrom'] === undefined) merged['issuanceDate'] ??= start;
  const end = instantOf(claims['exp']);
  if (end !== undefined && merged['validUntil'] === undefined) merged['expirationDate'] ??= end;
  return merged;
}

function withId(value: JsonValue | undefined, id: string): JsonValue {
  if (value === undefined || value === null) return id;
  return isObject(value) && value['id'] === undefined ? { ...value, id } : value;
}

function disagreements(credential: JsonObject, claims: JsonObject): readonly Problem[] {
  const subject = credential['credentialSubject'];
  const pairs: readonly (readonly [string, JsonValue | undefined, string | undefined])[] = [
    ['issuer', claims['iss'], idOf(credential['issuer'])],
    ['credentialSubject', claims['sub'], Array.isArray(subject) ? undefined : idOf(subject)],
    ['id', claims['jti'], idOf(credential)],
  ];
  const found = pairs.filter(
    ([, claim, own]) => typeof claim === 'string' && own !== undefined && claim !== own,
  );
  const dates: readonly (readonly [string, JsonValue | undefined, JsonValue | undefined])[] = [
    ['validFrom', claims['nbf'], credential['validFrom'] ?? credential['issuanceDate']],
    ['validUntil', claims['exp'], credential['validUntil'] ?? credential['expirationDate']],
  ];
  const wrongDates = dates.filter(([, claim, own]) => !isSameSecond(claim, own));
  return [...found, ...wrongDates].map(([at]) => problem('credential/forms-disagree', { at }));
}

/** Compared at whole seconds, which is all that NumericDate carries in practice. */
function isSameSecond(claim: JsonValue | undefined, own: JsonValue | undefined): boolean {
  if (typeof claim !== 'number' || typeof own !== 'string') return true;
  const ms = Date.parse(own);
  return Number.isNaN(ms) || Math.floor(ms / 1000) === Math.floor(claim);
}

/** NumericDate (RFC 7519 §2) as an instant. */
function instantOf(value: JsonValue | undefined): string | undefined {
  if (typeof value !== 'number' || Math.abs(value) > 8.64e12) return undefined;
  return new Date(value * 1000).toISOString().replace('.000Z', 'Z');
}
