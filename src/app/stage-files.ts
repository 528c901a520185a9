// Staging: a large import first brings its bytes to the disk, so that closing the window loses nothing.
// What might hold private keys is never staged; it is read at once or not at all.
import { sha256Of } from '../domain/id.ts';
import type { InboxEntry } from '../domain/inbox.ts';
import { LIMITS } from '../domain/limits.ts';
import type { Result } from '../domain/result.ts';
import { createImportBatch } from './import-batch.ts';
import type { ImportDeps, ImportRequest } from './import-files.ts';
import { type ImportItem, putEntry } from './import-one.ts';
import { mayHoldKeys } from './may-hold-keys.ts';

/** Fewer files than this are read before a window can be closed. */
const WORTH_STAGING = 25;
const AT_ONCE = 4;
/** Staged bytes that stay in memory until they are read; asking the browser for a file again costs time. */
const MOST_IN_MEMORY = 128 * 1024 * 1024;

export type Staging = {
  /** Each item once its bytes are on disk, or as it was where it is not staged; none of them rejects. */
  readonly items: readonly Promise<ImportItem>[];
  /** Settles when no more is staged. */
  readonly finished: Promise<Result<void>>;
};

/**
 * Begins to bring a large import's bytes to the disk; what is there can be read while the rest follows. A
 * file that cannot be read is left to the import.
 */
export function stageFiles(
  deps: ImportDeps,
  request: Omit<ImportRequest, 'items'> & { readonly items: readonly ImportItem[] },
  isCancelled: () => boolean,
): Staging {
  const settle: ((item: ImportItem) => void)[] = [];
  const items = request.items.map(
    (_item, at) => new Promise<ImportItem>((resolve) => (settle[at] = resolve)),
  );
  const receivedAt = new Date(deps.clock.nowMs()).toISOString();
  const batch = createImportBatch(deps);
  let next = request.items.length < WORTH_STAGING ? request.items.length : 0;
  let inMemory = 0;

  async function takeNext(): Promise<void> {
    while (next < request.items.length && !batch.failure() && !isCancelled()) {
      const at = next;
      next += 1;
      const item = request.items[at];
      if (item) await stage(item, at);
    }
  }

  async function stage(item: ImportItem, at: number): Promise<void> {
    const bytes = await bytesOf(item);
    if (!bytes || mayHoldKeys(bytes)) {
      settle[at]?.(item);
      return;
    }
    const sha256 = await sha256Of(bytes);
    const entry: InboxEntry = {
      id: `${request.batch}-${String(at).padStart(6, '0')}`,
      batch: request.batch,
      name: item.file.name,
      via: request.via,
      receivedAt,
      state: 'staged',
      sha256,
      bytes: bytes.byteLength,
      credentials: [],
      problems: [],
      findings: [],
    };
    inMemory += bytes.byteLength;
    const { name } = item.file;
    const known = { name, size: bytes.byteLength, read: () => Promise.resolve(bytes) };
    const file = inMemory <= MOST_IN_MEMORY ? known : item.file;
    await batch.add({
      original: { sha256, bytes },
      operations: [putEntry(entry)],
      stored: () => settle[at]?.({ ...item, file, staged: entry }),
    });
  }

  async function stageAll(): Promise<Result<void>> {
    await Promise.all(Array.from({ length: AT_ONCE }, takeNext));
    const finished = await batch.finish();
    // Whoever was not stored (cancelled, or the disk refused) goes on as it came.
    for (const [at, item] of request.items.entries()) settle[at]?.(item);
    return finished;
  }

  return { items, finished: stageAll() };
}

/** Files that were staged and never read, as items whose bytes come from the library folder. */
export function stagedItems(
  deps: Pick<ImportDeps, 'host' | 'session'>,
  entries: Iterable<InboxEntry>,
): ImportItem[] {
  const library = deps.session.library.id;
  return [...entries].flatMap((entry) => {
    const { sha256 } = entry;
    if (entry.state !== 'staged' || !sha256) return [];
    const read = async (): Promise<Uint8Array> => {
      const answer = await deps.host.invoke('library.getOriginal', { library, sha256 });
      if (!answer.ok) throw new Error(answer.problem.code);
      return answer.value.bytes;
    };
    return [{ file: { name: entry.name, size: entry.bytes ?? 0, read }, staged: entry }];
  });
}

async function bytesOf({ file }: ImportItem): Promise<Uint8Array | undefined> {
  if (file.size > LIMITS.fileBytes) return undefined;
  return file.read().catch(() => undefined);
}
