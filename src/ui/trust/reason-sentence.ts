// The sentence for a reason as the interface shows it: with its days written as people write them. Pure.
import { reasonWording, type Reader } from '../../domain/reason-wording.ts';
import type { ReasonCode, ReasonParams } from '../../domain/report.ts';
import { dayWording } from './day-wording.ts';

const DATE = /^\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:\d{2}))?$/u;

/** The sentence for this reader; days follow the locale of dates. */
export function reasonSentence(
  { reason, params }: { readonly reason: ReasonCode; readonly params?: ReasonParams },
  reader: Reader,
  locale: string,
): string {
  const spoken = Object.entries(params ?? {}).map(([name, value]) => [
    name,
    typeof value === 'string' && DATE.test(value) ? dayWording(value, locale) : value,
  ]);
  return reasonWording(reason, Object.fromEntries(spoken) as ReasonParams, reader);
}
