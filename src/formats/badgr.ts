// Backpack entries of the second Badgr interface (Badgr, Canvas Credentials, Parchment): an award in the
// platform's own field names, with the badge and its issuer by number unless they were asked for in full.
import type { CredentialReading } from '../domain/credential.ts';
import { problem, type Problem } from '../domain/problem.ts';
import { idOf, isObject, stringOf, type JsonObject } from './json.ts';
import { passageOf, textOf } from './language-text.ts';
import {
  dateAt,
  passageAt,
  placeAt,
  firstAt,
  sourcesOf,
  stringAt,
  textAt,
  type Place,
} from './place.ts';
import {
  defined,
  evidenceOf,
  imageOf,
  isWebUrl,
  type NodeSource,
  type PayloadReading,
} from './reading-parts.ts';
import { mergeSkills, skillsOfAlignments, skillsOfTags } from './skills.ts';
import { issuerOf } from './verifiable-credential.ts';

/** True for one entry of `result[]`: the interface's own names, never those of the standard. */
export function isBadgrEntry(node: JsonObject): boolean {
  const isOwn =
    node['openBadgeId'] !== undefined ||
    node['badgeclassOpenBadgeId'] !== undefined ||
    node['entityType'] === 'Assertion' ||
    node['entityType'] === 'BackpackAssertion';
  return isOwn && node['badgeclass'] !== undefined;
}

/** Reads one entry. Where badge and issuer are numbers only, that is said and the addresses are kept. */
export function readBadgrEntry(node: JsonObject, source: NodeSource): PayloadReading {
  const problems: Problem[] = [];
  const root: Place = { node, path: '' };
  const badge = placeAt(root, 'badgeclass');
  const issuer = placeAt(badge, 'issuer') ?? placeAt(root, 'issuer');
  const title = textAt(badge, ['name']) ?? textAt(root, ['badgeclassName']);
  if (!title) problems.push(problem('credential/only-a-link', { params: { field: 'badgeclass' } }));
  const description = passageAt(badge, ['description']);
  const issuedOn = dateAt(root, ['issuedOn'], problems);
  const validUntil = dateAt(root, ['expires'], problems);
  const id = stringAt(root, ['openBadgeId', 'entityId']);
  const verifyUrl = id && isWebUrl(id.value) ? id : undefined;
  const person = placeAt(root, 'recipient');
  const identity =
    textAt(person, ['plaintextIdentity']) ?? textAt(person, ['identity', 'recipient']);
  const isHashed = person?.node['hashed'] === true && !textOf(person.node['plaintextIdentity']);
  const type = stringOf(person?.node['type']) ?? 'email';
  const salt = stringOf(person?.node['salt']);
  const issuerName = textAt(root, ['issuerName']);
  const reading: CredentialReading = {
    format: 'badgr-json',
    carrier: source.carrier,
    achievement: {
      name: title?.value ?? '',
      ...defined({
        id: stringOf(badge?.node['openBadgeId']) ?? stringOf(node['badgeclassOpenBadgeId']),
        description: description?.value,
        criteriaNarrative: passageOf(badge?.node['criteriaNarrative']),
        criteriaUrl: stringOf(badge?.node['criteriaUrl']),
        image: imageOf(badge?.node['image']) ?? imageOf(node['image']),
      }),
    },
    issuer: {
      ...(issuer ? issuerOf(issuer.node) : {}),
      ...defined({
        name: textOf(issuer?.node['name']) ?? issuerName?.value,
        id:
          (issuer ? (stringOf(issuer.node['openBadgeId']) ?? idOf(issuer.node)) : undefined) ??
          stringOf(node['issuerOpenBadgeId']),
      }),
    },
    recipient: {
      identifiers: identity && !isHashed ? [{ type, value: identity.value }] : [],
      hashedIdentities:
        identity && isHashed ? [{ type, hash: identity.value, ...defined({ salt }) }] : [],
    },
    skills: mergeSkills([
      ...skillsOfAlignments(badge?.node['alignments'] ?? badge?.node['alignment']),
      ...skillsOfTags(badge?.node['tags']),
    ]),
    evidence: evidenceOf(node['evidence']),
    signed: source.signed,
    payload: source.payload,
    ...defined({
      credentialId: id?.value,
      issuedOn: issuedOn?.value,
      validUntil: validUntil?.value,
      verifyUrl: verifyUrl?.value,
    }),
    sources: sourcesOf({
      title,
      description,
      issuer:
        textAt(issuer, ['name']) ?? issuerName ?? firstAt(root, ['issuerOpenBadgeId'], stringOf),
      recipient: identity,
      issuedOn,
      validUntil,
      verifyUrl,
    }),
  };
  return { items: [reading], problems };
}

/** An entry of the first interface, where the assertion stands under `json`. */
export function isBadgrWrapper(node: JsonObject): boolean {
  return isObject(node['json']) && (node['acceptance'] !== undefined || node['id'] !== undefined);
}
