// A registry as a table (CSV): one issuer in each row, with a name and an id or an address.
import { problem } from '../domain/problem.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { type ReadRegistry, createEntries, isIssuerId } from './registry-entries.ts';
import { parseCsv } from './table-csv.ts';
import { headingKey } from './table-headings.ts';

const NAMES =
  /^(?:name|issuer|issuer name|organi[sz]ation|organi[sz]ation name|institution|institution name|school|university|title|display name|legal name|provider)$/u;
const IDS =
  /^(?:id|did|dids|issuer id|issuer did|issuer url|issuer uri|issuer identifier|identifier|profile|profile url|issuer profile|profile id)$/u;
const SITES = /^(?:url|website|web site|homepage|home page|site|domain|web|link|web address)$/u;

type Columns = {
  readonly name: number | undefined;
  readonly ids: readonly number[];
  readonly site: number | undefined;
};

/** Reads untrusted text with a heading in its first filled row, or without one where ids tell the columns. */
export function readRegistryTable(text: string): Result<ReadRegistry> {
  const parsed = parseCsv(text);
  if (!parsed.ok) return parsed;
  const rows = parsed.value.rows.filter((row) => row.some((cell) => cell.trim() !== ''));
  const [head = [], ...rest] = rows;
  const headed = headedColumns(head);
  const columns = headed ?? guessedColumns(rows);
  if (!columns) return err(problem('trust/not-a-registry'));
  const entries = createEntries();
  for (const row of headed ? rest : rows) {
    const cell = (at: number | undefined) => (at === undefined ? '' : (row[at] ?? '').trim());
    const ids = columns.ids.flatMap((at) => cell(at).split(/[\s,;|]+/u)).filter(isIssuerId);
    const site = addressOf(cell(columns.site));
    const added = entries.add({
      id: ids,
      ...(cell(columns.name) === '' ? {} : { name: cell(columns.name) }),
      ...(site === undefined ? {} : { url: site }),
    });
    if (!added.ok) return added;
  }
  const all = entries.all();
  return all.length === 0
    ? err(problem('trust/not-a-registry'))
    : ok({ kind: 'csv', entries: all });
}

function headedColumns(head: readonly string[]): Columns | undefined {
  const keys = head.map(headingKey);
  const at = (pattern: RegExp) => {
    const found = keys.findIndex((key) => pattern.test(key));
    return found === -1 ? undefined : found;
  };
  const ids = keys.flatMap((key, index) => (IDS.test(key) ? [index] : []));
  const [name, site] = [at(NAMES), at(SITES)];
  if (ids.length === 0 && site === undefined) return undefined;
  return { name, ids, site };
}

/** Without headings: the columns that hold ids, and the first other one as the name. */
function guessedColumns(rows: readonly (readonly string[])[]): Columns | undefined {
  const width = Math.max(0, ...rows.slice(0, 20).map((row) => row.length));
  const all = Array.from({ length: width }, (_, at) => at);
  const ids = all.filter((at) =>
    rows.slice(0, 20).every((row) => isIssuerId((row[at] ?? '').trim())),
  );
  if (ids.length === 0) return undefined;
  return { name: all.find((at) => !ids.includes(at)), ids, site: undefined };
}

/** An address, also where people write only the host. */
function addressOf(text: string): string | undefined {
  if (text === '' || isIssuerId(text)) return text === '' ? undefined : text;
  const full = `https://${text}`;
  return /^[^\s/]+\.[^\s/]+(?:\/\S*)?$/u.test(text) && isIssuerId(full) ? full : undefined;
}
