// A report as a file for somebody else: what it says, and how an untrusted one is read. Files are packed and
// unpacked elsewhere.
import {
  CHECK_NAMES,
  type CheckOutcome,
  FLAGS,
  STANDINGS,
  type VerificationReport,
} from './report.ts';

/** What a saved report says; `laurel verify` reads it. The number grows when its fields change meaning. */
export type SavedReport = {
  readonly laurelReport: 1;
  readonly title: string;
  readonly original: { readonly fileName: string; readonly sha256: string; readonly index: number };
  readonly report: VerificationReport;
  /** The reasons in words, so that the file can be read without Laurel. */
  readonly words: readonly {
    readonly check: string;
    readonly outcome: string;
    readonly reason: string;
    /** The same for somebody who is not the holder. */
    readonly employer?: string;
  }[];
};

const OUTCOMES: readonly CheckOutcome[] = ['passed', 'failed', 'not-checked', 'not-applicable'];
const MOST_ENTRIES = 10_000;

/** True for a value of the shape; its codes may still be unknown to this version, and nothing in it is believed. */
export function isSavedReport(value: unknown): value is SavedReport {
  if (!isRecord(value) || value['laurelReport'] !== 1 || typeof value['title'] !== 'string') {
    return false;
  }
  const { original, report, words } = value;
  if (!isRecord(original) || !isText(original['fileName']) || !isText(original['sha256'])) {
    return false;
  }
  const index = original['index'];
  if (!Number.isSafeInteger(index) || Number(index) < 0) return false;
  return isReport(report) && isListOf(words, isWords);
}

function isReport(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { unanswered, wanted, rung } = value;
  return (
    isInstant(value['checkedAt']) &&
    isInstant(value['asOf']) &&
    STANDINGS.some((one) => one === value['standing']) &&
    isListOf(value['flags'], (flag) => FLAGS.some((one) => one === flag)) &&
    isListOf(value['checks'], isCheck) &&
    isListOf(value['materials'], isMaterial) &&
    (unanswered === undefined || isListOf(unanswered, isUnanswered)) &&
    (wanted === undefined || isListOf(wanted, isRecord)) &&
    (rung === undefined || isText(rung))
  );
}

function isCheck(value: unknown): boolean {
  return (
    isRecord(value) &&
    CHECK_NAMES.some((one) => one === value['check']) &&
    isDetail(value) &&
    (value['details'] === undefined || isListOf(value['details'], isDetail))
  );
}

function isDetail(value: unknown): boolean {
  if (!isRecord(value) || !OUTCOMES.some((one) => one === value['outcome'])) return false;
  const { reason, params } = value;
  if (!isText(reason)) return false;
  return (
    params === undefined ||
    (isRecord(params) &&
      Object.values(params).every((one) => typeof one === 'string' || typeof one === 'number'))
  );
}

function isMaterial(value: unknown): boolean {
  return isRecord(value) && isText(value['url']) && isText(value['sha256']);
}

function isUnanswered(value: unknown): boolean {
  return isRecord(value) && isText(value['url']) && isText(value['code']);
}

function isWords(value: unknown): boolean {
  return (
    isRecord(value) && isText(value['check']) && isText(value['outcome']) && isText(value['reason'])
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isInstant(value: unknown): boolean {
  return isText(value) && value.length < 40 && !Number.isNaN(Date.parse(value));
}

function isListOf(value: unknown, isOne: (one: unknown) => boolean): boolean {
  return Array.isArray(value) && value.length <= MOST_ENTRIES && value.every((one) => isOne(one));
}
