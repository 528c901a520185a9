// Skills that issuers state: alignments, tags and results of Open Badges 1 to 3. Sorts alignments, because
// the standard mixes skills with frameworks' other entries, occupations and credentials.
import type { SkillClaim } from '../domain/credential.ts';
import {
  idOf,
  isObject,
  listOf,
  objectsOf,
  stringOf,
  stringsOf,
  type JsonObject,
  type JsonValue,
} from './json.ts';
import { firstTextOf, textOf } from './language-text.ts';
import { defined } from './reading-parts.ts';

// Open Badges 3.0 §B.5 AlignmentTargetType: these name other things than something a person can do.
const NOT_SKILLS = new Set([
  'ceterms:credential',
  'cfrubric',
  'cfrubriccriterion',
  'cfrubriccriterionlevel',
]);
const NOT_SKILL_EXTENSION =
  /^ext:.*(occupation|job|role|credential|qualification|course|standard)/i;
const NOT_SKILL_URL = /\/esco\/(occupation|isco|qualification)\/|onetonline\.org\/link\/summary\//i;

/** The skills among alignments, in the names of Open Badges 2 and 3 or of 1.x (`name`, `url`). */
export function skillsOfAlignments(value: JsonValue | undefined): readonly SkillClaim[] {
  return listOf(value).flatMap((one) => {
    if (!isObject(one)) return [];
    const targetType = stringOf(one['targetType']);
    const url = idOf(one['targetUrl']) ?? idOf(one['targetURL']) ?? idOf(one['url']);
    const name = firstTextOf(one, ['targetName', 'name']) ?? stringOf(one['targetCode']);
    if (name === undefined || !isSkill(targetType, url)) return [];
    return [
      {
        name,
        source: 'issuer' as const,
        ...defined({
          url,
          code: textOf(one['targetCode']),
          framework: textOf(one['targetFramework']),
          targetType,
        }),
      },
    ];
  });
}

function isSkill(targetType: string | undefined, url: string | undefined): boolean {
  if (url !== undefined && NOT_SKILL_URL.test(url)) return false;
  if (targetType === undefined) return true;
  return !NOT_SKILLS.has(targetType.toLowerCase()) && !NOT_SKILL_EXTENSION.test(targetType);
}

/** Tags as skill claims, marked with the target type `tag`: an issuer's keyword, not a competency. */
export function skillsOfTags(value: JsonValue | undefined): readonly SkillClaim[] {
  return stringsOf(value)
    .flatMap((text) => (listOf(value).length === 1 ? text.split(',') : [text]))
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .map((name) => ({ name, source: 'issuer', targetType: 'tag' }));
}

/**
 * Skills with the level that was reached (Open Badges 3.0 §B.1 Result and ResultDescription), which is
 * the only place the standard has for a level. Results that are not completed prove nothing.
 */
export function skillsOfResults(
  subject: JsonObject,
  achievement: JsonObject,
): readonly SkillClaim[] {
  const descriptions = objectsOf(achievement['resultDescription']);
  return objectsOf(subject['result']).flatMap((result) => {
    const status = stringOf(result['status']);
    if (status !== undefined && status !== 'Completed') return [];
    const description = descriptions.find(
      (one) => idOf(one) !== undefined && idOf(one) === idOf(result['resultDescription']),
    );
    const reached = idOf(result['achievedLevel']);
    const rubricLevel = objectsOf(description?.['rubricCriterionLevel']).find(
      (one) => reached !== undefined && idOf(one) === reached,
    );
    const level =
      (rubricLevel ? firstTextOf(rubricLevel, ['name', 'level']) : undefined) ??
      stringOf(result['value']);
    return [result, rubricLevel, description]
      .flatMap((node) => skillsOfAlignments(node?.['alignment']))
      .map((skill) => (level === undefined ? skill : { ...skill, level }));
  });
}

/** One claim per skill: the same URL, or the same name where there is none; a level is kept. */
export function mergeSkills(skills: readonly SkillClaim[]): readonly SkillClaim[] {
  const merged = new Map<string, SkillClaim>();
  for (const skill of skills) {
    const key = skill.url ?? `name ${skill.name.toLowerCase()} ${skill.targetType === 'tag'}`;
    const known = merged.get(key);
    if (!known) merged.set(key, skill);
    else if (known.level === undefined && skill.level !== undefined) {
      merged.set(key, { ...known, level: skill.level });
    }
  }
  return [...merged.values()];
}
