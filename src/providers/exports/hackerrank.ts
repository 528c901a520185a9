// HackerRank: passed skill tests as its JSON:API lists them, and the badges of a profile.
import type { CredentialReading } from '../../domain/credential.ts';
import type { Problem } from '../../domain/problem.ts';
import { dateAt, firstAt, placesAt, rootPlace, textAt, type Place } from '../../formats/place.ts';
import { isObject, numberOf, type JsonObject, type JsonValue } from '../../formats/json.ts';
import type { NodeSource, PayloadReading } from '../../formats/reading-parts.ts';
import { always, buildExportReading, MAX_EXPORT_ITEMS, pictureAt } from './export-reading.ts';

const COMMON = {
  format: 'hackerrank-json',
  provider: always('HackerRank'),
  issuer: always('HackerRank'),
} as const;
const CERTIFICATE_ID = /^[0-9a-f]{12}$/iu;

/** Passed tests or badges of an untrusted answer, or undefined where it is none of HackerRank's. */
export function readHackerrank(value: JsonValue, source: NodeSource): PayloadReading | undefined {
  if (!isObject(value)) return undefined;
  const problems: Problem[] = [];
  const items = testsOf(value, source, problems) ?? badgesOf(value, source);
  return items && { items: items.slice(0, MAX_EXPORT_ITEMS), problems };
}

function testsOf(
  value: JsonObject,
  source: NodeSource,
  problems: Problem[],
): readonly CredentialReading[] | undefined {
  const tests = placesAt(rootPlace(value), 'data');
  const isOwn = tests.every((one) =>
    textAt(one, ['attributes.status', 'attributes.certificate.label']),
  );
  if (tests.length === 0 || !isOwn) return undefined;
  // Tests that were begun or failed are listed alongside; only a passed one is an achievement.
  return tests
    .filter((one) => textAt(one, ['attributes.status'])?.value === 'test_passed')
    .flatMap((one) => readTest(one, source, problems));
}

function readTest(
  place: Place,
  source: NodeSource,
  problems: Problem[],
): readonly CredentialReading[] {
  const label = textAt(place, ['attributes.certificate.label', 'attributes.certificates.label']);
  if (!label) return [];
  const level = textAt(place, ['attributes.certificate.level'])?.value;
  const id = textAt(place, ['id']);
  const isCertificate = id !== undefined && CERTIFICATE_ID.test(id.value);
  const isLevelled = level === undefined || label.value.toLowerCase().includes(level.toLowerCase());
  return [
    buildExportReading(source, {
      ...COMMON,
      title: isLevelled ? label : { value: `${label.value} (${level})`, path: label.path },
      recipient: textAt(place, ['attributes.hacker_name']),
      issuedOn: dateAt(place, ['attributes.completed_at'], problems),
      credentialNumber: isCertificate ? id : undefined,
      verifyUrl: isCertificate
        ? { value: `https://www.hackerrank.com/certificates/${id.value}`, path: id.path }
        : undefined,
      achievement: {
        achievementType:
          textAt(place, ['attributes.type'])?.value === 'role'
            ? 'Role certificate'
            : 'Skill certificate',
        level,
      },
      image: pictureAt(place, ['attributes.certificate_image']),
    }),
  ];
}

function badgesOf(value: JsonObject, source: NodeSource): readonly CredentialReading[] | undefined {
  const models = placesAt(rootPlace(value), 'models');
  const isOwn = models.every((one) => textAt(one, ['badge_name']) && 'stars' in one.node);
  if (models.length === 0 || !isOwn) return undefined;
  return models.flatMap((one) => {
    const stars = firstAt(one, ['stars'], numberOf)?.value ?? 0;
    if (stars <= 0) return [];
    return [
      buildExportReading(source, {
        ...COMMON,
        title: textAt(one, ['badge_name']),
        achievement: {
          achievementType: 'Badge',
          level: stars === 1 ? '1 star' : `${stars} stars`,
        },
      }),
    ];
  });
}
