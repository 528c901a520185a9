// Which entries of a list have a provider's own shape, and what is said about the rest.
import { problem, type Problem } from '../../domain/problem.ts';
import type { Place } from '../../formats/place.ts';
import { MAX_EXPORT_ITEMS } from './export-reading.ts';

/**
 * The entries that are the provider's, or undefined when fewer than half are: then it is somebody else's list.
 * Entries that cannot be read are counted in `problems`; they do not sink the rest.
 */
export function ownEntries(
  all: readonly Place[],
  isOwn: (place: Place) => boolean,
  problems: Problem[],
): readonly Place[] | undefined {
  const own = all.filter(isOwn);
  if (own.length === 0 || own.length * 2 < all.length) return undefined;
  const unread = all.length - own.length + Math.max(0, own.length - MAX_EXPORT_ITEMS);
  if (unread > 0) {
    problems.push(problem('credential/entries-not-read', { params: { count: unread } }));
  }
  return own.slice(0, MAX_EXPORT_ITEMS);
}

/** True unless the entry says it was withdrawn, which is told in `problems`. */
export function isStanding(
  withdrawn: boolean,
  title: string | undefined,
  problems: Problem[],
): boolean {
  if (withdrawn) {
    problems.push(
      problem(
        'credential/withdrawn',
        title === undefined ? {} : { params: { title: title.slice(0, 200) } },
      ),
    );
  }
  return !withdrawn;
}
