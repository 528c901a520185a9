// The rung of the ladder in a whole report: signed, forged, hosted and printed.
import { describe, expect, it } from 'vitest';
import { NO_TRUST, type IssuerTrust } from '../../../src/domain/trust.ts';
import { verifyCredential } from '../../../src/verify/index.ts';
import {
  type Json,
  badge,
  contexts,
  newSigner,
  readingOf,
  said,
  verifyReading,
  withProof,
} from './workshop.ts';

const NAME = 'Quarry Hill Observatory';

function check(
  payload: Json,
  trust: Partial<IssuerTrust>,
  documents: Readonly<Record<string, Json>> = {},
) {
  const issuer = payload['issuer'] as { readonly id?: string; readonly name?: string };
  return verifyCredential({
    reading: readingOf(payload, { issuer }),
    integrity: { outcome: 'matches' },
    now: new Date('2026-06-01T12:00:00Z'),
    contexts,
    trust: { ...NO_TRUST, ...trust },
    documents: (url) => {
      const found = documents[url];
      return Promise.resolve(
        found && { status: 200, mediaType: 'application/json', text: JSON.stringify(found) },
      );
    },
  });
}

function pinOf(id: string, keys: readonly string[] = []): IssuerTrust['pins'][number] {
  return { id: 'p-1', issuerIds: [id], name: NAME, keys, pinnedAt: '2026-05-12T08:00:00Z' };
}

describe('a signed credential', () => {
  it('reaches no rung by its key alone, and tells the key for a pin', async () => {
    const signer = newSigner();
    const report = await check(await withProof(badge(signer.did), signer), {});
    expect(said(report, 'issuer-identity')).toBe('not-checked issuer-identity/unknown');
    expect(report.rung).toBe('unknown');
    expect(report.keys).toHaveLength(1);
    const pinned = await check(await withProof(badge(signer.did), signer), {
      pins: [pinOf(signer.did, report.keys)],
    });
    expect(said(pinned, 'issuer-identity')).toBe('passed issuer-identity/pinned');
    expect(pinned.rung).toBe('pinned');
    expect(pinned.flags).toEqual([]);
  });

  it('reaches its own site only when its document was read there', async () => {
    const signer = newSigner();
    const did = 'did:web:quarry.example';
    const method = `${did}#key-1`;
    const credential = await withProof(badge(did), signer, { method });
    expect((await check(credential, { pins: [pinOf(did)] })).rung).toBe('unknown');
    const document = {
      '@context': 'https://www.w3.org/ns/did/v1',
      id: did,
      verificationMethod: [
        {
          id: method,
          type: 'Multikey',
          controller: did,
          publicKeyMultibase: signer.did.slice('did:key:'.length),
        },
      ],
      assertionMethod: [method],
    };
    const report = await check(
      credential,
      {},
      {
        'https://quarry.example/.well-known/did.json': document,
      },
    );
    expect(said(report, 'issuer-identity')).toBe('passed issuer-identity/same-site');
    expect(report.rung).toBe('same-site');
  });

  it('that somebody else signed reaches no rung, whoever it names', async () => {
    const [issuer, forger] = [newSigner(), newSigner()];
    const forged = await withProof(badge(issuer.did), forger);
    const report = await check(forged, { pins: [pinOf(issuer.did)] });
    expect(said(report, 'issuer-identity')).toBe('not-checked issuer-identity/not-shown');
    expect(report.rung).toBe('unknown');
    const { proof: _, ...stripped } = forged;
    expect(said(await check(stripped, { pins: [pinOf(issuer.did)] }), 'issuer-identity')).toBe(
      'not-checked issuer-identity/not-shown',
    );
  });

  it('of an issuer that looks like a trusted one carries the flag and keeps its standing', async () => {
    const signer = newSigner();
    for (const name of ['Quаrry Hill Observatory', 'Quarry HiIl Observatory', NAME]) {
      const credential = badge(signer.did, { issuer: { id: signer.did, type: ['Profile'], name } });
      const report = await check(await withProof(credential, signer), {
        pins: [pinOf('did:web:quarry.example')],
      });
      expect(said(report, 'issuer-identity')).toBe('not-checked issuer-identity/looks-like');
      expect(report.flags).toEqual(['looks-like-another-issuer']);
      expect(report.rung).toBe('unknown');
      expect(report.standing).toBe('proven');
    }
  });
});

describe('a hosted badge', () => {
  const site = 'https://quarry.example';
  const assertion: Json = {
    '@context': 'https://w3id.org/openbadges/v2',
    type: 'Assertion',
    id: `${site}/a/1`,
    recipient: { type: 'email', hashed: false, identity: 'ines@example.org' },
    issuedOn: '2025-02-01T00:00:00Z',
    verification: { type: 'HostedBadge' },
    badge: `${site}/b/1`,
    issuer: {},
  };
  const { issuer: _, ...published } = assertion;
  const documents: Readonly<Record<string, Json>> = {
    [`${site}/a/1`]: published,
    [`${site}/b/1`]: {
      '@context': 'https://w3id.org/openbadges/v2',
      type: 'BadgeClass',
      id: `${site}/b/1`,
      name: 'Night sky reading',
      issuer: `${site}/issuer`,
    },
    [`${site}/issuer`]: {
      '@context': 'https://w3id.org/openbadges/v2',
      type: 'Issuer',
      id: `${site}/issuer`,
      name: NAME,
      url: site,
    },
  };

  it('is of whoever publishes it, also where the file names nobody', async () => {
    const report = await check(assertion, {}, documents);
    expect(report.standing).toBe('confirmed');
    expect(said(report, 'issuer-identity')).toBe('passed issuer-identity/same-site');
    const pinned = await check(assertion, { pins: [pinOf(`${site}/issuer`)] }, documents);
    expect(pinned.rung).toBe('pinned');
    const offline = await check(assertion, { pins: [pinOf(`${site}/issuer`)] });
    expect(offline.rung).not.toBe('pinned');
  });
});

describe('a document', () => {
  it('names its issuer in print: misread letters make no look-alike', async () => {
    const { payload: _, ...reading } = readingOf({});
    const report = await verifyReading({
      ...reading,
      format: 'pdf-text',
      issuer: { name: 'Quarry Hi1l Observatory' },
    });
    expect(said(report, 'issuer-identity')).toBe('not-checked issuer-identity/unknown');
    expect(report.flags).toEqual([]);
    const nameless = await verifyReading({ ...reading, format: 'pdf-text', issuer: {} });
    expect(said(nameless, 'issuer-identity')).toBe('not-applicable issuer-identity/no-issuer');
    expect(nameless.rung).toBeUndefined();
  });
});
