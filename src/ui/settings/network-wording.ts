// Requests of the network ledger in people's words. Pure.
import type { NetworkRequest } from '../../app/laurel-app.ts';
import type { ProblemCode } from '../../domain/problem.ts';
import { problemWording } from '../../domain/problem-wording.ts';
import { t } from '../messages/message.ts';
import { sizeWording } from '../sizes.ts';

/** The outcome of a request: an answer with its size, or why there was none. */
export function outcomeWording({ outcome, bytes }: NetworkRequest): string {
  const status = /^\d{3}$/u.test(outcome) ? Number(outcome) : undefined;
  if (outcome === 'ok' || (status !== undefined && status < 400)) {
    return t('network.answered', { bytes: sizeWording(bytes) });
  }
  if (outcome.includes('/')) return problemWording({ code: outcome as ProblemCode });
  return t('network.notAnswered', { outcome });
}

/** Why it was made: `credly-profile` reads "Credly profile". */
export function purposeWording(purpose: string): string {
  const words = purpose.replace(/-/gu, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
