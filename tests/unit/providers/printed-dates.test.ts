import { describe, expect, it } from 'vitest';
import { monthOf } from '../../../src/domain/month-name.ts';
import { findPrintedDates } from '../../../src/providers/printed-dates.ts';

function read(text: string, dayFirst?: boolean): string[] {
  return findPrintedDates(text, dayFirst).map(({ value }) => value.text);
}

describe('findPrintedDates', () => {
  it.each([
    ['Issued May 3, 2021', '2021-05-03'],
    ['June 22nd, 2024', '2024-06-22'],
    ['Sept. 9, 2020', '2020-09-09'],
    ['3rd of April 2022', '2022-04-03'],
    ['19 JUN 2024', '2024-06-19'],
    ['18 May, 2021', '2021-05-18'],
    ['07-Aug-2023', '2023-08-07'],
    ['2024-Nov-21', '2024-11-21'],
    ['2024-02-29', '2024-02-29'],
    ['2024/2/5', '2024-02-05'],
    ['mardi 6 avril 2021', '2021-04-06'],
    ['1er août 2019', '2019-08-01'],
    ['am 4. März 2022', '2022-03-04'],
    ['12 de septiembre de 2021', '2021-09-12'],
    ['5 de março de 2023', '2023-03-05'],
    ['il 30 giugno 2018', '2018-06-30'],
    ['11-12 января 2023г.', '2023-01-12'],
    ['8 травня 2023', '2023-05-08'],
    ['3 października 2020', '2020-10-03'],
    ['15 Ağustos 2021', '2021-08-15'],
    ['2023年7月4日', '2023-07-04'],
    ['2023년 7월 4일', '2023-07-04'],
    ['23.04.2022', '2022-04-23'],
    ['07.05.2021', '2021-05-07'],
    ['25/12/2023', '2023-12-25'],
    ['12/25/2023', '2023-12-25'],
    ['March 12-14, 2019', '2019-03-14'],
    ['Feb-May 2024', '2024-05'],
    ['November 2021', '2021-11'],
    ['mayo de 2021', '2021-05'],
  ])('reads %s', (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });

  it('keeps only the year where day and month could change places', () => {
    const [date] = findPrintedDates('Date: 04/05/2024', undefined);
    expect(date).toMatchObject({ value: { text: '2024', precision: 'year' }, ambiguous: true });
  });

  it('settles such a date where the document says which stands first', () => {
    expect(read('04/05/2024', true)).toEqual(['2024-05-04']);
    expect(read('04/05/2024', false)).toEqual(['2024-04-05']);
    expect(read('05/05/2024')).toEqual(['2024-05-05']);
  });

  it.each([
    '31 February 2020',
    '99/99/2020',
    'Program 2022',
    'Room 2020',
    'version 3.2.2020.1',
    'ISO 2019',
  ])('finds no date in %s', (text) => {
    expect(read(text)).toEqual([]);
  });

  it('finds several dates in their order', () => {
    expect(read('Issued 1 May 2020, expires 1 May 2023')).toEqual(['2020-05-01', '2023-05-01']);
  });
});

it('knows months by any beginning of three letters, and no other words', () => {
  expect([
    monthOf('Sept'),
    monthOf('juil'),
    monthOf('МАЯ'),
    monthOf('ma'),
    monthOf('marble'),
  ]).toEqual([9, 7, 5, undefined, undefined]);
});
