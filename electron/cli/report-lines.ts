// A report as a line of JSON and as words for the terminal. Reasons are the sentences that people read.
import { problemWording } from '../../src/domain/problem-wording.ts';
import { type Reader, reasonWording } from '../../src/domain/reason-wording.ts';
import type { CheckDetail, Fact, VerificationReport } from '../../src/domain/report.ts';
import {
  checkNameWording,
  flagWording,
  outcomeWording,
  standingWording,
} from '../../src/domain/wording.ts';

/** One credential with its report. */
export type ReportLine = {
  readonly path: string;
  readonly title: string | null;
  readonly report: VerificationReport;
  /** Intermediate values; absent where nobody asked for them. */
  readonly facts?: readonly Fact[];
};

export type LineOptions = { readonly reader: Reader; readonly withDetails: boolean };

/** The JSON line for one credential. What is unknown or was not looked at is null or empty. */
export function reportLine({ path, title, report, facts }: ReportLine, reader: Reader): object {
  const { materials, wanted = [], unanswered = [], refresh } = report;
  return {
    file: path,
    title,
    standing: report.standing,
    flags: report.flags,
    checks: report.checks.map(({ check, details = [], ...result }) => ({
      check,
      ...detailLine(result, reader),
      details: details.map((detail) => detailLine(detail, reader)),
    })),
    rung: report.rung ?? null,
    checkedAt: report.checkedAt,
    asOf: report.asOf,
    materials,
    wanted,
    unanswered: unanswered.map(({ url, code, at }) => ({
      url,
      at,
      code,
      message: problemWording({ code, params: paramsOf(url) }),
    })),
    refresh: refresh ? detailLine(refresh, reader) : null,
    ...(facts ? { facts } : {}),
  };
}

function detailLine({ outcome, reason, params }: CheckDetail, reader: Reader): object {
  return { outcome, reason: reasonWording(reason, params, reader), code: reason };
}

/** The words for one credential; checks that do not apply are left out. */
export function reportWords(line: ReportLine, { reader, withDetails }: LineOptions): string {
  const { path, title, report, facts = [] } = line;
  const flags = report.flags.map((flag) => ` · ${flagWording(flag)}`).join('');
  const lines = [`${path}: ${title ?? 'a document'}`];
  lines.push(`  ${standingWording(report.standing).word}${flags}`);
  for (const result of report.checks) {
    if (result.outcome === 'not-applicable') continue;
    lines.push(`  ${columns(checkNameWording(result.check), result, reader)}`);
    if (!withDetails) continue;
    for (const detail of result.details ?? []) {
      lines.push(`    ${outcomeColumn(detail)}  ${wordsOf(detail, reader)}`);
    }
    for (const fact of facts) {
      if (fact.check === result.check) lines.push(`    ${fact.name}: ${shortened(fact.value)}`);
    }
  }
  if (report.refresh) lines.push(`  ${columns('Newer version', report.refresh, reader)}`);
  for (const { url, code } of report.unanswered ?? []) {
    lines.push(`  No answer from ${url}: ${problemWording({ code, params: paramsOf(url) })}`);
  }
  return lines.join('\n');
}

function columns(name: string, detail: CheckDetail, reader: Reader): string {
  return `${outcomeColumn(detail)}  ${name}: ${wordsOf(detail, reader)}`;
}

function outcomeColumn({ outcome }: CheckDetail): string {
  return outcomeWording(outcome).padEnd(11);
}

function wordsOf({ reason, params }: CheckDetail, reader: Reader): string {
  return reasonWording(reason, params, reader);
}

function paramsOf(url: string): { readonly host: string } {
  return { host: URL.canParse(url) ? new URL(url).hostname : url };
}

const LONGEST_FACT = 400;

/** Values can be whole documents; the JSON line has them in full. */
function shortened(value: string): string {
  const flat = value.replace(/\s+/gu, ' ');
  return flat.length <= LONGEST_FACT ? flat : `${flat.slice(0, LONGEST_FACT)}…`;
}
