import { describe, expect, it } from 'vitest';
import { parseJson } from '../../../src/formats/json.ts';

function codeOf(text: string): string {
  const result = parseJson(text);
  return result.ok ? 'ok' : result.problem.code;
}

describe('parseJson', () => {
  it.each([
    ['{}', {}],
    ['[]', []],
    [
      ' { "a" : [ 1 , -0.5e3 , true , false , null , "x\\u00e9\\n" ] } ',
      { a: [1, -500, true, false, null, 'xé\n'] },
    ],
    ['"\\ud83d\\ude00"', '😀'],
    ['"😀"', '😀'],
    ['\uFEFF{"a":1}', { a: 1 }],
    ['0', 0],
  ])('accepts %s', (text, value) => {
    const result = parseJson(text);
    expect(result.ok && result.value.value).toEqual(value);
  });

  it.each([
    ['', 'json/invalid'],
    [' ', 'json/invalid'],
    ['{', 'json/invalid'],
    ['{"a"}', 'json/invalid'],
    ['{"a":}', 'json/invalid'],
    ['{"a":1,}', 'json/invalid'],
    ['{,}', 'json/invalid'],
    ['[1,]', 'json/invalid'],
    ['[1 2]', 'json/invalid'],
    ['[1}', 'json/invalid'],
    ['{"a":1]', 'json/invalid'],
    ['{a:1}', 'json/invalid'],
    ["{'a':1}", 'json/invalid'],
    ['01', 'json/invalid'],
    ['1.', 'json/invalid'],
    ['+1', 'json/invalid'],
    ['.5', 'json/invalid'],
    ['1e', 'json/invalid'],
    ['NaN', 'json/invalid'],
    ['-Infinity', 'json/invalid'],
    ['0x1F', 'json/invalid'],
    ['tru', 'json/invalid'],
    ['nullx', 'json/invalid'],
    ['"\\x41"', 'json/invalid'],
    ['"\\u12g4"', 'json/invalid'],
    ['"line\nbreak"', 'json/invalid'],
    ['"open', 'json/invalid'],
    ['"\\', 'json/invalid'],
    ['{} {}', 'json/invalid'],
    ['{}\u0000', 'json/invalid'],
    ['[\uFEFF]', 'json/invalid'],
    ['// note\n{}', 'json/invalid'],
    ['"\\ud800"', 'json/bad-unicode'],
    ['"\\udc00\\ud800"', 'json/bad-unicode'],
    ['"\ud800"', 'json/bad-unicode'],
    ['{"alg":"none","alg":"ES256"}', 'json/duplicate-key'],
    ['{"a":1,"\\u0061":2}', 'json/duplicate-key'],
    ['[{"x":{"b":1,"c":2,"b":3}}]', 'json/duplicate-key'],
  ])('refuses %s as %s', (text, code) => {
    expect(codeOf(text)).toBe(code);
  });

  it('allows the same key in different objects', () => {
    expect(codeOf('[{"a":1},{"a":{"a":2}}]')).toBe('ok');
  });

  it('answers at once for a million levels', () => {
    const started = performance.now();
    expect(codeOf('['.repeat(1_000_000))).toBe('json/too-deep');
    expect(codeOf('{"a":'.repeat(1_000_000))).toBe('json/too-deep');
    expect(performance.now() - started).toBeLessThan(500);
  });

  it('allows exactly 64 levels', () => {
    expect(codeOf('['.repeat(64) + ']'.repeat(64))).toBe('ok');
    expect(codeOf('['.repeat(65) + ']'.repeat(65))).toBe('json/too-deep');
  });

  it('stops counting at 200,000 values', () => {
    expect(codeOf(`[${'0,'.repeat(199_998)}0]`)).toBe('ok');
    expect(codeOf(`[${'{},'.repeat(1_000_000)}0]`)).toBe('json/too-many-values');
  });

  it('keeps numbers that doubles cannot hold, and says so', () => {
    for (const text of ['9007199254740993', '1e400', '0.12345678901234567890']) {
      const result = parseJson(`{"n":${text}}`);
      expect(result.ok && result.value.problems.map((one) => one.code)).toEqual([
        'json/bad-number',
      ]);
    }
    const plain = parseJson('{"n":[9007199254740991,0.1,-1.5e-7,0]}');
    expect(plain.ok && plain.value.problems).toEqual([]);
  });

  it('drops keys that reach prototypes, at every level and however written', () => {
    const text =
      '{"__proto__":{"polluted":1},"a":[{"constructor":1,"\\u005f_proto__":2,"b":3}],"prototype":4}';
    const result = parseJson(text);
    expect(result.ok && result.value.value).toEqual({ a: [{ b: 3 }] });
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});
