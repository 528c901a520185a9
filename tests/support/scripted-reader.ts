// A reader for tests of gathering: each file is JSON that says what a reader would find in it.
import type { CredentialReader } from '../../src/app/ports.ts';
import type { CredentialReading, FileReading } from '../../src/domain/credential.ts';
import { documentReading } from '../../src/domain/document-reading.ts';
import { sha256Of } from '../../src/domain/id.ts';
import { problem } from '../../src/domain/problem.ts';
import { err, ok } from '../../src/domain/result.ts';
import { readingOf, uncheckedReport } from './in-memory-reader.ts';

type Script = {
  readonly items?: readonly (Partial<CredentialReading> & { readonly title: string })[];
  readonly parts?: Readonly<Record<string, Script>>;
  readonly storesParts?: boolean;
  /** What OCR would find later. */
  readonly printed?: readonly (Partial<CredentialReading> & { readonly title: string })[];
  readonly table?: { readonly columns: readonly string[]; readonly rows: readonly string[][] };
  readonly refuse?: boolean;
};

/** A file's text for a script. */
export function scripted(script: Script): string {
  return JSON.stringify(script);
}

/** `seen` hears the name of every file that is read, with `now` or `later` for its printed words. */
export function createScriptedReader(
  now: () => string,
  seen: (fileName: string, printedText: string) => void = () => undefined,
): CredentialReader {
  return {
    read: async ({ bytes, fileName, printedText, mapping }) => {
      seen(fileName, printedText);
      const script = JSON.parse(new TextDecoder().decode(bytes)) as Script;
      const sha256 = await sha256Of(bytes);
      const reading = readingOfScript(script, printedText, mapping?.columns.title);
      const listed = reading.items.length > 0 ? reading.items : [documentReading(fileName)];
      return ok({ sha256, reading, reports: listed.map(() => uncheckedReport(now())) });
    },
    verify: async () =>
      ok({ report: uncheckedReport(now()), reading: undefined, wanted: [], facts: [] }),
    picture: async () => err(problem('picture/damaged')),
  };
}

function readingOfScript(
  script: Script,
  printedText: string,
  titleColumn: number | undefined,
): FileReading {
  const mediaType = 'application/json';
  if (script.refuse) {
    return { outcome: 'refused', mediaType, items: [], problems: [problem('json/too-deep')] };
  }
  if (script.table) {
    const { columns, rows } = script.table;
    const certain = titleColumn !== undefined;
    const items = certain ? rows.map((row) => itemOf({ title: row[titleColumn] ?? '' })) : [];
    const mapping = { columns: certain ? { title: titleColumn } : {}, headingRow: 1 };
    const table = { columns, rows, rowCount: rows.length, mapping, certain };
    return { outcome: certain ? 'read' : 'kept', mediaType, items, problems: [], table };
  }
  const waits = script.printed !== undefined && printedText === 'later';
  const items = (waits ? [] : (script.printed ?? script.items ?? [])).map(itemOf);
  const parts = Object.entries(script.parts ?? {}).map(([name, part]) => ({
    name,
    bytes: new TextEncoder().encode(scripted(part)),
  }));
  return {
    outcome: items.length > 0 || parts.length > 0 ? 'read' : 'kept',
    mediaType: waits ? 'image/png' : mediaType,
    items,
    problems: [],
    findings: [{ code: 'found/credential' }],
    ...(parts.length > 0 ? { parts } : {}),
    ...(script.storesParts ? { storesParts: true } : {}),
    ...(waits ? { awaitsPrintedText: true } : {}),
  };
}

function itemOf({
  title,
  ...fields
}: Partial<CredentialReading> & { title: string }): CredentialReading {
  const { issuedOn: _date, ...plain } = readingOf(title);
  return { ...plain, ...fields };
}
