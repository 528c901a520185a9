// What changed between two reports, in sentences.
import { expect, test } from 'vitest';
import type { CheckResult, VerificationReport } from '../../../../src/domain/report.ts';
import { changesBetween } from '../../../../src/ui/trust/report-changes.ts';
import { inventedReport } from '../../../support/fake-trust.ts';

function changes(older: VerificationReport, newer: VerificationReport): readonly string[] {
  return changesBetween(older, newer, 'en-GB').map(({ text }) => text);
}

const revoked: CheckResult = { check: 'revocation', outcome: 'failed', reason: 'status/revoked' };

test('a revocation is said once, with the day the issuer gives', () => {
  const newer = inventedReport([{ ...revoked, params: { since: '2026-03-03' } }], {
    flags: ['revoked'],
  });
  expect(changes(inventedReport(), newer)).toEqual(['Revoked since 3 Mar 2026']);
});

test('without such a day it says when it was first seen, never since when', () => {
  const newer = inventedReport([revoked], {
    flags: ['revoked'],
    checkedAt: '2026-06-01T08:00:00Z',
  });
  expect(changes(inventedReport(), newer)).toEqual(['Revoked, first seen on 1 Jun 2026']);
});

test('a site that no longer answers is no bad news about the credential', () => {
  const silent: CheckResult = {
    check: 'revocation',
    outcome: 'not-checked',
    reason: 'remote/no-answer',
    params: { problem: 'net/not-found', host: 'status.academy.example' },
  };
  const found = changesBetween(inventedReport(), inventedReport([silent]), 'en-GB');
  expect(found).toEqual([
    { text: 'Not revoked: status.academy.example gave no answer', tone: 'plain' },
  ]);
});

test('an earlier answer that was used in place of a silent site is said', () => {
  const newer = inventedReport([], {
    unanswered: [
      {
        url: 'https://status.academy.example/list/1',
        code: 'net/timed-out',
        at: '2026-06-01T08:00:00Z',
      },
    ],
  });
  expect(changes(inventedReport(), newer)).toEqual([
    'status.academy.example no longer answers. What it said before was kept.',
  ]);
  expect(changes(newer, newer)).toEqual([]);
});

test('a flag that is gone because nothing could be looked up is not called ended', () => {
  const before = inventedReport([revoked], { flags: ['revoked'] });
  const after = inventedReport([
    { check: 'revocation', outcome: 'not-checked', reason: 'status/needs-network' },
  ]);
  const found = changesBetween(before, after, 'en-GB');
  expect(found.map(({ tone }) => tone)).toEqual(['plain']);
  expect(found[0]?.text).toMatch(/^Not revoked: could not be looked at this time/);
});

test('a suspension that was lifted reads so', () => {
  const before = inventedReport(
    [{ check: 'suspension', outcome: 'failed', reason: 'status/suspended' }],
    { flags: ['suspended'] },
  );
  expect(changes(before, inventedReport())).toEqual(['No longer: Suspended']);
});

test('a check that ran for the first time is told from one that holds again', () => {
  const waiting = inventedReport([
    { check: 'key-binding', outcome: 'not-checked', reason: 'key-binding/needs-issuer-document' },
  ]);
  const failed = inventedReport([
    { check: 'key-binding', outcome: 'failed', reason: 'key-binding/not-listed-by-issuer' },
  ]);
  expect(changes(waiting, inventedReport())).toEqual(['Key belongs to the issuer: in order now']);
  expect(changes(failed, inventedReport())).toEqual([
    'Key belongs to the issuer: failed before, in order now',
  ]);
  expect(changes(inventedReport(), failed)[0]).toMatch(/^Key belongs to the issuer: fails now\. /);
});

test('a standing that changed comes first', () => {
  const before = inventedReport([], { standing: 'document' });
  expect(changes(before, inventedReport())).toEqual(['Standing: Document, now Proven']);
});

test('the first report has no changes, and two equal ones have none', () => {
  expect(changesBetween(undefined, inventedReport(), 'en-GB')).toEqual([]);
  expect(changes(inventedReport(), inventedReport())).toEqual([]);
});
