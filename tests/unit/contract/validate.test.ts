import { describe, expect, it } from 'vitest';
import {
  bytes,
  either,
  json,
  list,
  object,
  oneOf,
  record,
  text,
  validate,
  whole,
} from '../../../src/contract/validate.ts';

const shape = object({ name: text(5), count: whole(0, 9) }, { kind: oneOf('a', 'b') });
function check(value: unknown) {
  return validate(shape, value, 'host/bad-request');
}

describe('object', () => {
  it('accepts what fits and copies it', () => {
    const input = { name: 'abc', count: 3, kind: 'a' };
    const answer = check(input);
    expect(answer).toEqual({ ok: true, value: input });
    expect(answer.ok && answer.value).not.toBe(input);
  });

  it.each([
    ['a missing field', { name: 'abc' }, '$.count'],
    ['text too long', { name: 'abcdef', count: 1 }, '$.name'],
    ['a fraction', { name: 'a', count: 1.5 }, '$.count'],
    ['a value outside the list', { name: 'a', count: 1, kind: 'c' }, '$.kind'],
    ['a field of no use', { name: 'a', count: 1, extra: 1 }, '$.extra'],
    ['an own __proto__', JSON.parse('{"name":"a","count":1,"__proto__":{}}'), '$.__proto__'],
    ['a list', [], '$'],
    ['nothing', null, '$'],
    ['an instance of a class', new (class A {})(), '$'],
  ])('refuses %s and says where', (_what, value, at) => {
    expect(check(value)).toMatchObject({ ok: false, problem: { code: 'host/bad-request', at } });
  });
});

describe('the other validators', () => {
  it('bound lists, maps, bytes and json', () => {
    const refuse = (validator: Parameters<typeof validate>[0], value: unknown) =>
      expect(validate(validator, value, 'host/bad-request').ok).toBe(false);
    refuse(list(text(1), 2), ['a', 'b', 'c']);
    refuse(record(text(1), 1), { a: 'a', b: 'b' });
    refuse(bytes(2), new Uint8Array(3));
    refuse(bytes(2), 'ab');
    refuse(json(2, 100), [[[1]]]);
    refuse(json(9, 3), [1, 2, 3]);
    refuse(json(9, 9), Number.NaN);
    refuse(json(9, 9), JSON.parse('{"constructor":1}'));
    refuse(json(9, 9), () => 1);
  });

  it('take the second shape when the first does not fit', () => {
    const validator = either(whole(0, 9), text(9));
    expect(validate(validator, 'x', 'host/bad-request')).toEqual({ ok: true, value: 'x' });
  });

  it('stop a cyclic value instead of running for ever', () => {
    const cyclic: unknown[] = [];
    cyclic.push(cyclic);
    expect(validate(json(50, 1_000), cyclic, 'host/bad-request').ok).toBe(false);
  });
});
