// Sentences with their days.
import { expect, test } from 'vitest';
import { reasonSentence } from '../../../../src/ui/trust/reason-sentence.ts';

test('days are written as people write them, other words stay', () => {
  const copy = { reason: 'hosted-copy/matches', params: { asOf: '2026-05-12' } } as const;
  expect(reasonSentence(copy, 'holder', 'en-GB')).toContain('12 May 2026');
  const ended = { reason: 'expiry/expired', params: { date: '2026-05-12T10:00:00Z' } } as const;
  expect(reasonSentence(ended, 'holder', 'en-GB')).toContain('12 May 2026');
  const term = { reason: 'vocabulary/undefined-term', params: { term: '2026-grade' } } as const;
  expect(reasonSentence(term, 'holder', 'en-GB')).toContain('2026-grade');
});
