// Turns what people drop, pick or paste into incoming files, read only when their turn comes, or into text.
import type { IncomingFile } from '../app/laurel-app.ts';

/** A file of the page as an incoming file. */
export function incomingFileOf(file: File, name = file.name): IncomingFile {
  return {
    name,
    // Asking a browser for the size of a chosen file looks at the disk and holds up the page, so a
    // thousand files are not asked at once.
    get size() {
      return file.size;
    },
    read: async () => new Uint8Array(await file.arrayBuffer()),
  };
}

/** How many files one drop or folder may bring; the rest is left for a second go. */
export const MOST_FILES = 20_000;
const MOST_DEPTH = 24;

export type FoundFiles = {
  readonly files: readonly IncomingFile[];
  /** True when the folder held more than Laurel takes at once. */
  readonly cut: boolean;
  readonly folder: boolean;
};

/**
 * The files of a drop, folders walked. The entries must be taken before the first await, because the
 * browser empties a drop once its event is over.
 */
export async function filesOfDrop(transfer: DataTransfer): Promise<FoundFiles> {
  const plain = [...transfer.files];
  const entries = [...transfer.items].flatMap((item) => {
    const entry = item.kind === 'file' ? item.webkitGetAsEntry() : null;
    return entry ? [entry] : [];
  });
  if (!entries.some((entry) => entry.isDirectory)) {
    return { ...cutTo(plain.map((file) => incomingFileOf(file))), folder: false };
  }
  const found: IncomingFile[] = [];
  for (const entry of entries) await collect(entry, found, 0);
  return { ...cutTo(found), folder: true };
}

/** The files of a chosen folder, hidden ones left out; names keep their folders. */
export function filesOfFolder(chosen: readonly File[]): FoundFiles {
  const files = chosen
    .filter((file) => !pathOf(file).split('/').some(isHidden))
    .map((file) => incomingFileOf(file, pathOf(file)));
  return { ...cutTo(files), folder: true };
}

/** Text of a drop or a paste; an address list goes before the words that a link was shown with. */
export function textOf(transfer: DataTransfer): string {
  const addresses = transfer
    .getData('text/uri-list')
    .split(/\r?\n/u)
    .filter((line) => line !== '' && !line.startsWith('#'));
  return (addresses.length > 0 ? addresses.join('\n') : transfer.getData('text/plain')).trim();
}

/** True when a drag carries words or a link. */
export function carriesText(transfer: DataTransfer | null): boolean {
  const types = transfer?.types ?? [];
  return types.includes('text/plain') || types.includes('text/uri-list');
}

/** True when a drag carries files, so that dragged text inside the window is left alone. */
export function carriesFiles(transfer: DataTransfer | null): boolean {
  return transfer?.types.includes('Files') ?? false;
}

async function collect(
  entry: FileSystemEntry,
  found: IncomingFile[],
  depth: number,
): Promise<void> {
  if (found.length > MOST_FILES || depth > MOST_DEPTH || isHidden(entry.name)) return;
  if (entry.isFile) {
    const file = await fileOf(entry as FileSystemFileEntry);
    if (file) found.push(incomingFileOf(file, pathName(entry)));
    return;
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  // A reader answers in batches and ends with an empty one.
  for (;;) {
    const batch = await new Promise<readonly FileSystemEntry[]>((resolve) =>
      reader.readEntries(resolve, () => resolve([])),
    );
    if (batch.length === 0) return;
    for (const child of batch) await collect(child, found, depth + 1);
  }
}

function cutTo(files: readonly IncomingFile[]): Pick<FoundFiles, 'files' | 'cut'> {
  return { files: files.slice(0, MOST_FILES), cut: files.length > MOST_FILES };
}

function isHidden(name: string): boolean {
  return name.startsWith('.');
}

function pathOf(file: File): string {
  return file.webkitRelativePath || file.name;
}

function fileOf(entry: FileSystemFileEntry): Promise<File | undefined> {
  return new Promise((resolve) => entry.file(resolve, () => resolve(undefined)));
}

function pathName(entry: FileSystemEntry): string {
  return entry.fullPath.replace(/^\//, '');
}
