// The sentences at the top say no more than the checks do.
import { expect, test } from 'vitest';
import type { CheckName, CheckResult } from '../../../../src/domain/report.ts';
import { headlineOf } from '../../../../src/ui/trust/headline.ts';
import { inventedReport } from '../../../support/fake-trust.ts';

function headline(...checks: CheckResult[]): string {
  return headlineOf(inventedReport(checks), 'en-GB').join(' ');
}

function open(check: CheckName): CheckResult {
  return { check, outcome: 'not-checked', reason: 'status/needs-network' };
}

test('a signature that holds while the list was not read says both', () => {
  expect(headline(open('revocation'))).toBe('Signature holds. Revocation was not checked yet.');
});

test('not revoked is said with the day of the answer it rests on', () => {
  expect(
    headline({
      check: 'revocation',
      outcome: 'passed',
      reason: 'status/good',
      params: { asOf: '2026-05-12' },
    }),
  ).toBe('Signature holds. Not revoked as of 12 May 2026.');
});

test('a site without an answer leaves it unknown', () => {
  expect(
    headline({
      check: 'revocation',
      outcome: 'not-checked',
      reason: 'remote/no-answer',
      params: { problem: 'net/timed-out', host: 'status.academy.example' },
    }),
  ).toContain('unknown: the issuer’s site gave no answer');
});

test('suspension that was not looked up is not hidden behind a good revocation', () => {
  expect(headline(open('suspension'))).toBe('Signature holds. Suspension was not checked yet.');
});

test('a key that is not the issuer’s is never called a signature that holds', () => {
  const words = headline({
    check: 'key-binding',
    outcome: 'failed',
    reason: 'key-binding/not-listed-by-issuer',
  });
  expect(words).not.toContain('Signature holds.');
  expect(words).toContain('not shown to be the issuer’s');
});

test('an unbound key is said beside the signature', () => {
  expect(headline(open('key-binding'))).toContain('not shown yet that the key is the issuer’s');
});

test('revoked, expired and changed are all said', () => {
  const words = headline(
    { check: 'integrity', outcome: 'failed', reason: 'integrity/hash-differs' },
    { check: 'revocation', outcome: 'failed', reason: 'status/revoked' },
    { check: 'expiry', outcome: 'failed', reason: 'expiry/expired' },
  );
  expect(words).toMatch(/^The stored file has changed/);
  expect(words).toContain('The issuer has revoked it.');
  expect(words).toContain('It has expired.');
  expect(words).not.toContain('Not revoked');
});

test('a badge without a signature is judged by the issuer’s copy', () => {
  const unsigned: CheckResult = {
    check: 'proof',
    outcome: 'not-applicable',
    reason: 'proof/hosted-only',
  };
  expect(headline(unsigned, open('hosted-copy'))).toContain('was not compared yet');
  expect(headline(unsigned)).toContain('own copy says the same');
  expect(
    headline(unsigned, {
      check: 'hosted-copy',
      outcome: 'failed',
      reason: 'hosted-copy/differs',
    }),
  ).toContain('does not confirm it');
});

test('where no way to revoke exists, that is a sentence of its own', () => {
  expect(
    headline({
      check: 'revocation',
      outcome: 'not-applicable',
      reason: 'status/no-way-to-revoke',
    }),
  ).toBe('Signature holds. The issuer offers no way to revoke it.');
});

test('no check that did not run makes the headline say that something holds', () => {
  const all = inventedReport().checks.map(({ check }) => open(check));
  expect(headline(...all)).toBe('Signature was not checked yet. Revocation was not checked yet.');
});
