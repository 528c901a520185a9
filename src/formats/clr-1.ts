// Comprehensive Learner Record 1.0: the record of a publisher and the assertions in it. Each assertion is read
// on its own; payload.ts lists them after the record.
import type { CredentialReading, Recipient } from '../domain/credential.ts';
import { problem, type Problem } from '../domain/problem.ts';
import {
  contextsOf,
  firstObject,
  idOf,
  isObject,
  numberOf,
  stringOf,
  typesOf,
  type JsonObject,
} from './json.ts';
import { elementsOf, childOf, type LocatedJson } from './json-source.ts';
import { firstTextOf, passageOf, textOf } from './language-text.ts';
import { hoursOf } from './learning-hours.ts';
import {
  dateAt,
  passageAt,
  placeAt,
  sourcesOf,
  stringAt,
  textAt,
  type Place,
  type Placed,
} from './place.ts';
import {
  defined,
  evidenceOf,
  imageOf,
  isWebUrl,
  reportDataPictures,
  type NodeSource,
  type PayloadReading,
} from './reading-parts.ts';
import { mergeSkills, skillsOfAlignments, skillsOfResults, skillsOfTags } from './skills.ts';
import { issuerOf } from './verifiable-credential.ts';

/** True for a record of CLR 1.0, which is no Verifiable Credential yet. */
export function isClr1(node: JsonObject): boolean {
  if (node['credentialSubject'] !== undefined) return false;
  if (typesOf(node).some((type) => /^(?:clr|clrset)$/i.test(type))) return true;
  const isNamed = contextsOf(node).some((url) => url.includes('/spec/clr/v1p0'));
  return (
    (isNamed || isObject(node['publisher'])) &&
    isObject(node['learner']) &&
    (node['assertions'] !== undefined || node['signedAssertions'] !== undefined)
  );
}

/** True for an assertion of CLR 1.0: what was earned stands under `achievement`, not under `badge`. */
export function isClr1Assertion(node: JsonObject): boolean {
  return (
    node['credentialSubject'] === undefined &&
    node['badge'] === undefined &&
    firstObject(node['achievement']) !== undefined &&
    (typesOf(node).includes('Assertion') || node['recipient'] !== undefined)
  );
}

/** The assertions of a record, embedded and signed, and the records of a set. */
export function assertionsOfClr1(record: LocatedJson): readonly LocatedJson[] {
  return ['clrs', 'signedClrs', 'assertions', 'signedAssertions'].flatMap((field) =>
    elementsOf(childOf(record, field)),
  );
}

/** Reads the record itself: who published it, about whom, when. */
export function readClr1(node: JsonObject, source: NodeSource): PayloadReading {
  const problems: Problem[] = [];
  const root: Place = { node, path: '' };
  const publisher = placeAt(root, 'publisher');
  const learner = placeAt(root, 'learner');
  const title = textAt(root, ['name']);
  const issuedOn = dateAt(root, ['issuedOn'], problems);
  const { recipient, place } = learnerOf(learner);
  const id = stringAt(root, ['id', '@id']);
  const verifyUrl = id && isWebUrl(id.value) ? id : undefined;
  const reading: CredentialReading = {
    format: 'clr1',
    carrier: source.carrier,
    achievement: {
      name: title?.value ?? '',
      ...defined({ description: passageOf(node['description']), achievementType: 'CLR' }),
    },
    issuer: issuerOf(node['publisher']),
    recipient,
    skills: [],
    evidence: [],
    signed: source.signed,
    payload: source.payload,
    ...defined({
      credentialId: id?.value,
      issuedOn: issuedOn?.value,
      verifyUrl: verifyUrl?.value,
    }),
    sources: sourcesOf(
      {
        title,
        issuer: textAt(publisher, ['name']) ?? stringAt(publisher, ['id', '@id']),
        recipient: place,
        issuedOn,
        verifyUrl,
      },
      source.rename,
    ),
  };
  return { items: [reading], problems };
}

/** Reads one assertion. `record` is the CLR around it, which names the learner when the assertion does not. */
export function readClr1Assertion(
  node: JsonObject,
  source: NodeSource,
  record?: JsonObject,
): PayloadReading {
  const problems: Problem[] = [];
  const root: Place = { node, path: '' };
  const achievement = placeAt(root, 'achievement');
  const held = achievement?.node ?? {};
  const title = textAt(achievement, ['name']);
  if (!title) {
    const params = { field: 'achievement.name' };
    problems.push(problem('credential/missing-field', { params }));
  }
  // The source of an assertion issued it where it is not the achievement's issuer (CLR 1.0 §Assertion).
  const issuerPlace = placeAt(root, 'source') ?? placeAt(achievement, 'issuer');
  const issuedOn = dateAt(root, ['issuedOn'], problems);
  const validUntil = dateAt(root, ['expires'], problems);
  const number = stringAt(root, ['licenseNumber']);
  const id = stringAt(root, ['id', '@id']);
  const verifyUrl = id && isWebUrl(id.value) ? id : undefined;
  const description = passageAt(achievement, ['description']);
  const requirement = firstObject(held['requirement']) ?? firstObject(held['criteria']);
  reportDataPictures({ image: node['image'], 'achievement.image': held['image'] }, problems);
  const { recipient, place } = recipientOf(root, record);
  const reading: CredentialReading = {
    format: 'clr1 assertion',
    carrier: source.carrier,
    achievement: {
      name: title?.value ?? '',
      ...defined({
        id: idOf(held),
        description: description?.value,
        criteriaNarrative: passageOf(requirement?.['narrative']),
        criteriaUrl: idOf(requirement),
        achievementType: textOf(held['achievementType']),
        image: imageOf(held['image']) ?? imageOf(node['image']),
        humanCode: textOf(held['humanCode']),
        creditsAvailable: numberOf(held['creditsAvailable']),
        creditsEarned: numberOf(node['creditsEarned']),
        level: textOf(held['level']),
        fieldOfStudy: textOf(held['fieldOfStudy']),
      }),
    },
    issuer: issuerOf(issuerPlace?.node),
    recipient,
    skills: mergeSkills([
      ...skillsOfAlignments(held['alignments'] ?? held['alignment']),
      ...skillsOfResults(
        { result: node['results'] ?? node['result'] ?? [] },
        { resultDescription: held['resultDescriptions'] ?? held['resultDescription'] ?? [] },
      ),
      ...skillsOfTags(held['tags']),
    ]),
    evidence: evidenceOf(node['evidence']),
    signed: source.signed,
    payload: source.payload,
    ...defined({
      credentialId: id?.value,
      issuedOn: issuedOn?.value,
      validUntil: validUntil?.value,
      credentialNumber: number?.value,
      verifyUrl: verifyUrl?.value,
      hours: hoursOf(held, node),
    }),
    sources: sourcesOf(
      {
        title,
        description,
        issuer: textAt(issuerPlace, ['name']) ?? stringAt(issuerPlace, ['id', '@id']),
        recipient: place,
        issuedOn,
        validUntil,
        credentialNumber: number,
        verifyUrl,
      },
      source.rename,
    ),
  };
  return { items: [reading], problems };
}

type FoundRecipient = { readonly recipient: Recipient; readonly place?: Placed<string> };

function learnerOf(learner: Place | undefined): FoundRecipient {
  const node = learner?.node ?? {};
  const whole = textAt(learner, ['name', 'displayName']);
  const parts = ['givenName', 'familyName'].flatMap((field) => textOf(node[field]) ?? []);
  const name = whole?.value ?? (parts.length > 0 ? parts.join(' ') : undefined);
  const pairs = [
    { type: 'id', value: idOf(node) },
    { type: 'emailAddress', value: stringOf(node['email']) },
    { type: 'studentId', value: stringOf(node['studentId'] ?? node['identifier']) },
    { type: 'sourcedId', value: stringOf(node['sourcedId']) },
  ];
  const identifiers = pairs.flatMap(({ type, value }) =>
    value === undefined ? [] : [{ type, value }],
  );
  const place = whole ?? textAt(learner, ['givenName', 'familyName', 'email', 'id']);
  return {
    recipient: { ...(name === undefined ? {} : { name }), identifiers, hashedIdentities: [] },
    ...(place ? { place } : {}),
  };
}

/** The assertion's own IdentityObject, with the learner's name of the record around it. */
function recipientOf(assertion: Place, record: JsonObject | undefined): FoundRecipient {
  const identity = placeAt(assertion, 'recipient');
  const node = identity?.node ?? {};
  const value = firstTextOf(node, ['identity']);
  const type = stringOf(node['type']) ?? 'identifier';
  const learner = record ? learnerOf(placeAt({ node: record, path: '' }, 'learner')) : undefined;
  const name = learner?.recipient.name;
  const isHashed = node['hashed'] === true;
  const salt = stringOf(node['salt']);
  const hash = { type, hash: value ?? '', ...defined({ salt }) };
  return {
    recipient: {
      ...(name === undefined ? {} : { name }),
      identifiers:
        value !== undefined && !isHashed
          ? [{ type, value }]
          : value === undefined
            ? (learner?.recipient.identifiers ?? [])
            : [],
      hashedIdentities: value !== undefined && isHashed ? [hash] : [],
    },
    ...(identity && value !== undefined
      ? { place: { value, path: `${identity.path}.identity` } }
      : {}),
  };
}
