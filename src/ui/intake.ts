// Turns what people drop, pick or paste into incoming files, read only when their turn comes.
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

/** Pasted text as an incoming file. The name tells people where it came from. */
export function incomingTextOf(text: string, name: string): IncomingFile {
  const bytes = new TextEncoder().encode(text);
  return { name, size: bytes.length, read: () => Promise.resolve(bytes) };
}

/**
 * The files of a drop, folders walked. The entries must be taken before the first await, because the
 * browser empties a drop once its event is over.
 */
export async function filesOfDrop(transfer: DataTransfer): Promise<readonly IncomingFile[]> {
  const plain = [...transfer.files];
  const entries = [...transfer.items].flatMap((item) => {
    const entry = item.kind === 'file' ? item.webkitGetAsEntry() : null;
    return entry ? [entry] : [];
  });
  if (!entries.some((entry) => entry.isDirectory)) return plain.map((file) => incomingFileOf(file));
  const found: IncomingFile[] = [];
  for (const entry of entries) await collect(entry, found);
  return found;
}

/** Files, else text, of a paste. Empty when the clipboard holds neither. */
export function filesOfPaste(transfer: DataTransfer, textName: string): readonly IncomingFile[] {
  if (transfer.files.length > 0) return [...transfer.files].map((file) => incomingFileOf(file));
  const text = transfer.getData('text/plain');
  return text.trim() === '' ? [] : [incomingTextOf(text, textName)];
}

/** True when a drag carries files, so that dragged text inside the window is left alone. */
export function carriesFiles(transfer: DataTransfer | null): boolean {
  return transfer?.types.includes('Files') ?? false;
}

async function collect(entry: FileSystemEntry, found: IncomingFile[]): Promise<void> {
  if (entry.isFile) {
    const file = await fileOf(entry as FileSystemFileEntry);
    if (file && !file.name.startsWith('.')) found.push(incomingFileOf(file, pathName(entry)));
    return;
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  // A reader answers in batches and ends with an empty one.
  for (;;) {
    const batch = await new Promise<readonly FileSystemEntry[]>((resolve) =>
      reader.readEntries(resolve, () => resolve([])),
    );
    if (batch.length === 0) return;
    for (const child of batch) await collect(child, found);
  }
}

function fileOf(entry: FileSystemFileEntry): Promise<File | undefined> {
  return new Promise((resolve) => entry.file(resolve, () => resolve(undefined)));
}

function pathName(entry: FileSystemEntry): string {
  return entry.fullPath.replace(/^\//, '');
}
