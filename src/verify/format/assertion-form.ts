// The form of Open Badges assertions up to version 2 (Open Badges 2.0 §Assertion, 1.1, 1.0; 0.5 asks for
// least). Judges the file in hand alone; what the issuer publishes is judged where it is read.
import { parseDateValue } from '../../domain/date-value.ts';
import {
  type JsonObject,
  type JsonValue,
  contextsOf,
  idOf,
  isObject,
  listOf,
  stringOf,
  stringsOf,
  typesOf,
} from '../../formats/json.ts';
import { type Finding, failed } from '../check-result.ts';
import { isAbsolute, missing, wrongType } from './form-words.ts';

type Version = '0.5' | '1.0' | '1.1' | '2';

const OPEN_BADGES = /openbadges\/v[12]\b|openbadges?spec|standard\.openbadges\.org/;

/** True for a record that calls itself an assertion, whatever it lacks. */
export function isAssertionRecord(record: JsonObject): boolean {
  return (
    typesOf(record).some((type) => type.toLowerCase() === 'assertion') &&
    contextsOf(record).some((url) => OPEN_BADGES.test(url))
  );
}

/** The first thing that is wrong with an untrusted assertion, or nothing. */
export function judgeAssertion(assertion: JsonObject): Finding | undefined {
  const version = versionOf(assertion);
  if (assertion['recipient'] === undefined) return missing('recipient');
  if (assertion['badge'] === undefined) return missing('badge');
  return (
    judgeVocabulary(assertion) ??
    judgeId(assertion, version) ??
    judgeRecipient(assertion['recipient'], version) ??
    judgeBadge(assertion['badge'], version) ??
    judgeVerification(assertion, version) ??
    judgeDates(assertion, version) ??
    judgeEvidence(assertion['evidence'], version)
  );
}

/** Told by the vocabulary, then by the fields that each version brought (Open Badges 1.1 §History). */
function versionOf(assertion: JsonObject): Version {
  const contexts = contextsOf(assertion);
  if (contexts.some((url) => /openbadges\/v2\b/.test(url))) return '2';
  if (contexts.length > 0) return '1.1';
  const isHosted = assertion['uid'] !== undefined || assertion['verify'] !== undefined;
  return isHosted && !isObject(assertion['badge']) ? '1.0' : '0.5';
}

/** Words like “badge” mean something only in the vocabulary that defines them. */
function judgeVocabulary(assertion: JsonObject): Finding | undefined {
  const contexts = contextsOf(assertion);
  const isNamed = contexts.some((url) => OPEN_BADGES.test(url) || /blockcerts/.test(url));
  const isInline = listOf(assertion['@context']).some((entry) => typeof entry !== 'string');
  return contexts.length === 0 || isNamed || isInline
    ? undefined
    : failed('vocabulary/undefined-term', { term: 'badge' });
}

function judgeId(assertion: JsonObject, version: Version): Finding | undefined {
  if (version !== '2') return undefined;
  const id = idOf(assertion);
  if (id === undefined) return missing('id');
  return isAbsolute(id) ? undefined : failed('format/not-an-address', { field: 'id' });
}

/** Open Badges 2.0 §IdentityObject; version 0.5 gave an address or a code bare. */
function judgeRecipient(recipient: JsonValue | undefined, version: Version): Finding | undefined {
  if (version === '0.5' && typeof recipient === 'string') return undefined;
  const [identity, ...more] = listOf(recipient);
  if (!isObject(identity) || more.length > 0) return wrongType('recipient');
  if (version === '0.5') return undefined;
  const value = identity['identity'];
  // Extensions name the type otherwise; without any, nobody can compare it.
  if (stringsOf(identity['type'] ?? identity['@type']).length === 0) {
    return missing('recipient.type');
  }
  if (value === undefined) return missing('recipient.identity');
  if (typeof value !== 'string') return wrongType('recipient.identity');
  const { hashed } = identity;
  if (hashed !== undefined && typeof hashed !== 'boolean') return wrongType('recipient.hashed');
  const isCode = /^(?:sha256|md5)\$[0-9a-fA-F]+$/.test(value);
  return hashed === true && !isCode
    ? failed('format/bad-code', { field: 'recipient.identity' })
    : undefined;
}

/** The badge by its address, or embedded without one: then it must say what it is called and who gives it. */
function judgeBadge(badge: JsonValue | undefined, version: Version): Finding | undefined {
  const [one, ...more] = listOf(badge);
  if (more.length > 0) return wrongType('badge');
  if (typeof one === 'string') {
    return isAbsolute(one) || version === '0.5'
      ? undefined
      : failed('format/not-an-address', { field: 'badge' });
  }
  if (!isObject(one)) return wrongType('badge');
  const id = idOf(one);
  if (id !== undefined && !isAbsolute(id) && version === '2') {
    return failed('format/not-an-address', { field: 'badge.id' });
  }
  // With an address, the whole of it stands there; a file may repeat as much as it likes.
  if (id !== undefined) return judgeIssuer(one['issuer'], version);
  if (one['name'] === undefined) return missing('badge.name');
  return one['issuer'] === undefined
    ? missing('badge.issuer')
    : judgeIssuer(one['issuer'], version);
}

function judgeIssuer(issuer: JsonValue | undefined, version: Version): Finding | undefined {
  if (issuer === undefined || version !== '2') return undefined;
  const [one, ...more] = listOf(issuer);
  if (more.length > 0) return wrongType('badge.issuer');
  if (typeof one !== 'string' && !isObject(one)) return wrongType('badge.issuer');
  const id = idOf(one);
  if (id === undefined) return missing('badge.issuer.id');
  return isAbsolute(id) ? undefined : failed('format/not-an-address', { field: 'badge.issuer.id' });
}

/** Open Badges 2.0 §VerificationObject; 1.x writes it `verify`. Extensions bring types of their own. */
function judgeVerification(assertion: JsonObject, version: Version): Finding | undefined {
  if (version === '0.5') return undefined;
  const value = assertion['verification'] ?? assertion['verify'];
  if (value === undefined) {
    return missing(version === '2' ? 'verification' : 'verify');
  }
  const field = assertion['verification'] === undefined ? 'verify' : 'verification';
  const [one, ...more] = listOf(value);
  if (more.length > 0 || (!isObject(one) && typeof one !== 'string')) return wrongType(field);
  if (!isObject(one)) return undefined;
  const types = typesOf(one);
  if (types.length === 0) return missing(`${field}.type`);
  if (version !== '1.0' && version !== '1.1') return undefined;
  return field === 'verify' && stringOf(one['url']) === undefined
    ? missing('verify.url')
    : undefined;
}

function judgeDates(assertion: JsonObject, version: Version): Finding | undefined {
  if (version !== '0.5' && version !== '1.0' && assertion['issuedOn'] === undefined) {
    return missing('issuedOn');
  }
  for (const field of ['issuedOn', 'expires']) {
    const value = assertion[field];
    // Open Badges 0.5 and 1.0 allow seconds since 1970.
    if (value === undefined || value === null || typeof value === 'number') continue;
    const text = stringOf(value);
    if (text === undefined) return wrongType(field);
    if (!parseDateValue(value) && !/^\d{1,11}$/.test(text)) {
      return failed('format/bad-date', { field });
    }
  }
  return undefined;
}

function judgeEvidence(evidence: JsonValue | undefined, version: Version): Finding | undefined {
  if (version !== '2') return undefined;
  const isOdd = listOf(evidence).some((one) => typeof one !== 'string' && !isObject(one));
  return isOdd ? wrongType('evidence') : undefined;
}
