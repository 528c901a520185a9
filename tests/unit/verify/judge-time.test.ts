import { describe, expect, it } from 'vitest';
import { checkOf } from '../../../src/domain/report.ts';
import { verifyCredential } from '../../../src/verify/index.ts';
import {
  badge,
  contexts,
  newSigner,
  readingOf,
  resultOf,
  withProof,
  type Json,
} from './workshop.ts';

async function check(
  changes: Json,
  isClockDoubtful: boolean,
): Promise<{ readonly said: readonly string[]; readonly flags: readonly string[] }> {
  const signer = newSigner();
  const report = await verifyCredential({
    reading: readingOf(await withProof(badge(signer.did, changes), signer)),
    integrity: { outcome: 'matches' },
    now: new Date('2026-06-01T12:00:00Z'),
    contexts,
    isClockDoubtful,
  });
  const said = (['not-before', 'expiry'] as const).map((name) => checkOf(report, name).reason);
  return { said, flags: report.flags };
}

describe('dates under a clock that is in doubt', () => {
  it.each([
    ['ended long ago', { validUntil: '2025-06-01T00:00:00Z' }, 'expired'],
    ['begin far ahead', { validFrom: '2040-01-01T00:00:00Z' }, 'not-yet-valid'],
  ])('are not judged although they %s', async (_, changes, flag) => {
    expect((await check(changes, false)).flags).toEqual([flag]);
    const doubted = await check(changes, true);
    expect(doubted.flags).toEqual(['clock-doubtful']);
    expect(doubted.said).toContain('time/clock-doubtful');
    expect(doubted.said).not.toContain('expiry/expired');
  });

  it('that contradict themselves are wrong all the same', async () => {
    const { said, flags } = await check({ validUntil: '2024-01-01T00:00:00Z' }, true);
    expect(said[1]).toBe('expiry/before-start');
    expect(flags).toContain('invalid');
  });

  it('that are absent stay absent', async () => {
    expect((await check({}, true)).said[1]).toBe('expiry/no-end');
  });

  it('inside a record do not make its parts wrong', async () => {
    const signer = newSigner();
    const ended = await withProof(
      badge(signer.did, { validUntil: '2025-06-01T00:00:00Z' }),
      signer,
    );
    const report = await verifyCredential({
      reading: readingOf({
        '@context': ['https://www.w3.org/ns/credentials/v2'],
        type: ['VerifiableCredential'],
        issuer: signer.did,
        credentialSubject: { verifiableCredential: [ended] },
      }),
      integrity: { outcome: 'matches' },
      now: new Date('2026-06-01T12:00:00Z'),
      contexts,
      isClockDoubtful: true,
    });
    expect(resultOf(report, 'nested').details?.[0]).toMatchObject({
      outcome: 'not-checked',
      params: { because: 'time/clock-doubtful' },
    });
  });
});
