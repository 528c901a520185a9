// Days of reports and documents as people write them. Pure.
import { formatDate } from '../dates.ts';

const DAY = /^\d{4}-\d{2}-\d{2}/u;

/** The calendar day that a date or an instant was written with; anything else stays as it is. */
export function dayWording(date: string, locale: string): string {
  const [text] = DAY.exec(date) ?? [];
  return text === undefined ? date : formatDate({ text, precision: 'day' }, locale);
}

/** Today's day in the reader's zone, as date fields write it. */
export function todayIn(nowMs: number): string {
  const now = new Date(nowMs);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** True for a real day as date fields write it, such as `2026-05-12`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}
