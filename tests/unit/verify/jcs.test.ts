import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../src/verify/jcs.ts';

describe('canonicalJson', () => {
  it('sorts names by UTF-16 code units, as RFC 8785 §3.2.3 shows', () => {
    const names = ['\u20ac', '\r', '\ufb33', '1', '\ud83d\ude00', '\u0080', '\u00f6'];
    const text = canonicalJson(Object.fromEntries(names.map((name) => [name, 0])));
    const sorted = ['\r', '1', '\u0080', '\u00f6', '\u20ac', '\ud83d\ude00', '\ufb33'];
    expect(Object.keys(JSON.parse(text ?? '') as object).filter((name) => name !== '1')).toEqual(
      sorted.filter((name) => name !== '1'),
    );
    expect(text?.startsWith('{"\\r":0,"1":0')).toBe(true);
  });

  it('writes the example of RFC 8785 §3.2.2', () => {
    const input = JSON.parse(
      '{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],"string":"\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/","literals":[null,true,false]}',
    ) as never;
    expect(canonicalJson(input)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it.each([
    ['an endless number', { a: JSON.parse('1e999') as number }],
    ['half a character', { a: '\ud83d' }],
    ['half a character in a name', { '\ude00': 1 }],
    ['half a character deep inside', [[{ a: ['\ude00'] }]]],
  ])('has no text for %s', (_, value) => {
    expect(canonicalJson(value)).toBeUndefined();
  });

  it('writes minus zero as zero', () => {
    expect(canonicalJson([-0])).toBe('[0]');
  });
});
