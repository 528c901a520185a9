// Forgeries of Open Badges 3.0 with embedded proofs of every suite: of a site, with parts kept back, in chains, and
// of the older version.
import { derivedBy, newOwner, packed, proofBy } from '../unit/verify/embedded-proof-signer.ts';
import {
  badge,
  ED2020,
  type Json,
  newSigner,
  OB3,
  V1,
  V2,
  withProof,
} from '../unit/verify/workshop.ts';
import { answering, editing, type Family, type Forgery, handing } from './forgery-bench.ts';
import { openBadge3 } from './forgery-open-badges-3.ts';
import { encodedList, entryOf, LIST, listOfBits } from './status-lists.ts';

const ACHIEVEMENT = ['credentialSubject', 'achievement'] as const;
const A = 'urn:uuid:11111111-1111-4111-8111-111111111111';

/** Every embedded kind, genuine and forged. */
export async function embeddedFamilies(): Promise<readonly Family[]> {
  return [
    await openBadge3(),
    await ofSite(),
    await selective(),
    await chained(),
    await versionOne(),
    ...(await Promise.all(SUITES.map(ofSuite))),
  ];
}

/** An issuer at a site: its keys stand in a document there. */
async function ofSite(): Promise<Family> {
  const issuer = 'did:web:quarry.example';
  const url = 'https://quarry.example/.well-known/did.json';
  const [signer, forger] = [newSigner(), newSigner()];
  const method = `${issuer}#key-1`;
  const entryFor = (key: string, changes: Json = {}): Json => ({
    id: method,
    type: 'Multikey',
    controller: issuer,
    publicKeyMultibase: key.slice(8),
    ...changes,
  });
  const document = (changes: Json = {}): Json => ({
    '@context': ['https://www.w3.org/ns/did/v1'],
    id: issuer,
    verificationMethod: [entryFor(signer.did)],
    assertionMethod: [method],
    ...changes,
  });
  const attackers = {
    'https://attacker.example/.well-known/did.json': {
      id: 'did:web:attacker.example',
      verificationMethod: [
        entryFor(forger.did, {
          id: 'did:web:attacker.example#key-1',
          controller: 'did:web:attacker.example',
        }),
      ],
      assertionMethod: ['did:web:attacker.example#key-1'],
    },
    'https://attacker.example/key': {
      id: 'https://attacker.example/key',
      type: 'Multikey',
      controller: issuer,
      publicKeyMultibase: forger.did.slice(8),
    },
  };
  const genuine = await withProof(badge(issuer), signer, { method });
  const site = (name: string, changes: Json): Forgery =>
    answering(name, () => ({ [url]: document(changes) }));
  const by = (name: string, kid: string, changes: Json = {}): Forgery =>
    handing(name, (content) => withProof({ ...content, ...changes }, forger, { method: kid }));
  return {
    kind: 'Open Badge 3 of a site',
    genuine: { content: genuine, documents: { ...attackers, [url]: document() } },
    forgeries: [
      editing('edited: the title', [...ACHIEVEMENT, 'name'], 'Doctor of astronomy'),
      site('key: for another purpose', { assertionMethod: [], authentication: [method] }),
      site('key: for agreeing on keys only', {
        verificationMethod: [],
        assertionMethod: undefined,
        keyAgreement: [entryFor(signer.did)],
      }),
      site('key: listed for nothing', { assertionMethod: undefined }),
      site('key: another one stands there', { verificationMethod: [entryFor(forger.did)] }),
      site('key: of another controller', {
        verificationMethod: [entryFor(signer.did, { controller: 'did:web:attacker.example' })],
      }),
      site('key: revoked before', {
        verificationMethod: [entryFor(signer.did, { revoked: '2024-01-01T00:00:00Z' })],
      }),
      site('key: ended before', {
        verificationMethod: [entryFor(signer.did, { expires: '2024-01-01T00:00:00Z' })],
      }),
      site('document: deactivated', { deactivated: true }),
      site('document: of another id', { id: 'did:web:attacker.example' }),
      answering('document: gone', () => ({ [url]: 410 })),
      answering('document: not there', () => ({ [url]: 404 })),
      answering('document: a page', () => ({ [url]: '<html>Sign in</html>' })),
      answering('document: the forger’s', () => ({
        [url]: attackers['https://attacker.example/.well-known/did.json'],
      })),
      by('key: on another host', 'https://attacker.example/key'),
      by('key: of another did', 'did:web:attacker.example#key-1'),
      by('key: in a fragment', `${issuer}#${forger.did.slice(8)}`),
      by('key: a did:key beside it', forger.method),
      by('key: on a host that looks alike', 'did:web:quarry.example.attacker.example#key-1'),
      by('key: behind a user name', 'did:web:quarry.example%40attacker.example#key-1'),
      by('key: up the path', 'did:web:quarry.example:..:..:attacker#key-1'),
      by('issuer: another host, in the forger’s hand', method, {
        issuer: { id: 'did:web:quarry.example:school', type: ['Profile'], name: 'Quarry' },
      }),
    ],
  };
}

async function selective(): Promise<Family> {
  const owner = newOwner('P-256');
  const { id: _, ...plain } = badge(owner.did, {
    credentialStatus: entryOf(),
    validUntil: '2030-01-01T00:00:00Z',
  });
  const isMandatory = (statement: string): boolean => /issuer|Profile/u.test(statement);
  const { proof, parts } = await derivedBy(owner, plain, isMandatory);
  const content = { ...plain, proof };
  const bend = (name: string, change: (own: typeof parts) => Partial<typeof parts>): Forgery => ({
    name,
    forge: (genuine) => {
      const proofValue = packed({ ...parts, ...change(parts) });
      return { ...genuine, content: { ...content, proof: { ...proof, proofValue } } };
    },
  });
  const list = await listFor(owner);
  return {
    kind: 'Open Badge 3, ecdsa-sd-2023',
    genuine: { content, documents: { [LIST]: list } },
    forgeries: [
      editing('edited: the name', ['name'], 'Doctor of astronomy'),
      editing('edited: the title', [...ACHIEVEMENT, 'name'], 'Doctor of astronomy'),
      editing('edited: the end', ['validUntil'], '2099-01-01T00:00:00Z'),
      editing('edited: the learner', ['credentialSubject', 'id'], 'did:example:mallory'),
      editing('edited: the place in the list', ['credentialStatus', 'statusListIndex'], '6'),
      editing('added: evidence', ['evidence'], [{ type: ['Evidence'], narrative: 'A thesis' }]),
      editing('stripped: the status without its signatures', ['credentialStatus'], undefined),
      editing('stripped: the end without its signature', ['validUntil'], undefined),
      bend('a signature too few', ({ signatures }) => ({ signatures: signatures.slice(1) })),
      bend('no signatures', () => ({ signatures: [] })),
      bend('signatures in another order', ({ signatures }) => ({
        signatures: signatures.toReversed(),
      })),
      bend('everything mandatory', () => ({
        signatures: [],
        mandatoryIndexes: Array.from({ length: 40 }, (__, at) => at),
      })),
      bend('nothing mandatory', () => ({ mandatoryIndexes: [] })),
      bend('a key of the forger’s for the statements', () => ({
        publicKey: new Uint8Array(newOwner('P-256').bytes),
      })),
      bend('a base signature of zeros', () => ({ baseSignature: new Uint8Array(64) })),
      handing('the issuer’s own base proof', () => ({
        ...content,
        proof: { ...proof, proofValue: packed(parts, 0) },
      })),
      handing('derived from a forger’s own signature', async () => {
        const forged = await derivedBy(newOwner('P-256'), plain, isMandatory);
        return {
          ...plain,
          proof: { ...forged.proof, verificationMethod: owner.method },
        };
      }),
      handing('the status hidden from a proof made anew', async () => {
        const { credentialStatus: __, ...bare } = plain;
        return { ...bare, proof: (await derivedBy(owner, bare, isMandatory)).proof };
      }),
    ],
  };
}

async function listFor(owner: ReturnType<typeof newOwner>): Promise<Json> {
  const signer = newSigner();
  const { proof: _, ...list } = await listOfBits({ ...signer, did: owner.did }, encodedList());
  return { ...list, proof: await proofBy(owner, 'ecdsa-rdfc-2019', list) };
}

async function chained(): Promise<Family> {
  const [owner, curved, forger] = [newOwner('Ed25519'), newOwner('P-384'), newOwner('Ed25519')];
  const content = badge(owner.did);
  const first = await proofBy(curved, 'ecdsa-rdfc-2019', content, { extra: { id: A } });
  const after = (by: typeof owner, earlier: Json, previousProof: unknown = A): Promise<Json> =>
    proofBy(by, 'eddsa-rdfc-2022', content, { extra: { previousProof }, earlier: [earlier] });
  const second = await after(owner, first);
  const forged = { ...first, proofValue: `${String(first['proofValue']).slice(0, -4)}1111` };
  const chain = (name: string, proof: () => Promise<readonly Json[]> | readonly Json[]): Forgery =>
    handing(name, async () => ({ ...content, proof: await proof() }));
  return {
    kind: 'chain of proofs',
    genuine: { content: { ...content, proof: [first, second] } },
    forgeries: [
      chain('the first link gone', () => [second]),
      chain('the last link gone, which was the issuer’s', () => [first]),
      chain('the first link changed', () => [forged, second]),
      chain('the first link replaced by a forger’s', async () => [
        await proofBy(forger, 'eddsa-rdfc-2022', content, { extra: { id: A } }),
        second,
      ]),
      chain('a link that builds on itself', async () => [
        { ...(await after(owner, first)), id: A },
      ]),
      chain('a link of a forger’s behind the first', async () => [
        first,
        await after(forger, first),
      ]),
      chain('built on a link of an unknown kind', async () => {
        const strange = { id: A, type: 'DataIntegrityProof', cryptosuite: 'moon-2040' };
        return [strange, await after(owner, strange)];
      }),
      handing('the content changed', (own) => ({ ...own, name: 'Doctor of astronomy' })),
    ],
  };
}

/** VC Data Model 1.1 with the older suite. */
async function versionOne(): Promise<Family> {
  const signer = newSigner();
  const { validFrom, ...rest } = badge(signer.did, { '@context': [V1, OB3, ED2020] });
  const content = { ...rest, issuanceDate: validFrom, expirationDate: '2030-01-01T00:00:00Z' };
  const suite = 'Ed25519Signature2020' as const;
  const own = (name: string, changes: Json): Forgery =>
    handing(name, ({ proof: _, ...plain }) =>
      withProof({ ...plain, ...changes }, signer, { suite }),
    );
  return {
    kind: 'Open Badge 3 of VC 1.1, Ed25519Signature2020',
    genuine: { content: await withProof(content, signer, { suite }) },
    forgeries: [
      editing('edited: the title', [...ACHIEVEMENT, 'name'], 'Doctor of astronomy'),
      editing('edited: the end', ['expirationDate'], '2099-01-01T00:00:00Z'),
      editing('stripped: the end', ['expirationDate'], undefined),
      editing('contexts: of both versions', ['@context'], [V1, V2, OB3, ED2020]),
      editing('contexts: of version 2', ['@context'], [V2, OB3, ED2020]),
      own('time: ended', { expirationDate: '2025-03-01T00:00:00Z' }),
      own('time: not begun', { issuanceDate: '2029-01-01T00:00:00Z' }),
      handing('key: of somebody else', ({ proof: _, ...plain }) =>
        withProof(plain, newSigner(), { suite }),
      ),
    ],
  };
}

const SUITES = [
  ['eddsa-jcs-2022', 'Ed25519'],
  ['ecdsa-rdfc-2019', 'P-256'],
  ['ecdsa-rdfc-2019', 'P-384'],
  ['ecdsa-jcs-2019', 'P-256'],
  ['ecdsa-jcs-2019', 'P-384'],
  ['Ed25519Signature2018', 'Ed25519'],
] as const;

async function ofSuite([suite, curve]: (typeof SUITES)[number]): Promise<Family> {
  const [owner, forger] = [newOwner(curve), newOwner(curve)];
  const old = ['https://w3id.org/security/suites/ed25519-2018/v1'];
  const contexts = [V2, OB3, ...(suite === 'Ed25519Signature2018' ? old : [])];
  const content = badge(owner.did, { '@context': contexts });
  return {
    kind: `${suite}, ${curve}`,
    genuine: { content: { ...content, proof: await proofBy(owner, suite, content) } },
    forgeries: [
      editing('edited: the title', [...ACHIEVEMENT, 'name'], 'Doctor of astronomy'),
      editing('edited: the learner', ['credentialSubject', 'id'], 'did:example:mallory'),
      editing('added: an end', ['validUntil'], '2099-01-01T00:00:00Z'),
      editing('contexts: the badge’s vocabulary gone', ['@context'], [V2]),
      handing('contexts: a swap inline', (own) => ({
        ...own,
        '@context': [...contexts, { name: 'https://schema.org/description' }],
      })),
      handing('key: of somebody else', async (own) => ({
        ...own,
        proof: await proofBy(forger, suite, content),
      })),
      handing('key: of somebody else under the issuer’s name', async (own) => ({
        ...own,
        proof: await proofBy(forger, suite, content, {
          extra: { verificationMethod: owner.method },
        }),
      })),
      handing('purpose: authentication', async (own) => ({
        ...own,
        proof: await proofBy(owner, suite, content, { extra: { proofPurpose: 'authentication' } }),
      })),
    ],
  };
}
