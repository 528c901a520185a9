// Open Badges 0.5 to 2.0 assertions, with the badge and its issuer embedded or named by URL only. Checks nothing
// against the issuer's site and never fills in what only the site knows.
import type { Achievement, CredentialReading, Issuer, Recipient } from '../domain/credential.ts';
import { problem, type Problem } from '../domain/problem.ts';
import {
  contextsOf,
  firstObject,
  idOf,
  isObject,
  stringOf,
  typesOf,
  type JsonObject,
  type JsonValue,
} from './json.ts';
import { firstTextOf, passageOf, textOf } from './language-text.ts';
import {
  dateOf,
  defined,
  evidenceOf,
  imageOf,
  isWebUrl,
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
  const badge = firstObject(node['badge']);
  const issuerNode = badge ? firstObject(badge['issuer']) : firstObject(node['issuer']);
  const achievement = achievementOf(node, badge);
  if (achievement.name === '') {
    const isLinked = badge === undefined && idOf(node['badge']) !== undefined;
    const params = { field: badge ? 'badge.name' : 'badge' };
    problems.push(
      problem(isLinked ? 'credential/only-a-link' : 'credential/missing-field', { params }),
    );
  }
  if (node['recipient'] === undefined) {
    problems.push(problem('credential/missing-field', { params: { field: 'recipient' } }));
  }
  const issuedOn = dateOf(node, ['issuedOn', 'issued_on'], problems);
  const validUntil = dateOf(node, ['expires'], problems);
  const reading: CredentialReading = {
    format: formatOf(node),
    carrier: source.carrier,
    achievement,
    issuer: issuerOf(issuerNode, badge?.['issuer'] ?? node['issuer']),
    recipient: recipientOf(node),
    skills: mergeSkills([
      ...skillsOfAlignments(badge?.['alignment'] ?? badge?.['alignments']),
      ...skillsOfTags(badge?.['tags']),
    ]),
    evidence: evidenceOf(node['evidence']),
    signed: source.signed || node['proof'] !== undefined,
    payload: source.payload,
    ...defined({
      credentialId: idOf(node) ?? stringOf(node['uid']),
      issuedOn,
      validUntil,
      verifyUrl: verifyUrlOf(node),
    }),
  };
  return { items: [reading], problems };
}

/** The version by context, else by shape (0.5 embeds the badge and has no uid; 1.1 has id and type). */
function formatOf(node: JsonObject): string {
  const contexts = contextsOf(node);
  if (contexts.some((url) => /^https?:\/\/w3id\.org\/openbadges\/v2/.test(url))) {
    return 'ob2 assertion';
  }
  if (contexts.some((url) => /openbadges\/v1|openbadges\.org\/1\.1/.test(url)))
    return 'ob1.1 assertion';
  // A context nobody knows: the version is not guessed.
  if (contexts.length > 0) return 'ob? assertion';
  if (idOf(node) !== undefined && typesOf(node).length > 0) return 'ob1.1 assertion';
  return isObject(node['badge']) && node['uid'] === undefined
    ? 'ob0.5 assertion'
    : 'ob1.0 assertion';
}

function achievementOf(node: JsonObject, badge: JsonObject | undefined): Achievement {
  if (!badge) {
    return { name: '', ...defined({ id: idOf(node['badge']), image: imageOf(node['image']) }) };
  }
  const criteria = badge['criteria'];
  const criteriaNode = firstObject(criteria);
  return {
    name: textOf(badge['name']) ?? '',
    ...defined({
      id: idOf(badge),
      description: passageOf(badge['description']),
      criteriaNarrative: passageOf(criteriaNode?.['narrative']),
      criteriaUrl: idOf(criteria) ?? stringOf(badge['criteriaUrl']),
      image: imageOf(badge['image']) ?? imageOf(node['image']),
      inLanguage: stringOf(badge['@language']),
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

const HASH = /^(?:sha256|md5|sha1|sha512)\$[0-9a-f]+$/i;

/** IdentityObject (Open Badges 2.0 §4.4); versions 0.5 and 1.0 allow a bare string. */
function recipientOf(node: JsonObject): Recipient {
  const recipient = node['recipient'];
  const object = firstObject(recipient);
  const identity = object ? textOf(object['identity']) : stringOf(recipient);
  const salt = stringOf(object ? object['salt'] : node['salt']);
  const type = (object ? stringOf(object['type'] ?? object['@type']) : undefined) ?? 'email';
  const profile =
    firstObject(node['recipientProfile']) ??
    firstObject(node['extensions:recipientProfile']) ??
    firstObject(object?.['recipientProfile']);
  const name = profile ? textOf(profile['name']) : undefined;
  const isHashed = identity !== undefined && (object?.['hashed'] === true || HASH.test(identity));
  return {
    ...(name === undefined ? {} : { name }),
    identifiers: identity !== undefined && !isHashed ? [{ type, value: identity }] : [],
    hashedIdentities: isHashed ? [{ type, hash: identity, ...defined({ salt }) }] : [],
  };
}

function verifyUrlOf(node: JsonObject): string | undefined {
  const verify = firstObject(node['verify'] ?? node['verification']);
  const candidates = [
    verify ? firstTextOf(verify, ['url', 'verificationUrl']) : undefined,
    idOf(node),
  ];
  return candidates.find(isWebUrl);
}
