// What a credential's subject says was achieved, by whom: Open Badges 3.0 AchievementSubject, European
// Learning Model claims, and the plain shapes other verifiable credentials use.
import type {
  Achievement,
  HashedIdentity,
  Recipient,
  RecipientIdentifier,
  SkillClaim,
} from '../domain/credential.ts';
import {
  firstObject,
  idOf,
  isObject,
  listOf,
  numberOf,
  objectsOf,
  stringOf,
  stringsOf,
  typesOf,
  type JsonObject,
  type JsonValue,
} from './json.ts';
import { firstTextOf, passageOf, textOf } from './language-text.ts';
import { defined, imageOf } from './reading-parts.ts';
import { mergeSkills, skillsOfAlignments, skillsOfResults, skillsOfTags } from './skills.ts';

/** The subject that carries the achievement, else the first; an empty one where there is none. */
export function achievementSubjectOf(value: JsonValue | undefined): JsonObject {
  const subjects = objectsOf(value);
  return subjects.find((one) => firstObject(one['achievement'])) ?? subjects[0] ?? {};
}

/**
 * What was earned. The name is the issuer's own: the achievement's, else the credential's, else that
 * of the thing the subject holds. Empty where the issuer gave none; a title is never made up.
 */
export function achievementOf(credential: JsonObject, subject: JsonObject): Achievement {
  const found = findAchievement(credential, subject);
  const name = found?.name ?? firstTextOf(credential, ['name', 'title']) ?? '';
  const node = found?.node ?? {};
  const criteria = firstObject(node['criteria']);
  const specification = firstObject(node['specifiedBy']);
  return {
    name,
    ...defined({
      id: idOf(node),
      description: passageOf(node['description']) ?? passageOf(credential['description']),
      criteriaNarrative: passageOf(criteria?.['narrative']),
      criteriaUrl: idOf(node['criteria']),
      achievementType: textOf(node['achievementType']) ?? specificTypeOf(credential),
      image: imageOf(node['image']) ?? imageOf(credential['image']),
      humanCode: textOf(node['humanCode']),
      creditsAvailable: numberOf(node['creditsAvailable']),
      creditsEarned: numberOf(subject['creditsEarned']),
      level: textOf(firstObject(specification?.['eqfLevel'])?.['prefLabel']),
      inLanguage: stringOf(node['inLanguage']),
      fieldOfStudy: textOf(node['fieldOfStudy']),
    }),
  };
}

type Found = { readonly node: JsonObject; readonly name: string | undefined };

// Where issuers of plain credentials put the thing held, in the order of how plainly they say it.
const HELD = [
  'hasCredential',
  'degree',
  'claim',
  'course',
  'award',
  'qualification',
  'certificate',
];

function findAchievement(credential: JsonObject, subject: JsonObject): Found | undefined {
  // A comprehensive learner record is about many achievements and names itself (CLR 2.0 §5.1).
  if (typesOf(credential).includes('ClrCredential')) return undefined;
  const achievement = firstObject(subject['achievement']);
  if (achievement) return { node: achievement, name: textOf(achievement['name']) };
  const display = firstObject(credential['displayParameter']);
  const claim = firstObject(subject['hasClaim']);
  if (display || claim) {
    const name = display ? firstTextOf(display, ['title', 'name']) : undefined;
    const title = name ?? (claim ? firstTextOf(claim, ['title', 'name']) : undefined);
    const description = display?.['description'] ?? claim?.['description'];
    return {
      node: { ...claim, ...(description === undefined ? {} : { description }) },
      name: title,
    };
  }
  if (firstTextOf(credential, ['name', 'title']) !== undefined) return undefined;
  for (const field of HELD) {
    const node = firstObject(subject[field]);
    const name = node ? firstTextOf(node, ['name', 'title']) : textOf(subject[field]);
    if (name !== undefined) return { node: node ?? {}, name };
  }
  return undefined;
}

const GENERAL_TYPES = new Set([
  'VerifiableCredential',
  'OpenBadgeCredential',
  'AchievementCredential',
]);

/** `UniversityDegreeCredential` for a credential that says no more than its type. */
function specificTypeOf(credential: JsonObject): string | undefined {
  return typesOf(credential).findLast(
    (type) => !GENERAL_TYPES.has(type) && /^[A-Z]\w+$/.test(type),
  );
}

/** Whom it was issued to: IdentityObjects (Open Badges 3.0 §B.1), names and addresses of the subject. */
export function recipientOf(credential: JsonObject, subject: JsonObject): Recipient {
  const identifiers: RecipientIdentifier[] = [];
  const hashedIdentities: HashedIdentity[] = [];
  for (const entry of listOf(subject['identifier'])) {
    if (typeof entry === 'string') identifiers.push({ type: 'identifier', value: entry });
    if (!isObject(entry)) continue;
    const value = stringOf(entry['identityHash']) ?? stringOf(entry['notation']);
    const type = stringOf(entry['identityType']) ?? 'identifier';
    if (value === undefined) continue;
    if (entry['hashed'] !== true) identifiers.push({ type, value });
    else
      hashedIdentities.push({ type, hash: value, ...defined({ salt: stringOf(entry['salt']) }) });
  }
  const id = idOf(subject);
  if (id !== undefined) identifiers.push({ type: 'id', value: id });
  const email = stringsOf(subject['email'])[0];
  if (email !== undefined) identifiers.push({ type: 'emailAddress', value: email });
  const profile = firstObject(subject['profile']);
  const name =
    identifiers.find((one) => one.type === 'name')?.value ??
    nameOf(subject) ??
    (profile ? nameOf(profile) : undefined) ??
    nameOf(firstObject(credential['recipientProfile']) ?? {});
  return { ...(name === undefined ? {} : { name }), identifiers, hashedIdentities };
}

function nameOf(node: JsonObject): string | undefined {
  const whole = firstTextOf(node, ['name', 'fullName']);
  if (whole !== undefined) return whole;
  const parts = ['givenName', 'familyName'].flatMap((field) => textOf(node[field]) ?? []);
  return parts.length > 0 ? parts.join(' ') : undefined;
}

/** Skills the issuer states: alignments and results of Open Badges 3.0, outcomes of the Learning Model. */
export function skillsOfSubject(subject: JsonObject): readonly SkillClaim[] {
  const open = objectsOf(subject['achievement']).flatMap((achievement) => [
    ...skillsOfAlignments(achievement['alignment'] ?? achievement['alignments']),
    ...skillsOfResults(subject, achievement),
    ...skillsOfTags(achievement['tag'] ?? achievement['tags']),
  ]);
  return mergeSkills([...open, ...objectsOf(subject['hasClaim']).flatMap(outcomesOf)]);
}

/** European Learning Model 3: learning outcomes with the ESCO and other skills they relate to. */
function outcomesOf(claim: JsonObject): readonly SkillClaim[] {
  const outcomes = objectsOf(claim['specifiedBy']).flatMap((one) =>
    objectsOf(one['learningOutcome']),
  );
  return outcomes.flatMap((outcome) => {
    const related = ['relatedESCOSkill', 'relatedSkill'].flatMap((field) =>
      objectsOf(outcome[field]).flatMap((concept) => {
        const name = firstTextOf(concept, ['prefLabel', 'title', 'name']);
        if (name === undefined) return [];
        return [{ name, source: 'issuer' as const, ...defined({ url: idOf(concept) }) }];
      }),
    );
    const title = firstTextOf(outcome, ['title', 'name']);
    return title === undefined ? related : [{ name: title, source: 'issuer' as const }, ...related];
  });
}
