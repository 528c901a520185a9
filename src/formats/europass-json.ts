// Europass CV as JSON (`SkillsPassport`, versions 3.0 to 3.4): the education it lists, and the lines of its
// sections for certificates, courses and awards.
import type { CredentialReading } from '../domain/credential.ts';
import type { DateValue } from '../domain/date-value.ts';
import { finding } from '../domain/finding.ts';
import {
  emptyCv,
  europassDate,
  europassLevel,
  MAX_EUROPASS_ENTRIES,
  readingOfEntry,
} from './europass-entry.ts';
import { kindOfAchievement, titlesIn } from './europass-kinds.ts';
import { passageAt, placeAt, placesAt, rootPlace, textAt, type Place } from './place.ts';
import { numberOf, stringOf, type JsonObject, type JsonValue } from './json.ts';
import { plainPassage } from './plain-passage.ts';
import type { NodeSource, PayloadReading } from './reading-parts.ts';

/** True for a Europass skills passport; its learner may be empty. */
export function isEuropassJson(node: JsonObject): boolean {
  return placeAt(rootPlace(node), 'SkillsPassport.LearnerInfo') !== undefined;
}

/** What an untrusted passport lists as earned. None is no fault: a CV may list work alone. */
export function readEuropassJson(node: JsonObject, source: NodeSource): PayloadReading {
  const learner = placeAt(rootPlace(node), 'SkillsPassport.LearnerInfo');
  if (!learner) return { items: [], problems: [] };
  const holder = holderOf(learner);
  const all = (fields: readonly string[]): readonly Place[] =>
    fields.flatMap((field) => placesAt(learner, field));
  const education = all(['Education', 'EducationList', 'EducationList.Education']);
  const items: readonly (CredentialReading | undefined)[] = [
    ...education.map((place) => readEducation(place, source.carrier, holder)),
    ...all(['Achievement', 'AchievementList', 'AchievementList.Achievement']).flatMap((place) =>
      readSection(place, source.carrier, holder),
    ),
  ];
  const read = items.flatMap((item) => item ?? []).slice(0, MAX_EUROPASS_ENTRIES);
  return {
    items: read,
    problems: read.length > 0 ? [] : [emptyCv()],
    ...(placeAt(learner, 'Identification.Demographics')
      ? { findings: [finding('left-out/personal-fields')] }
      : {}),
  };
}

function readEducation(
  place: Place,
  carrier: string,
  holder: string | undefined,
): CredentialReading | undefined {
  return readingOfEntry({
    format: 'europass-json',
    carrier,
    path: place.path,
    kind: 'Education',
    title: textAt(place, ['Title', 'Title.Label'])?.value,
    issuer: textAt(place, ['Organisation.Name', 'Organisation'])?.value,
    holder,
    until: isCurrent(place) ? undefined : dateOfParts(place, 'Period.To'),
    description: plainPassage(passageAt(place, ['Activities', 'Skills'])?.value),
    level: europassLevel(
      textAt(place, ['Level.Code'])?.value,
      textAt(place, ['Level.Label', 'Level'])?.value,
    ),
    field: textAt(place, ['Field.Label', 'Field'])?.value,
  });
}

function readSection(
  place: Place,
  carrier: string,
  holder: string | undefined,
): readonly (CredentialReading | undefined)[] {
  const kind = kindOfAchievement(textAt(place, ['Title.Code'])?.value);
  if (kind === undefined) return [];
  return titlesIn(passageAt(place, ['Description'])?.value).map((title) =>
    readingOfEntry({
      format: 'europass-json',
      carrier,
      path: place.path,
      titleField: 'Description',
      kind,
      title,
      issuer: undefined,
      holder,
      until: undefined,
    }),
  );
}

function holderOf(learner: Place): string | undefined {
  const parts = ['FirstName', 'Surname'].flatMap(
    (field) => textAt(learner, [`Identification.PersonName.${field}`])?.value ?? [],
  );
  return parts.length > 0 ? parts.join(' ') : undefined;
}

function isCurrent(place: Place): boolean {
  const value = placeAt(place, 'Period')?.node['Current'];
  return value === true || value === 'true';
}

function dateOfParts(place: Place, field: string): DateValue | undefined {
  const parts = placeAt(place, field)?.node;
  const written = (value: JsonValue | undefined): string | undefined =>
    stringOf(value) ?? numberOf(value)?.toString();
  return parts
    ? europassDate(written(parts['Year']), written(parts['Month']), written(parts['Day']))
    : undefined;
}
