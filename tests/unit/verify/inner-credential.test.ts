import { afterEach, describe, expect, it, vi } from 'vitest';
import { NO_TRUST } from '../../../src/domain/trust.ts';
import { createDocumentReader } from '../../../src/verify/documents.ts';
import {
  createInnerVerifier,
  judgeInner,
  parseInner,
  titleOf,
} from '../../../src/verify/inner-credential.ts';
import { badge, contexts, newSigner, V2, withProof, type Json } from './workshop.ts';
import type { JsonValue } from '../../../src/formats/index.ts';

const NOW = Date.parse('2026-06-01T12:00:00Z');

function verifier(): ReturnType<typeof createInnerVerifier> {
  return createInnerVerifier(
    {
      contexts,
      documents: createDocumentReader(undefined),
      nowMs: NOW,
      trust: NO_TRUST,
      note: () => undefined,
    },
    { nowMs: NOW, isDoubtful: false },
  );
}

function parse(value: Json | string, context?: JsonValue): ReturnType<typeof parseInner> {
  return parseInner(value as JsonValue, undefined, context);
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe('an inner credential', () => {
  const signer = newSigner();

  it('holds with its own proof', async () => {
    const subject = parse(await withProof(badge(signer.did), signer));
    expect(judgeInner(await verifier()(subject))).toEqual({ kind: 'holds' });
    expect(titleOf(subject)).toBe('Night sky reading');
  });

  it('is unsigned without one, and never holds', async () => {
    expect(judgeInner(await verifier()(parse(badge(signer.did))))).toEqual({ kind: 'unsigned' });
  });

  it('waits for keys that nobody asked for', async () => {
    const did = 'did:web:quarry.example';
    const child = await withProof(badge(did), signer, { method: `${did}#k1` });
    expect(judgeInner(await verifier()(parse(child)))).toMatchObject({
      kind: 'problem',
      outcome: 'not-checked',
    });
  });

  it('speaks in the vocabulary around it when it names none', async () => {
    const { '@context': context, ...bare } = badge(signer.did);
    const verdict = judgeInner(await verifier()(parse(bare, context as JsonValue)));
    expect(verdict).toEqual({ kind: 'unsigned' });
    expect(judgeInner(await verifier()(parse(bare)))).toMatchObject({ outcome: 'failed' });
  });

  it.each<[string, Json | string]>([
    ['text', 'no token'],
    [
      'an envelope of another kind',
      { type: 'EnvelopedVerifiableCredential', id: 'data:text/html,x' },
    ],
    [
      'an envelope with an address',
      { type: 'EnvelopedVerifiableCredential', id: 'https://q.example/1' },
    ],
    [
      'a token with nothing in it',
      { type: 'EnvelopedVerifiableCredential', id: 'data:application/vc+jwt,' },
    ],
  ])('never holds as %s', async (_, value) => {
    expect(judgeInner(await verifier()(parse(value, V2))).kind).not.toBe('holds');
  });

  it('is left out, and said to be, when those before it took all the time', async () => {
    const verify = verifier();
    const subject = parse(await withProof(badge(signer.did), signer));
    let nowMs = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => (nowMs += 1_000));
    const verdicts = [];
    for (let at = 0; at < 12; at += 1) verdicts.push(judgeInner(await verify(subject)));
    expect(verdicts.at(-1)).toMatchObject({
      outcome: 'not-checked',
      finding: { reason: 'nested/not-in-time' },
    });
    expect(verdicts.filter(({ kind }) => kind === 'problem').length).toBeGreaterThan(5);
  });
});
