import { describe, expect, it } from 'vitest';
import type {
  DocumentSource,
  FailedDocument,
  StoredDocument,
} from '../../../src/domain/material.ts';
import { checkOf, type CheckResult } from '../../../src/domain/report.ts';
import { verifyCredential } from '../../../src/verify/index.ts';
import { badge, contexts, readingOf } from './workshop.ts';

type Answer = number | { readonly failure: 'net/timed-out' };

function answerOf(answer: Answer | undefined): StoredDocument | FailedDocument | undefined {
  return typeof answer === 'number'
    ? { status: answer, mediaType: 'text/html', text: 'page' }
    : answer;
}

async function check(
  evidence: readonly { readonly id?: string }[],
  answers: Readonly<Record<string, Answer>>,
  withEvidence = true,
): Promise<{
  readonly result: CheckResult;
  readonly asked: readonly string[];
  readonly flags: readonly string[];
}> {
  const asked: string[] = [];
  const documents: DocumentSource = (url, use) => {
    if (use === 'evidence') asked.push(url);
    return Promise.resolve(answerOf(answers[url]));
  };
  const report = await verifyCredential({
    reading: readingOf(badge('did:example:quarry'), { evidence }),
    integrity: { outcome: 'matches' },
    now: new Date('2026-06-01T12:00:00Z'),
    contexts,
    documents,
    withEvidence,
  });
  return { result: checkOf(report, 'evidence-reachable'), asked, flags: report.flags };
}

const A = 'https://quarry.example/a';
const B = 'https://quarry.example/b';

describe('pages of evidence', () => {
  it('are asked for only when the person wants it', async () => {
    const { result, asked } = await check([{ id: A }], { [A]: 200 }, false);
    expect(result.reason).toBe('evidence/only-when-asked');
    expect(asked).toEqual([]);
  });

  it.each([
    ['are there', { [A]: 200, [B]: 204 }, 'passed evidence/reachable'],
    ['are partly gone', { [A]: 200, [B]: 404 }, 'failed evidence/some'],
    [
      'partly give no answer',
      { [A]: 200, [B]: { failure: 'net/timed-out' } as const },
      'not-checked evidence/some',
    ],
    ['partly were not asked for', { [A]: 200 }, 'not-checked evidence/some'],
  ])('%s', async (_, answers, expected) => {
    const { result, flags } = await check([{ id: A }, { id: B }], answers);
    expect(`${result.outcome} ${result.reason}`).toBe(expected);
    expect(result.details).toHaveLength(2);
    expect(flags).not.toContain('invalid');
  });

  it.each([
    [404, 'failed evidence/not-found'],
    [410, 'failed evidence/not-found'],
    [500, 'not-checked remote/no-answer'],
    [403, 'not-checked remote/no-answer'],
  ])('that answers %i alone says just that', async (status, expected) => {
    const { result } = await check([{ id: A }], { [A]: status });
    expect(`${result.outcome} ${result.reason}`).toBe(expected);
  });

  it('are ten at most, each once', async () => {
    const many = Array.from({ length: 14 }, (_, at) => ({ id: `${A}/${at}` }));
    const { result, asked } = await check(
      [...many, ...many],
      Object.fromEntries(many.map(({ id }) => [id, 200])),
    );
    expect(asked).toHaveLength(10);
    expect(result.outcome).toBe('not-checked');
  });

  it('told in words have nothing to look up', async () => {
    const { result } = await check([{}], {});
    expect(`${result.outcome} ${result.reason}`).toBe('not-applicable evidence/without-address');
  });

  it('of other schemes are not asked for', async () => {
    const { asked } = await check([{ id: 'file:///etc/passwd' }, { id: 'data:text/html,x' }], {});
    expect(asked).toEqual([]);
  });
});
