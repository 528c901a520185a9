// Forgeries of Open Badges 2: copies that differ from the issuer's, copies that stand elsewhere, and signatures of
// keys that the issuer does not list.
import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import { type Json, token } from '../unit/verify/workshop.ts';
import { answering, editing, type Family, type Forgery } from './forgery-bench.ts';

const SITE = 'https://quarry.example';
const ATTACKER = 'https://attacker.example';
const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
const other = generateKeyPairSync('rsa', { modulusLength: 2048 });

const profile = {
  '@context': 'https://w3id.org/openbadges/v2',
  type: 'Issuer',
  id: `${SITE}/issuer`,
  name: 'Quarry Hill Observatory',
  url: SITE,
  publicKey: `${SITE}/key`,
};
const badgeClass = {
  '@context': 'https://w3id.org/openbadges/v2',
  type: 'BadgeClass',
  id: `${SITE}/badge`,
  name: 'Night sky reading',
  description: 'Forty objects',
  criteria: { narrative: 'Three nights of observation.' },
  issuer: profile.id,
};
const key = {
  type: 'CryptographicKey',
  id: `${SITE}/key`,
  owner: profile.id,
  publicKeyPem: pair.publicKey.export({ type: 'spki', format: 'pem' }),
};
const assertion = {
  '@context': 'https://w3id.org/openbadges/v2',
  type: 'Assertion',
  id: `${SITE}/assertion`,
  recipient: { type: 'email', hashed: false, identity: 'ines@example.org' },
  issuedOn: '2025-02-01T00:00:00Z',
  expires: '2030-02-01T00:00:00Z',
  narrative: 'By telescope.',
  evidence: 'https://quarry.example/evidence/1',
  verification: { type: 'HostedBadge' },
  badge: badgeClass.id,
};
const site = {
  [assertion.id]: assertion,
  [badgeClass.id]: badgeClass,
  [profile.id]: profile,
  [key.id]: key,
};

/** Hosted and signed, genuine and forged. */
export function openBadges2Families(): readonly Family[] {
  return [hosted(), signed()];
}

function hosted(): Family {
  const elsewhere = (id: string, changes: Json = {}, documents: Json = {}): Forgery['forge'] => {
    const moved = { ...assertion, id, ...changes };
    return (genuine) => ({
      content: moved,
      documents: { ...genuine.documents, [id]: moved, ...documents },
    });
  };
  const forgedClass = { ...badgeClass, id: `${ATTACKER}/badge`, name: 'Doctor of astronomy' };
  const forgedProfile = { ...profile, id: `${ATTACKER}/issuer` };
  return {
    kind: 'Open Badge 2, hosted',
    genuine: { content: assertion, documents: site },
    forgeries: [
      editing('edited: the recipient', ['recipient', 'identity'], 'mallory@example.org'),
      editing('edited: the date', ['issuedOn'], '2020-02-01T00:00:00Z'),
      editing('edited: the end', ['expires'], '2099-02-01T00:00:00Z'),
      editing('edited: the text', ['narrative'], 'With honours.'),
      editing('edited: the evidence', ['evidence'], 'https://attacker.example/thesis'),
      editing('edited: the title in a badge written out', ['badge'], {
        ...badgeClass,
        name: 'Doctor',
      }),
      editing('edited: the text in a badge written out', ['badge'], {
        ...badgeClass,
        description: 'All objects',
      }),
      editing('edited: the criteria in a badge written out', ['badge'], {
        ...badgeClass,
        criteria: { narrative: 'None' },
      }),
      editing('edited: the issuer in a badge written out', ['badge'], {
        ...badgeClass,
        issuer: { ...profile, name: 'Harvard' },
      }),
      editing('edited: the issuer’s address in a badge written out', ['badge'], {
        ...badgeClass,
        issuer: { ...profile, url: 'https://harvard.example' },
      }),
      editing('edited: another badge of the site', ['badge'], `${SITE}/badge/gold`),
      editing('added: a licence', ['licence'], 'MD-1'),
      editing('added: a name for the recipient', ['extensions:recipientProfile'], {
        name: 'Mallory',
      }),
      editing('stripped: the end', ['expires'], undefined),
      editing('stripped: the address', ['id'], undefined),
      editing('stripped: the way of checking', ['verification'], undefined),
      editing('address: somebody else’s copy', ['id'], `${SITE}/other`),
      {
        name: 'address: on the forger’s host, of the issuer’s badge',
        forge: elsewhere(`${ATTACKER}/assertion`),
      },
      {
        name: 'address: on a host below the forger’s',
        forge: elsewhere('https://quarry.example.attacker.example/assertion'),
      },
      {
        name: 'address: behind a user name',
        forge: elsewhere('https://quarry.example@attacker.example/assertion'),
      },
      {
        name: 'address: another port of the host',
        forge: elsewhere('https://quarry.example:8443/assertion'),
      },
      {
        name: 'badge: the forger’s, with the issuer’s address',
        forge: elsewhere(
          `${ATTACKER}/assertion`,
          { badge: forgedClass.id },
          { [forgedClass.id]: forgedClass },
        ),
      },
      {
        name: 'badge: the forger’s, on the issuer’s page',
        forge: (genuine) => {
          const own = { ...assertion, badge: forgedClass.id };
          return {
            content: own,
            documents: { ...genuine.documents, [forgedClass.id]: forgedClass },
          };
        },
      },
      {
        name: 'badge: written out with an issuer that rules the host in',
        forge: elsewhere(`${ATTACKER}/assertion`, {
          badge: {
            ...badgeClass,
            issuer: { ...profile, verification: { allowedOrigins: 'attacker.example' } },
          },
        }),
      },
      {
        name: 'issuer: the forger’s page with the issuer’s id inside',
        forge: elsewhere(
          `${ATTACKER}/assertion`,
          { badge: `${ATTACKER}/badge` },
          {
            [`${ATTACKER}/badge`]: { ...forgedClass, issuer: forgedProfile.id },
            [forgedProfile.id]: profile,
          },
        ),
      },
      answering('rules: other prefixes', () => ({
        [profile.id]: { ...profile, verification: { startsWith: `${SITE}/a/` } },
      })),
      answering('rules: other hosts', () => ({
        [profile.id]: { ...profile, verification: { allowedOrigins: ['badges.example'] } },
      })),
      answering('copy: says revoked', () => ({ [assertion.id]: { ...assertion, revoked: true } })),
      answering('copy: gone for good', () => ({ [assertion.id]: 410 })),
      answering('copy: not found', () => ({ [assertion.id]: 404 })),
      answering('copy: an error', () => ({ [assertion.id]: 500 })),
      answering('copy: a page', () => ({ [assertion.id]: '<html>Sign in</html>' })),
      answering('copy: of another id', () => ({
        [assertion.id]: { ...assertion, id: `${SITE}/2` },
      })),
      answering('copy: says nothing', () => ({ [assertion.id]: {} })),
      answering('issuer: not found', () => ({ [profile.id]: 404 })),
      answering('badge: not found', () => ({ [badgeClass.id]: 404 })),
    ],
  };
}

function signed(): Family {
  const own = { ...assertion, verification: { type: 'SignedBadge', creator: key.id } };
  const list = { type: 'RevocationList', id: `${SITE}/revoked`, issuer: profile.id };
  const rsa = (data: Buffer, by = pair): Uint8Array => sign('sha256', data, by.privateKey);
  const jws = token({ alg: 'RS256' }, own, rsa);
  const [head = '', body = '', signature = ''] = jws.split('.');
  const listing = { ...profile, revocationList: list.id };
  const row = (name: string, content: string): Forgery => ({
    name,
    forge: (genuine) => ({ ...genuine, content }),
  });
  const edited = (name: string, changes: Json): Forgery => {
    const changed = Buffer.from(JSON.stringify({ ...own, ...changes })).toString('base64url');
    return row(`edited: ${name}`, `${head}.${changed}.${signature}`);
  };
  const byForger = (name: string, header: Json, changes: Json = {}): Forgery =>
    row(
      name,
      token({ alg: 'RS256', ...header }, { ...own, ...changes }, (data) => rsa(data, other)),
    );
  const forgerKey = {
    ...key,
    id: `${ATTACKER}/key`,
    publicKeyPem: other.publicKey.export({ type: 'spki', format: 'pem' }),
  };
  const hmac = (data: Buffer): Uint8Array =>
    createHmac('sha256', String(key.publicKeyPem)).update(data).digest();
  const revoking = (name: string, revokedAssertions: readonly unknown[]): Forgery =>
    answering(name, () => ({ [profile.id]: listing, [list.id]: { ...list, revokedAssertions } }));
  return {
    kind: 'Open Badge 2, signed',
    genuine: { content: jws, documents: { ...site, [forgerKey.id]: forgerKey } },
    forgeries: [
      edited('the recipient', {
        recipient: { type: 'email', hashed: false, identity: 'm@example.org' },
      }),
      edited('the date', { issuedOn: '2020-02-01T00:00:00Z' }),
      edited('the end', { expires: '2099-02-01T00:00:00Z' }),
      edited('the badge', { badge: `${SITE}/gold` }),
      byForger('key: of somebody else', {}),
      byForger('key: in the header', { jwk: other.publicKey.export({ format: 'jwk' }) }),
      byForger('key: at the forger’s address', { kid: forgerKey.id }),
      byForger(
        'key: creator at the forger’s address',
        {},
        {
          verification: { type: 'SignedBadge', creator: forgerKey.id },
        },
      ),
      byForger(
        'key: old name of the creator',
        {},
        {
          verification: undefined,
          verify: { type: 'signed', url: forgerKey.id },
        },
      ),
      row(
        'alg: none',
        token({ alg: 'none' }, own, () => new Uint8Array()),
      ),
      row('alg: HS256 with the public key', token({ alg: 'HS256' }, own, hmac)),
      row('alg: PS256 named', token({ alg: 'PS256' }, own, rsa)),
      row('stripped: the signature', `${head}.${body}.`),
      answering('key: the Profile lists another', () => ({
        [profile.id]: { ...profile, publicKey: `${SITE}/other` },
      })),
      answering('key: owned by somebody else', () => ({
        [key.id]: { ...key, owner: `${ATTACKER}/issuer` },
      })),
      answering('key: gone', () => ({ [key.id]: 404 })),
      answering('issuer: gone', () => ({ [profile.id]: 404 })),
      answering('issuer: of another address', () => ({
        [profile.id]: { ...profile, id: `${ATTACKER}/issuer` },
      })),
      answering('badge: of another issuer', () => ({
        [badgeClass.id]: { ...badgeClass, issuer: `${SITE}/i2` },
        [`${SITE}/i2`]: { ...profile, id: `${SITE}/i2`, publicKey: `${SITE}/none` },
      })),
      revoking('revoked: as text', [assertion.id]),
      revoking('revoked: as an object, the last of three', [
        'urn:uuid:1',
        { id: 'urn:uuid:2' },
        { id: assertion.id },
      ]),
      answering('list: not read', () => ({ [profile.id]: listing })),
      answering('list: of another issuer', () => ({
        [profile.id]: listing,
        [list.id]: { ...list, issuer: `${ATTACKER}/issuer`, revokedAssertions: [] },
      })),
      answering('list: of another address', () => ({
        [profile.id]: listing,
        [list.id]: { ...list, id: `${SITE}/old-list`, revokedAssertions: [] },
      })),
      {
        name: 'stripped: the token around it',
        forge: (genuine) => ({ ...genuine, content: own }),
      },
    ],
  };
}
