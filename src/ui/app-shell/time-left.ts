// How long running work still takes, told only once there is enough to go by. Pure.
import { t } from '../messages/message.ts';

const ENOUGH_MS = 3_000;
const MINUTE_MS = 60_000;

/** Milliseconds left at the pace so far; undefined while there is too little to tell by. */
export function timeLeft(
  startedMs: number,
  done: number,
  total: number,
  nowMs: number,
): number | undefined {
  const passedMs = nowMs - startedMs;
  if (!(passedMs >= ENOUGH_MS) || done <= 0 || done >= total) return undefined;
  return (passedMs / done) * (total - done);
}

/** "about 2 minutes left". */
export function timeLeftWording(leftMs: number): string {
  if (leftMs < MINUTE_MS) return t('work.secondsLeft');
  return t('work.minutesLeft', { count: Math.round(leftMs / MINUTE_MS) });
}
