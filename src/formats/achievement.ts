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
} from './json.ts';
import { firstTextOf, passageOf, textOf } from './language-text.ts';
import { passageAt, pathTo, placeAt, placesAt, textAt, type Place, type Placed } from './place.ts';
import { defined, imageOf } from './reading-parts.ts';
import { mergeSkills, skillsOfAlignments, skillsOfResults, skillsOfTags } from './skills.ts';

/** The subject that carries the achievement, else the first; an empty one where there is none. */
export function achievementSubjectOf(credential: Place): Place {
  const subjects = placesAt(credential, 'credentialSubject');
  return (
    subjects.find((one) => placeAt(one, 'achievement')) ??
    subjects[0] ?? { node: {}, path: pathTo(credential, 'credentialSubject') }
  );
}

/** What was earned, and where that was read. */
export type Earned = {
  readonly achievement: Achievement;
  readonly title?: Placed<string>;
  readonly description?: Placed<string>;
  readonly place?: Place;
};

/**
 * What was earned. The name is the issuer's own: the achievement's, else the credential's, else that
 * of the thing the subject holds. Empty where the issuer gave none; a title is never made up.
 */
export function achievementOf(credential: Place, subject: Place): Earned {
  const found = findAchievement(credential, subject);
  const title = found?.title ?? textAt(credential, TITLES);
  const description =
    found?.description ??
    passageAt(found?.place, ['description']) ??
    passageAt(credential, ['description']);
  const node = found?.place?.node ?? {};
  const criteria = firstObject(node['criteria']);
  const specification = firstObject(node['specifiedBy']);
  const achievement: Achievement = {
    name: title?.value ?? '',
    ...defined({
      id: idOf(node),
      description: description?.value,
      criteriaNarrative: passageOf(criteria?.['narrative']),
      criteriaUrl: idOf(node['criteria']),
      achievementType: textOf(node['achievementType']) ?? specificTypeOf(credential.node),
      image: imageOf(node['image']) ?? imageOf(credential.node['image']),
      humanCode: textOf(node['humanCode']),
      creditsAvailable: numberOf(node['creditsAvailable']),
      creditsEarned: numberOf(subject.node['creditsEarned']),
      level: textOf(firstObject(specification?.['eqfLevel'])?.['prefLabel']),
      inLanguage: stringOf(node['inLanguage']),
      fieldOfStudy: textOf(node['fieldOfStudy']),
    }),
  };
  return {
    achievement,
    ...defined({ title, description, place: found?.place }),
  };
}

const TITLES = ['name', 'title'];

type Found = {
  readonly place?: Place;
  readonly title?: Placed<string> | undefined;
  readonly description?: Placed<string> | undefined;
};

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

const HELD_NAMES = [
  'credentialName',
  'certificateName',
  'courseName',
  'programName',
  'qualificationName',
  'awardName',
];

function findAchievement(credential: Place, subject: Place): Found | undefined {
  // A comprehensive learner record is about many achievements and names itself (CLR 2.0 §5.1).
  if (typesOf(credential.node).includes('ClrCredential')) return undefined;
  const achievement = placeAt(subject, 'achievement');
  if (achievement) return { place: achievement, title: textAt(achievement, ['name']) };
  const display = placeAt(credential, 'displayParameter');
  const claim = placeAt(subject, 'hasClaim');
  if (display || claim) {
    return {
      ...(claim ? { place: claim } : {}),
      title: textAt(display, ['title', 'name']) ?? textAt(claim, ['title', 'name']),
      description: passageAt(display, ['description']) ?? passageAt(claim, ['description']),
    };
  }
  if (textAt(credential, TITLES)) return undefined;
  for (const field of HELD) {
    const place = placeAt(subject, field);
    const title = place ? textAt(place, TITLES) : textAt(subject, [field]);
    if (title) return { ...(place ? { place } : {}), title };
  }
  // Blockcerts 3 drafts keep the badge of version 2 beside the subject.
  const badge = placeAt(credential, 'badge');
  if (badge) return { place: badge, title: textAt(badge, TITLES) };
  const named = textAt(subject, HELD_NAMES);
  return named ? { title: named } : undefined;
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
export function recipientOf(
  credential: JsonObject,
  subject: Place,
): { readonly recipient: Recipient; readonly place?: Placed<string> } {
  const { node } = subject;
  const identifiers: RecipientIdentifier[] = [];
  const hashedIdentities: HashedIdentity[] = [];
  for (const entry of listOf(node['identifier'])) {
    if (typeof entry === 'string') identifiers.push({ type: 'identifier', value: entry });
    if (!isObject(entry)) continue;
    const value =
      stringOf(entry['identityHash']) ??
      stringOf(entry['notation']) ??
      stringOf(entry['identifier']);
    const type =
      stringOf(entry['identityType']) ?? stringOf(entry['identifierType']) ?? 'identifier';
    if (value === undefined) continue;
    if (!isHashed(entry, value)) identifiers.push({ type, value });
    else
      hashedIdentities.push({ type, hash: value, ...defined({ salt: stringOf(entry['salt']) }) });
  }
  const id = idOf(node);
  if (id !== undefined) identifiers.push({ type: 'id', value: id });
  const email = stringsOf(node['email'])[0];
  if (email !== undefined) identifiers.push({ type: 'emailAddress', value: email });
  const profile = firstObject(node['profile']);
  const identified = identifiers.find((one) => one.type === 'name')?.value;
  const name =
    identified ??
    nameOf(node) ??
    (profile ? nameOf(profile) : undefined) ??
    nameOf(firstObject(credential['recipientProfile']) ?? {});
  const at = placeOfRecipient(subject, name, identifiers.length + hashedIdentities.length > 0);
  return {
    recipient: { ...(name === undefined ? {} : { name }), identifiers, hashedIdentities },
    ...(at === undefined ? {} : { place: { value: name ?? '', path: at } }),
  };
}

/** `hashed` decides; without it a value in the form of a digest is one (Open Badges 3.0 §B.1 IdentityObject). */
function isHashed(entry: JsonObject, value: string): boolean {
  return entry['hashed'] === undefined
    ? /^(?:sha256|md5)\$[0-9a-f]+$/i.test(value)
    : entry['hashed'] === true;
}

function placeOfRecipient(
  subject: Place,
  name: string | undefined,
  hasIdentity: boolean,
): string | undefined {
  const { node } = subject;
  if (name === undefined && !hasIdentity) return undefined;
  const entry = objectsOf(node['identifier']).findIndex((one) => one['identityType'] === 'name');
  if (name !== undefined && entry >= 0) return `${pathTo(subject, 'identifier')}[${entry}]`;
  const field =
    name !== undefined
      ? ['name', 'fullName', 'givenName', 'familyName', 'profile'].find(
          (one) => node[one] !== undefined,
        )
      : ['identifier', 'id', 'email'].find((one) => node[one] !== undefined);
  return field === undefined ? subject.path : pathTo(subject, field);
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
