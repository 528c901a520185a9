// One file with everything inside it: containers are opened by the readers, and each part is read like a
// file of its own.
import { basename } from 'node:path';
import type { CredentialReading, FileReading } from '../../src/domain/credential.ts';
import { LIMITS } from '../../src/domain/limits.ts';
import type { Problem } from '../../src/domain/problem.ts';
import type { VerificationReport } from '../../src/domain/report.ts';
import { type Result, ok } from '../../src/domain/result.ts';
import type { ReadAnswer, ReadInput } from '../../src/workers/credential-jobs.ts';
import type { JobPool } from '../../src/workers/job-pool.ts';

/** A container in a container in a container: mailbox, mail, attachment. */
const DEEPEST_PART = 3;

export type ReadTree = {
  /** Names of the containers' parts that lead here; empty for the file itself. */
  readonly place: readonly string[];
  readonly bytes: Uint8Array;
  readonly answer: ReadAnswer;
  readonly parts: readonly ReadTree[];
  /** What kept parts from being read at all. */
  readonly problems: readonly Problem[];
};

/** Reads a file and what it contains. Fails only where the file itself could not be read. */
export async function readTree(
  pool: JobPool,
  input: ReadInput,
  place: readonly string[] = [],
): Promise<Result<ReadTree>> {
  const answer = await pool.run<ReadAnswer>('read', input, { timeoutMs: LIMITS.ocrTimeMs });
  if (!answer.ok) return answer;
  const parts: ReadTree[] = [];
  const problems: Problem[] = [];
  const inside = place.length < DEEPEST_PART ? (answer.value.reading.parts ?? []) : [];
  for (const part of inside) {
    const next = { ...input, bytes: part.bytes, fileName: basename(part.name) };
    const read = await readTree(pool, next, [...place, part.name]);
    if (read.ok) parts.push(read.value);
    else problems.push({ ...read.problem, at: part.name });
  }
  return ok({ place, bytes: input.bytes, answer: answer.value, parts, problems });
}

/** Where an entry stands: the file of its own that holds it, and its place there. */
export type ItemSource = { readonly file: ReadTree; readonly index: number };

export type FlatReading = {
  readonly reading: FileReading;
  readonly reports: readonly VerificationReport[];
  /** Per item, the part it stood in; undefined in the file itself. */
  readonly partNames: readonly (string | undefined)[];
  /** Per report, where its entry stands. */
  readonly sources: readonly ItemSource[];
};

/** The tree as one reading: the file's own items, then those of its parts. */
export function flatten(tree: ReadTree): FlatReading {
  const { parts: _bytes, ...own } = tree.answer.reading;
  const inner = tree.parts.map(flatten).filter(({ reading }) => reading.outcome === 'read');
  // A container that is kept has at most the reading of a document, which its parts replace.
  const isReplaced = own.outcome === 'kept' && inner.length > 0;
  const items: CredentialReading[] = isReplaced ? [] : [...own.items];
  const reports = isReplaced ? [] : tree.answer.reports.filter((one) => one !== undefined);
  const sources = reports.map((_, index): ItemSource => ({ file: tree, index }));
  const partNames: (string | undefined)[] = items.map(() => namedPlace(tree));
  for (const part of inner) {
    items.push(...part.reading.items);
    reports.push(...part.reports);
    partNames.push(...part.partNames);
    sources.push(...part.sources);
  }
  const problems = [
    ...own.problems,
    ...tree.problems,
    ...tree.parts.flatMap((part) => flatten(part).reading.problems),
  ];
  const outcome = inner.length > 0 ? 'read' : own.outcome;
  return { reading: { ...own, outcome, items, problems }, reports, partNames, sources };
}

/** Every file of the tree that is an original of its own: the leaves, and containers with items. */
export function originalsOf(tree: ReadTree): ReadTree[] {
  const { items, storesParts } = tree.answer.reading;
  const isOriginal = items.length > 0 && storesParts !== true;
  return [...(isOriginal ? [tree] : []), ...tree.parts.flatMap(originalsOf)];
}

function namedPlace({ place }: ReadTree): string | undefined {
  return place.length === 0 ? undefined : place.join(' › ');
}
