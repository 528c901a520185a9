// Small validators for what crosses between page and host. Both sides treat the other as untrusted, so
// every value is rebuilt from checked parts: unknown fields and prototypes never get through.
import { type Result, err, ok } from '../domain/result.ts';
import { problem } from '../domain/problem.ts';

/** Checks an unknown value and returns a clean copy, or throws ValidationFailure with the path. */
export type Validator<T> = (value: unknown, path: string) => T;
export type Infer<V> = V extends Validator<infer T> ? T : never;

class ValidationFailure extends Error {
  readonly path: string;
  constructor(path: string, expected: string) {
    super(`${path}: expected ${expected}`);
    this.path = path;
  }
}

/** Runs a validator over untrusted input; a mismatch is `code` with the path of the offending value. */
export function validate<T>(
  validator: Validator<T>,
  value: unknown,
  code: 'host/bad-request' | 'host/bad-response',
): Result<T> {
  try {
    return ok(validator(value, '$'));
  } catch (cause) {
    if (!(cause instanceof ValidationFailure)) throw cause;
    return err(problem(code, { at: cause.path, cause }));
  }
}

/** A string of at most `maxLength` UTF-16 units, matching `pattern` when given. */
export function text(maxLength: number, pattern?: RegExp): Validator<string> {
  return (value, path) => {
    if (typeof value !== 'string' || value.length > maxLength) {
      throw new ValidationFailure(path, `text of at most ${maxLength}`);
    }
    if (pattern && !pattern.test(value)) throw new ValidationFailure(path, String(pattern));
    return value;
  };
}

/** Text that also passes a domain type guard, such as a content hash. */
export function branded<T extends string>(
  guard: (value: unknown) => value is T,
  name: string,
): Validator<T> {
  return (value, path) => {
    if (!guard(value)) throw new ValidationFailure(path, name);
    return value;
  };
}

/** Text of at most 200 characters carried as a branded id. */
export function id<T extends string>(): Validator<T> {
  return (value, path) => {
    if (typeof value !== 'string' || !/^[A-Za-z0-9_.:-]{1,200}$/.test(value)) {
      throw new ValidationFailure(path, 'id');
    }
    return value as T;
  };
}

/** A whole number from `min` to `max`. */
export function whole(min: number, max: number): Validator<number> {
  return (value, path) => {
    if (!Number.isSafeInteger(value) || (value as number) < min || (value as number) > max) {
      throw new ValidationFailure(path, `whole number ${min} to ${max}`);
    }
    return value as number;
  };
}

export const bool: Validator<boolean> = (value, path) => {
  if (typeof value !== 'boolean') throw new ValidationFailure(path, 'true or false');
  return value;
};

/** Bytes of at most `maxBytes`. */
export function bytes(maxBytes: number): Validator<Uint8Array> {
  return (value, path) => {
    if (!(value instanceof Uint8Array) || value.byteLength > maxBytes) {
      throw new ValidationFailure(path, `bytes, at most ${maxBytes}`);
    }
    return value;
  };
}

/** One of a closed list of strings. */
export function oneOf<const T extends string>(...allowed: readonly T[]): Validator<T> {
  return (value, path) => {
    if (!allowed.includes(value as T)) throw new ValidationFailure(path, allowed.join(' | '));
    return value as T;
  };
}

/** A list of at most `maxItems`. */
export function list<T>(item: Validator<T>, maxItems: number): Validator<readonly T[]> {
  return (value, path) => {
    if (!Array.isArray(value) || value.length > maxItems) {
      throw new ValidationFailure(path, `list of at most ${maxItems}`);
    }
    return value.map((entry, index) => item(entry, `${path}[${index}]`));
  };
}

/** A map from safe keys to values. */
export function record<T>(
  item: Validator<T>,
  maxKeys: number,
): Validator<Readonly<Record<string, T>>> {
  return (value, path) => {
    const source = plainObject(value, path);
    const keys = Object.keys(source);
    if (keys.length > maxKeys) throw new ValidationFailure(path, `at most ${maxKeys} keys`);
    const copy: Record<string, T> = {};
    for (const key of keys) {
      if (FORBIDDEN_KEYS.has(key)) throw new ValidationFailure(path, 'safe keys');
      copy[key] = item(source[key], `${path}.${key}`);
    }
    return copy;
  };
}

type Shape = Readonly<Record<string, Validator<unknown>>>;
type Required<S extends Shape> = { [K in keyof S]: Infer<S[K]> };
type Optional<S extends Shape> = { [K in keyof S]?: Infer<S[K]> };

/** An object with exactly these fields; fields of `optional` may be absent or undefined. */
export function object<R extends Shape, O extends Shape = Record<never, never>>(
  required: R,
  optional?: O,
): Validator<Required<R> & Optional<O>> {
  return (value, path) => {
    const source = plainObject(value, path);
    const copy: Record<string, unknown> = {};
    for (const [key, validator] of Object.entries(required)) {
      copy[key] = validator(source[key], `${path}.${key}`);
    }
    for (const [key, validator] of Object.entries(optional ?? {})) {
      if (source[key] !== undefined) copy[key] = validator(source[key], `${path}.${key}`);
    }
    for (const key of Object.keys(source)) {
      if (!Object.hasOwn(required, key) && !(optional && Object.hasOwn(optional, key))) {
        throw new ValidationFailure(`${path}.${key}`, 'no such field');
      }
    }
    return copy as Required<R> & Optional<O>;
  };
}

/** Either of two shapes. */
export function either<A, B>(first: Validator<A>, second: Validator<B>): Validator<A | B> {
  return (value, path) => {
    try {
      return first(value, path);
    } catch (cause) {
      if (!(cause instanceof ValidationFailure)) throw cause;
      return second(value, path);
    }
  };
}

/** Any plain JSON value within a depth and a number of values; copied, so nothing is shared. */
export function json(maxDepth: number, maxValues: number): Validator<unknown> {
  return (value, path) => {
    let left = maxValues;
    const copy = (node: unknown, depth: number): unknown => {
      left -= 1;
      if (left < 0) throw new ValidationFailure(path, `at most ${maxValues} values`);
      if (node === null || typeof node === 'string' || typeof node === 'boolean') return node;
      if (typeof node === 'number' && Number.isFinite(node)) return node;
      if (depth === 0) throw new ValidationFailure(path, `at most ${maxDepth} levels`);
      if (Array.isArray(node)) return node.map((entry) => copy(entry, depth - 1));
      const source = plainObject(node, path);
      const target: Record<string, unknown> = {};
      for (const [key, entry] of Object.entries(source)) {
        if (FORBIDDEN_KEYS.has(key)) throw new ValidationFailure(path, 'safe keys');
        if (entry !== undefined) target[key] = copy(entry, depth - 1);
      }
      return target;
    };
    return copy(value, maxDepth);
  };
}

const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

function plainObject(value: unknown, path: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new ValidationFailure(path, 'object');
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== null && prototype !== Object.prototype) {
    // Another realm's Object.prototype (IPC, jsdom) is accepted by its own null prototype.
    if (Object.getPrototypeOf(prototype) !== null)
      throw new ValidationFailure(path, 'plain object');
  }
  return value as Record<string, unknown>;
}
