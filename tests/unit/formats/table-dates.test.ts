import { describe, expect, it } from 'vitest';
import { columnDayOrder, readCellDate } from '../../../src/formats/table-dates.ts';

describe('readCellDate', () => {
  it.each([
    ['2024-05-01', '2024-05-01'],
    ['2024/5/1', '2024-05-01'],
    ['2024', '2024'],
    ['2024-05', '2024-05'],
    ['05/2024', '2024-05'],
    ['2024-05-01T10:20:30Z', '2024-05-01T10:20:30Z'],
    ['2024-05-01 10:20 UTC', '2024-05-01T10:20:00Z'],
    ['2024-05-01 10:20', '2024-05-01'],
    ['2024-05-01T10:20:30', '2024-05-01'],
    ['Mar 2021', '2021-03'],
    ['sept. 2019', '2019-09'],
    ['févr. 2022', '2022-02'],
    ['juil. 2020', '2020-07'],
    ['mars 2020', '2020-03'],
    ['Dez. 2020', '2020-12'],
    ['ago. 2021', '2021-08'],
    ['ene. 2021', '2021-01'],
    ['março de 2021', '2021-03'],
    ['out. de 2021', '2021-10'],
    ['mei 2021', '2021-05'],
    ['янв. 2021', '2021-01'],
    ['Ara 2021', '2021-12'],
    ['1 May 2024', '2024-05-01'],
    ['1. Mai 2024', '2024-05-01'],
    ['1 de mayo de 2024', '2024-05-01'],
    ['May 1, 2024', '2024-05-01'],
    ['Wednesday, May 1, 2024', '2024-05-01'],
    ['01-May-2024', '2024-05-01'],
    ['1.5.2024', '2024-05-01'],
    ['31/12/2024', '2024-12-31'],
    ['12/31/2024', '2024-12-31'],
    ['5/5/2024', '2024-05-05'],
    ['13/5/24', '2024-05-13'],
    ['2024年5月1日', '2024-05-01'],
  ])('reads %j', (cell, text) => {
    const date = readCellDate(cell, undefined);
    expect(date).toMatchObject({ text });
  });

  it.each(['', 'N/A', 'soon', 'Monday', '31/02/2024', '2024-13-01', 'Foo 2024', '1234567', 'May'])(
    'finds no date in %j',
    (cell) => {
      expect(readCellDate(cell, 'day-first')).toBeUndefined();
    },
  );

  it('never guesses the order of day and month', () => {
    expect(readCellDate('03/04/2025', undefined)).toBe('either');
    expect(readCellDate('03/04/2025', 'day-first')).toMatchObject({ text: '2025-04-03' });
    expect(readCellDate('3-4-2025', 'month-first')).toMatchObject({ text: '2025-03-04' });
  });
});

describe('columnDayOrder', () => {
  it.each([
    [['03/04/2025', '25/04/2025'], 'day-first'],
    [['03/04/2025', '04/25/2025'], 'month-first'],
    [['03/04/2025'], undefined],
    [['25/04/2025', '04/25/2025'], undefined],
    [['2025-04-03', ''], undefined],
  ] as const)('of %j is %s', (cells, order) => {
    expect(columnDayOrder(cells)).toBe(order);
  });
});
