// What can be undone and redone in this session: acts with the operations both ways.
import type { Operation } from '../domain/change.ts';
import type { Act } from './laurel-app.ts';

const MAX_ACTS = 200;

export type DoneAct = {
  readonly act: Act;
  readonly back: readonly Operation[];
  readonly forth: readonly Operation[];
};

export type UndoHistory = {
  done(act: DoneAct): void;
  nextUndo(): DoneAct | undefined;
  nextRedo(): DoneAct | undefined;
  undone(): void;
  redone(): void;
  clear(): void;
};

/** An empty history. Doing something new forgets what could be redone. */
export function createUndoHistory(): UndoHistory {
  let past: DoneAct[] = [];
  let future: DoneAct[] = [];
  return {
    done: (act) => {
      past = [...past, act].slice(-MAX_ACTS);
      future = [];
    },
    nextUndo: () => past.at(-1),
    nextRedo: () => future.at(-1),
    undone: () => {
      const act = past.at(-1);
      past = past.slice(0, -1);
      if (act) future = [...future, act];
    },
    redone: () => {
      const act = future.at(-1);
      future = future.slice(0, -1);
      if (act) past = [...past, act];
    },
    clear: () => {
      past = [];
      future = [];
    },
  };
}
