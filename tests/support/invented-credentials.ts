// Credentials of invented issuers for invented people, in every format that is read. Nobody here exists.
import { createHash } from 'node:crypto';
import type { Json } from './sign-credential.ts';

const VC1 = 'https://www.w3.org/2018/credentials/v1';
const VC2 = 'https://www.w3.org/ns/credentials/v2';
const OB3 = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';

export type InventedSkill = { readonly name: string; readonly url?: string };

/** What the builders put into a credential; everything has a default. */
export type Invented = {
  readonly slug: string;
  readonly title: string;
  readonly description: string;
  readonly criteria: string;
  readonly issuer: string;
  readonly issuerUrl: string;
  readonly learner: string;
  readonly email: string;
  readonly issued: string;
  readonly expires?: string;
  readonly type: string;
  readonly skills: readonly InventedSkill[];
  readonly tags: readonly string[];
  readonly hours?: number;
};

export const DEFAULT_CREDENTIAL: Invented = {
  slug: 'soil-science-basics',
  title: 'Soil Science Basics',
  description: 'Can take a soil sample, read its profile and say what will grow in it.',
  criteria: 'Three field samples and a written assessment.',
  issuer: 'Larkfield Open College',
  issuerUrl: 'https://larkfield.example',
  learner: 'Imke Tornquist',
  email: 'imke@tornquist.example',
  issued: '2025-03-14T09:30:00Z',
  type: 'MicroCredential',
  skills: [{ name: 'Soil sampling', url: 'https://skills.example/soil-sampling' }],
  tags: ['soil', 'fieldwork'],
};

/** A credential description with some fields changed. */
export function invented(changes: Partial<Invented> = {}): Invented {
  return { ...DEFAULT_CREDENTIAL, ...changes };
}

/** A hosted Open Badges 2.0 assertion with badge and issuer embedded and a salted recipient. */
export function openBadge2(it: Invented): Json {
  const salt = `salt-${it.slug}`;
  const hash = createHash('sha256').update(`${it.email}${salt}`).digest('hex');
  return {
    '@context': 'https://w3id.org/openbadges/v2',
    type: 'Assertion',
    id: `${it.issuerUrl}/assertions/${it.slug}.json`,
    recipient: { type: 'email', hashed: true, salt, identity: `sha256$${hash}` },
    'extensions:recipientProfile': { type: ['Extension', 'RecipientProfile'], name: it.learner },
    issuedOn: it.issued,
    ...(it.expires === undefined ? {} : { expires: it.expires }),
    verification: { type: 'HostedBadge' },
    badge: {
      type: 'BadgeClass',
      id: `${it.issuerUrl}/badges/${it.slug}.json`,
      name: it.title,
      description: it.description,
      image: `${it.issuerUrl}/badges/${it.slug}.png`,
      criteria: { narrative: it.criteria },
      tags: it.tags,
      alignment: it.skills.map((skill) => ({
        targetName: skill.name,
        targetUrl: skill.url ?? `https://skills.example/${encodeURIComponent(skill.name)}`,
      })),
      issuer: {
        type: 'Profile',
        id: `${it.issuerUrl}/issuer.json`,
        name: it.issuer,
        url: it.issuerUrl,
        email: `badges@${new URL(it.issuerUrl).host}`,
      },
    },
  };
}

/** An unsigned Open Badges 3.0 credential in VC Data Model 1.1 or 2.0. */
export function openBadge3(it: Invented, version: '1.1' | '2.0' = '2.0'): Json {
  const dates =
    version === '2.0'
      ? { validFrom: it.issued, ...(it.expires === undefined ? {} : { validUntil: it.expires }) }
      : {
          issuanceDate: it.issued,
          ...(it.expires === undefined ? {} : { expirationDate: it.expires }),
        };
  return {
    '@context': [version === '2.0' ? VC2 : VC1, OB3],
    id: `urn:uuid:${uuidOf(it.slug)}`,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: it.title,
    issuer: { id: `${it.issuerUrl}/issuer`, type: ['Profile'], name: it.issuer, url: it.issuerUrl },
    ...dates,
    credentialSubject: {
      type: ['AchievementSubject'],
      identifier: [
        { type: 'IdentityObject', hashed: false, identityHash: it.learner, identityType: 'name' },
        {
          type: 'IdentityObject',
          hashed: false,
          identityHash: it.email,
          identityType: 'emailAddress',
        },
      ],
      achievement: {
        id: `${it.issuerUrl}/achievements/${it.slug}`,
        type: ['Achievement'],
        achievementType: it.type,
        name: it.title,
        description: it.description,
        criteria: { narrative: it.criteria },
        tag: it.tags,
        ...(it.hours === undefined ? {} : { creditsAvailable: it.hours }),
        alignment: it.skills.map((skill) => ({
          type: ['Alignment'],
          targetName: skill.name,
          targetUrl: skill.url ?? `https://skills.example/${encodeURIComponent(skill.name)}`,
          targetType: 'ceasn:Competency',
        })),
      },
    },
  };
}

/** A plain verifiable credential (2.0) about a degree-like thing, without any badge. */
export function plainCredential(it: Invented): Json {
  return {
    '@context': [VC2],
    id: `urn:uuid:${uuidOf(it.slug)}`,
    type: ['VerifiableCredential'],
    name: it.title,
    description: it.description,
    issuer: { id: `${it.issuerUrl}/issuer`, name: it.issuer },
    validFrom: it.issued,
    credentialSubject: { id: 'did:example:imke' },
  };
}

/** A UUID (version 8 layout) that follows from the text alone, so that fixtures stay the same. */
function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
