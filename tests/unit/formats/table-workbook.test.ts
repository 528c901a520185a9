import { describe, expect, it } from 'vitest';
import { problemWording } from '../../../src/domain/problem-wording.ts';
import { readFile } from '../../../src/formats/index.ts';
import { readWorkbook } from '../../../src/formats/table-workbook.ts';
import { rawWorkbook, textRow } from '../../support/raw-workbook.ts';
import { documentReaders } from '../../support/document-readers.ts';

const HEADINGS = textRow(1, 'Title', 'Issuer', 'Issue date');

/** Letters that do not pack well, always the same. */
function noise(length: number): string {
  let state = 7;
  return Array.from({ length }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return String.fromCharCode(97 + (state % 26));
  }).join('');
}

function rowsOf(bytes: Uint8Array, sheet?: string): readonly (readonly string[])[] {
  const book = readWorkbook(bytes, sheet);
  return book.ok ? book.value.rows : [[book.problem.code]];
}

describe('readWorkbook', () => {
  it('reads shared and inline strings, numbers, answers of formulas, and dates by their style', () => {
    const bytes = rawWorkbook({
      strings: ['<t>Bees</t>', '<r><t>So</t></r><r><t>il</t></r><rPh><t>hint</t></rPh>'],
      styles: [0, 14, 164, 165],
      ownFormats: { 164: 'dd\\-mmm\\-yyyy', 165: '0.00&quot;days&quot;' },
      sheets: {
        List:
          '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" s="1"><v>45413</v></c><c r="D2" s="2"><v>45413.5</v></c></row>' +
          '<row r="4"><c r="A4" t="s"><v>1</v></c><c r="B4" t="str"><f>NOW()</f><v>told</v></c><c r="C4" s="3"><v>45413</v></c><c r="D4" t="b"><v>1</v></c></row>',
      },
    });
    expect(rowsOf(bytes)).toEqual([
      [],
      ['Bees', '', '2024-05-01', '2024-05-01'],
      [],
      ['Soil', 'told', '45413', 'TRUE'],
    ]);
  });

  it('counts days from 1904 where the workbook does', () => {
    const sheets = { List: '<row r="1"><c r="A1" s="0"><v>43951</v></c></row>' };
    expect(rowsOf(rawWorkbook({ styles: [14], sheets, uses1904: true }))).toEqual([['2024-05-01']]);
  });

  it('lists the sheets and reads the one that is asked for', () => {
    const bytes = rawWorkbook({
      sheets: { Empty: '', Own: textRow(1, 'a'), Other: textRow(1, 'b') },
    });
    expect(readWorkbook(bytes)).toMatchObject({
      ok: true,
      value: { sheet: 'Own', sheets: ['Empty', 'Own', 'Other'], rows: [['a']] },
    });
    expect(rowsOf(bytes, 'Other')).toEqual([['b']]);
  });

  it.each<[string, () => Uint8Array, string]>([
    [
      'too many columns',
      () => rawWorkbook({ sheets: { A: '<row r="3"><c r="XFD3"><v>1</v></c></row>' } }),
      'table/too-many-columns',
    ],
    [
      'too many rows',
      () => rawWorkbook({ sheets: { A: '<row r="1048576"><c r="A1"><v>1</v></c></row>' } }),
      'table/too-many-rows',
    ],
    [
      'a huge cell',
      () => rawWorkbook({ sheets: { A: textRow(1, noise(1_200_000)) } }),
      'table/cell-too-large',
    ],
    [
      'entities',
      () =>
        rawWorkbook({
          sheets: { A: textRow(1, '&a;') },
          prologue: '<!DOCTYPE x [<!ENTITY a "b">]>',
        }),
      'xml/unsafe',
    ],
    ['broken markup', () => rawWorkbook({ sheets: { A: '<row><c>' } }), 'table/workbook-damaged'],
    ['nothing inside', () => rawWorkbook({ sheets: {} }), 'table/workbook-damaged'],
    [
      'a cut end',
      () => rawWorkbook({ sheets: { A: HEADINGS } }).slice(0, -30),
      'table/workbook-damaged',
    ],
    [
      'a sheet out of all proportion',
      () => rawWorkbook({ sheets: { A: textRow(1, 'ab'.repeat(1_000_000)) } }),
      'table/workbook-damaged',
    ],
  ])('answers for %s', (_name, build, code) => {
    expect(readWorkbook(build())).toMatchObject({ ok: false, problem: { code } });
  });
});

describe('readFile, of workbooks', () => {
  it('reads rows under unmistakable headings and names the sheet in the mapping', async () => {
    const bytes = rawWorkbook({
      sheets: { Mine: HEADINGS + textRow(2, 'Bees', 'Larkfield', '2024-05-01') },
    });
    const reading = await readFile({ bytes, fileName: 'a.xlsx' }, documentReaders());
    expect(reading).toMatchObject({
      outcome: 'read',
      items: [{ format: 'xlsx', achievement: { name: 'Bees' }, issuedOn: { text: '2024-05-01' } }],
      table: { sheets: ['Mine'], mapping: { sheet: 'Mine' }, certain: true },
    });
  });

  it.each([
    ['old.xls', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0)],
    ['locked.xlsx', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0)],
  ])('keeps %s and says what to do', async (fileName, bytes) => {
    const reading = await readFile({ bytes, fileName }, documentReaders());
    expect(reading.outcome).toBe('kept');
    expect(reading.problems.map(problemWording)).toEqual([
      'This workbook is of a kind that Laurel cannot read, or it has a password. Save it again as .xlsx or CSV without a password and add that.',
    ]);
  });
});
