// A saved report beside the one worked out again: what is the same, what differs, and what could not be
// repeated because it rests on the trust or the names of the person who saved it. Pure.
import {
  type CheckDetail,
  type CheckName,
  type CheckResult,
  type ReasonCode,
  type VerificationReport,
  CHECK_NAMES,
} from '../../src/domain/report.ts';
import type { SavedReport } from '../../src/domain/saved-report.ts';

export type Verdict = 'same' | 'different' | 'not-repeated';

export type ComparedCheck = {
  readonly check: CheckName;
  readonly verdict: Verdict;
  /** What the report says; untrusted, and absent where it leaves the check out. */
  readonly saved?: { readonly outcome: string; readonly reason: string };
  readonly now: CheckResult;
};

export type Comparison = {
  /** True when nothing differs and everything could be repeated. */
  readonly isSame: boolean;
  readonly original: 'same' | 'different';
  readonly standing: Verdict;
  readonly flags: Verdict;
  readonly checks: readonly ComparedCheck[];
  /** Documents that are missing or no longer what the report says. */
  readonly materials: readonly {
    readonly url: string;
    readonly verdict: 'missing' | 'different';
  }[];
};

/** Reasons that rest on what the person who saved the report trusts, or on who they are. */
const OF_THE_SAVER: ReadonlySet<string> = new Set<ReasonCode>([
  'issuer-identity/pinned',
  'issuer-identity/in-registry',
  'issuer-identity/in-trust-list',
  'issuer-identity/pinned-key-differs',
  'issuer-identity/looks-like',
  'key-binding/pinned-key-differs',
  'seal/listed',
  'seal/listed-other-name',
  'seal/not-in-trust-list',
  'seal/trust-list-out-of-date',
  'recipient/is-yours',
  'recipient/hash-is-yours',
  'recipient/weak-hash-is-yours',
  'recipient/somebody-else',
]);

/** Compares an untrusted saved report with what was worked out now. */
export function compareReports(
  saved: SavedReport,
  report: VerificationReport,
  isOriginalSame: boolean,
): Comparison {
  const checks = CHECK_NAMES.map((name) => compareCheck(name, saved, report));
  const standing = saved.report.standing === report.standing ? 'same' : 'different';
  const flags = sameFlags(saved.report, report) ? 'same' : 'different';
  const materials = compareMaterials(saved.report, report);
  const isSame =
    isOriginalSame &&
    standing === 'same' &&
    flags === 'same' &&
    materials.length === 0 &&
    checks.every(({ verdict }) => verdict === 'same');
  const original = isOriginalSame ? 'same' : 'different';
  return { isSame, original, standing, flags, checks, materials };
}

function compareCheck(
  check: CheckName,
  saved: SavedReport,
  report: VerificationReport,
): ComparedCheck {
  const matching = saved.report.checks.filter((one) => one.check === check);
  const then = matching.length === 1 ? matching[0] : undefined;
  const now = report.checks.find((one) => one.check === check);
  if (!now) throw new Error(`report without check ${check}`);
  const words = saved.words.filter((one) => one.check === check);
  // Words are what people read, so they must not say something else than the codes.
  const areWordsHonest = words.every(({ outcome }) => outcome === then?.outcome);
  const isSame = then !== undefined && areWordsHonest && textOf(then) === textOf(now);
  const isOfTheSaver = [then, ...(then?.details ?? [])].some(
    (one) => one !== undefined && OF_THE_SAVER.has(one.reason),
  );
  const verdict = isSame ? 'same' : isOfTheSaver && areWordsHonest ? 'not-repeated' : 'different';
  const said = then && { outcome: then.outcome, reason: words[0]?.reason ?? '' };
  return { check, verdict, ...(said ? { saved: said } : {}), now };
}

/** Outcome, reason and values of a check and of everything it looked at, in one order. */
function textOf({ details = [], ...result }: CheckResult): string {
  return JSON.stringify([detailOf(result), ...details.map(detailOf)]);
}

function detailOf({ outcome, reason, params = {} }: CheckDetail): unknown {
  const values = Object.entries(params).sort(([a], [b]) => (a < b ? -1 : 1));
  return [outcome, reason, values];
}

function sameFlags(a: VerificationReport, b: VerificationReport): boolean {
  return [...a.flags].sort().join() === [...b.flags].sort().join();
}

function compareMaterials(
  then: VerificationReport,
  now: VerificationReport,
): Comparison['materials'] {
  const found = new Map(now.materials.map(({ url, sha256 }) => [url, sha256]));
  return then.materials.flatMap(({ url, sha256 }) => {
    const hash = found.get(url);
    if (hash === sha256) return [];
    return [{ url, verdict: hash === undefined ? ('missing' as const) : ('different' as const) }];
  });
}
