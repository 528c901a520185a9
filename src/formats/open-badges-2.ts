// Open Badges 0.5 to 2.0 assertions, with the badge and its issuer embedded or named by URL only. Checks nothing
// against the issuer's site and never fills in what only the site knows.
import type {
  Achievement,
  CredentialReading,
  ImageReference,
  Issuer,
  Recipient,
} from '../domain/credential.ts';
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
  type JsonValue,
} from './json.ts';
import { passageOf, textOf } from './language-text.ts';
import { hoursOf } from './learning-hours.ts';
import {
  dateAt,
  passageAt,
  placeAt,
  firstAt,
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
import { mergeSkills, skillsOfAlignments, skillsOfTags } from './skills.ts';

/** True for an assertion of any Open Badges version before 3.0. */
export function isAssertion(node: JsonObject): boolean {
  if (node['credentialSubject'] !== undefined) return false;
  if (typesOf(node).some((type) => type.toLowerCase() === 'assertion')) return true;
  const hasBadge = idOf(node['badge']) !== undefined || isObject(node['badge']);
  const fields = ['recipient', 'verify', 'verification', 'uid', 'issuedOn', 'issued_on'];
  return hasBadge && fields.some((field) => node[field] !== undefined);
}

/** Reads one assertion. Parts that are only linked stay empty and add `credential/only-a-link`. */
export function readAssertion(node: JsonObject, source: NodeSource): PayloadReading {
  const problems: Problem[] = [];
  const root: Place = { node, path: '' };
  const badge = placeAt(root, 'badge');
  const issuerHolder = badge ?? root;
  const issuerPlace = placeAt(issuerHolder, 'issuer');
  const title = textAt(badge, ['name']);
  if (!title) {
    const isLinked = badge === undefined && idOf(node['badge']) !== undefined;
    const params = { field: badge ? 'badge.name' : 'badge' };
    problems.push(
      problem(isLinked ? 'credential/only-a-link' : 'credential/missing-field', { params }),
    );
  }
  if (node['recipient'] === undefined) {
    problems.push(problem('credential/missing-field', { params: { field: 'recipient' } }));
  }
  const issuedOn = dateAt(root, ['issuedOn', 'issued_on'], problems);
  const validUntil = dateAt(root, ['expires'], problems);
  const recipient = recipientOf(node);
  const verify = placeAt(root, 'verify') ?? placeAt(root, 'verification');
  const verifyUrl = [
    stringAt(verify, ['url', 'verificationUrl']),
    stringAt(root, ['id', '@id']),
  ].find((one) => isWebUrl(one?.value));
  reportDataPictures(
    {
      image: node['image'],
      'badge.image': badge?.node['image'],
      'badge.issuer.image': issuerPlace?.node['image'],
    },
    problems,
  );
  const base = originOf(issuerPlace?.node);
  const reading: CredentialReading = {
    format: formatOf(node),
    carrier: source.carrier,
    achievement: achievementOf(node, badge?.node, base),
    issuer: issuerOf(issuerPlace?.node, issuerHolder.node['issuer']),
    recipient,
    skills: mergeSkills([
      ...skillsOfAlignments(badge?.node['alignment'] ?? badge?.node['alignments']),
      ...skillsOfTags(badge?.node['tags']),
    ]),
    evidence: evidenceOf(node['evidence']).map((one) =>
      one.id === undefined ? one : { ...one, id: absolute(one.id, base) },
    ),
    signed: source.signed || isSealed(node),
    payload: source.payload,
    ...defined({
      credentialId: idOf(node) ?? stringOf(node['uid']),
      issuedOn: issuedOn?.value,
      validUntil: validUntil?.value,
      verifyUrl: verifyUrl?.value,
      hours: hoursOf(badge?.node, node),
    }),
    sources: sourcesOf(
      {
        title,
        description: passageAt(badge, ['description']),
        issuer:
          textAt(issuerPlace, ['name']) ??
          stringAt(issuerPlace, ['id', '@id', 'url', 'origin']) ??
          firstAt(issuerHolder, ['issuer'], stringOf),
        recipient: recipientPlace(node, recipient),
        issuedOn,
        validUntil,
        verifyUrl,
      },
      source.rename,
    ),
  };
  return { items: [reading], problems };
}

/** A proof of any kind; Blockcerts 2 calls its blockchain receipt `signature`. */
function isSealed(node: JsonObject): boolean {
  return node['proof'] !== undefined || isObject(node['signature']);
}

function recipientPlace(node: JsonObject, recipient: Recipient): Placed<string> | undefined {
  const { name, identifiers, hashedIdentities } = recipient;
  if (name === undefined) {
    const isNamed = identifiers.length + hashedIdentities.length > 0;
    const path = isObject(node['recipient']) ? 'recipient.identity' : 'recipient';
    return isNamed ? { value: '', path } : undefined;
  }
  const field = PROFILES.find((one) => isObject(node[one]));
  return { value: name, path: `${field ?? 'recipient.recipientProfile'}.name` };
}

/** Open Badges 0.5 writes addresses relative to the issuer's `origin`. */
function originOf(issuer: JsonObject | undefined): string | undefined {
  const origin = issuer ? stringOf(issuer['origin']) : undefined;
  return isWebUrl(origin) ? origin : undefined;
}

function absolute(url: string, base: string | undefined): string {
  return base !== undefined && url.startsWith('/') && URL.canParse(url, base)
    ? new URL(url, base).href
    : url;
}

function absoluteImage(
  image: ImageReference | undefined,
  base: string | undefined,
): ImageReference | undefined {
  return image && { ...image, url: absolute(image.url, base) };
}

// The contexts' own addresses, and the older ones that redirect to them.
const VERSION_2 =
  /^https?:\/\/(?:w3id\.org\/openbadges\/v2|openbadgespec\.org\/v2\/|purl\.imsglobal\.org\/spec\/ob\/v2p\d)/;
const VERSION_1 = /openbadges\/v1|openbadges\.org\/1\.1|openbadgespec\.org\/v1\//;

/** The version by context, else by shape (0.5 embeds the badge and has no uid; 1.1 has id and type). */
function formatOf(node: JsonObject): string {
  const contexts = contextsOf(node);
  if (contexts.some((url) => VERSION_2.test(url))) return 'ob2 assertion';
  if (contexts.some((url) => VERSION_1.test(url))) return 'ob1.1 assertion';
  // A context nobody knows: the version is not guessed.
  if (contexts.length > 0) return 'ob? assertion';
  if (idOf(node) !== undefined && typesOf(node).length > 0) return 'ob1.1 assertion';
  return isObject(node['badge']) && node['uid'] === undefined
    ? 'ob0.5 assertion'
    : 'ob1.0 assertion';
}

function achievementOf(
  node: JsonObject,
  badge: JsonObject | undefined,
  base: string | undefined,
): Achievement {
  if (!badge) {
    return { name: '', ...defined({ id: idOf(node['badge']), image: imageOf(node['image']) }) };
  }
  const criteria = badge['criteria'];
  const criteriaNode = firstObject(criteria);
  const criteriaUrl =
    idOf(criteria) ??
    (criteriaNode ? stringOf(criteriaNode['url']) : undefined) ??
    stringOf(badge['criteriaUrl']);
  return {
    name: textOf(badge['name']) ?? '',
    ...defined({
      id: idOf(badge),
      description: passageOf(badge['description']),
      criteriaNarrative:
        passageOf(criteriaNode?.['narrative']) ?? passageOf(badge['criteriaNarrative']),
      criteriaUrl: criteriaUrl === undefined ? undefined : absolute(criteriaUrl, base),
      image: absoluteImage(imageOf(badge['image']) ?? imageOf(node['image']), base),
      achievementType: textOf(badge['achievementType']),
      creditsAvailable: numberOf(badge['creditsAvailable']),
      inLanguage: stringOf(badge['@language']) ?? stringOf(badge['inLanguage']),
    }),
  };
}

function issuerOf(node: JsonObject | undefined, value: JsonValue | undefined): Issuer {
  return defined({
    name: node ? textOf(node['name']) : undefined,
    id: idOf(value),
    url: node ? (stringOf(node['url']) ?? stringOf(node['origin'])) : undefined,
    email: node ? (stringOf(node['email']) ?? stringOf(node['contact'])) : undefined,
    description: node ? passageOf(node['description']) : undefined,
    image: node ? imageOf(node['image']) : undefined,
  });
}

const PROFILES = ['recipientProfile', 'extensions:recipientProfile'];
const HASH = /^(?:sha256|md5|sha1|sha512)\$[0-9a-f]+$/i;

/** IdentityObject (Open Badges 2.0 §4.4); versions 0.5 and 1.0 allow a bare string. */
function recipientOf(node: JsonObject): Recipient {
  const recipient = node['recipient'];
  const object = firstObject(recipient);
  // The first Badgr interface says `recipient` for what the standard calls `identity`.
  const identity = object
    ? (textOf(object['identity']) ?? textOf(object['recipient']))
    : stringOf(recipient);
  const salt = stringOf(object ? object['salt'] : node['salt']);
  const type = (object ? stringOf(object['type'] ?? object['@type']) : undefined) ?? 'email';
  const profile =
    PROFILES.map((field) => firstObject(node[field])).find((one) => one) ??
    firstObject(object?.['recipientProfile']);
  const name = profile ? textOf(profile['name']) : undefined;
  const isHashed = identity !== undefined && (object?.['hashed'] === true || HASH.test(identity));
  return {
    ...(name === undefined ? {} : { name }),
    identifiers: identity !== undefined && !isHashed ? [{ type, value: identity }] : [],
    hashedIdentities: isHashed ? [{ type, hash: identity, ...defined({ salt }) }] : [],
  };
}
