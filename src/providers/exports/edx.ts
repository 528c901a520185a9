// edX and Open edX: the list of certificates in the Learner Record that can be issued as verifiable credentials.
import type { CredentialReading } from '../../domain/credential.ts';
import { placesAt, rootPlace, textAt, type Place } from '../../formats/place.ts';
import { isObject, type JsonValue } from '../../formats/json.ts';
import type { NodeSource, PayloadReading } from '../../formats/reading-parts.ts';
import { always, buildExportReading, MAX_EXPORT_ITEMS } from './export-reading.ts';

const LISTS = [
  ['program_credentials', 'Program certificate'],
  ['course_credentials', 'Course certificate'],
] as const;

/** The certificates of an untrusted record, or undefined where it is none of edX's. */
export function readEdxRecord(value: JsonValue, source: NodeSource): PayloadReading | undefined {
  if (!isObject(value)) return undefined;
  const record = rootPlace(value);
  const entries = LISTS.flatMap(([field, type]) =>
    placesAt(record, field).map((place) => ({ place, type })),
  );
  const isOwn = entries.every(({ place }) => textAt(place, ['credential_title']));
  if (entries.length === 0 || !isOwn) return undefined;
  const items = entries
    // What edX took back stays in its list.
    .filter(({ place }) => textAt(place, ['status'])?.value !== 'revoked')
    .map(({ place, type }) => readEntry(place, type, source));
  return { items: items.slice(0, MAX_EXPORT_ITEMS), problems: [] };
}

// `modified_date` is when the row changed last, not when the certificate was given, so there is no date.
function readEntry(place: Place, type: string, source: NodeSource): CredentialReading {
  return buildExportReading(source, {
    format: 'edx-json',
    provider: always('edX'),
    title: textAt(place, ['credential_title']),
    issuer: textAt(place, ['credential_org']),
    credentialNumber: textAt(place, ['credential_uuid', 'uuid']),
    achievement: { achievementType: type },
  });
}
