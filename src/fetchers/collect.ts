// Putting answers together: pages up to a limit, files made from them, and what could not be had. What
// was read before a failure stays.
import { problem, type Problem } from '../domain/problem.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { JsonValue } from '../formats/json.ts';
import type { Asking } from './ask.ts';
import type { FetchedFile, FetchedFiles } from './fetcher.ts';

/** A provider that offers more than this is not believed. */
export const MAX_PAGES = 50;

export type Page<T> = {
  readonly items: readonly T[];
  readonly more: boolean;
  /** How many items there are in all, where the provider says. */
  readonly total?: number;
};

export type Collected<T> = { readonly items: readonly T[]; readonly problem?: Problem };

/** Reads pages (numbered from 1) until the last, a failure, a cancel, or MAX_PAGES. */
export async function collectPages<T>(
  asking: Asking,
  readPage: (page: number, soFar: number) => Promise<Result<Page<T>>>,
): Promise<Collected<T>> {
  const items: T[] = [];
  for (let page = 1; page <= MAX_PAGES; page += 1) {
    const read = await readPage(page, items.length);
    if (!read.ok) return { items, problem: read.problem };
    items.push(...read.value.items);
    const total = read.value.total ?? 0;
    asking.progress.onProgress(items.length, Math.max(total, items.length));
    if (!read.value.more) return { items };
  }
  return { items, problem: problem('net/endless', { params: { host: asking.hosts[0] ?? '' } }) };
}

/** Files and problems as an answer: nothing at all but a problem is a failure. */
export function fetched(
  files: readonly FetchedFile[],
  problems: readonly (Problem | undefined)[],
): Result<FetchedFiles> {
  const real = [
    ...new Map(
      problems.flatMap((one) => (one ? [[JSON.stringify(one), one] as const] : [])),
    ).values(),
  ];
  const [first] = real;
  if (files.length === 0 && first) return err(first);
  const names = new Set<string>();
  const unique = files.filter(({ name }) => !names.has(name) && names.add(name));
  return ok({ files: unique, problems: real });
}

/** A JSON file written the same way every time, so that an unchanged credential is known again. */
export function jsonFile(name: string, value: JsonValue, fetchedFrom: string): FetchedFile {
  const bytes = new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`);
  return { name: `${fileStem(name)}.json`, bytes, fetchedFrom };
}

/** A file name from untrusted text: letters, digits, dot, dash and underscore only. */
export function fileStem(untrusted: string): string {
  const stem = untrusted
    .normalize('NFKD')
    .replace(/[^\w.-]+/gu, '-')
    .replace(/\.{2,}/gu, '.')
    .replace(/^[-.]+|[-.]+$/gu, '')
    .slice(0, 120);
  return stem === '' ? 'credential' : stem;
}
