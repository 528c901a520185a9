// `laurel verify`: checks every credential and says what was and was not checked, one line each; works saved
// reports out again. Asks sites only where it is given a way to them.
import type { Identity } from '../../src/domain/identity.ts';
import type { Problem } from '../../src/domain/problem.ts';
import { problemWording } from '../../src/domain/problem-wording.ts';
import type { Reader } from '../../src/domain/reason-wording.ts';
import { matchRecipient, withRecipientMatch } from '../../src/domain/recipient-match.ts';
import type { JobPool } from '../../src/workers/job-pool.ts';
import { type CheckedItem, checkItem } from './check-item.ts';
import type { Output } from './output.ts';
import { type ReadPath, readPaths } from './read-paths.ts';
import { maySaveReport, openReport, recheck } from './recheck.ts';
import { recheckLine, recheckWords } from './recheck-lines.ts';
import { type ReportLine, reportLine, reportWords } from './report-lines.ts';
import type { Sites } from './sites.ts';

export type VerifyOptions = {
  readonly at?: string;
  readonly sites?: Sites;
  readonly identities: readonly Identity[];
  readonly reader: Reader;
  readonly withDetails: boolean;
  /** Every path is a saved report; otherwise those that are one are found. */
  readonly isRecheck: boolean;
  /** The credential of a report that was saved alone. */
  readonly original?: string;
};

/** Prints a line per credential; answers with the exit code: 1 when any check failed or a file had problems. */
export async function verify(
  pool: JobPool,
  paths: readonly string[],
  output: Output,
  options: VerifyOptions,
): Promise<0 | 1> {
  let troubled = false;
  let files = 0;
  const asOf = options.at === undefined ? {} : { asOf: options.at };
  for await (const file of readPaths(pool, paths, asOf)) {
    files += 1;
    output.progress(files, files, 'files checked');
    const isFine =
      (await verifySaved(pool, file, output, options)) ??
      (await verifyFile(pool, file, output, options));
    troubled ||= !isFine;
  }
  return troubled ? 1 : 0;
}

/** Works the file out again where it is a saved report: whether all is the same, or undefined where it is none. */
async function verifySaved(
  pool: JobPool,
  { path, reading, tree }: ReadPath,
  output: Output,
  options: VerifyOptions,
): Promise<boolean | undefined> {
  const { isRecheck, reader } = options;
  if (!tree) return undefined;
  if (!isRecheck && !maySaveReport(tree.bytes)) return undefined;
  const opened = await openReport(pool, tree.bytes);
  // A file that only looked like a report is a file like any other.
  if (!opened.ok && !isRecheck) return undefined;
  const done = opened.ok ? await recheck(pool, opened.value, options) : opened;
  if (!done.ok) {
    const problems = [done.problem];
    output.result(unreadLine(path, problems), () => unreadWords(path, problems));
    return false;
  }
  output.result(recheckLine(path, done.value, reader), () =>
    recheckWords(path, done.value, reader),
  );
  return done.value.comparison.isSame && reading.outcome !== 'refused';
}

/** Prints what was checked in one file; false where anything failed or was not read. */
async function verifyFile(
  pool: JobPool,
  file: ReadPath,
  output: Output,
  options: VerifyOptions,
): Promise<boolean> {
  const { path, reading, reports } = file;
  const { reader, withDetails } = options;
  let isFine = reading.outcome !== 'refused' && reading.problems.length === 0;
  if (reports.length === 0) {
    const { problems } = reading;
    output.result(unreadLine(path, problems), () => unreadWords(path, problems));
    return isFine;
  }
  for (const index of reports.keys()) {
    const checked = await checkOne(pool, file, index, options);
    const title = reading.items[index]?.achievement.name || null;
    const line: ReportLine = { path, title, ...checked };
    isFine &&= !checked.report.checks.some(({ outcome }) => outcome === 'failed');
    output.result(reportLine(line, reader), () => reportWords(line, { reader, withDetails }));
    for (const found of checked.problems) output.say(`${path}: ${problemWording(found)}`);
    isFine &&= checked.problems.length === 0;
  }
  return isFine;
}

type CheckedOne = Pick<ReportLine, 'report' | 'facts'> & { readonly problems: readonly Problem[] };

/** The report of one entry: as it was read, or checked again where sites or details were asked for. */
async function checkOne(
  pool: JobPool,
  { path, reading, reports, sources }: ReadPath,
  index: number,
  { at, sites, identities, withDetails }: VerifyOptions,
): Promise<CheckedOne> {
  const report = reports[index];
  const source = sources[index];
  if (!report || !source) throw new Error('report without an entry');
  const isWorthAsking = sites !== undefined && (report.wanted ?? []).length > 0;
  const again =
    isWorthAsking || withDetails
      ? await checkItem(pool, source, path, {
          ...(isWorthAsking ? { sites } : {}),
          ...(at === undefined ? {} : { asOf: at }),
          ...(withDetails ? { withFacts: true } : {}),
        })
      : undefined;
  const checked: CheckedItem = again?.ok ? again.value : { report, facts: [] };
  const item = reading.items[index];
  const mine =
    item && identities.length > 0
      ? withRecipientMatch(checked.report, await matchRecipient(item.recipient, identities))
      : checked.report;
  return {
    report: mine,
    problems: again?.ok === false ? [again.problem] : [],
    ...(withDetails ? { facts: checked.facts } : {}),
  };
}

/** A file without a report has nothing checked; the line says why. */
function unreadLine(path: string, found: readonly Problem[]): object {
  const problems = found.map((one) => ({ code: one.code, message: problemWording(one) }));
  return { file: path, title: null, standing: null, flags: [], checks: [], problems };
}

function unreadWords(path: string, problems: readonly Problem[]): string {
  return [`${path}: not checked`, ...problems.map((found) => `  ${problemWording(found)}`)].join(
    '\n',
  );
}
