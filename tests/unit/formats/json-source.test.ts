import { describe, expect, it } from 'vitest';
import { parseJson } from '../../../src/formats/json.ts';
import {
  childOf,
  childrenOf,
  elementsOf,
  locate,
  type LocatedJson,
} from '../../../src/formats/json-source.ts';

function parse(text: string): LocatedJson {
  const parsed = parseJson(text);
  if (!parsed.ok) throw new Error(parsed.problem.code);
  return { value: parsed.value.value, text };
}

describe('childrenOf', () => {
  it('gives every field the text it stands in, spacing and number form included', () => {
    const root = parse('{ "a" : 1.50 , "b":\n{"c" : [ 1,2 ]  }, "d":"x" }');
    expect([...childrenOf(root)].map(([key, child]) => [key, child.text])).toEqual([
      ['a', '1.50'],
      ['b', '{"c" : [ 1,2 ]  }'],
      ['d', '"x"'],
    ]);
  });

  it('is not led astray by brackets, quotes and backslashes inside strings', () => {
    const text = String.raw`{"a\"]":"}]\\\"{","b":["[\\",{"c":"\\"}],"\u0064":null}`;
    const root = parse(text);
    for (const [key, child] of childrenOf(root)) {
      expect(JSON.parse(child.text)).toEqual((root.value as Record<string, unknown>)[key]);
    }
    expect([...childrenOf(root).keys()]).toEqual(['a"]', 'b', 'd']);
  });

  it('finds nothing in scalars and in what is empty', () => {
    for (const text of ['1', '"x"', 'null', '{}', '[]', '[ ]']) {
      expect(childrenOf(parse(text)).size).toBe(0);
    }
  });

  it('leaves out fields that parsing leaves out', () => {
    expect([...childrenOf(parse('{"__proto__":{"x":1},"a":2}')).keys()]).toEqual(['a']);
  });

  it('answers for a long string full of quotes', () => {
    const text = JSON.stringify({ a: '"'.repeat(500_000), b: 1 });
    expect(childOf(parse(text), 'b')?.text).toBe('1');
  });
});

describe('locate', () => {
  it('follows keys and indexes, and answers undefined off the path', () => {
    const root = parse('{"a":[{"b":[true,{"c":"here"}]}]}');
    expect(locate(root, ['a', 0, 'b', 1, 'c'])?.value).toBe('here');
    expect(locate(root, ['a', 1, 'b'])).toBeUndefined();
  });
});

describe('many values of one document', () => {
  it('are located without scanning the whole of it for each', () => {
    const root = parse(JSON.stringify({ list: Array(5_000).fill({ pad: 'x'.repeat(500) }) }));
    const started = performance.now();
    for (let i = 0; i < 5_000; i += 1) expect(locate(root, ['list', i, 'pad'])?.text).toBeDefined();
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

describe('elementsOf', () => {
  it('takes one thing bare as a list of one', () => {
    expect(elementsOf(parse('{"a":1}')).map((one) => one.text)).toEqual(['{"a":1}']);
    expect(elementsOf(parse('[1, 2]')).map((one) => one.text)).toEqual(['1', '2']);
    expect(elementsOf(undefined)).toEqual([]);
  });
});
