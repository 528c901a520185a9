// Finding: the words through the index, the facets and the order over the summaries in memory.
import { type DateValue, rangeOf } from '../domain/date-value.ts';
import type { CredentialId } from '../domain/id.ts';
import { STANDINGS } from '../domain/report.ts';
import type { CredentialSummary } from '../domain/summary.ts';
import type { FindRequest, FoundCredentials, SortKey } from './laurel-app.ts';
import type { SearchPort } from './ports.ts';

/** Answers a request over the summaries of one library; `hidden` copies and what waits are left out. */
export async function findCredentials(
  summaries: ReadonlyMap<CredentialId, CredentialSummary>,
  hidden: ReadonlySet<CredentialId>,
  search: SearchPort,
  request: FindRequest,
): Promise<FoundCredentials> {
  const words = request.text.trim();
  const answer = words === '' ? undefined : await search.search(words);
  const candidates = answer ? presentIn(summaries, answer.ids) : [...summaries.values()];
  const found = candidates.filter(
    (summary) => !hidden.has(summary.id) && matchesFacets(summary, request),
  );
  if (!answer || request.sort.key !== 'relevance') found.sort(orderOf(request.sort));
  return { ids: found.map((summary) => summary.id), terms: answer?.terms ?? [] };
}

/** The order of a library: newest issue date first, then by title. */
export function compareNewestFirst(a: CredentialSummary, b: CredentialSummary): number {
  return orderOf({ key: 'issuedOn', descending: true })(a, b);
}

function presentIn(
  summaries: ReadonlyMap<CredentialId, CredentialSummary>,
  ids: readonly CredentialId[],
): CredentialSummary[] {
  return ids.map((id) => summaries.get(id)).filter((summary) => summary !== undefined);
}

function matchesFacets(summary: CredentialSummary, request: FindRequest): boolean {
  const { standings, flags, tags, binned } = request;
  if ((summary.binnedAt !== undefined) !== binned) return false;
  if (!binned && summary.inboxedAt !== undefined) return false;
  if (standings.length > 0 && !standings.includes(summary.standing)) return false;
  if (flags.length > 0 && !flags.some((flag) => summary.flags.includes(flag))) return false;
  return tags.every((tag) => summary.tags.includes(tag));
}

type Order = (a: CredentialSummary, b: CredentialSummary) => number;

// Sorting asks for the same dates many times over, and reading one costs a regular expression.
const starts = new WeakMap<DateValue, number>();

function startOf(date: DateValue | undefined): number {
  if (!date) return 0;
  const known = starts.get(date);
  if (known !== undefined) return known;
  const start = rangeOf(date).from;
  starts.set(date, start);
  return start;
}

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });
const byTitle: Order = (a, b) => collator.compare(a.title, b.title);

const ORDERS: Readonly<
  Record<SortKey, { order: Order; missing?: (s: CredentialSummary) => boolean }>
> = {
  relevance: { order: (a, b) => startOf(b.issuedOn) - startOf(a.issuedOn) },
  issuedOn: {
    order: (a, b) => startOf(a.issuedOn) - startOf(b.issuedOn),
    missing: (summary) => summary.issuedOn === undefined,
  },
  validUntil: {
    order: (a, b) => startOf(a.validUntil) - startOf(b.validUntil),
    missing: (summary) => summary.validUntil === undefined,
  },
  title: { order: byTitle },
  issuer: {
    order: (a, b) => collator.compare(a.issuerName, b.issuerName),
    missing: (summary) => summary.issuerName === '',
  },
  addedAt: { order: (a, b) => (a.addedAt < b.addedAt ? -1 : a.addedAt > b.addedAt ? 1 : 0) },
  standing: {
    order: (a, b) => STANDINGS.indexOf(b.standing) - STANDINGS.indexOf(a.standing),
  },
};

/** What is missing comes last whichever way the order runs; equals are ordered by title. */
function orderOf(sort: FindRequest['sort']): Order {
  const { order, missing } = ORDERS[sort.key];
  const direction = sort.descending ? -1 : 1;
  return (a, b) => {
    const aMissing = missing?.(a) ?? false;
    const bMissing = missing?.(b) ?? false;
    if (aMissing !== bMissing) return aMissing ? 1 : -1;
    const difference = aMissing ? 0 : direction * order(a, b);
    return difference !== 0 ? difference : byTitle(a, b);
  };
}
