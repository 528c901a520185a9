// Stored copies of remote documents: a folder whose index.json maps an address to a file. They stand in
// for the network; nothing is fetched.
import { readFile } from 'node:fs/promises';
import { resolve, sep } from 'node:path';
import type { StoredDocument } from '../../src/domain/material.ts';

type IndexEntry = {
  readonly file: string;
  readonly status: number;
  readonly type: string;
  /** When the site gave it (UTC instant); without it the copy counts as read now. */
  readonly readAt?: unknown;
};

/** Opens a folder of documents. Throws when its index cannot be read: that is wrong usage. */
export async function openStoredDocuments(
  folder: string,
): Promise<(url: string) => Promise<StoredDocument | undefined>> {
  const root = resolve(folder);
  const parsed: unknown = JSON.parse(await readFile(resolve(root, 'index.json'), 'utf8'));
  const index = new Map<string, IndexEntry>();
  for (const [url, entry] of Object.entries(parsed as Record<string, unknown>)) {
    if (isEntry(entry) && isInside(root, resolve(root, entry.file))) index.set(url, entry);
  }
  return async (url) => {
    const entry = index.get(url) ?? index.get(url.replace(/#.*$/, ''));
    if (!entry) return undefined;
    const { file, status, type, readAt } = entry;
    const text = await readFile(resolve(root, file), 'utf8');
    const isDated = typeof readAt === 'string' && !Number.isNaN(Date.parse(readAt));
    return { status, mediaType: type, text, ...(isDated ? { readAt } : {}) };
  };
}

function isEntry(value: unknown): value is IndexEntry {
  const entry = value as Partial<IndexEntry> | null;
  return typeof entry?.file === 'string' && typeof entry.status === 'number';
}

function isInside(root: string, file: string): boolean {
  return file.startsWith(root + sep);
}
