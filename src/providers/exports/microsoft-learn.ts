// Microsoft Learn's shared transcript: certifications, applied skills, exams, learning paths and modules. Legal
// name, e-mail address and Microsoft's own number of the person are not taken.
import type { CredentialReading } from '../../domain/credential.ts';
import { finding } from '../../domain/finding.ts';
import type { Problem } from '../../domain/problem.ts';
import { dateAt, firstAt, placesAt, rootPlace, textAt, type Place } from '../../formats/place.ts';
import { isObject, numberOf, type JsonObject, type JsonValue } from '../../formats/json.ts';
import type { NodeSource, PayloadReading } from '../../formats/reading-parts.ts';
import { addressAt, always, buildExportReading, idAt, MAX_EXPORT_ITEMS } from './export-reading.ts';

const LISTS: readonly (readonly [field: string, type: string])[] = [
  ['certificationData.activeCertifications', 'Certification'],
  ['certificationData.historicalCertifications', 'Certification'],
  ['certificationData.qualifications', 'Certification'],
  ['certificationData.passedExams', 'Exam'],
  ['appliedSkillsData.appliedSkillsCredentials', 'Applied skills'],
  ['appliedSkillsCredentials', 'Applied skills'],
  ['learningPathsCompleted', 'Learning path'],
  ['modulesCompleted', 'Module'],
];

/** The achievements of an untrusted transcript, or undefined where it is none. */
export function readMicrosoftLearn(
  value: JsonValue,
  source: NodeSource,
): PayloadReading | undefined {
  if (!isObject(value) || !isTranscript(value)) return undefined;
  const problems: Problem[] = [];
  const transcript = rootPlace(value);
  const items = LISTS.flatMap(([field, type]) =>
    placesAt(transcript, field).flatMap((place) => readEntry(place, type, source, problems)),
  ).slice(0, MAX_EXPORT_ITEMS);
  const data = value['certificationData'];
  const isPersonal =
    value['contactEmail'] !== undefined || (isObject(data) && data['legalName'] !== undefined);
  return {
    items,
    problems,
    ...(isPersonal ? { findings: [finding('left-out/personal-fields')] } : {}),
  };
}

function isTranscript(node: JsonObject): boolean {
  const data = node['certificationData'];
  const hasLists =
    isObject(data) && LISTS.some(([field]) => Array.isArray(data[field.split('.')[1] ?? '']));
  const modules = node['modulesCompleted'] ?? node['learningPathsCompleted'];
  return hasLists || (Array.isArray(modules) && (modules as readonly JsonValue[]).every(isModule));
}

function isModule(one: JsonValue): boolean {
  return isObject(one) && typeof one['title'] === 'string' && one['uid'] !== undefined;
}

function readEntry(
  place: Place,
  type: string,
  source: NodeSource,
  problems: Problem[],
): readonly CredentialReading[] {
  const title = textAt(place, ['name', 'title', 'examTitle']);
  if (!title) return [];
  const minutes = firstAt(place, ['durationInMinutes'], numberOf)?.value;
  return [
    buildExportReading(source, {
      format: 'mslearn-json',
      provider: always('Microsoft Learn'),
      title,
      issuer: always('Microsoft'),
      issuedOn: dateAt(
        place,
        ['dateEarned', 'examDateTaken', 'completedOn', 'awardedOn'],
        problems,
      ),
      validUntil: dateAt(place, ['expiration', 'expiresOn'], problems),
      credentialNumber: idAt(place, ['certificationNumber', 'credentialId', 'examNumber']),
      verifyUrl: addressAt(place, ['verifyUrl', 'shareUrl']),
      achievement: { achievementType: type },
      hours: minutes === undefined || minutes <= 0 ? undefined : Math.round(minutes / 0.6) / 100,
    }),
  ];
}
