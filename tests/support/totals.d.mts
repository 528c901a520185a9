// Types of totals.mjs for the tests: the parts of the two reports that are read.
export type Totals = { readonly passed: number; readonly failed: number; readonly skipped: number };

export type VitestReport = {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests?: number;
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
};

export type PlaywrightReport = {
  readonly stats: {
    readonly expected: number;
    readonly unexpected: number;
    readonly flaky: number;
    readonly skipped: number;
  };
  readonly errors: readonly unknown[];
};

export function vitestTotals(report: VitestReport | undefined, code: number): Totals;
export function playwrightTotals(report: PlaywrightReport | undefined, code: number): Totals;
export function sum(all: readonly Totals[]): Totals;
