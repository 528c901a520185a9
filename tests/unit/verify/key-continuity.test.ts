import { generateKeyPairSync, type KeyPairKeyObjectResult, sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { HandedDocument } from '../../../src/domain/material.ts';
import { checkOf } from '../../../src/domain/report.ts';
import { latestContinuous } from '../../../src/verify/key-continuity.ts';
import { verifyCredential } from '../../../src/verify/index.ts';
import { contexts, type Json, newSigner, readingOf, type Signer, token } from './workshop.ts';

const ID = 'https://quarry.example/issuer';

function documentOf(...signers: readonly Signer[]): string {
  return JSON.stringify({
    id: ID,
    verificationMethod: signers.map(({ did }, at) => ({
      id: `${ID}#${at}`,
      type: 'Multikey',
      controller: ID,
      publicKeyMultibase: did.slice('did:key:'.length),
    })),
  });
}

function copies(...texts: readonly string[]): { text: string; readAt: string }[] {
  return texts.map((text, at) => ({ text, readAt: `20${20 + at}-01-01T00:00:00.000Z` }));
}

async function yearOf(...texts: readonly string[]): Promise<string | undefined> {
  return (await latestContinuous(copies(...texts)))?.readAt.slice(0, 4);
}

describe('the copy that new keys are compared with', () => {
  const [a, b, c] = [newSigner(), newSigner(), newSigner()];

  it.each<readonly [string, readonly string[], string | undefined]>([
    ['nothing where nothing was kept', [], undefined],
    ['the only one', [documentOf(a)], '2020'],
    [
      'the latest of a rotation that overlaps',
      [documentOf(a), documentOf(a, b), documentOf(b)],
      '2022',
    ],
    ['the first where all keys were replaced', [documentOf(a), documentOf(c)], '2020'],
    [
      'still the first where the new ones were read again',
      [documentOf(a), documentOf(c), documentOf(c)],
      '2020',
    ],
    [
      'still the first where the new ones went on',
      [documentOf(a), documentOf(c), documentOf(c, b)],
      '2020',
    ],
    [
      'the latest once the old key is back',
      [documentOf(a), documentOf(c), documentOf(a, b)],
      '2022',
    ],
    [
      'passing over copies without keys',
      ['{}', documentOf(a), '<p>Moved</p>', '[]', documentOf(a)],
      '2024',
    ],
    ['nothing where no copy names a key', ['{}', 'no JSON'], undefined],
  ])('is %s', async (_, texts, year) => {
    expect(await yearOf(...texts)).toBe(year);
  });

  it('is not moved by another key under an old name', async () => {
    const named = { id: ID, assertionMethod: [`${ID}#0`, '#0'] };
    const first = JSON.stringify({ ...JSON.parse(documentOf(a)), ...named });
    const second = JSON.stringify({ ...JSON.parse(documentOf(c)), ...named });
    expect(await yearOf(first, second)).toBe('2020');
  });
});

describe('a signed badge of a Profile whose keys were replaced', () => {
  const SITE = 'https://quarry.example';
  const [before, now] = [rsa(), rsa()];
  const assertion = {
    '@context': 'https://w3id.org/openbadges/v2',
    type: 'Assertion',
    id: `${SITE}/assertion`,
    recipient: { type: 'email', hashed: false, identity: 'ines@example.org' },
    issuedOn: '2025-02-01T00:00:00Z',
    badge: `${SITE}/badge`,
  };
  const badge = { type: 'BadgeClass', id: `${SITE}/badge`, name: 'Night sky', issuer: ID };

  function rsa(): KeyPairKeyObjectResult {
    return generateKeyPairSync('rsa', { modulusLength: 2048 });
  }
  function profile(...keys: readonly string[]): Json {
    return { type: 'Issuer', id: ID, name: 'Quarry Hill', publicKey: keys };
  }
  function key(place: string, pair: typeof before): Json {
    const publicKeyPem = pair.publicKey.export({ type: 'spki', format: 'pem' });
    return { type: 'CryptographicKey', id: `${SITE}/${place}`, owner: ID, publicKeyPem };
  }

  /** `[now, earlier]` of each document; signed with the new key at `place`. */
  async function binding(
    place: string,
    documents: Readonly<Record<string, readonly [Json, Json?]>>,
  ): Promise<string> {
    const creator = `${SITE}/${place}`;
    const content = { ...assertion, verification: { type: 'SignedBadge', creator } };
    const jws = token({ alg: 'RS256' }, content, (data) => sign('sha256', data, now.privateKey));
    const handed = Object.entries({ [badge.id]: [badge] as const, ...documents }).map(
      ([url, [latest, earlier]]): HandedDocument => ({
        url,
        status: 200,
        mediaType: 'application/json',
        text: JSON.stringify(latest),
        readAt: '2026-06-01T00:00:00.000Z',
        ...(earlier
          ? { earlier: { text: JSON.stringify(earlier), readAt: '2024-05-12T00:00:00.000Z' } }
          : {}),
      }),
    );
    const report = await verifyCredential({
      reading: readingOf(jws, { format: 'ob2' }),
      integrity: { outcome: 'matches' },
      now: new Date('2026-06-01T12:00:00Z'),
      contexts,
      documents: (url) => Promise.resolve(handed.find((one) => one.url === url)),
    });
    const { outcome, reason, params } = checkOf(report, 'key-binding');
    return [report.standing, outcome, reason, params?.['date']].filter(Boolean).join(' ');
  }

  const REPLACED = 'document not-checked key-binding/issuer-keys-replaced 2024-05-12';

  it('is proven where nothing was kept before', async () => {
    const site = { [ID]: [profile(`${SITE}/b`)], [`${SITE}/b`]: [key('b', now)] } as const;
    expect(await binding('b', site)).toBe('proven passed key-binding/listed-by-issuer');
  });

  it('is not proven by a new key at a new address', async () => {
    const site = {
      [ID]: [profile(`${SITE}/b`), profile(`${SITE}/a`)],
      [`${SITE}/b`]: [key('b', now)],
    } as const;
    expect(await binding('b', site)).toBe(REPLACED);
  });

  it('is not proven by a new key at the old address', async () => {
    const site = {
      [ID]: [profile(`${SITE}/a`)],
      [`${SITE}/a`]: [key('a', now), key('a', before)],
    } as const;
    expect(await binding('a', site)).toBe(REPLACED);
  });

  it('is proven by a key that was added beside the old one', async () => {
    const site = {
      [ID]: [profile(`${SITE}/a`, `${SITE}/b`), profile(`${SITE}/a`)],
      [`${SITE}/b`]: [key('b', now)],
    } as const;
    expect(await binding('b', site)).toBe('proven passed key-binding/listed-by-issuer');
  });
});
