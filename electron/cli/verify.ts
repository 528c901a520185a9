// `laurel verify`: checks every credential and says what was and was not checked, one line each.
import type { VerificationReport } from '../../src/domain/report.ts';
import { problemWording } from '../../src/domain/problem-wording.ts';
import { reasonWording } from '../../src/domain/reason-wording.ts';
import { checkNameWording, flagWording, outcomeWording, standingWording } from '../../src/domain/wording.ts';
import type { JobPool } from '../../src/workers/job-pool.ts';
import { problemLines } from './inspect.ts';
import type { Output } from './output.ts';
import { type ReadPath, readPaths } from './read-paths.ts';

/** Prints a line per credential; answers with the exit code: 1 when any check failed or a file had problems. */
export async function verify(
  pool: JobPool,
  paths: readonly string[],
  output: Output,
  options: { readonly at?: string } = {},
): Promise<0 | 1> {
  let troubled = false;
  let files = 0;
  const asOf = options.at === undefined ? {} : { asOf: options.at };
  for await (const file of readPaths(pool, paths, asOf)) {
    files += 1;
    output.progress(files, files, 'files checked');
    const { reading, reports } = file;
    troubled ||= reading.outcome === 'refused' || reading.problems.length > 0;
    if (reports.length === 0) {
      output.result(unreadLine(file), () => unreadWords(file));
      continue;
    }
    reports.forEach((report, index) => {
      const title = reading.items[index]?.achievement.name || null;
      troubled ||= report.checks.some(({ outcome }) => outcome === 'failed');
      output.result(reportLine(file.path, title, report), () =>
        reportWords(file.path, title, report),
      );
    });
  }
  return troubled ? 1 : 0;
}

/** The JSON line for one credential; reasons are the sentences that people read. */
export function reportLine(path: string, title: string | null, report: VerificationReport): object {
  return {
    file: path,
    title,
    standing: report.standing,
    flags: report.flags,
    checks: report.checks.map(({ check, outcome, reason, params }) => ({
      check,
      outcome,
      reason: reasonWording(reason, params),
    })),
  };
}

function reportWords(path: string, title: string | null, report: VerificationReport): string {
  const flags = report.flags.map((flag) => ` · ${flagWording(flag)}`).join('');
  const lines = [`${path}: ${title ?? 'a document'}`];
  lines.push(`  ${standingWording(report.standing).word}${flags}`);
  for (const { check, outcome, reason, params } of report.checks) {
    if (outcome === 'not-applicable') continue;
    const word = outcomeWording(outcome).padEnd(11);
    lines.push(`  ${word}  ${checkNameWording(check)}: ${reasonWording(reason, params)}`);
  }
  return lines.join('\n');
}

/** A refused file has no credential to check; the line says why. */
function unreadLine({ path, reading }: ReadPath): object {
  const problems = problemLines(reading);
  return { file: path, title: null, standing: null, flags: [], checks: [], problems };
}

function unreadWords({ path, reading }: ReadPath): string {
  return [
    `${path}: not checked`,
    ...reading.problems.map((found) => `  ${problemWording(found)}`),
  ].join('\n');
}
