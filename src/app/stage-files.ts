// Staging: a large import first brings its bytes to the disk, so that closing the window loses nothing.
// What might hold private keys is never staged; it is read at once or not at all.
import type { Operation } from '../domain/change.ts';
import { sha256Of } from '../domain/id.ts';
import type { InboxEntry } from '../domain/inbox.ts';
import { LIMITS } from '../domain/limits.ts';
import { type Result, ok } from '../domain/result.ts';
import { createImportBatch } from './import-batch.ts';
import type { ImportDeps, ImportRequest } from './import-files.ts';
import { type ImportItem, putEntry } from './import-one.ts';
import { mayHoldKeys } from './may-hold-keys.ts';

/** Fewer files than this are read before a window can be closed. */
const WORTH_STAGING = 25;
const AT_ONCE = 4;
/** Staged bytes that stay in memory until they are read; asking the browser for a file again costs time. */
const MOST_IN_MEMORY = 128 * 1024 * 1024;

/** The items, those that could be staged with their entries. A file that cannot be read is left to the import. */
export async function stageFiles(
  deps: ImportDeps,
  request: ImportRequest,
  isCancelled: () => boolean,
): Promise<Result<readonly ImportItem[]>> {
  if (request.items.length < WORTH_STAGING) return ok(request.items);
  const items = [...request.items];
  const receivedAt = new Date(deps.clock.nowMs()).toISOString();
  const batch = createImportBatch(deps);
  let next = 0;
  let inMemory = 0;

  async function takeNext(): Promise<void> {
    while (next < items.length && !batch.failure() && !isCancelled()) {
      const at = next;
      next += 1;
      const item = items[at];
      const bytes = item && (await bytesOf(item));
      if (!item || !bytes || mayHoldKeys(bytes)) continue;
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
      items[at] = { ...item, file, staged: entry };
      const operations: Operation[] = [putEntry(entry)];
      await batch.add({ original: { sha256, bytes }, operations });
    }
  }

  await Promise.all(Array.from({ length: AT_ONCE }, takeNext));
  const finished = await batch.finish();
  return finished.ok ? ok(items) : finished;
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
