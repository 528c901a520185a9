// The sentence for each reason of a check, in English: one for the holder and one for an employer. Records over
// the code union, so a new code without a sentence does not compile; reasons/ holds them by what they are about.
import { CHAIN_REASONS } from './reasons/chain-reasons.ts';
import { CONTENT_REASONS } from './reasons/content-reasons.ts';
import { COPY_REASONS } from './reasons/copy-reasons.ts';
import { INSIDE_REASONS } from './reasons/inside-reasons.ts';
import { ISSUER_REASONS } from './reasons/issuer-reasons.ts';
import { PROOF_REASONS } from './reasons/proof-reasons.ts';
import { SEAL_REASONS } from './reasons/seal-reasons.ts';
import { type Reader, type Sentence, say } from './reasons/sentence.ts';
import { TIME_REASONS } from './reasons/time-reasons.ts';
import type { ReasonCode, ReasonParams } from './report.ts';
import { STATUS_REASONS } from './status-wording.ts';

export type { Reader };

/** The sentence for the reason of a check, as that reader needs it. */
export function reasonWording(
  reason: ReasonCode,
  params: ReasonParams = {},
  reader: Reader = 'holder',
): string {
  return say(REASONS[reason], reader, params, (inside) => becauseOf(inside, reader));
}

const REASONS: Readonly<Record<ReasonCode, Sentence>> = {
  ...CONTENT_REASONS,
  ...PROOF_REASONS,
  ...CHAIN_REASONS,
  ...ISSUER_REASONS,
  ...SEAL_REASONS,
  ...TIME_REASONS,
  ...STATUS_REASONS,
  ...COPY_REASONS,
  ...INSIDE_REASONS,
};

/** Every reason there is, for tests and tables. */
export const REASON_CODES = Object.keys(REASONS) as readonly ReasonCode[];

/** The sentence that decided about something inside a credential; its code stands among the values. */
function becauseOf(params: ReasonParams, reader: Reader): string {
  const reason = params['because'];
  return typeof reason === 'string' && isReason(reason) && !reason.endsWith('/item')
    ? reasonWording(reason, params, reader)
    : 'it could not be checked.';
}

function isReason(text: string): text is ReasonCode {
  return Object.hasOwn(REASONS, text);
}
