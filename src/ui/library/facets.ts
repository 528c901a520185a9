// Counts for the filters: how many of the found credentials have each standing, flag and tag.
import type { CredentialSummary } from '../../domain/summary.ts';
import type { TagId } from '../../domain/id.ts';
import type { Flag, Standing } from '../../domain/report.ts';

export type FacetCounts = {
  readonly standings: ReadonlyMap<Standing, number>;
  readonly flags: ReadonlyMap<Flag, number>;
  readonly tags: ReadonlyMap<TagId, number>;
};

/** Counts the summaries once over. */
export function countFacets(summaries: Iterable<CredentialSummary>): FacetCounts {
  const standings = new Map<Standing, number>();
  const flags = new Map<Flag, number>();
  const tags = new Map<TagId, number>();
  for (const summary of summaries) {
    add(standings, summary.standing);
    for (const flag of summary.flags) add(flags, flag);
    for (const tag of summary.tags) add(tags, tag);
  }
  return { standings, flags, tags };
}

function add<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
