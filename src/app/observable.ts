// A value with subscribers: the one way state reaches the interface.
import type { Observable } from './laurel-app.ts';

export type Store<T> = Observable<T> & {
  /** Replaces the fields given; subscribers hear of it once, in the same turn. */
  update(patch: Partial<T>): void;
};

/** Builds a store around a first value. */
export function createStore<T extends object>(first: T): Store<T> {
  let value = first;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    update: (patch) => {
      value = { ...value, ...patch };
      for (const listener of listeners) listener();
    },
  };
}
