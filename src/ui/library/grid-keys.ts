// What the keys of a grid mean: where a key moves to, and what was typed to jump to a title.
import { useState } from 'react';
import type { MoveMode } from './grid-selection.ts';

type Key = {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
};

const TYPED_TOGETHER_MS = 700;

/** Where a key goes from row `at` (-1 for none) of `count` rows; undefined for keys that do not move. */
export function moveOfKey(
  event: Key,
  at: number,
  count: number,
  pageRows: number,
): { readonly index: number; readonly mode: MoveMode } | undefined {
  if (event.altKey || count === 0) return undefined;
  const index = targetOf(event.key, at, count, pageRows);
  if (index === undefined) return undefined;
  if (event.shiftKey) return { index, mode: 'extend' };
  return { index, mode: event.ctrlKey || event.metaKey ? 'focus' : 'replace' };
}

function targetOf(key: string, at: number, count: number, pageRows: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return Math.min(at + 1, count - 1);
    case 'ArrowUp':
      return Math.max(at - 1, 0);
    case 'PageDown':
      return Math.min(Math.max(at, 0) + pageRows, count - 1);
    case 'PageUp':
      return Math.max(at - pageRows, 0);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}

export type Typeahead = {
  /** Takes a key; answers everything typed without a pause, or undefined for keys that write nothing. */
  readonly add: (event: Key) => string | undefined;
  /** True while a word is being typed, when a space belongs to the word. */
  readonly pending: () => boolean;
};

/** Collects typed letters into a word. */
export function useTypeahead(): Typeahead {
  const [typeahead] = useState(() => createTypeahead(() => performance.now()));
  return typeahead;
}

/** A typeahead on a given clock. */
export function createTypeahead(now: () => number): Typeahead {
  let text = '';
  let lastAt = Number.NEGATIVE_INFINITY;
  const pending = () => text !== '' && now() - lastAt < TYPED_TOGETHER_MS;
  return {
    pending,
    add: ({ key, ctrlKey, metaKey, altKey }) => {
      if (ctrlKey || metaKey || altKey || [...key].length !== 1) return undefined;
      if (!pending()) text = '';
      // A first slash or question mark belongs to the window's shortcuts.
      if (text === '' && (key === '/' || key === '?' || key === ' ')) return undefined;
      text += key;
      lastAt = now();
      return text;
    },
  };
}
