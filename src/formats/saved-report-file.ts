// A report that was saved, alone as JSON or as a ZIP with the original and the documents it rests on. Opens
// it and believes nothing in it; works nothing out.
import type { HandedDocument } from '../domain/material.ts';
import { problem } from '../domain/problem.ts';
import { type Result, err, ok } from '../domain/result.ts';
import { type SavedReport, isSavedReport } from '../domain/saved-report.ts';
import { entryBytes, openArchive } from './archive.ts';
import { type JsonObject, isObject, parseJson } from './json.ts';
import { decodeText } from './text.ts';

/** What was in the file. All of it is untrusted. */
export type OpenedReport = {
  readonly saved: SavedReport;
  /** Absent where the report was saved alone. */
  readonly original?: Uint8Array;
  readonly documents: readonly HandedDocument[];
};

const MOST_DOCUMENTS = 1_000;

/** Opens untrusted bytes; a problem where they are no saved report. */
export function openSavedReport(bytes: Uint8Array): Result<OpenedReport> {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) {
    const saved = savedIn(bytes);
    return saved ? ok({ saved, documents: [] }) : err(problem('report/not-a-report'));
  }
  const entries = openArchive(bytes);
  if (!entries.ok) return entries;
  const read = (name: string): Uint8Array | undefined => entryBytes(bytes, entries.value, name);
  const saved = savedIn(read('report.json'));
  if (!saved) return err(problem('report/not-a-report'));
  const place = entries.value.find(({ name, isFolder }) => !isFolder && /^original\/./u.test(name));
  const original = place && read(place.name);
  const documents = documentsOf(jsonIn(read('index.json')), read);
  return ok({ saved, documents, ...(original ? { original } : {}) });
}

function savedIn(bytes: Uint8Array | undefined): SavedReport | undefined {
  const value: unknown = jsonIn(bytes);
  return isSavedReport(value) ? value : undefined;
}

function jsonIn(bytes: Uint8Array | undefined): JsonObject | undefined {
  const text = bytes && decodeText(bytes);
  const parsed = text?.ok ? parseJson(text.value) : undefined;
  return parsed?.ok && isObject(parsed.value.value) ? parsed.value.value : undefined;
}

function documentsOf(
  index: JsonObject | undefined,
  read: (name: string) => Uint8Array | undefined,
): readonly HandedDocument[] {
  const body = (file: unknown): string | undefined => {
    const bytes =
      typeof file === 'string' && file.startsWith('documents/') ? read(file) : undefined;
    return bytes && new TextDecoder().decode(bytes);
  };
  return Object.entries(index ?? {})
    .slice(0, MOST_DOCUMENTS)
    .flatMap(([url, entry]): readonly HandedDocument[] => {
      if (!isObject(entry)) return [];
      const { file, status, type, readAt, earlier } = entry;
      const text = body(file);
      if (text === undefined || typeof status !== 'number') return [];
      const before = isObject(earlier) ? body(earlier['file']) : undefined;
      const beforeAt = isObject(earlier) ? instantOf(earlier['readAt']) : undefined;
      const at = instantOf(readAt);
      return [
        {
          url,
          status,
          mediaType: typeof type === 'string' ? type : '',
          text,
          ...(at === undefined ? {} : { readAt: at }),
          ...(before === undefined || beforeAt === undefined
            ? {}
            : { earlier: { text: before, readAt: beforeAt } }),
        },
      ];
    });
}

function instantOf(value: unknown): string | undefined {
  return typeof value === 'string' && !Number.isNaN(Date.parse(value)) ? value : undefined;
}
