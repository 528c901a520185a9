// Tables whose headings are known exactly: the lists of a LinkedIn data export, and edX program records.
import { problem, type Problem } from '../domain/problem.ts';
import type { TableField, TableMapping } from '../domain/table.ts';
import { headingKey } from './table-headings.ts';
import type { Rows } from './table-mapping.ts';
import type { TableKind } from './table-rows.ts';
import { decodeEntities } from './text-addresses.ts';

/** A known table: how it is read, or why nothing in it is a credential. */
export type KnownTable =
  | { readonly mapping: TableMapping; readonly kind: TableKind; readonly emptyProblem?: Problem }
  | { readonly format: string; readonly notCredentials: string; readonly skills?: number };

type Sheet = {
  readonly format: string;
  /** Any one of these sets of headings, all present. Each set is one language's. */
  readonly headings: readonly (readonly string[])[];
  readonly columns: { readonly [F in TableField]?: readonly string[] };
  readonly kind?: Omit<TableKind, 'format' | 'clean'>;
  readonly completed?: readonly string[];
};

// The headings are LinkedIn's own; the translations are of its localised exports.
const LISTS: readonly Sheet[] = [
  {
    format: 'linkedin-certifications-csv',
    headings: [
      ['Name', 'Authority', 'Started On'],
      ['Name', 'Authority', 'License Number'],
      ['Nombre', 'Entidad emisora', 'Empezado el'],
      ['Nom', 'Organisme', 'Commencé le'],
      ['Name', 'Aussteller', 'Begonnen am'],
      ['Nome', 'Autoridade', 'Iniciado em'],
      ['Nome', 'Ente', 'Iniziato il'],
      ['Naam', 'Instantie', 'Begonnen op'],
    ],
    columns: {
      title: ['Name', 'Nombre', 'Nom', 'Nome', 'Naam'],
      issuer: [
        'Authority',
        'Entidad emisora',
        'Organisme',
        'Aussteller',
        'Autoridade',
        'Ente',
        'Instantie',
      ],
      issuedOn: [
        'Started On',
        'Empezado el',
        'Commencé le',
        'Begonnen am',
        'Iniciado em',
        'Iniziato il',
        'Begonnen op',
      ],
      validUntil: [
        'Finished On',
        'Finalizado el',
        'Terminé le',
        'Abgeschlossen am',
        'Concluído em',
        'Terminato il',
        'Voltooid op',
      ],
      verifyUrl: ['Url'],
      credentialNumber: [
        'License Number',
        'Número de licencia',
        'Numéro de licence',
        'Lizenznummer',
        'Número da licença',
        'Numero di licenza',
        'Licentienummer',
      ],
    },
  },
  {
    format: 'linkedin-learning-csv',
    headings: [['Content Title', 'Content Type', 'Content Completed At (if completed)']],
    columns: {
      title: ['Content Title'],
      description: ['Content Description'],
      issuedOn: ['Content Completed At (if completed)'],
      achievementType: ['Content Type'],
    },
    kind: { issuer: 'LinkedIn Learning', provider: 'LinkedIn Learning' },
    completed: ['Content Completed At (if completed)'],
  },
  {
    format: 'linkedin-education-csv',
    headings: [['School Name', 'Degree Name', 'Start Date']],
    columns: {
      title: ['Degree Name'],
      issuer: ['School Name'],
      issuedOn: ['End Date'],
      description: ['Notes'],
    },
    kind: { titleOptional: true, achievementType: 'LearningProgram' },
  },
  {
    format: 'linkedin-honors-csv',
    headings: [['Title', 'Description', 'Issued On']],
    columns: {
      title: ['Title'],
      description: ['Description'],
      issuer: ['Issuer'],
      issuedOn: ['Issued On'],
    },
    kind: { achievementType: 'Award' },
  },
];

/** Lists in which nothing is a credential, by all of their headings. */
const OTHER_LISTS: readonly {
  readonly format: string;
  readonly headings: readonly string[];
  readonly what: string;
}[] = [
  {
    format: 'linkedin-positions-csv',
    headings: ['Company Name', 'Title', 'Started On', 'Finished On'],
    what: 'a list of positions',
  },
  {
    format: 'linkedin-projects-csv',
    headings: ['Title', 'Description', 'Url', 'Started On', 'Finished On'],
    what: 'a list of projects',
  },
  {
    format: 'linkedin-publications-csv',
    headings: ['Name', 'Published On', 'Publisher'],
    what: 'a list of publications',
  },
  {
    format: 'linkedin-languages-csv',
    headings: ['Name', 'Proficiency'],
    what: 'a list of languages',
  },
  {
    format: 'linkedin-connections-csv',
    headings: ['First Name', 'Last Name', 'Email Address', 'Connected On'],
    what: 'a list of contacts',
  },
  {
    format: 'linkedin-messages-csv',
    headings: ['Conversation Id', 'From', 'To', 'Content'],
    what: 'a list of messages',
  },
];
const EDX_HEADINGS = ['name', 'school', 'course_id', 'issue_date'];

/**
 * The known table that untrusted rows are, by their headings; undefined for any other. The file's name
 * only decides about headings that any list may have.
 */
export function knownTable(rows: Rows, fileName: string): KnownTable | undefined {
  const edx = edxRecord(rows);
  if (edx) return edx;
  // Connections.csv has a few lines of notes above its headings.
  for (const [at, row] of rows.slice(0, 5).entries()) {
    if (row.length === 0) continue;
    const found = knownHeadings(row, at + 1, fileName, rows.slice(at + 1));
    if (found) return found;
  }
  return undefined;
}

function knownHeadings(
  row: readonly string[],
  headingRow: number,
  fileName: string,
  following: Rows,
): KnownTable | undefined {
  const keys = row.map(keyOf);
  const has = (names: readonly string[]): boolean =>
    names.every((name) => keys.includes(keyOf(name)));
  const list = LISTS.find(({ headings, format }) =>
    headings.some((names) => has(names) && (format !== 'linkedin-honors-csv' || keys.length <= 4)),
  );
  if (list) return mapped(list, keys, headingRow);
  const filled = keys.filter((key) => key !== '');
  const other = OTHER_LISTS.find(({ headings }) => has(headings) && filled.length <= 20);
  if (other) return { format: other.format, notCredentials: other.what };
  if (filled.length === 1 && filled[0] === 'name' && /skill/iu.test(fileName)) {
    const skills = following.filter(
      (one) => (one[keys.indexOf('name')] ?? '').trim() !== '',
    ).length;
    return { format: 'linkedin-skills-csv', notCredentials: 'a list of skills', skills };
  }
  if (filled.length === 2 && has(['Name', 'Number']) && /course/iu.test(fileName)) {
    const columns = { title: keys.indexOf('name'), credentialNumber: keys.indexOf('number') };
    return {
      mapping: { columns, headingRow },
      kind: { format: 'linkedin-courses-csv', achievementType: 'Course', clean: decodeEntities },
    };
  }
  return undefined;
}

function mapped(list: Sheet, keys: readonly string[], headingRow: number): KnownTable {
  const find = (names: readonly string[]): number | undefined => {
    const at = keys.findIndex((key) => names.some((name) => keyOf(name) === key));
    return at < 0 ? undefined : at;
  };
  const columns = Object.fromEntries(
    Object.entries(list.columns).flatMap(([field, names]) => {
      const at = find(names);
      return at === undefined ? [] : [[field, at] as const];
    }),
  ) as TableMapping['columns'];
  const completed = list.completed ? find(list.completed) : undefined;
  return {
    mapping: { columns, headingRow },
    kind: {
      format: list.format,
      clean: decodeEntities,
      ...list.kind,
      ...(completed === undefined
        ? {}
        : { counts: (row: readonly string[]) => /\d/u.test(row[completed] ?? '') }),
    },
    ...(completed === undefined ? {} : { emptyProblem: problem('table/nothing-completed') }),
  };
}

/** An edX program record: rows of facts, a blank row, then the courses with their dates. */
function edxRecord(rows: Rows): KnownTable | undefined {
  const at = rows
    .slice(0, 20)
    .findIndex((row) => EDX_HEADINGS.every((name) => row.map(keyOf).includes(keyOf(name))));
  if (at < 0) return undefined;
  const keys = (rows[at] ?? []).map(keyOf);
  const facts = new Map(rows.slice(0, at).map((row) => [keyOf(row[0] ?? ''), row[1]?.trim()]));
  const issued = keys.indexOf(keyOf('issue_date'));
  const platform = facts.get(keyOf('Platform Provider'));
  const learner = facts.get(keyOf('Learner Name'));
  return {
    mapping: {
      columns: { title: keys.indexOf('name'), issuer: keys.indexOf('school'), issuedOn: issued },
      headingRow: at + 1,
    },
    kind: {
      format: 'edx-program-record-csv',
      provider: platform === undefined || platform === '' ? 'edX' : platform,
      achievementType: 'Course',
      ...(learner === undefined || learner === '' ? {} : { recipient: learner }),
      // A course without a date is not earned yet.
      counts: (row) => /\d/u.test(row[issued] ?? ''),
    },
    emptyProblem: problem('table/nothing-completed'),
  };
}

function keyOf(heading: string): string {
  return headingKey(heading).replaceAll(' ', '');
}
