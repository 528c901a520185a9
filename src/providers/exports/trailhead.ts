// Salesforce Trailhead: certifications and badges as the public profile's GraphQL service answers.
import type { CredentialReading } from '../../domain/credential.ts';
import type { Problem } from '../../domain/problem.ts';
import {
  dateAt,
  passageAt,
  placeAt,
  placesAt,
  rootPlace,
  textAt,
  type Place,
} from '../../formats/place.ts';
import { isObject, type JsonValue } from '../../formats/json.ts';
import type { NodeSource, PayloadReading } from '../../formats/reading-parts.ts';
import {
  addressAt,
  always,
  buildExportReading,
  MAX_EXPORT_ITEMS,
  pictureAt,
} from './export-reading.ts';

/** What an untrusted answer says was earned, or undefined where it is none of Trailhead's. */
export function readTrailhead(value: JsonValue, source: NodeSource): PayloadReading | undefined {
  if (!isObject(value)) return undefined;
  const whole = rootPlace(value);
  const profile = placeAt(whole, 'data.profile') ?? placeAt(whole, 'profile');
  if (!profile) return undefined;
  const certifications = placesAt(profile, 'credential.certifications');
  const awards = placesAt(profile, 'earnedAwards.edges').flatMap(
    (edge) => placeAt(edge, 'node') ?? [],
  );
  if (certifications.length + awards.length === 0) return undefined;
  const problems: Problem[] = [];
  const items = [
    ...certifications.flatMap((place) => readCertification(place, source, problems)),
    ...awards.flatMap((place) => readAward(place, source, problems)),
  ].slice(0, MAX_EXPORT_ITEMS);
  return { items, problems };
}

function readCertification(
  place: Place,
  source: NodeSource,
  problems: Problem[],
): readonly CredentialReading[] {
  const title = textAt(place, ['title']);
  if (!title) return [];
  return [
    buildExportReading(source, {
      ...COMMON,
      title,
      issuedOn: dateAt(place, ['dateCompleted'], problems),
      validUntil: dateAt(place, ['dateExpired'], problems),
      description: passageAt(place, ['description']),
      achievement: {
        achievementType: 'Certification',
        fieldOfStudy: textAt(place, ['product'])?.value,
      },
      image: pictureAt(place, ['logoUrl']),
    }),
  ];
}

function readAward(
  place: Place,
  source: NodeSource,
  problems: Problem[],
): readonly CredentialReading[] {
  const title = textAt(place, ['award.title']);
  if (!title) return [];
  return [
    buildExportReading(source, {
      ...COMMON,
      title,
      issuedOn: dateAt(place, ['earnedAt'], problems),
      description: passageAt(place, ['award.content.description']),
      achievement: {
        achievementType: awardType(textAt(place, ['award.type'])?.value),
        criteriaUrl: addressAt(place, ['award.content.webUrl'])?.value,
      },
      image: pictureAt(place, ['award.icon']),
    }),
  ];
}

const COMMON = {
  format: 'trailhead-json',
  provider: always('Salesforce Trailhead'),
  issuer: always('Salesforce'),
} as const;

/** `SUPERBADGE` as `Superbadge`; every other award is a badge to its earner. */
function awardType(type: string | undefined): string {
  return /super/iu.test(type ?? '') ? 'Superbadge' : 'Badge';
}
