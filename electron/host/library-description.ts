// library.json: what a library folder is. Its field names and format version are permanent.
import { join } from 'node:path';
import type { ResponseOf } from '../../src/contract/channels.ts';
import type { LibraryId } from '../../src/domain/id.ts';
import { type Problem, problem } from '../../src/domain/problem.ts';
import { type Result, err, ok } from '../../src/domain/result.ts';
import type { Disk } from './disk.ts';
import { writeSafely } from './safe-writer.ts';
import { damagedName, setAsideNotice } from './set-aside.ts';

export type LibraryDescription = ResponseOf<'library.list'>['libraries'][number];

export const FORMAT_VERSION = 1;
const NAME = 'library.json';
const ID_PATTERN = /^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$/;
const MAX_NAME = 200;

/** True for an id that is safe as a folder name; the contract's ids allow dots and colons. */
export function isLibraryId(value: unknown): value is LibraryId {
  return typeof value === 'string' && ID_PATTERN.test(value);
}

/** A name for people: control characters out, never empty. */
export function cleanLibraryName(
  name: string | undefined,
  kind: LibraryDescription['kind'],
): string {
  // Control, bidi and zero-width characters could make one library's name look like another's.
  const clean = (name ?? '')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim()
    .slice(0, MAX_NAME);
  return clean || (kind === 'sample' ? 'Sample library' : 'My credentials');
}

/** Writes library.json, keeping the one before. */
export function writeLibraryDescription(
  disk: Disk,
  folder: string,
  { id, name, kind, createdAt }: LibraryDescription,
): Promise<Result<void>> {
  const text = `${JSON.stringify({ formatVersion: FORMAT_VERSION, id, name, kind, createdAt }, null, 2)}\n`;
  return writeSafely(disk, join(folder, NAME), Buffer.from(text), { keepPrevious: true });
}

type Parsed = { readonly description: LibraryDescription; readonly formatVersion: number };

/**
 * What the folder says it is, without changing anything. Falls back on `library.json.prev`; undefined
 * when neither reads. A newer format is described as far as it can be.
 */
export async function peekLibraryDescription(
  disk: Disk,
  folder: string,
  id: LibraryId,
): Promise<Parsed | undefined> {
  for (const name of [NAME, `${NAME}.prev`]) {
    const path = join(folder, name);
    if (!(await disk.describe(path))) continue;
    const parsed = parse(await disk.readFile(path), id);
    if (parsed) return parsed;
  }
  return undefined;
}

/**
 * Reads library.json to open the library. A newer format is refused before anything is touched; a damaged
 * file is set aside and written anew from the one before, or from the folder itself.
 */
export async function readLibraryDescription(
  disk: Disk,
  folder: string,
  id: LibraryId,
  now: () => Date,
): Promise<Result<{ description: LibraryDescription; notice?: Problem }>> {
  const path = join(folder, NAME);
  const isThere = (await disk.describe(path)) !== undefined;
  const current = isThere ? parse(await disk.readFile(path), id) : undefined;
  if (current) return checkVersion(current);
  const fallback = await peekLibraryDescription(disk, folder, id);
  if (fallback && fallback.formatVersion > FORMAT_VERSION) return checkVersion(fallback);
  const description = fallback?.description ?? {
    id,
    name: cleanLibraryName(undefined, 'own'),
    kind: 'own' as const,
    createdAt: now().toISOString(),
  };
  const keptAs = damagedName(path, now());
  if (isThere) await disk.rename(path, keptAs);
  const written = await writeLibraryDescription(disk, folder, description);
  if (!written.ok) return written;
  return ok(isThere ? { description, notice: setAsideNotice(keptAs) } : { description });
}

function checkVersion({
  description,
  formatVersion,
}: Parsed): Result<{ description: LibraryDescription }> {
  if (formatVersion > FORMAT_VERSION) return err(problem('library/newer-format'));
  return ok({ description });
}

/** The folder's name is the id: a copied folder must not pass for the one it was copied from. */
function parse(bytes: Buffer, id: LibraryId): Parsed | undefined {
  try {
    const value = JSON.parse(bytes.toString('utf8')) as Record<string, unknown> | null;
    const { formatVersion, name, kind, createdAt } = value ?? {};
    if (typeof formatVersion !== 'number' || !Number.isSafeInteger(formatVersion)) return undefined;
    if (formatVersion < 1) return undefined;
    if (formatVersion <= FORMAT_VERSION && typeof name !== 'string') return undefined;
    const knownKind = kind === 'sample' ? 'sample' : 'own';
    return {
      formatVersion,
      description: {
        id,
        name: cleanLibraryName(typeof name === 'string' ? name : undefined, knownKind),
        kind: knownKind,
        createdAt: typeof createdAt === 'string' ? createdAt.slice(0, 40) : '',
      },
    };
  } catch {
    return undefined;
  }
}
