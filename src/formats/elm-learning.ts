// What was learned, by the European Learning Model: outcomes with their skills, level, credits, hours and field
// of the claims inside a credential.
import type { SkillClaim } from '../domain/credential.ts';
import { europeanText, hoursOfDuration, languageCode } from './elm-text.ts';
import { firstAt, placeAt, placesAt, type Place } from './place.ts';
import { idOf, numberOf, stringOf, stringsOf, typesOf } from './json.ts';
import { defined } from './reading-parts.ts';
import { mergeSkills } from './skills.ts';

export type Learning = {
  readonly skills: readonly SkillClaim[];
  readonly level?: string;
  readonly type?: string;
  readonly credits?: number;
  readonly hours?: number;
  readonly field?: string;
  readonly language?: string;
};

/** Achievements are made of achievements: honest ones of a few levels and some dozens. */
const MAX_DEPTH = 8;
const MAX_CLAIMS = 500;
const MAX_SKILLS = 500;

/** Skills of all claims and their parts; everything else of the first achievement, as it is the whole. */
export function learningOf(
  claims: readonly Place[],
  resolve: (place: Place) => Place,
  language: string | undefined,
): Learning {
  const main =
    claims.find((claim) => typesOf(claim.node).includes('LearningAchievement')) ?? claims[0];
  const all: Place[] = [];
  const collect = (claim: Place, depth: number): void => {
    if (depth > MAX_DEPTH || all.length >= MAX_CLAIMS || all.some((one) => one.node === claim.node))
      return;
    all.push(claim);
    for (const field of ['hasPart', 'hasPart.learningAchievement', 'influencedBy'])
      for (const part of placesAt(claim, field)) collect(resolve(part), depth + 1);
  };
  for (const claim of claims) collect(claim, 0);
  const specifications = all.flatMap((claim) => placesAt(claim, 'specifiedBy').map(resolve));
  const skills = specifications.flatMap((specification) =>
    ['learningOutcome', 'learningOutcomes']
      .flatMap((field) => placesAt(specification, field))
      .flatMap((outcome) => skillsOf(resolve(outcome), language)),
  );
  const specification = main ? placesAt(main, 'specifiedBy').map(resolve)[0] : undefined;
  const label = (place: Place | undefined, fields: readonly string[]): string | undefined =>
    place && firstAt(place, fields, (value) => europeanText(value, language))?.value;
  const number = (place: Place | undefined, fields: readonly string[]): number | undefined =>
    place && firstAt(place, fields, (value) => numberOf(value))?.value;
  const hours = (place: Place | undefined, fields: readonly string[]): number | undefined =>
    place && firstAt(place, fields, (value) => hoursOfDuration(value))?.value;
  return {
    skills: mergeSkills(skills).slice(0, MAX_SKILLS),
    ...defined({
      level: specification && levelOf(specification, language),
      type:
        label(specification, ['dcType.prefLabel', 'type.prefLabel']) ??
        label(main, ['dcType.prefLabel']),
      credits:
        number(main, ['creditReceived.point']) ??
        number(specification, ['creditPoint.point', 'ectsCreditPoints', 'eCTSCreditPoints']),
      hours:
        hours(main, ['workload']) ??
        hours(specification, ['volumeOfLearning', 'workload']) ??
        hours(main, ['influencedBy.workload', 'influencedBy.specifiedBy.volumeOfLearning']),
      field: label(specification, ['thematicArea.prefLabel', 'iSCEDFCode.prefLabel']),
      language: languageCode(idOf(specification?.node['language'])),
    }),
  };
}

/** `EQF level 6` where the European level is given, else the national level in its own words. */
function levelOf(specification: Place, language: string | undefined): string | undefined {
  const eqf = placeAt(specification, 'eqfLevel') ?? placeAt(specification, 'EQFLevel');
  const address =
    (eqf && (idOf(eqf.node) ?? stringOf(eqf.node['@uri']))) ??
    stringsOf(specification.node['eqfLevel'])[0];
  const step = /\/eqf\/([1-8])$/.exec(address ?? '')?.[1];
  if (step !== undefined) return `EQF level ${step}`;
  return [eqf, placeAt(specification, 'nqfLevel')]
    .flatMap((level) =>
      level
        ? (firstAt(level, ['prefLabel', 'targetName'], (value) => europeanText(value, language))
            ?.value ?? [])
        : [],
    )
    .at(0);
}

/** An outcome is a skill, and so is each skill of ESCO or another framework that it relates to. */
function skillsOf(outcome: Place, language: string | undefined): readonly SkillClaim[] {
  const related = ['relatedESCOSkill', 'relatedSkill', 'relatedEscoSkill'].flatMap((field) =>
    placesAt(outcome, field).flatMap(({ node, path }) => {
      const name = firstAt({ node, path }, ['prefLabel', 'targetName', 'title', 'name'], (value) =>
        europeanText(value, language),
      );
      if (!name) return [];
      const url = idOf(node) ?? stringOf(node['@uri']) ?? stringOf(node['uri']);
      const isEsco = url?.includes('data.europa.eu/esco/') === true;
      return [
        {
          name: name.value,
          source: 'issuer' as const,
          ...defined({ url, framework: isEsco ? 'ESCO' : undefined }),
        },
      ];
    }),
  );
  const title = firstAt(outcome, ['title', 'prefLabel', 'name'], (value) =>
    europeanText(value, language),
  );
  return title ? [{ name: title.value, source: 'issuer' }, ...related] : related;
}
