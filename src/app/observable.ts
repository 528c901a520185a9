// A value with subscribers: the one way state reaches the interface.
import type { Observable } from './laurel-app.ts';

export type Store<T> = Observable<T> & {
  /** Replaces the fields given; subscribers hear of it once, in the same turn. */
  update(patch: Partial<T>): void;
  /** Replaces the whole value, which is how an optional field goes away. */
  replace(next: T): void;
};

/** Builds a store around a first value. */
export function createStore<T extends object>(first: T): Store<T> {
  let value = first;
  const listeners = new Set<() => void>();
  const replace = (next: T): void => {
    value = next;
    for (const listener of listeners) listener();
  };
  return {
    get: () => value,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    update: (patch) => replace({ ...value, ...patch }),
    replace,
  };
}
