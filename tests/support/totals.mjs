// Adds up what vitest and Playwright wrote in their JSON reports. A report that is missing, or a run
// that failed without a failed test in it, counts as one failure: silence is never a pass.

/** @typedef {{ passed: number, failed: number, skipped: number }} Totals */

/** @returns {Totals} from vitest's JSON report; `code` is the exit code of its process. */
export function vitestTotals(report, code) {
  if (!report) return { passed: 0, failed: 1, skipped: 0 };
  // A file that breaks before its first test has no tests in the report.
  const broken = report.testResults.filter(
    (file) =>
      file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  ).length;
  return honest(
    {
      passed: report.numPassedTests,
      failed: report.numFailedTests + broken,
      skipped: report.numPendingTests + (report.numTodoTests ?? 0),
    },
    code,
  );
}

/** @returns {Totals} from Playwright's JSON report; a test that passed only when repeated has failed. */
export function playwrightTotals(report, code) {
  if (!report) return { passed: 0, failed: 1, skipped: 0 };
  const { expected, unexpected, flaky, skipped } = report.stats;
  return honest(
    { passed: expected, failed: unexpected + flaky + report.errors.length, skipped },
    code,
  );
}

/** @returns {Totals} */
export function sum(all) {
  return all.reduce(
    (total, one) => ({
      passed: total.passed + one.passed,
      failed: total.failed + one.failed,
      skipped: total.skipped + one.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
}

function honest(totals, code) {
  if (totals.failed > 0) return totals;
  return code !== 0 || totals.passed === 0 ? { ...totals, failed: 1 } : totals;
}
