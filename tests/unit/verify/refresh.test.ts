import { describe, expect, it } from 'vitest';
import type { DocumentSource } from '../../../src/domain/material.ts';
import { runVerification, type Verification } from '../../../src/verify/index.ts';
import { badge, contexts, newSigner, readingOf, withProof, type Json } from './workshop.ts';

const signer = newSigner();
const URL = 'https://quarry.example/refresh/7';
const EXTENSIONS = 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json';
const service = { id: URL, type: '1EdTechCredentialRefresh' };

function offering(changes: Json = {}, issuer = signer.did): Json {
  const plain = badge(issuer);
  return {
    ...plain,
    '@context': [...(plain['@context'] as string[]), EXTENSIONS],
    refreshService: service,
    ...changes,
  };
}

async function check(
  own: Json,
  answer: unknown,
): Promise<Verification & { readonly asked: readonly string[] }> {
  const asked: string[] = [];
  const documents: DocumentSource = (url, use) => {
    asked.push(`${use} ${url}`);
    if (answer === undefined) return Promise.resolve(undefined);
    if (typeof answer === 'number') {
      return Promise.resolve({ status: answer, mediaType: 'text/plain', text: '' });
    }
    const text = typeof answer === 'string' ? answer : JSON.stringify(answer);
    return Promise.resolve({ status: 200, mediaType: 'application/json', text });
  };
  const verification = await runVerification({
    reading: readingOf(own),
    integrity: { outcome: 'matches' },
    now: new Date('2026-06-01T12:00:00Z'),
    contexts,
    documents,
  });
  return { ...verification, asked };
}

describe('a newer version', () => {
  it('is handed over beside the old one when it holds', async () => {
    const own = await withProof(offering(), signer);
    const newer = await withProof(offering({ validFrom: '2026-02-01T00:00:00Z' }), signer);
    const { report, refreshed, asked } = await check(own, newer);
    expect(report.refresh).toMatchObject({ outcome: 'passed', reason: 'refresh/newer' });
    expect(refreshed?.text).toBe(JSON.stringify(newer));
    expect(asked).toEqual([`refreshed-credential ${URL}`]);
    expect(report.standing).toBe('proven');
    expect(report.flags).toEqual([]);
  });

  it.each([
    [
      'of another issuer',
      { issuer: { id: 'did:example:other', type: ['Profile'] } },
      'failed refresh/other-issuer',
    ],
    ['of another credential', { id: 'urn:uuid:other' }, 'failed refresh/other-credential'],
    ['that is older', { validFrom: '2024-02-01T00:00:00Z' }, 'failed refresh/older'],
    ['that is the same', {}, 'passed refresh/same'],
  ])('%s is not offered', async (_, changes: Json, expected) => {
    const own = await withProof(offering(), signer);
    const { report, refreshed } = await check(own, await withProof(offering(changes), signer));
    expect(`${report.refresh?.outcome} ${report.refresh?.reason}`).toBe(expected);
    expect(refreshed).toBeUndefined();
  });

  it('without a proof that holds is refused', async () => {
    const own = await withProof(offering(), signer);
    const newer = offering({ validFrom: '2026-02-01T00:00:00Z' });
    const forged = await withProof(newer, newSigner());
    for (const answer of [newer, forged, { ...own, validFrom: '2026-02-01T00:00:00Z' }]) {
      const { report, refreshed } = await check(own, answer);
      expect(report.refresh).toMatchObject({ outcome: 'failed', reason: 'refresh/proof-failed' });
      expect(refreshed).toBeUndefined();
    }
  });

  it('is not looked for before the proof held', async () => {
    const forged = await withProof(offering(), newSigner());
    for (const own of [
      offering(),
      forged,
      { ...(await withProof(offering(), signer)), name: 'x' },
    ]) {
      const { report, asked } = await check(own, {});
      expect(asked.filter((line) => line.startsWith('refreshed'))).toEqual([]);
      expect(report.refresh).toBeUndefined();
    }
  });

  it('is looked for once, also when it offers a newer version itself', async () => {
    const own = await withProof(offering(), signer);
    const next = offering({
      validFrom: '2026-02-01T00:00:00Z',
      refreshService: { ...service, id: `${URL}/next` },
    });
    const { asked } = await check(own, await withProof(next, signer));
    expect(asked).toEqual([`refreshed-credential ${URL}`]);
  });

  it.each([
    ['nobody asked', undefined, 'not-checked refresh/needs-network'],
    ['the site has an error', 503, 'not-checked remote/no-answer'],
    ['the site answers with a page', '<html>log in</html>', 'not-checked refresh/not-usable'],
  ])('is neither there nor missing when %s', async (_, answer, expected) => {
    const own = await withProof(offering(), signer);
    const { report, refreshed } = await check(own, answer);
    expect(`${report.refresh?.outcome} ${report.refresh?.reason}`).toBe(expected);
    expect(refreshed).toBeUndefined();
    expect(report.standing).toBe('proven');
  });

  it('is compared by ids as they are meant, escaped or not', async () => {
    const own = await withProof(offering({ id: 'https://quarry.example/c/a%20b' }), signer);
    const changes = {
      id: ' https://quarry.example/c/a%20b '.trim(),
      validFrom: '2026-02-01T00:00:00Z',
    };
    const { report } = await check(own, await withProof(offering(changes), signer));
    expect(report.refresh?.reason).toBe('refresh/newer');
  });
});
