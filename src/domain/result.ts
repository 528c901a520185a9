// The Result every parser and use case answers with: expected failure is a value, a bug throws.
import type { Problem } from './problem.ts';

export type Ok<T> = { readonly ok: true; readonly value: T };
export type Err<E = Problem> = { readonly ok: false; readonly problem: E };
export type Result<T, E = Problem> = Ok<T> | Err<E>;

/** Wraps a value as success. */
export function ok<T>(value: T): Ok<T> {
  return { ok: true, value };
}

/** Wraps a problem as an expected failure. */
export function err<E = Problem>(problem: E): Err<E> {
  return { ok: false, problem };
}

/** Throws when a state that the types rule out is reached: always a bug, never bad input. */
export function assertNever(value: never, what = 'value'): never {
  throw new Error(`unexpected ${what}: ${JSON.stringify(value)}`);
}
