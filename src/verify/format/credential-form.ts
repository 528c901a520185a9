// The form of a W3C Verifiable Credential: required fields, their kinds and dates, per version
// (VC Data Model 1.1 §4, 2.0 §4). What a badge or record says inside the subject is judged by class-form.ts.
import { parseDateValue } from '../../domain/date-value.ts';
import {
  type JsonObject,
  type JsonValue,
  contextsOf,
  idOf,
  isObject,
  listOf,
  typesOf,
} from '../../formats/json.ts';
import { type Finding, failed } from '../check-result.ts';
import { VC_V1, VC_V2 } from '../context-lists.ts';
import { isAbsolute, isText, judgeDate, missing, wrongType } from './form-words.ts';

/** The first thing that is wrong, or nothing. `isToken`: claims of a token may have filled in fields. */
export function judgeCredential(credential: JsonObject, isToken: boolean): Finding | undefined {
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
    judgeSubjects(credential['credentialSubject']) ??
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
  return id === undefined || isAbsolute(id) ? undefined : wrongType(field);
}

function judgeSubjects(subject: JsonValue | undefined): Finding | undefined {
  const subjects = listOf(subject);
  if (subjects.length === 0) return missing('credentialSubject');
  for (const one of subjects) {
    if (!isObject(one)) return wrongType('credentialSubject');
    if (Object.keys(one).length === 0) return missing('credentialSubject');
    const id = judgeId(one['id'], 'credentialSubject.id');
    if (id) return id;
  }
  return undefined;
}

const DATES = ['validFrom', 'issuanceDate', 'validUntil', 'expirationDate', 'awardedDate'];

function judgeDates(credential: JsonObject, isV1: boolean): Finding | undefined {
  // VC Data Model 1.1 requires a start; Open Badges 3.0 gave it the newer name in early credentials.
  if (isV1 && credential['issuanceDate'] === undefined && credential['validFrom'] === undefined) {
    return missing('issuanceDate');
  }
  for (const field of DATES) {
    const found = judgeDate(credential[field], field);
    if (found) return found;
    if (!isV1 && !hasZone(credential[field])) return failed('format/bad-date', { field });
  }
  for (const proof of listOf(credential['proof'])) {
    // A proof may say when it was made; a made-up instant is no instant (Data Integrity §2.1).
    const created = isObject(proof) ? proof['created'] : undefined;
    if (created !== undefined && (!parseDateValue(created) || (!isV1 && !hasZone(created)))) {
      return failed('format/bad-date', { field: 'proof.created' });
    }
  }
  return undefined;
}

/** VC Data Model 2.0 §4.9 and Data Integrity §2.1: an instant without a zone is another one on every computer. */
function hasZone(value: JsonValue | undefined): boolean {
  return (
    typeof value !== 'string' ||
    !/T\d/i.test(value) ||
    /(?:Z|[+-]\d{2}:?\d{2})$/i.test(value.trim())
  );
}

const PARTS = [
  { field: 'credentialStatus', needs: ['type'] },
  { field: 'credentialSchema', needs: ['id', 'type'] },
  { field: 'refreshService', needs: ['type'] },
  { field: 'termsOfUse', needs: ['type'] },
  { field: 'evidence', needs: ['type'] },
  { field: 'proof', needs: ['type'] },
] as const;

/** Parts that must say their type, and some their id. */
function judgeParts(credential: JsonObject): Finding | undefined {
  for (const { field, needs } of PARTS) {
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
