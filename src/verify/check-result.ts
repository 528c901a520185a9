// Builders for check results: short names for the four outcomes, so that every check reads as a table.
import type { CheckDetail, CheckOutcome, ReasonCode, ReasonParams } from '../domain/report.ts';

/** Outcome and reason of one check or of one thing it looked at, without the check's name. */
export type Finding = CheckDetail & { readonly details?: readonly CheckDetail[] };

function finding(outcome: CheckOutcome, reason: ReasonCode, params?: ReasonParams): Finding {
  return params && Object.keys(params).length > 0
    ? { outcome, reason, params }
    : { outcome, reason };
}

/** The check ran and holds. */
export function passed(reason: ReasonCode, params?: ReasonParams): Finding {
  return finding('passed', reason, params);
}

/** The check ran and does not hold. */
export function failed(reason: ReasonCode, params?: ReasonParams): Finding {
  return finding('failed', reason, params);
}

/** The check could not run; the reason says what is missing. */
export function notChecked(reason: ReasonCode, params?: ReasonParams): Finding {
  return finding('not-checked', reason, params);
}

/** The check makes no sense for this credential. */
export function notApplicable(reason: ReasonCode, params?: ReasonParams): Finding {
  return finding('not-applicable', reason, params);
}
