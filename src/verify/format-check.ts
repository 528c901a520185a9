// The format check: required fields, their types and dates, per version (VC Data Model 1.1 §4, 2.0 §4;
// Open Badges 3.0 §B.1; Open Badges 2.0 Assertion). Small rules instead of fetched schemas.
import { parseDateValue } from '../domain/date-value.ts';
import {
  type JsonObject,
  type JsonValue,
  contextsOf,
  idOf,
  isObject,
  listOf,
  objectsOf,
  stringOf,
  typesOf,
} from '../formats/json.ts';
import { type Finding, failed, notApplicable, notChecked, passed } from './check-result.ts';
import { VC_V1, VC_V2 } from './context-lists.ts';
import type { Subject } from './subject.ts';

/** Judges the form of what was parsed; the first thing that is wrong is the answer. */
export function checkFormat(subject: Subject): Finding {
  switch (subject.kind) {
    case 'document':
      return notApplicable('format/document-only');
    case 'unreadable':
      return failed('format/unreadable-payload');
    case 'vc':
      if (subject.isBothForms) return failed('format/mixed-versions');
      return withHidden(
        judgeCredential(subject.credential, subject.envelope !== undefined) ??
          passed('format/recognised'),
        subject.hasHiddenFields,
      );
    case 'assertion':
      return judgeAssertion(subject.assertion) ?? passed('format/recognised');
    case 'other':
      return notChecked('format/no-rules');
  }
}

/** A field that the holder keeps back is there, for all that can be told. */
function withHidden(found: Finding, hasHiddenFields: boolean | undefined): Finding {
  return hasHiddenFields && found.reason === 'format/missing-field'
    ? notChecked('format/hidden-fields', found.params)
    : found;
}

function judgeCredential(credential: JsonObject, isToken: boolean): Finding | undefined {
  const contexts = contextsOf(credential);
  if (contexts.length === 0) return missing('@context');
  const [isV1, isV2] = [contexts.includes(VC_V1), contexts.includes(VC_V2)];
  if (isV1 && isV2) return failed('format/mixed-versions');
  if (
    isV2 &&
    (credential['issuanceDate'] !== undefined || credential['expirationDate'] !== undefined)
  ) {
    // A token's own dates may have been filled in under the older names.
    if (!isToken) return failed('format/mixed-versions');
  }
  if (!typesOf(credential).includes('VerifiableCredential')) return missing('type');
  return (
    judgeIssuer(credential['issuer']) ??
    (isV2 ? judgeId(credential['id'], 'id') : undefined) ??
    judgeSubject(credential) ??
    judgeDates(credential, isV1) ??
    judgeParts(credential) ??
    judgeTexts(credential)
  );
}

function judgeIssuer(issuer: JsonValue | undefined): Finding | undefined {
  if (issuer === undefined) return missing('issuer');
  if (typeof issuer !== 'string' && !isObject(issuer)) return wrongType('issuer');
  const id = idOf(issuer);
  if (id === undefined) return missing('issuer.id');
  return isAbsolute(id) ? undefined : wrongType('issuer.id');
}

function judgeId(id: JsonValue | undefined, field: string): Finding | undefined {
  if (id === undefined) return undefined;
  return typeof id === 'string' && isAbsolute(id) ? undefined : wrongType(field);
}

function judgeSubject(credential: JsonObject): Finding | undefined {
  const subject = credential['credentialSubject'];
  const subjects = listOf(subject);
  if (subjects.length === 0) return missing('credentialSubject');
  for (const one of subjects) {
    if (!isObject(one)) return wrongType('credentialSubject');
    if (Object.keys(one).length === 0) return missing('credentialSubject');
    const id = judgeId(one['id'], 'credentialSubject.id');
    if (id) return id;
  }
  const types = typesOf(credential);
  const isBadge = types.includes('OpenBadgeCredential') || types.includes('AchievementCredential');
  // Drafts of Open Badges 3.0 asked for less; they name other contexts.
  const isFinal = contextsOf(credential).some((url) => url.startsWith(OPEN_BADGES_3));
  return isBadge && isFinal ? judgeAchievements(objectsOf(subject)) : undefined;
}

const OPEN_BADGES_3 = 'https://purl.imsglobal.org/spec/ob/v3p0/context';

function judgeAchievements(subjects: readonly JsonObject[]): Finding | undefined {
  for (const subject of subjects) {
    const at = 'credentialSubject.achievement';
    if (subject['achievement'] === undefined) return missing(at);
    for (const achievement of listOf(subject['achievement'])) {
      if (!isObject(achievement)) return wrongType(at);
      if (achievement['name'] === undefined) return missing(`${at}.name`);
      if (!isText(achievement['name'])) return wrongType(`${at}.name`);
    }
  }
  return undefined;
}

function judgeDates(credential: JsonObject, isV1: boolean): Finding | undefined {
  // VC Data Model 1.1 requires a start; Open Badges 3.0 gave it the newer name in early credentials.
  if (isV1 && credential['issuanceDate'] === undefined && credential['validFrom'] === undefined) {
    return missing('issuanceDate');
  }
  for (const field of [
    'validFrom',
    'issuanceDate',
    'validUntil',
    'expirationDate',
    'awardedDate',
  ]) {
    const value = credential[field];
    if (value === undefined) continue;
    if (typeof value !== 'string') return wrongType(field);
    if (!parseDateValue(value)) return failed('format/bad-date', { field });
  }
  return undefined;
}

/** Parts that must say their type, and some their id. */
function judgeParts(credential: JsonObject): Finding | undefined {
  const rules = [
    { field: 'credentialStatus', needs: ['type'] },
    { field: 'credentialSchema', needs: ['id', 'type'] },
    { field: 'refreshService', needs: ['type'] },
    { field: 'termsOfUse', needs: ['type'] },
    { field: 'evidence', needs: ['type'] },
    { field: 'proof', needs: ['type'] },
  ];
  for (const { field, needs } of rules) {
    for (const part of listOf(credential[field])) {
      if (!isObject(part)) return wrongType(field);
      const absent = needs.find((name) =>
        name === 'type' ? typesOf(part).length === 0 : idOf(part) === undefined,
      );
      if (absent !== undefined) return missing(`${field}.${absent}`);
    }
  }
  return undefined;
}

function judgeTexts(credential: JsonObject): Finding | undefined {
  for (const field of ['name', 'description']) {
    if (credential[field] !== undefined && !isText(credential[field])) return wrongType(field);
  }
  return undefined;
}

const LANGUAGE_KEYS: ReadonlySet<string> = new Set(['@value', '@language', '@direction']);

/** Text, or text with a language (VC Data Model 2.0 §11.1), once or several times. */
function isText(value: JsonValue | undefined): boolean {
  const values = listOf(value);
  return (
    values.length > 0 &&
    values.every(
      (one) =>
        typeof one === 'string' ||
        (isObject(one) &&
          (typeof one['@value'] !== 'string' ||
            Object.keys(one).every((key) => LANGUAGE_KEYS.has(key)))),
    )
  );
}

function judgeAssertion(assertion: JsonObject): Finding | undefined {
  if (assertion['recipient'] === undefined) return missing('recipient');
  if (assertion['badge'] === undefined) return missing('badge');
  const isModern = contextsOf(assertion).some((url) =>
    /openbadges\/v[12]|openbadges?spec/.test(url),
  );
  const issuedOn = assertion['issuedOn'];
  if (isModern && issuedOn === undefined) return missing('issuedOn');
  for (const field of ['issuedOn', 'expires']) {
    const value = assertion[field];
    // Open Badges 0.5 and 1.0 allow seconds since 1970.
    if (value === undefined || value === null || typeof value === 'number') continue;
    const text = stringOf(value);
    if (text === undefined) return wrongType(field);
    if (!parseDateValue(value) && !/^\d{1,11}$/.test(text))
      return failed('format/bad-date', { field });
  }
  return undefined;
}

function missing(field: string): Finding {
  return failed('format/missing-field', { field });
}

function wrongType(field: string): Finding {
  return failed('format/wrong-type', { field });
}

/** An absolute URL or URN; identifiers are compared as text, never resolved here. */
function isAbsolute(id: string): boolean {
  return /^[A-Za-z][A-Za-z0-9+.-]*:[^\s]+$/.test(id);
}
