// The scripts that count tests and judge figures never turn silence into a pass.
import { describe, expect, it } from 'vitest';
import { lineOf, medianOf, verdictOf } from '../support/bench-line.mjs';
import { playwrightTotals, sum, vitestTotals } from '../support/totals.mjs';

const VITEST = {
  numPassedTests: 7,
  numFailedTests: 0,
  numPendingTests: 1,
  testResults: [{ status: 'passed', assertionResults: [{ status: 'passed' }] }],
};
const PLAYWRIGHT = { stats: { expected: 3, unexpected: 0, flaky: 0, skipped: 2 }, errors: [] };

describe('the totals of a test run', () => {
  it('add up both reports', () => {
    const both = [vitestTotals(VITEST, 0), playwrightTotals(PLAYWRIGHT, 0)];
    expect(sum(both)).toEqual({ passed: 10, failed: 0, skipped: 3 });
  });

  it('count a missing report as a failure', () => {
    expect(vitestTotals(undefined, 0).failed).toBe(1);
    expect(playwrightTotals(undefined, 0).failed).toBe(1);
  });

  it('count a test file that breaks before its first test', () => {
    const broken = { status: 'failed', assertionResults: [] };
    const report = { ...VITEST, testResults: [...VITEST.testResults, broken] };
    expect(vitestTotals(report, 1)).toMatchObject({ passed: 7, failed: 1 });
  });

  it('count a run that fails without a failed test, and a run without tests', () => {
    expect(vitestTotals(VITEST, 1).failed).toBe(1);
    expect(vitestTotals({ ...VITEST, numPassedTests: 0 }, 0).failed).toBe(1);
    expect(playwrightTotals(PLAYWRIGHT, 130).failed).toBe(1);
  });

  it('count a test that passed only when repeated', () => {
    const report = { ...PLAYWRIGHT, stats: { ...PLAYWRIGHT.stats, flaky: 1 } };
    expect(playwrightTotals(report, 0).failed).toBe(1);
  });
});

describe('the verdict on a figure', () => {
  it('fails only beyond the margin and says so when it is within', () => {
    expect([40, 50, 60, 63].map((median) => verdictOf(median, 50))).toEqual([
      'ok',
      'ok',
      'near',
      'over',
    ]);
    expect(verdictOf(1_000, undefined)).toBe('reported');
  });

  it('takes the middle sample', () => {
    expect(medianOf([9, 1, 5])).toBe(5);
    expect(medianOf([4, 1, 2, 9])).toBe(3);
    expect(medianOf([])).toBeNaN();
  });

  it('prints the median, the budget and the worst sample in one line', () => {
    const line = lineOf({ name: 'search keystroke', unit: 'ms', budget: 50 }, [12.34, 10, 31]);
    expect(line).toBe('search keystroke  12.3 ms  budget 50 ms  ok  (3 samples, worst 31.0 ms)');
  });
});
