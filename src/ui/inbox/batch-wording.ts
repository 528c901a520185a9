// A batch in words: how many files came how and when, and what became of them. Pure but for the clock zone.
import type { InboxState } from '../../domain/inbox.ts';
import { t } from '../messages/message.ts';
import { countStates, type InboxBatch } from './inbox-items.ts';

const STATE_ORDER: readonly InboxState[] = [
  'needs-columns',
  'refused',
  'kept',
  'duplicate',
  'staged',
  'cancelled',
];

/** "12 files dropped at 14:03", with the day where it was not today. */
export function batchTitle(batch: InboxBatch, locale: string, nowMs: number): string {
  const when = whenWording(batch.receivedAt, locale, nowMs);
  return t(`batch.${batch.via}`, { count: batch.files, when });
}

/** "3 to decide · 1 not readable"; empty where there is nothing to say. */
export function batchCounts(batch: InboxBatch): string {
  const { waiting, states } = countStates(batch.items);
  const parts = waiting > 0 ? [t('batch.toDecide', { count: waiting })] : [];
  for (const state of STATE_ORDER) {
    const count = states.get(state) ?? 0;
    if (count > 0 && state !== 'read') parts.push(t(`batch.${state}`, { count }));
  }
  const decided = states.get('read') ?? 0;
  if (decided > 0) parts.push(t('batch.decided', { count: decided }));
  return parts.join(' · ');
}

function whenWording(instant: string, locale: string, nowMs: number): string {
  const at = new Date(instant);
  if (Number.isNaN(at.getTime())) return '';
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short' }).format(at);
  const now = new Date(nowMs);
  if (at.toDateString() === now.toDateString()) return t('batch.at', { time });
  const year = at.getFullYear() === now.getFullYear() ? {} : ({ year: 'numeric' } as const);
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', ...year }).format(
    at,
  );
  return t('batch.on', { day, time });
}
