import { describe, expect, it } from 'vitest';
import type { FileReading } from '../../../src/domain/credential.ts';
import { problemWording } from '../../../src/domain/problem-wording.ts';
import type { TableMapping } from '../../../src/domain/table.ts';
import { readTableFile, readTableText } from '../../../src/formats/table-reader.ts';

const readers = { readLink: () => undefined };

function read(
  content: string | Uint8Array,
  mapping?: TableMapping,
  fileName = 'list.csv',
): FileReading {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return readTableFile({ bytes, fileName, mediaType: 'text/csv' }, readers, mapping);
}

function rows(count: number, row: (at: number) => string): string {
  return Array.from({ length: count }, (_, at) => row(at)).join('\n');
}

describe('readTableFile', () => {
  it('reads rows under headings that cannot be mistaken, each field with its cell', () => {
    const reading = read(
      'Title,Issuer,Issue date,Expiry date,Credential ID,URL,Skills\n' +
        '"Soil, Water and ""Air""",Larkfield College,2024-05-01,,LC-1,https://larkfield.example/v/1?utm_source=x,Soil; Water\n' +
        'Bee Keeping,Larkfield College,2 Jan 2025,2027-01-02,LC-2,,\n',
    );
    expect(reading).toMatchObject({
      outcome: 'read',
      problems: [],
      table: { certain: true, rowCount: 2 },
    });
    expect(reading.items[0]).toMatchObject({
      format: 'csv',
      achievement: { name: 'Soil, Water and "Air"' },
      issuer: { name: 'Larkfield College' },
      issuedOn: { text: '2024-05-01', precision: 'day' },
      credentialNumber: 'LC-1',
      verifyUrl: 'https://larkfield.example/v/1',
      skills: [{ name: 'Soil' }, { name: 'Water' }],
      sources: { title: { kind: 'cell', row: 2, column: 'Title' } },
    });
    expect(reading.items[1]).toMatchObject({
      issuedOn: { text: '2025-01-02' },
      validUntil: { text: '2027-01-02' },
      sources: { issuedOn: { row: 3, column: 'Issue date' } },
    });
    expect(reading.items[1]?.sources?.verifyUrl).toBeUndefined();
  });

  it.each([
    [
      'German',
      'Zertifikat;Aussteller;Ausstellungsdatum;Gültig bis',
      'Bienenkunde;Larkfield;01.05.2024;01.05.2026',
    ],
    [
      'French',
      'Intitulé;Organisme;Date d’obtention;Date d’expiration',
      'Bienenkunde;Larkfield;01/05/2024;31/05/2026',
    ],
    [
      'Spanish',
      'Título,Emisor,Fecha de emisión,Válido hasta',
      'Bienenkunde,Larkfield,1 de mayo de 2024,1 may 2026',
    ],
    [
      'Italian',
      'Corso,Ente,Data di rilascio,Scadenza',
      'Bienenkunde,Larkfield,1 maggio 2024,1 mag 2026',
    ],
    [
      'Portuguese',
      'Certificado,Instituição,Data de emissão,Validade',
      'Bienenkunde,Larkfield,1 maio 2024,1 maio 2026',
    ],
    ['Dutch', 'Cursus;Aanbieder;Behaald op;Geldig tot', 'Bienenkunde;Larkfield;1-5-2024;31-5-2026'],
    [
      'Polish',
      'Szkolenie;Wystawca;Data wydania;Ważny do',
      'Bienenkunde;Larkfield;2024-05-01;2026-05-01',
    ],
    [
      'Swedish',
      'Kursnamn;Utfärdare;Utfärdandedatum;Giltig till',
      'Bienenkunde;Larkfield;2024-05-01;2026-05-01',
    ],
  ])('knows %s headings', (_name, headings, row) => {
    const reading = read(`${headings}\n${row}\n`);
    expect(reading.items[0]).toMatchObject({
      achievement: { name: 'Bienenkunde' },
      issuer: { name: 'Larkfield' },
      issuedOn: { text: '2024-05-01' },
    });
    expect(reading.items[0]?.validUntil?.text).toMatch(/^2026-05-/);
  });

  it.each([
    ['headings that say little', 'What,Where,When\nBee Keeping,Larkfield,2024-05-01'],
    [
      'a register of other people',
      'id,user_id,certificationName,issued_date,status\n1,7,Bee Keeping,2024-05-01,ok',
    ],
    [
      'several recipients',
      'Recipient,Course,Date\nAna Example,Bees,2024-05-01\nBo Example,Bees,2024-05-01',
    ],
    ['no headings at all', 'Bee Keeping,Larkfield,2024-05-01\nSoil,Larkfield,2024-05-02'],
    ['dates that can be read in two ways', 'Title,Issuer,Date\nBees,Larkfield,03/04/2025'],
  ])('asks before it reads a table with %s', (_name, text) => {
    const reading = read(text);
    expect(reading).toMatchObject({ outcome: 'kept', items: [], table: { certain: false } });
    expect(reading.problems.map(({ code }) => code)).toEqual(['table/needs-columns']);
    expect(reading.table?.rows.length).toBeGreaterThan(0);
    expect(reading.table?.mapping.columns.title).toBeDefined();
  });

  it('reads by the person’s match of columns, in the order of day and month they chose', () => {
    const text = 'What,When\nBees,03/04/2025\n';
    const columns = { title: 0, issuedOn: 1 };
    const asked = read(text, { columns, headingRow: 1 });
    expect(asked.items[0]?.issuedOn).toBeUndefined();
    expect(asked.problems.map(problemWording)).toEqual([
      'Dates such as 03/04/2025 can be read in two ways, so they are left out. Choose whether the day or the month stands first.',
    ]);
    const dayFirst = read(text, { columns, headingRow: 1, dayOrder: 'day-first' });
    expect(dayFirst.items[0]?.issuedOn?.text).toBe('2025-04-03');
    const monthFirst = read(text, { columns, headingRow: 1, dayOrder: 'month-first' });
    expect(monthFirst.items[0]?.issuedOn?.text).toBe('2025-03-04');
    expect(read(text, { columns, headingRow: 0 }).items).toHaveLength(2);
    expect(read(text, { columns: { issuedOn: 1 }, headingRow: 1 }).items).toHaveLength(0);
  });

  it('takes the order of day and month from the column itself', () => {
    const reading = read(
      'Title,Issuer,Date\nBees,Larkfield,03/04/2025\nSoil,Larkfield,03/25/2025\n',
    );
    expect(reading.items.map(({ issuedOn }) => issuedOn?.text)).toEqual([
      '2025-03-04',
      '2025-03-25',
    ]);
  });

  it('strips its own protection of formulas, and nothing else', () => {
    const reading = read('Title,Issuer,Date\n"\'=HYPERLINK(""x"")",\'Quoted,2024-05-01\n');
    expect(reading.items[0]).toMatchObject({
      achievement: { name: '=HYPERLINK("x")' },
      issuer: { name: "'Quoted" },
    });
  });

  it.each<[string, (text: string) => Uint8Array, string]>([
    ['UTF-8 with a mark', (text) => new TextEncoder().encode(`\uFEFF${text}`), 'UTF-8'],
    ['UTF-16 LE with a mark', (text) => Buffer.from(`\uFEFF${text}`, 'utf16le'), 'UTF-16 LE'],
    [
      'UTF-16 BE with a mark',
      (text) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(),
      'UTF-16 BE',
    ],
    ['UTF-16 LE without a mark', (text) => Buffer.from(text, 'utf16le'), 'UTF-16 LE'],
    ['Windows-1252', (text) => Buffer.from(text, 'latin1'), 'Windows-1252'],
  ])('reads %s and says so', (_name, encode, encoding) => {
    const bytes = new Uint8Array(encode('Title;Issuer;Date\nKäsekunde;École;2024-05-01\n'));
    const reading = read(bytes);
    expect(reading.table).toMatchObject({ encoding, delimiter: ';' });
    expect(reading.items[0]).toMatchObject({
      achievement: { name: 'Käsekunde' },
      issuer: { name: 'École' },
    });
  });

  it('passes over a preamble, blank rows and rows without a title', () => {
    const reading = read(
      'My list,,\n\nTitle,Issuer,Date\nBees,Larkfield,2024\n,,\n,Larkfield,2024\n\nSoil,Larkfield,2023\n',
    );
    expect(reading.items.map(({ sources }) => sources?.title)).toMatchObject([
      { row: 4 },
      { row: 8 },
    ]);
  });

  it('says when there is nothing below the headings', () => {
    expect(read('Title,Issuer,Date\n')).toMatchObject({
      outcome: 'kept',
      problems: [{ code: 'table/empty' }],
    });
  });

  it('reads 10,000 rows in under a second', () => {
    const text = `Title,Issuer,Issue date,Credential ID\n${rows(10_000, (at) => `"Course ${at}, part two",Larkfield,${(at % 28) + 1} May 2024,ID-${at}`)}`;
    read(text);
    const start = performance.now();
    expect(read(text).items).toHaveLength(10_000);
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});

describe('readTableFile, against hostile tables (hazard C17)', () => {
  const header = 'Title,Issuer,Date\n';
  it.each<[string, () => string | Uint8Array, string]>([
    [
      '120,000 columns',
      () => `${header}a,b,c\n${','.repeat(119_999)}\n`,
      'Row 3 has 120,000 columns; at most 500 can be read. Check that the separator is right.',
    ],
    [
      'a million columns',
      () => ','.repeat(999_999),
      'Row 1 has 1,000,000 columns; at most 500 can be read. Check that the separator is right.',
    ],
    [
      'a quote that never closes',
      () => `${header}a,b,2024\n"c,d,2024\ne,f,2024\n`,
      'A quotation mark in row 3 is never closed, so the table ends there. Correct it and add the file again.',
    ],
    [
      'a quote that never closes over 30 MB',
      () => `${header}"${'x\n'.repeat(15_000_000)}`,
      'A quotation mark in row 2 is never closed, so the table ends there. Correct it and add the file again.',
    ],
    [
      'a line of 30 MB',
      () => `${header}${'x'.repeat(30_000_000)}`,
      'A cell in row 2 is larger than any real entry, so the table was not read.',
    ],
    [
      'a quoted cell of 2 MB',
      () => `${header}"${'x'.repeat(2_000_000)}",b,c`,
      'A cell in row 2 is larger than any real entry, so the table was not read.',
    ],
    [
      '100,001 rows',
      () => header + rows(100_001, () => 'a,b,2024'),
      'This table has more than 100,000 rows. Split it and add the parts.',
    ],
    [
      'NUL',
      () => `${header}a\u0000b,c,2024`,
      'This table is not readable text. Save it again as CSV (UTF-8) or as an Excel workbook.',
    ],
    [
      'a NUL among ones and zeros',
      () => Uint8Array.from({ length: 4_000 }, (_, at) => at % 7),
      'This table is not readable text. Save it again as CSV (UTF-8) or as an Excel workbook.',
    ],
    [
      'nothing but separators',
      () => ',,,\n,,,\n',
      'Laurel is not sure what the columns of this table mean. Match them, look at the preview, and add the rows.',
    ],
  ])('answers for %s', (_name, build, sentence) => {
    const content = build();
    const start = performance.now();
    const reading = read(content);
    expect(performance.now() - start).toBeLessThan(5_000);
    expect(reading.problems.map(problemWording)).toContain(sentence);
    expect(['kept', 'read']).toContain(reading.outcome);
  });

  it('reads the rows above a quote that never closes', () => {
    expect(read(`${header}a,b,2024\n"c,d,2024\n`)).toMatchObject({
      outcome: 'read',
      items: [{ achievement: { name: 'a' } }],
    });
  });
});

describe('readTableText', () => {
  it('reads a pasted table and leaves other text alone', () => {
    const table = 'Title\tIssuer\tDate\nBees\tLarkfield\t2024-05-01';
    expect(readTableText(table, 'pasted', readers)?.items).toHaveLength(1);
    expect(
      readTableText('Dear Ana,\nwell done, and see you soon.', 'pasted', readers),
    ).toBeUndefined();
    expect(readTableText('What,When\nBees,2024', 'pasted', readers)).toBeUndefined();
  });
});
