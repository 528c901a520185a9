import { expect, test } from 'vitest';
import type { CredentialRecord } from '../../../src/domain/credential.ts';
import type { CheckResult, VerificationReport } from '../../../src/domain/report.ts';
import { printCheckReport } from '../../../src/portfolio/check-report.ts';
import { ENGLISH_LABELS } from '../../../src/portfolio/labels.ts';
import { recordOf, reportOf } from '../../fixtures/portfolio/records.ts';

function print(record: CredentialRecord, locale = 'en-GB') {
  const printed = printCheckReport(record, { labels: ENGLISH_LABELS, locale, id: 'credential-1' });
  if (!printed) throw new Error('no report');
  return printed;
}

function recordWith(report: Partial<VerificationReport>, own: Partial<CredentialRecord> = {}) {
  const latestReport = { ...reportOf('proven'), ...report };
  return { ...recordOf(1, { title: 'A', standing: 'proven' }), ...own, latestReport };
}

function checksWith(result: CheckResult): readonly CheckResult[] {
  return reportOf('proven').checks.map((one) => (one.check === result.check ? result : one));
}

test('tells every check with exactly the outcome of the report', () => {
  const report = reportOf('document', ['expired']);
  const printed = print(recordWith(report));
  const applicable = report.checks.filter(({ outcome }) => outcome !== 'not-applicable');
  expect(printed.checks).toHaveLength(applicable.length);
  const words = { passed: 'Passed', failed: 'Failed', 'not-checked': 'Not checked' };
  applicable.forEach(({ outcome }, i) => {
    if (outcome === 'not-applicable') throw new Error('filtered');
    expect(printed.checks[i]?.word).toBe(words[outcome]);
  });
  expect(printed.notApplicable).toHaveLength(report.checks.length - applicable.length);
});

test('says why a check does not apply, such as that there is no signature', () => {
  const checks = checksWith({
    check: 'proof',
    outcome: 'not-applicable',
    reason: 'proof/no-proof',
  });
  const printed = print(recordWith({ checks }));
  expect(printed.notApplicable).toContainEqual({
    name: 'Signature',
    reason: expect.objectContaining({
      text: 'It carries no signature, so there is none to check.',
    }) as unknown,
  });
  expect(printed.checks.map(({ name }) => name)).not.toContain('Signature');
});

test('words what the holder decided for somebody else', () => {
  const checks = checksWith({
    check: 'issuer-identity',
    outcome: 'passed',
    reason: 'issuer-identity/pinned',
    params: { date: '2026-01-02' },
  });
  const said = print(recordWith({ checks })).checks.map(({ reason }) => reason.text);
  expect(said).toContain(
    'The holder marked this issuer as trusted on 2 January 2026. That is the holder’s own judgement.',
  );
  expect(said.join(' ')).not.toMatch(/\byou/iu);
});

test('says the day of an answer where the sentence does not', () => {
  const checks = checksWith({
    check: 'expiry',
    outcome: 'passed',
    reason: 'expiry/no-end',
    params: { asOf: '2026-03-04' },
  });
  const expiry = print(recordWith({ checks })).checks.find(({ name }) => name === 'Not expired');
  expect(expiry?.reason.text).toBe('It has no end date. As of 4 March 2026.');
});

test('puts what failed inside first and counts the rest', () => {
  const details = Array.from({ length: 20 }, (_, i) => ({
    outcome: i === 19 ? ('failed' as const) : ('passed' as const),
    reason: 'nested/item-holds' as const,
    params: { item: `Part ${i}` },
  }));
  const checks = checksWith({ check: 'nested', outcome: 'failed', reason: 'nested/some', details });
  const nested = print(recordWith({ checks })).checks.find(({ details: all }) => all.length > 0);
  expect(nested?.details).toHaveLength(8);
  expect(nested?.details[0]).toMatchObject({
    kind: 'failed',
    reason: { text: '“Part 19” holds by itself.' },
  });
  expect(nested?.more).toBe('and 12 more');
});

test('does not repeat a check whose one detail says the same', () => {
  const details = [{ outcome: 'passed' as const, reason: 'proof/verified' as const }];
  const checks = checksWith({
    check: 'proof',
    outcome: 'passed',
    reason: 'proof/verified',
    details,
  });
  const proof = print(recordWith({ checks })).checks.find(({ name }) => name === 'Signature');
  expect(proof?.details).toEqual([]);
});

test('names the documents of sites with day and hash, and counts vocabularies apart', () => {
  const printed = print(
    recordWith({
      askedNetwork: false,
      materials: [
        { url: 'https://words.example/v1', sha256: 'aa'.repeat(32), use: 'context' },
        {
          url: 'https://issuer.example/list/7',
          sha256: '0123456789abcdef'.repeat(4),
          use: 'status-list',
          readAt: '2026-05-11T23:00:00Z',
          status: 200,
        },
        { url: 'https://work.example/1', sha256: 'bb'.repeat(32), use: 'evidence', status: 404 },
      ],
      unanswered: [
        { url: 'https://slow.example/1', code: 'net/timed-out', at: '2026-05-12T09:30:00Z' },
        { url: 'https://slow.example/2', code: 'net/timed-out', at: '2026-05-12T09:30:00Z' },
      ],
    }),
  );
  expect(printed.documents).toMatchObject([
    {
      what: 'Status list',
      host: { text: 'issuer.example' },
      read: '11 May 2026',
      sha256: '01234567 89abcdef',
    },
    { what: 'Evidence (404)', host: { text: 'work.example' }, read: '–' },
  ]);
  expect(printed.notes).toEqual([
    'No site was asked for this report; these are answers kept from earlier.',
    'Published vocabularies that Laurel carries: 1.',
    'Asked without a usable answer: slow.example.',
  ]);
});

test.each([
  ['same', 'said the same'],
  ['differs', 'said something else'],
  ['gone', 'there was no such page'],
] as const)('a page that the holder saw (%s) is told as the holder’s record', (said, words) => {
  const record = recordOf(1, { title: 'A' });
  const seen = {
    credential: record.id,
    url: 'https://issuer.example/v/1',
    seenAt: '2026-05-13T10:00:00Z',
    said,
  };
  const row = print({ ...record, seen }).about.find(({ label }) => label === 'Seen by the holder');
  expect(row?.value.text).toContain(words);
  expect(row?.value.text).toContain('as the holder recorded');
});

test('the day dates were judged at stands apart where it is another day', () => {
  const labels = (asOf: string) => print(recordWith({ asOf })).about.map(({ label }) => label);
  expect(labels('2026-05-12T00:00:00Z')).not.toContain('Judged as of');
  expect(labels('2024-01-01T00:00:00Z')).toContain('Judged as of');
});

test('says what Laurel does not know, with the day of the check', () => {
  expect(print(recordWith({})).limits).toContain('what has changed since 12 May 2026');
});

test('a credential that was never checked has no report', () => {
  const record = recordOf(1, { title: 'A', checked: false });
  expect(printCheckReport(record, { labels: ENGLISH_LABELS, locale: 'en', id: 'c' })).toBeNull();
});

test('hidden characters in names from outside do not reach the page', () => {
  const checks = checksWith({
    check: 'issuer-identity',
    outcome: 'passed',
    reason: 'issuer-identity/in-registry',
    params: { name: 'Harbour\u202eloohcS', registry: 'R' },
  });
  expect(JSON.stringify(print(recordWith({ checks })))).not.toContain('\u202e');
});
