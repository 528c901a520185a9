// Forgeries of what stands inside or beside a credential: children of a record, endorsements, newer versions, and
// issuers that only look like one the person trusts.
import type { IssuerTrust } from '../../src/domain/trust.ts';
import { badge, type Json, newSigner, OB3, V2, withProof } from '../unit/verify/workshop.ts';
import {
  answering,
  editing,
  type Family,
  type Forgery,
  handing,
  objectOf,
  passes,
} from './forgery-bench.ts';
import { trustIn } from './status-lists.ts';

const CLR = 'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json';
const EXTENSIONS = 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json';
const REFRESH = 'https://quarry.example/refresh/7';

/** Every kind of part, genuine and forged. */
export async function partFamilies(): Promise<readonly Family[]> {
  return [await children(), await endorsed(), await refreshed(), await lookalikes()];
}

/** A child of a record is bent, and the record signed anew by its own issuer: it borrows no trust. */
async function children(): Promise<Family> {
  const [outer, inner, thief] = [newSigner(), newSigner(), newSigner()];
  const child = await withProof(badge(inner.did, { validUntil: '2030-01-01T00:00:00Z' }), inner);
  const second = await withProof(badge(inner.did, { id: 'urn:uuid:second' }), inner);
  const record = (first: unknown): Promise<Json> =>
    withProof(
      {
        '@context': [V2, CLR, OB3],
        id: 'urn:uuid:91f2c1f0-4a5b-4b0f-8a53-6a1c6a0f7d01',
        type: ['VerifiableCredential', 'ClrCredential'],
        name: 'Record of the quarry school',
        issuer: { id: outer.did, type: ['Profile'], name: 'Quarry School' },
        validFrom: '2025-05-01T00:00:00Z',
        credentialSubject: {
          id: 'did:example:learner',
          type: ['ClrSubject'],
          verifiableCredential: [first, second],
        },
      },
      outer,
    );
  const bent = (name: string, make: () => Json | Promise<Json>): Forgery =>
    handing(`child: ${name}`, async () => record(await make()));
  const { proof: _, ...unsigned } = child;
  const subject = child['credentialSubject'] as Json;
  const achievement = subject['achievement'] as Json;
  const inSubject = (changes: Json): Json => ({
    ...child,
    credentialSubject: { ...subject, ...changes },
  });
  return {
    kind: 'child of a learner record',
    genuine: { content: await record(child) },
    accepts: passes('nested'),
    forgeries: [
      bent('another title', () => inSubject({ achievement: { ...achievement, name: 'Doctor' } })),
      bent('another text', () => inSubject({ achievement: { ...achievement, description: 'X' } })),
      bent('another learner', () => inSubject({ id: 'did:example:mallory' })),
      bent('another issuer’s name', () => ({
        ...child,
        issuer: { ...(child['issuer'] as Json), name: 'Harvard' },
      })),
      bent('another end', () => ({ ...child, validUntil: '2099-01-01T00:00:00Z' })),
      bent('no end', () => ({ ...child, validUntil: undefined })),
      bent('no proof', () => unsigned),
      bent('signed by a thief', () => withProof(unsigned, thief)),
      bent('signed by a thief in the issuer’s name', () =>
        withProof(unsigned, thief, { method: inner.method }),
      ),
      bent('signed by the record’s issuer', () => withProof(unsigned, outer)),
      bent('for another purpose', () => withProof(unsigned, inner, { purpose: 'authentication' })),
      bent('ended', () => withProof({ ...unsigned, validUntil: '2025-06-01T00:00:00Z' }, inner)),
      bent('of unknown kind', () => ({
        ...child,
        proof: { ...(child['proof'] as Json), cryptosuite: 'moon-2040' },
      })),
      handing('outer: a child exchanged behind the signature', async () => ({
        ...(await record(child)),
        credentialSubject: {
          id: 'did:example:learner',
          type: ['ClrSubject'],
          verifiableCredential: [second, second],
        },
      })),
      editing('outer: another name', ['name'], 'Record of Harvard'),
      editing('outer: another learner', ['credentialSubject', 'id'], 'did:example:mallory'),
      handing('outer: no proof', ({ proof: __, ...content }) => content),
    ],
  };
}

async function endorsed(): Promise<Family> {
  const [issuer, endorser, thief] = [newSigner(), newSigner(), newSigner()];
  const plain = badge(issuer.did);
  const endorsement = (changes: Json = {}): Json => ({
    '@context': [V2, OB3],
    id: 'urn:uuid:4a0f4c8e-5a4f-4f4e-8a0d-5b0f3c3a2e11',
    type: ['VerifiableCredential', 'EndorsementCredential'],
    name: 'Endorsement of night sky reading',
    issuer: { id: endorser.did, type: ['Profile'], name: 'Guild of Stargazers' },
    validFrom: '2025-03-01T00:00:00Z',
    credentialSubject: {
      id: plain['id'],
      type: ['EndorsementSubject'],
      endorsementComment: 'Well taught.',
    },
    ...changes,
  });
  const own = await withProof(endorsement(), endorser);
  const subject = own['credentialSubject'] as Json;
  const carrying = (one: unknown): Promise<Json> =>
    withProof({ ...plain, endorsement: [one] }, issuer);
  const bent = (name: string, make: () => Json | Promise<Json>): Forgery =>
    handing(name, async () => carrying(await make()));
  return {
    kind: 'endorsement',
    genuine: { content: await carrying(own) },
    accepts: passes('endorsements'),
    forgeries: [
      bent('another comment', () => ({
        ...own,
        credentialSubject: { ...subject, endorsementComment: 'The best of all.' },
      })),
      bent('another endorser’s name', () => ({
        ...own,
        issuer: { ...(own['issuer'] as Json), name: 'Royal Society' },
      })),
      bent('of another badge, moved here', () =>
        withProof(
          endorsement({ credentialSubject: { ...subject, id: 'urn:uuid:another' } }),
          endorser,
        ),
      ),
      bent('of another badge, its subject edited', async () => {
        const other = await withProof(
          endorsement({ credentialSubject: { ...subject, id: 'urn:uuid:another' } }),
          endorser,
        );
        return { ...other, credentialSubject: subject };
      }),
      bent('without a proof', () => endorsement()),
      bent('signed by a thief', () => withProof(endorsement(), thief)),
      bent('signed by a thief in the endorser’s name', () =>
        withProof(endorsement(), thief, { method: endorser.method }),
      ),
      bent('signed by the issuer itself in the endorser’s name', () =>
        withProof(endorsement(), issuer, { method: endorser.method }),
      ),
      bent('for another purpose', () =>
        withProof(endorsement(), endorser, { purpose: 'authentication' }),
      ),
      bent('ended', () => withProof(endorsement({ validUntil: '2025-06-01T00:00:00Z' }), endorser)),
    ],
  };
}

async function refreshed(): Promise<Family> {
  const [signer, thief] = [newSigner(), newSigner()];
  const offering = (changes: Json = {}): Json => {
    const plain = badge(signer.did);
    return {
      ...plain,
      '@context': [...(plain['@context'] as readonly string[]), EXTENSIONS],
      refreshService: { id: REFRESH, type: '1EdTechCredentialRefresh' },
      ...changes,
    };
  };
  const newer = (changes: Json = {}): Json =>
    offering({ validFrom: '2026-02-01T00:00:00Z', ...changes });
  const attacker = { id: thief.did, type: ['Profile'], name: 'Quarry Hill Observatory' };
  const answer = (name: string, make: () => unknown): Forgery =>
    answering(name, async () => ({ [REFRESH]: await make() }));
  return {
    kind: 'newer version',
    genuine: {
      content: await withProof(offering(), signer),
      documents: { [REFRESH]: await withProof(newer(), signer) },
    },
    accepts: ({ refreshed: offered }) => offered !== undefined,
    forgeries: [
      answer('of the forger', () => withProof(newer({ issuer: attacker }), thief)),
      answer('by the forger in the issuer’s name', () => withProof(newer(), thief)),
      answer('by the forger with the issuer’s key named', () =>
        withProof(newer(), thief, { method: signer.method }),
      ),
      answer('without a proof', () => newer()),
      answer('changed after it was signed', async () => ({
        ...(await withProof(newer(), signer)),
        name: 'Doctor',
      })),
      answer('of another credential', () => withProof(newer({ id: 'urn:uuid:other' }), signer)),
      answer('older than the own', () =>
        withProof(offering({ validFrom: '2024-02-01T00:00:00Z' }), signer),
      ),
      answer('a page', () => '<html>Sign in</html>'),
      handing('asked for by a forged badge', (own) => ({ ...own, name: 'Doctor' })),
      handing('asked for by a badge without proof', ({ proof: _, ...own }) => own),
      handing('asked for by a badge of the forger in the issuer’s name', () =>
        withProof(offering(), thief),
      ),
      {
        name: 'at the forger’s address, written into the badge',
        forge: async (genuine) => {
          const url = 'https://attacker.example/refresh';
          const own = objectOf(genuine);
          const content = { ...own, refreshService: { id: url, type: '1EdTechCredentialRefresh' } };
          return {
            content,
            documents: { [url]: await withProof(newer({ issuer: attacker }), thief) },
          };
        },
      },
    ],
  };
}

/** A forger's own key is valid; what is forged is whom it looks like. */
async function lookalikes(): Promise<Family> {
  const [trusted, forger] = [newSigner(), newSigner()];
  const pinned = trustIn(trusted.did);
  const trust: IssuerTrust = {
    ...pinned,
    pins: pinned.pins.map((pin) => ({ ...pin, name: 'Quarry Hill Observatory' })),
    known: [
      { name: 'Quarry Hill Observatory', id: trusted.did, host: 'quarry.example', rung: 'pinned' },
    ],
  };
  const as = (name: string): Forgery =>
    handing(`“${name}”`, () =>
      withProof(badge(forger.did, { issuer: { id: forger.did, type: ['Profile'], name } }), forger),
    );
  return {
    kind: 'issuer that looks like a trusted one',
    genuine: { content: await withProof(badge(trusted.did), trusted), trust },
    forgeries: [
      'Quarry Hill Observatory',
      'Quаrry Hill Observatory',
      'QUARRY HILL OBSERVATORY',
      'Quarry Hill  Observatory',
      'Quarry Hi11 Observatory',
      'Quarry\u200b Hill Observatory',
    ].map(as),
  };
}
