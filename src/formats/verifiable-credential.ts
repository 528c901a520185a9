// Verifiable credentials of VC Data Model 1.1 and 2.0, whatever they are about. What Open Badges 3.0 and the
// European Learning Model say inside the subject is read by achievement.ts.
import type { CredentialReading, Issuer } from '../domain/credential.ts';
import { problem, type Problem } from '../domain/problem.ts';
import {
  achievementOf,
  achievementSubjectOf,
  recipientOf,
  skillsOfSubject,
} from './achievement.ts';
import {
  contextsOf,
  firstObject,
  idOf,
  isObject,
  objectsOf,
  stringOf,
  stringsOf,
  typesOf,
  type JsonObject,
  type JsonValue,
} from './json.ts';
import { firstTextOf, passageOf, textOf } from './language-text.ts';
import { hoursOf } from './learning-hours.ts';
import {
  dateAt,
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

const VCDM1 = 'https://www.w3.org/2018/credentials/v1';
const VCDM2 = 'https://www.w3.org/ns/credentials/v2';

/** True for anything that says it is a verifiable credential, or is built like one. */
export function isVerifiableCredential(node: JsonObject): boolean {
  const types = typesOf(node);
  if (types.includes('VerifiablePresentation')) return false;
  if (types.some((type) => /(^|[:/#])VerifiableCredential$/.test(type))) return true;
  if (types.some((type) => CREDENTIAL_TYPES.has(type))) return true;
  const hasContext = contextsOf(node).some((url) => url === VCDM1 || url === VCDM2);
  return node['credentialSubject'] !== undefined && (hasContext || node['issuer'] !== undefined);
}

const CREDENTIAL_TYPES = new Set([
  'OpenBadgeCredential',
  'AchievementCredential',
  'ClrCredential',
  'EndorsementCredential',
  'EuropeanDigitalCredential',
]);

/** Reads one credential. Required fields that are missing are problems; the rest is still read. */
export function readVerifiableCredential(node: JsonObject, source: NodeSource): PayloadReading {
  const problems: Problem[] = [];
  const root: Place = { node, path: '' };
  const subject = achievementSubjectOf(root);
  const version = versionOf(node, problems);
  const earned = achievementOf(root, subject);
  const { recipient, place: recipientPlace } = recipientOf(node, subject);
  requireFields(node, subject.node, problems);
  const issuedOn = dateAt(root, ['issuanceDate', 'issued'], problems);
  const validFrom = dateAt(root, ['validFrom'], problems);
  const awarded = dateAt(root, ['awardedDate'], problems);
  const validUntil = dateAt(root, ['validUntil', 'expirationDate'], problems);
  const issued = issuedOn ?? validFrom ?? awarded;
  const number = stringAt(subject, ['licenseNumber']);
  const id = stringAt(root, ['id', '@id']);
  const verifyUrl = id && isWebUrl(id.value) ? id : undefined;
  const issuer = issuerOf(node['issuer']);
  reportDataPictures(
    {
      image: node['image'],
      'issuer.image': firstObject(node['issuer'])?.['image'],
      'credentialSubject.achievement.image': firstObject(subject.node['achievement'])?.['image'],
    },
    problems,
  );
  const reading: CredentialReading = {
    format: `${familyOf(node, subject.node)} ${version}`,
    carrier: source.carrier,
    achievement: earned.achievement,
    issuer,
    recipient,
    skills: skillsOfSubject(subject.node),
    evidence: [...evidenceOf(node['evidence']), ...evidenceOf(subject.node['evidence'])],
    signed: source.signed || node['proof'] !== undefined,
    payload: source.payload,
    ...defined({
      credentialId: id?.value,
      issuedOn: issued?.value,
      validFrom: (validFrom ?? issuedOn)?.value,
      validUntil: validUntil?.value,
      credentialNumber: number?.value,
      verifyUrl: verifyUrl?.value,
      hours: hoursOf(earned.place?.node, subject.node, node),
    }),
    sources: sourcesOf(
      {
        title: earned.title,
        description: earned.description,
        issuer: issuerPlace(root),
        recipient: recipientPlace,
        issuedOn: issued,
        validFrom: validFrom ?? issuedOn,
        validUntil,
        credentialNumber: number,
        verifyUrl,
      },
      source.rename,
    ),
  };
  return { items: [reading], problems };
}

/** Where the issuer was read: its name, else its id. */
function issuerPlace(root: Place): Placed<string> | undefined {
  const place = placeAt(root, 'issuer');
  return place
    ? (textAt(place, ISSUER_NAMES) ?? stringAt(place, ['id', '@id']))
    : firstAt(root, ['issuer'], idOf);
}

/** One version, decided by the first context; naming both is reported (verification D7). */
function versionOf(node: JsonObject, problems: Problem[]): string {
  const contexts = contextsOf(node);
  const named = contexts.filter((url) => url === VCDM1 || url === VCDM2);
  if (named.includes(VCDM1) && named.includes(VCDM2)) {
    problems.push(problem('credential/mixed-versions', { at: '@context' }));
  }
  if (named[0] === VCDM1) return 'vcdm1.1';
  if (named[0] === VCDM2) return 'vcdm2.0';
  problems.push(problem('credential/missing-field', { params: { field: '@context' } }));
  // The European Learning Model 3 is built on version 1.1, and its tools leave the context out.
  return typesOf(node).includes('EuropeanDigitalCredential') ? 'vcdm1.1' : 'vcdm?';
}

function familyOf(node: JsonObject, subject: JsonObject): string {
  const types = typesOf(node);
  const contexts = contextsOf(node);
  const hasOpenBadges = contexts.some((url) => url.includes('purl.imsglobal.org/spec/ob/v3p0'));
  if (types.includes('ClrCredential')) return 'clr2';
  if (types.includes('EndorsementCredential')) return hasOpenBadges ? 'ob3-endorsement' : 'vc';
  if (types.includes('OpenBadgeCredential') || types.includes('AchievementCredential'))
    return 'ob3';
  if (types.includes('BlockcertsCredential')) return 'blockcerts3';
  if (types.includes('EuropeanDigitalCredential')) return 'elm3';
  if (contexts.some((url) => /\/blockcerts\/(schema\/)?v?3/.test(url))) return 'blockcerts3';
  if (hasOpenBadges && isObject(subject['achievement'])) return 'ob3';
  return 'vc';
}

function requireFields(node: JsonObject, subject: JsonObject, problems: Problem[]): void {
  const missing = (field: string): void => {
    problems.push(problem('credential/missing-field', { params: { field } }));
  };
  if (idOf(node['issuer']) === undefined && !firstObject(node['issuer'])) missing('issuer');
  if (objectsOf(node['credentialSubject']).length === 0) missing('credentialSubject');
  const isAchievement = familyOf(node, subject) === 'ob3';
  const achievement = firstObject(subject['achievement']);
  if (isAchievement && !achievement) missing('credentialSubject.achievement');
  if (achievement && textOf(achievement['name']) === undefined) {
    missing('credentialSubject.achievement.name');
  }
}

const ISSUER_NAMES = ['name', 'legalName', 'prefLabel', 'preferredName', 'altLabel'];

/** Issuer of a credential: an id alone, or a profile that also names itself. */
export function issuerOf(value: JsonValue | undefined): Issuer {
  const node = firstObject(value);
  if (!node) return defined({ id: idOf(value) });
  return defined({
    name: firstTextOf(node, ISSUER_NAMES),
    id: idOf(node),
    url: stringOf(node['url']) ?? stringsOf(node['homepage'])[0] ?? idOf(node['homepage']),
    email: stringOf(node['email']),
    description: passageOf(node['description']),
    image: imageOf(node['image'] ?? node['logo']),
  });
}
