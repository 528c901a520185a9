// Forgeries of an Open Badge 3.0 with one embedded proof: every field edited, contexts swapped, purposes, keys that are
// not the issuer's, heaps of proofs, fields told twice, mixed versions, and times.
import {
  badge,
  type Json,
  newSigner,
  OB3,
  proofOf,
  V1,
  V2,
  withProof,
} from '../unit/verify/workshop.ts';
import { editing, type Family, type Forgery, handing, type Path } from './forgery-bench.ts';

const ACHIEVEMENT = ['credentialSubject', 'achievement'] as const;

/** Every field that a person is shown, and what a forger would like to stand there. */
const SHOWN: readonly (readonly [string, Path, unknown])[] = [
  ['the name', ['name'], 'Doctor of astronomy'],
  ['the description', ['description'], 'Awarded with honours'],
  ['the id', ['id'], 'urn:uuid:7c1d1c0e-3c1e-4d5e-9f5a-0c4b1f9d2a11'],
  ['the types', ['type'], ['VerifiableCredential', 'OpenBadgeCredential', 'ClrCredential']],
  ['the issuer’s id', ['issuer', 'id'], 'https://harvard.example/issuer'],
  ['the issuer’s name', ['issuer', 'name'], 'Harbour Academy'],
  ['the issuer’s address', ['issuer', 'url'], 'https://harbour.example'],
  ['the start', ['validFrom'], '2020-02-01T00:00:00Z'],
  ['the end', ['validUntil'], '2099-01-01T00:00:00Z'],
  ['no end', ['validUntil'], undefined],
  ['the learner', ['credentialSubject', 'id'], 'did:example:mallory'],
  ['the learner’s mail', ['credentialSubject', 'identifier', 0, 'identityHash'], 'm@example.org'],
  ['the title', [...ACHIEVEMENT, 'name'], 'Doctor of astronomy'],
  ['the achievement’s id', [...ACHIEVEMENT, 'id'], 'urn:uuid:other'],
  ['the achievement’s text', [...ACHIEVEMENT, 'description'], 'Finds every object.'],
  ['the criteria', [...ACHIEVEMENT, 'criteria', 'narrative'], 'Three years of study.'],
  ['the kind', [...ACHIEVEMENT, 'achievementType'], 'Degree'],
  ['the credits', [...ACHIEVEMENT, 'creditsAvailable'], 180],
  ['the skill', [...ACHIEVEMENT, 'alignment', 0, 'targetName'], 'Surgery'],
  ['the skill’s address', [...ACHIEVEMENT, 'alignment', 0, 'targetUrl'], 'https://a.example/1'],
  ['the tag', [...ACHIEVEMENT, 'tag'], ['surgery']],
  ['the picture', [...ACHIEVEMENT, 'image', 'id'], 'https://attacker.example/gold.png'],
  ['the evidence', ['evidence', 0, 'narrative'], 'A thesis'],
  ['no evidence', ['evidence'], undefined],
];

function richBadge(issuer: string, changes: Json = {}): Json {
  const plain = badge(issuer);
  const subject = plain['credentialSubject'] as Json;
  return {
    ...plain,
    description: 'For the night shift',
    issuer: { ...(plain['issuer'] as Json), url: 'https://quarry.example' },
    validUntil: '2030-01-01T00:00:00Z',
    evidence: [{ id: 'https://quarry.example/e/1', type: ['Evidence'], narrative: 'Log book' }],
    credentialSubject: {
      ...subject,
      identifier: [
        {
          type: 'IdentityObject',
          hashed: false,
          identityHash: 'ines@example.org',
          identityType: 'emailAddress',
        },
      ],
      achievement: {
        ...(subject['achievement'] as Json),
        achievementType: 'Badge',
        creditsAvailable: 2,
        tag: ['astronomy'],
        image: { id: 'https://quarry.example/badge.png', type: 'Image' },
        alignment: [
          { type: ['Alignment'], targetName: 'Astronomy', targetUrl: 'https://skills.example/a' },
        ],
      },
    },
    ...changes,
  };
}

/** The badge and its forgeries. */
export async function openBadge3(): Promise<Family> {
  const signer = newSigner();
  const forger = newSigner();
  const genuine = await withProof(richBadge(signer.did), signer);
  const forgedContent: Json = { ...genuine, name: 'Doctor of astronomy' };
  const swap = (name: string, contexts: readonly unknown[], more: Json = {}): Forgery =>
    handing(`contexts: ${name}`, (own) => ({ ...own, ...more, '@context': contexts }));
  const proving = (name: string, extra: Json, changes: Json = {}): Forgery =>
    handing(name, async (own) =>
      withProof({ ...own, ...changes }, forger, { method: signer.method, extra }),
    );
  const own = (
    name: string,
    options: Parameters<typeof withProof>[2],
    changes: Json = {},
  ): Forgery =>
    handing(name, ({ proof: _, ...content }) =>
      withProof({ ...content, ...changes }, signer, options),
    );
  const bent = (name: string, changes: Json): Forgery =>
    handing(name, (content) => ({
      ...content,
      proof: { ...(content['proof'] as Json), ...changes },
    }));
  const inText = (name: string, from: string, to: string): Forgery =>
    handing(name, (content) => {
      const text = JSON.stringify(content);
      if (!text.includes(from)) throw new Error(`nothing to bend: ${from}`);
      return text.replace(from, to);
    });
  const title = '"name":"Night sky reading","description"';
  return {
    kind: 'Open Badge 3, eddsa-rdfc-2022',
    genuine: { content: genuine },
    forgeries: [
      ...SHOWN.map(([name, path, to]) => editing(`edited: ${name}`, path, to)),
      editing(
        'added: a result',
        ['credentialSubject', 'result'],
        [{ type: ['Result'], value: 'A+' }],
      ),
      editing('added: a licence number', ['credentialSubject', 'licenseNumber'], 'MD-1'),
      editing('added: a role', ['credentialSubject', 'role'], 'Professor'),
      editing('added: an award date', ['awardedDate'], '2001-01-01T00:00:00Z'),
      editing('added: a partner', [...ACHIEVEMENT, 'creator'], {
        id: 'https://harvard.example',
        type: ['Profile'],
        name: 'Harvard',
      }),
      editing('added: a word that no list defines', ['honours'], 'first'),
      handing('stripped: the proof', ({ proof: _, ...content }) => content),
      handing('stripped: the proof, and the content changed', () => {
        const { proof: _, ...content } = forgedContent;
        return content;
      }),
      bent('proof: null', { proofValue: null }),
      bent('proof: another algorithm', { cryptosuite: 'ecdsa-rdfc-2019' }),
      bent('proof: over the text in place of the meaning', { cryptosuite: 'eddsa-jcs-2022' }),
      bent('proof: an older name', { type: 'Ed25519Signature2020', cryptosuite: undefined }),
      bent('proof: suite unknown', { cryptosuite: 'moon-rdfc-2040' }),
      bent('proof: type unknown', { type: 'MoonSignature2040' }),
      bent('proof: suite of the prototype', { cryptosuite: 'constructor' }),
      bent('proof: dated anew', { created: '2026-02-01T10:00:00Z' }),
      bent('proof: zeros', {
        proofValue: 'z1111111111111111111111111111111111111111111111111111111111111111',
      }),
      bent('proof: the forger’s key named', { verificationMethod: forger.method }),
      bent('proof: a purpose of its own', { proofPurpose: 'authentication' }),
      bent('proof: several purposes', { proofPurpose: ['assertionMethod', 'authentication'] }),
      bent('proof: a key among its fields', { publicKeyMultibase: forger.did.slice(8) }),
      handing('proof: unknown suites only, content changed', () => ({
        ...forgedContent,
        proof: ['moon-2040', 'sun-2041'].map((cryptosuite) => ({
          ...(genuine['proof'] as Json),
          cryptosuite,
        })),
      })),
      own('purpose: authentication', { purpose: 'authentication' }),
      own('purpose: keyAgreement', { purpose: 'keyAgreement' }),
      own('purpose: capabilityInvocation', { purpose: 'capabilityInvocation' }),
      proving('key: of somebody else under the issuer’s name', {}),
      handing('key: of somebody else under their own name', (content) =>
        withProof(content, forger),
      ),
      handing('key: in the fragment of the issuer’s did', (content) =>
        withProof(content, forger, { method: `${signer.did}#${forger.did.slice(8)}` }),
      ),
      handing('key: the issuer’s fragment under the forger’s did', (content) =>
        withProof(content, forger, { method: `${forger.did}#${signer.did.slice(8)}` }),
      ),
      handing('key: at an address that is none', (content) =>
        withProof(content, forger, { method: 'urn:key:1' }),
      ),
      handing('key: described inside the proof', async (content) => {
        const { proof: _, ...rest } = content;
        const proof = await proofOf(rest, forger);
        const method = {
          id: signer.method,
          type: 'Multikey',
          controller: signer.did,
          publicKeyMultibase: forger.did.slice(8),
        };
        return { ...rest, proof: { ...proof, verificationMethod: method } };
      }),
      handing('issuer: a name alone, with a proof of a forger', async (content) => ({
        ...(await withProof(content, forger)),
        issuer: 'Quarry Hill Observatory',
      })),
      handing('issuer: none, signed by a forger', ({ issuer: _, ...content }) =>
        withProof(content, forger),
      ),
      handing('issuer: without an id, signed by a forger', (content) =>
        withProof({ ...content, issuer: { type: ['Profile'], name: 'Quarry Hill' } }, forger),
      ),
      handing('issuer: two, one of them the forger', (content) => ({
        ...content,
        issuer: [content['issuer'], { id: forger.did, type: ['Profile'] }],
      })),
      handing('proofs: the genuine one, and a forger’s over forged content', async () => ({
        ...forgedContent,
        proof: [genuine['proof'], await proofOf(forgedContent, forger)],
      })),
      handing('proofs: a forger’s, and the genuine one, over forged content', async () => ({
        ...forgedContent,
        proof: [await proofOf(forgedContent, forger), genuine['proof']],
      })),
      handing('proofs: ten thousand', () => ({
        ...forgedContent,
        proof: Array.from({ length: 10_000 }, () => genuine['proof']),
      })),
      handing('proofs: ten thousand and the genuine one last', async () => {
        const wrong = await proofOf(forgedContent, forger);
        return {
          ...genuine,
          proof: [...Array.from({ length: 9_999 }, () => wrong), genuine['proof']],
        };
      }),
      handing('proofs: an empty list', (content) => ({ ...content, proof: [] })),
      handing('proofs: as text', (content) => ({
        ...content,
        proof: JSON.stringify(content['proof']),
      })),
      handing('proof: of another badge of the issuer', async (content) => ({
        ...content,
        proof: await proofOf(badge(signer.did, { name: 'Day sky reading' }), signer),
      })),
      swap('name and description swapped inline', [
        V2,
        OB3,
        { name: 'https://schema.org/description', description: 'https://schema.org/name' },
      ]),
      swap('credits and hours moved inline', [
        V2,
        OB3,
        { creditsAvailable: 'https://purl.imsglobal.org/spec/vc/ob/vocab.html#maxGrade' },
      ]),
      swap('a word mapped to nothing', [V2, OB3, { validUntil: null }]),
      swap('a new word, and text in it', [V2, OB3, { honours: null }], { honours: 'first' }),
      swap('an alias of type', [V2, OB3, { kind: '@type' }], { kind: 'Degree' }),
      swap('a default vocabulary', [V2, OB3, { '@vocab': 'https://attacker.example/' }], {
        honours: 'first',
      }),
      swap('one that is not bundled', [V2, OB3, 'https://attacker.example/context.json']),
      swap('one that only looks bundled', [V2, `${OB3}?v=2`]),
      swap('reordered', [OB3, V2]),
      swap('the badge’s vocabulary gone', [V2]),
      swap('none', []),
      swap(
        'an undefined-terms catch-all',
        [V2, OB3, 'https://www.w3.org/ns/credentials/undefined-terms/v2'],
        {
          honours: 'first',
        },
      ),
      editing('contexts: one inside the achievement', [...ACHIEVEMENT, '@context'], {
        name: 'https://schema.org/award',
      }),
      swap('versions 1 and 2 together', [V2, V1, OB3]),
      swap('versions 2 and 1 with the older dates', [V1, V2, OB3], {
        issuanceDate: '2025-02-01T00:00:00Z',
      }),
      inText('twice: the title', title, `"name":"Doctor of astronomy",${title}`),
      inText(
        'twice: the title, the forged one last',
        title,
        `${title.replace(',"description"', '')},"name":"Doctor","description"`,
      ),
      inText('twice: the title, once escaped', title, `"n\\u0061me":"Doctor",${title}`),
      inText(
        'twice: the issuer',
        '"issuer":',
        '"issuer":{"id":"https://harvard.example"},"issuer":',
      ),
      inText('twice: the proof', '"proof":', '"proof":{},"proof":'),
      inText('prototype: a title', title, `"__proto__":{"name":"Doctor"},${title}`),
      inText(
        'prototype: an issuer',
        '"issuer":',
        '"__proto__":{"issuer":"https://harvard.example"},"issuer":',
      ),
      inText(
        'prototype: a constructor',
        title,
        `"constructor":{"prototype":{"name":"D"}},${title}`,
      ),
      own('time: ends before it starts', {}, { validUntil: '2020-01-01T00:00:00Z' }),
      own('time: long ended', {}, { validUntil: '2025-03-01T00:00:00Z' }),
      own('time: not begun', {}, { validFrom: '2029-01-01T00:00:00Z' }),
      own('time: the end is no date', {}, { validUntil: 'never' }),
      own('time: a day that no calendar has', {}, { validUntil: '2027-02-31T00:00:00Z' }),
      own('time: an hour that no clock has', {}, { validUntil: '2027-02-01T25:00:00Z' }),
      own('time: the year ten thousand', {}, { validFrom: '10000-01-01T00:00:00Z' }),
      own('time: the proof’s own end is past', { extra: { expires: '2025-03-01T00:00:00Z' } }),
      own('time: the proof’s date is none', { extra: { created: 'yesterday' } }),
      handing('wrapped: forged fields around the signed badge', (content) => ({
        ...forgedContent,
        proof: undefined,
        verifiableCredential: content,
      })),
      handing('wrapped: a list of the badge without its proof', ({ proof: _, ...content }) =>
        JSON.stringify([content]),
      ),
    ],
  };
}
