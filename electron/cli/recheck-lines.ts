// A saved report that was worked out again, as a line of JSON and as words for the terminal.
import { type Reader, reasonWording } from '../../src/domain/reason-wording.ts';
import type { CheckOutcome } from '../../src/domain/report.ts';
import { checkNameWording, outcomeWording, standingWording } from '../../src/domain/wording.ts';
import type { ComparedCheck, Verdict } from './compare-reports.ts';
import type { Rechecked } from './recheck.ts';
import { reportLine } from './report-lines.ts';

/** The report as it is now, and under `recheck` how it compares. */
export function recheckLine(path: string, rechecked: Rechecked, reader: Reader): object {
  const { saved, report, comparison } = rechecked;
  const { isSame, checks, ...rest } = comparison;
  return {
    ...reportLine({ path, title: saved.title, report }, reader),
    recheck: {
      same: isSame,
      ...rest,
      savedAt: saved.report.checkedAt,
      asOf: saved.report.asOf,
      savedStanding: saved.report.standing,
      savedFlags: saved.report.flags,
      checks: checks.map(({ check, verdict, saved: said, now }) => ({
        check,
        verdict,
        saved: said ?? null,
        now: { outcome: now.outcome, reason: reasonWording(now.reason, now.params, reader) },
      })),
    },
  };
}

const VERDICTS: Readonly<Record<Verdict, string>> = {
  same: 'the same',
  different: 'different',
  'not-repeated': 'not repeated',
};

/** The words: every check by its verdict, both sides where they differ, and the sum of it. */
export function recheckWords(path: string, rechecked: Rechecked, reader: Reader): string {
  const { saved, report, comparison } = rechecked;
  const lines = [`${path}: ${saved.title}`];
  lines.push(
    `  A report of ${saved.report.checkedAt}, worked out again as of ${saved.report.asOf}.`,
  );
  if (comparison.original === 'different') {
    lines.push('  different     The credential is not the file that the report is about.');
  }
  if (comparison.standing === 'different') {
    const [then, now] = [saved.report.standing, report.standing].map((one) => standingWording(one));
    lines.push(
      `  different     The report says “${then?.word ?? ''}”; it is “${now?.word ?? ''}”.`,
    );
  } else {
    lines.push(`  the same      ${standingWording(report.standing).word}`);
  }
  if (comparison.flags === 'different') {
    lines.push('  different     What stands beside that, such as “expired”, is not the same.');
  }
  for (const check of comparison.checks) lines.push(...checkWords(check, reader));
  for (const { url, verdict } of comparison.materials) {
    const what =
      verdict === 'missing'
        ? 'is not in the file or was not needed'
        : 'is not the one that it names';
    lines.push(`  different     A document that the report rests on ${what}: ${url}`);
  }
  lines.push(`  ${sumWords(rechecked)}`);
  return lines.join('\n');
}

function checkWords({ check, verdict, saved, now }: ComparedCheck, reader: Reader): string[] {
  if (verdict === 'same' && now.outcome === 'not-applicable') return [];
  const name = checkNameWording(check);
  const here = `${outcomeWording(now.outcome)}: ${reasonWording(now.reason, now.params, reader)}`;
  const head = `  ${VERDICTS[verdict].padEnd(12)}  ${name}`;
  if (verdict === 'same') return [`${head}: ${here}`];
  const then = saved
    ? `“${outcomeWording(saved.outcome as CheckOutcome)}: ${saved.reason}”`
    : 'nothing';
  const why =
    verdict === 'not-repeated'
      ? ['    That rests on whom the person who saved it trusts, or on who they are.']
      : [];
  return [head, `    the report says  ${then}`, `    worked out now   ${here}`, ...why];
}

function sumWords({ comparison }: Rechecked): string {
  if (comparison.isSame) return 'Everything in the report came out the same.';
  const count = (verdict: Verdict): number =>
    comparison.checks.filter((one) => one.verdict === verdict).length;
  const isAnyDifferent =
    count('different') > 0 ||
    comparison.original === 'different' ||
    comparison.standing === 'different' ||
    comparison.flags === 'different' ||
    comparison.materials.length > 0;
  return isAnyDifferent
    ? 'The report does not say what its own evidence says. Trust what was worked out now.'
    : `Nothing differs, but ${count('not-repeated')} of the checks could not be repeated.`;
}
