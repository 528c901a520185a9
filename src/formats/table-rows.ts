// Rows of a table to credentials, by a mapping of columns. Each field knows its cell.
import type { CredentialReading, SkillClaim } from '../domain/credential.ts';
import type { FieldSource, SourcedField } from '../domain/field-source.ts';
import { problem, type Problem } from '../domain/problem.ts';
import type { DayOrder, TableField, TableMapping } from '../domain/table.ts';
import { readCellDate, tableDayOrders } from './table-dates.ts';
import type { Rows } from './table-mapping.ts';
import { isWebUrl } from './reading-parts.ts';
import { withoutTracking } from './text-addresses.ts';

/** What a kind of table states beyond its columns. */
export type TableKind = {
  readonly format: string;
  /** Issuer and provider where the table is of one provider alone. */
  readonly issuer?: string;
  readonly provider?: string;
  readonly achievementType?: string;
  /** Whom the whole table is about. */
  readonly recipient?: string;
  /** Where given, only these rows count. */
  readonly counts?: (row: readonly string[]) => boolean;
  /** True where a row without a title still names an achievement by its issuer. */
  readonly titleOptional?: boolean;
  /** Made of a cell before it is read. */
  readonly clean?: (cell: string) => string;
};

export type TableItems = {
  readonly items: readonly CredentialReading[];
  readonly problems: readonly Problem[];
};

type ReadLink = (address: string) => CredentialReading | undefined;

const MOST_TEXT = 20_000;
const MOST_SKILLS = 200;
/** Our own protection of exported cells (hazard C18): a quote mark before what a spreadsheet would run. */
const PROTECTED = /^'(?=\s*[=+\-@\t\r＝＋－＠])/u;

/**
 * Reads untrusted rows. A row without a title (or without anything) is passed over. Dates whose day and
 * month are interchangeable are left out and told once, as `table/day-order-unknown`.
 */
export function readRows(
  rows: Rows,
  mapping: TableMapping,
  kind: TableKind,
  readLink: ReadLink,
): TableItems {
  const orders = dayOrdersOf(rows, mapping);
  const headings = rows[mapping.headingRow - 1] ?? [];
  const items: CredentialReading[] = [];
  let unclear: string | undefined;
  rows.forEach((row, at) => {
    if (at < mapping.headingRow || row.length === 0 || kind.counts?.(row) === false) return;
    const reader = rowReader(row, at + 1, mapping, headings, kind);
    const item = itemOf(reader, orders, kind, readLink, (cell) => {
      unclear ??= cell.slice(0, 20);
    });
    if (item) items.push(item);
  });
  return {
    items,
    problems:
      unclear === undefined
        ? []
        : [problem('table/day-order-unknown', { params: { example: unclear } })],
  };
}

type Orders = { readonly [F in TableField]?: DayOrder | undefined };
type RowReader = {
  readonly text: (field: TableField) => string | undefined;
  readonly source: (field: TableField) => FieldSource;
};

function dayOrdersOf(rows: Rows, { columns, headingRow, dayOrder }: TableMapping): Orders {
  const cellsOf = (column: number | undefined): string[] =>
    column === undefined ? [] : rows.slice(headingRow).map((row) => row[column] ?? '');
  const cells = { issuedOn: cellsOf(columns.issuedOn), validUntil: cellsOf(columns.validUntil) };
  return tableDayOrders(cells, dayOrder);
}

function rowReader(
  row: readonly string[],
  number: number,
  { columns }: TableMapping,
  headings: readonly string[],
  kind: TableKind,
): RowReader {
  const columnOf = (field: TableField): number => columns[field] ?? -1;
  return {
    text: (field) => {
      const cell = row[columnOf(field)];
      if (cell === undefined) return undefined;
      const bare = (kind.clean ? kind.clean(cell) : cell).replace(PROTECTED, '').trim();
      return bare === '' || /^(?:n\/?a|null|none|-|–|—)$/iu.test(bare)
        ? undefined
        : bare.slice(0, MOST_TEXT);
    },
    source: (field) => ({
      kind: 'cell',
      row: number,
      column: headings[columnOf(field)]?.trim().slice(0, 100) || columnLetters(columnOf(field)),
    }),
  };
}

function itemOf(
  { text, source }: RowReader,
  orders: Orders,
  kind: TableKind,
  readLink: ReadLink,
  onUnclear: (cell: string) => void,
): CredentialReading | undefined {
  const title = text('title');
  const issuer = text('issuer');
  if (title === undefined && !(kind.titleOptional && issuer !== undefined)) return undefined;
  const sources: { [F in SourcedField]?: FieldSource } = {};
  const take = (field: TableField & SourcedField): string | undefined => {
    const value = text(field);
    if (value !== undefined) sources[field] = source(field);
    return value;
  };
  const takeDate = (field: 'issuedOn' | 'validUntil') => {
    const cell = text(field);
    const date = cell === undefined ? undefined : readCellDate(cell, orders[field]);
    if (date === 'either') {
      onUnclear(cell ?? '');
      return undefined;
    }
    if (date) sources[field] = source(field);
    return date;
  };
  const achievementType = text('achievementType') ?? kind.achievementType;
  const credits = Number((text('creditsEarned') ?? '').replace(',', '.'));
  const description = take('description');
  const recipient = take('recipient') ?? kind.recipient;
  const issuedOn = takeDate('issuedOn');
  const validUntil = takeDate('validUntil');
  const link = readAddress(text('verifyUrl'), readLink);
  const number = take('credentialNumber') ?? link?.credentialNumber;
  if (link) sources.verifyUrl = source('verifyUrl');
  if (link?.credentialNumber !== undefined && sources.credentialNumber === undefined) {
    sources.credentialNumber = { kind: 'link', confidence: 0.9 };
  }
  take('title');
  take('issuer');
  if (issuer === undefined && kind.issuer !== undefined) {
    sources.issuer = { kind: 'provider', confidence: 1 };
  }
  const provider = kind.provider ?? link?.provider;
  if (provider !== undefined) {
    sources.provider = { kind: kind.provider === undefined ? 'link' : 'provider', confidence: 0.9 };
  }
  return {
    format: kind.format,
    carrier: 'table',
    achievement: {
      name: title ?? '',
      ...(description === undefined ? {} : { description }),
      ...(achievementType === undefined ? {} : { achievementType }),
      ...(credits > 0 && Number.isFinite(credits) ? { creditsEarned: credits } : {}),
    },
    issuer: issuer === undefined ? (kind.issuer ? { name: kind.issuer } : {}) : { name: issuer },
    recipient: {
      ...(recipient === undefined ? {} : { name: recipient }),
      identifiers: [],
      hashedIdentities: [],
    },
    ...(issuedOn ? { issuedOn } : {}),
    ...(validUntil ? { validUntil } : {}),
    ...(provider === undefined ? {} : { provider }),
    ...(number === undefined ? {} : { credentialNumber: number }),
    ...(link ? { verifyUrl: link.address } : {}),
    skills: skillsOf(text('skills')),
    evidence: [],
    signed: false,
    sources,
  };
}

type KnownAddress = {
  readonly address: string;
  readonly provider?: string;
  readonly credentialNumber?: string;
};

/** The address of a cell, with what its provider's pattern tells. */
function readAddress(cell: string | undefined, readLink: ReadLink): KnownAddress | undefined {
  if (cell === undefined) return undefined;
  const address = /^www\.\S+$/iu.test(cell) ? `https://${cell}` : cell;
  if (!isWebUrl(address) || /\s/u.test(address)) return undefined;
  const known = readLink(address);
  return {
    address: known?.verifyUrl ?? withoutTracking(address),
    ...(known?.provider === undefined ? {} : { provider: known.provider }),
    ...(known?.credentialNumber === undefined ? {} : { credentialNumber: known.credentialNumber }),
  };
}

function skillsOf(cell: string | undefined): readonly SkillClaim[] {
  if (cell === undefined) return [];
  const parts = cell.split(cell.includes(';') ? ';' : /[,|\n]/u);
  const names = new Set(parts.map((part) => part.trim()).filter((part) => part !== ''));
  return [...names].slice(0, MOST_SKILLS).map((name) => ({ name, source: 'holder' as const }));
}

/** The column as a spreadsheet names it where it has no heading: A, B … AA. */
function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1) {
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
  }
  return letters;
}
