// `laurel verify` on a saved report: its checks are worked out again from the original and the documents in
// it, as of the instant it names, and compared one by one. Asks nobody; believes nothing in the report.
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { isSha256 } from '../../src/domain/id.ts';
import type { Identity } from '../../src/domain/identity.ts';
import type { FailedDocument, HandedDocument } from '../../src/domain/material.ts';
import { LIMITS } from '../../src/domain/limits.ts';
import { problem } from '../../src/domain/problem.ts';
import { matchRecipient, withRecipientMatch } from '../../src/domain/recipient-match.ts';
import { checkOf, type VerificationReport } from '../../src/domain/report.ts';
import { type Result, err, ok } from '../../src/domain/result.ts';
import type { SavedReport } from '../../src/domain/saved-report.ts';
import type { OpenedReport } from '../../src/formats/saved-report-file.ts';
import type { ReadAnswer } from '../../src/workers/credential-jobs.ts';
import type { JobPool } from '../../src/workers/job-pool.ts';
import { checkItem } from './check-item.ts';
import { type Comparison, compareReports } from './compare-reports.ts';

export type Rechecked = {
  readonly saved: SavedReport;
  /** Worked out now. */
  readonly report: VerificationReport;
  readonly comparison: Comparison;
};

export type RecheckOptions = {
  /** The credential of a report that does not hold it: a path. */
  readonly original?: string;
  readonly identities: readonly Identity[];
};

/** True for bytes that may be a saved report; cheap, and decides nothing. */
export function maySaveReport(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isZip = file[0] === 0x50 && file[1] === 0x4b;
  return isZip ? file.includes('report.json') : file.includes('"laurelReport"');
}

/** Opens untrusted bytes in a thread; `report/not-a-report` where they are none. */
export function openReport(pool: JobPool, bytes: Uint8Array): Promise<Result<OpenedReport>> {
  return pool.run<OpenedReport>('saved-report', bytes);
}

/** Works an opened report out again. */
export async function recheck(
  pool: JobPool,
  { saved, original: held, documents }: OpenedReport,
  { original, identities }: RecheckOptions,
): Promise<Result<Rechecked>> {
  const bytes = original === undefined ? held : await readOriginal(original);
  if (!bytes) {
    return err(
      original === undefined
        ? problem('report/needs-original')
        : problem('input/no-such-path', { params: { path: original } }),
    );
  }
  const { sha256, index } = saved.original;
  if (!isSha256(sha256)) return err(problem('report/not-a-report'));
  const fileName = basename(saved.original.fileName);
  const { asOf } = saved.report;
  const answer = await pool.run<ReadAnswer>(
    'read',
    { bytes, fileName, asOf },
    { timeoutMs: LIMITS.ocrTimeMs },
  );
  if (!answer.ok) return answer;
  const file = { place: [], bytes, answer: answer.value, parts: [], problems: [] };
  const checked = await checkItem(pool, { file, index }, fileName, {
    asOf,
    expected: sha256,
    documents: [...documents, ...failuresOf(saved.report, documents)],
    isClockDoubtful: saved.report.flags.includes('clock-doubtful'),
    withEvidence: askedForEvidence(saved.report),
  });
  if (!checked.ok) return checked;
  const item = answer.value.reading.items[index];
  const report =
    item && identities.length > 0
      ? withRecipientMatch(checked.value.report, await matchRecipient(item.recipient, identities))
      : checked.value.report;
  const isOriginalSame = answer.value.sha256 === sha256;
  return ok({ saved, report, comparison: compareReports(saved, report, isOriginalSame) });
}

async function readOriginal(path: string): Promise<Uint8Array | undefined> {
  const bytes = await readFile(path).catch(() => undefined);
  return bytes && new Uint8Array(bytes);
}

/** Sites that gave nothing then give nothing now: that is a part of what the report says. */
function failuresOf(
  { unanswered = [] }: VerificationReport,
  documents: readonly HandedDocument[],
): readonly HandedDocument[] {
  const held = new Set(documents.map(({ url }) => url));
  return unanswered
    .filter(({ url }) => !held.has(url))
    .map(({ url, code }): { readonly url: string } & FailedDocument => ({ url, failure: code }));
}

function askedForEvidence(report: VerificationReport): boolean {
  const isListed = report.checks.some(({ check }) => check === 'evidence-reachable');
  return isListed && checkOf(report, 'evidence-reachable').reason !== 'evidence/only-when-asked';
}
