// The keyboard shortcuts of the window: one table that the listener and the sheet both read.
import { useEffect, useEffectEvent } from 'react';
import type { PlainKey } from '../messages/en.ts';

export type ShortcutId = 'search' | 'undo' | 'redo' | 'sheet' | 'add' | 'print';

export type Shortcut = {
  readonly id: ShortcutId | 'grid' | 'inbox' | 'paste';
  readonly keys: readonly string[];
  readonly words: PlainKey;
};

/** `Mod` is Ctrl, or ⌘ on a Mac. */
export const SHORTCUTS: readonly Shortcut[] = [
  { id: 'search', keys: ['Mod', 'K'], words: 'shortcuts.search' },
  { id: 'search', keys: ['/'], words: 'shortcuts.search' },
  { id: 'add', keys: ['Mod', 'O'], words: 'shortcuts.add' },
  { id: 'paste', keys: ['Mod', 'V'], words: 'shortcuts.paste' },
  { id: 'print', keys: ['Mod', 'P'], words: 'shortcuts.print' },
  { id: 'undo', keys: ['Mod', 'Z'], words: 'shortcuts.undo' },
  { id: 'redo', keys: ['Mod', 'Shift', 'Z'], words: 'shortcuts.redo' },
  { id: 'sheet', keys: ['?'], words: 'shortcuts.sheet' },
  { id: 'grid', keys: ['↑', '↓'], words: 'shortcuts.move' },
  { id: 'grid', keys: ['Shift', '↑'], words: 'shortcuts.extend' },
  { id: 'grid', keys: ['Space'], words: 'shortcuts.toggle' },
  { id: 'grid', keys: ['Mod', 'A'], words: 'shortcuts.all' },
  { id: 'grid', keys: ['Enter'], words: 'shortcuts.open' },
  { id: 'grid', keys: ['#'], words: 'shortcuts.tag' },
  { id: 'grid', keys: ['Delete'], words: 'shortcuts.bin' },
  { id: 'grid', keys: ['Esc'], words: 'shortcuts.leave' },
  { id: 'inbox', keys: ['J', 'K'], words: 'shortcuts.inboxMove' },
  { id: 'inbox', keys: ['A'], words: 'shortcuts.inboxAccept' },
  { id: 'inbox', keys: ['Enter'], words: 'shortcuts.inboxAccept' },
  { id: 'inbox', keys: ['Shift', 'A'], words: 'shortcuts.inboxAcceptBatch' },
  { id: 'inbox', keys: ['E'], words: 'shortcuts.inboxEdit' },
  { id: 'inbox', keys: ['M'], words: 'shortcuts.inboxMerge' },
  { id: 'inbox', keys: ['T'], words: 'shortcuts.inboxTag' },
  { id: 'inbox', keys: ['D'], words: 'shortcuts.inboxDecline' },
  { id: 'inbox', keys: ['X'], words: 'shortcuts.inboxPutAway' },
  { id: 'inbox', keys: ['B'], words: 'shortcuts.inboxBoxes' },
];

const isMac = /mac|iphone|ipad/i.test(navigator.userAgent);

/** The name of a key on this computer. */
export function keyName(key: string): string {
  return key === 'Mod' ? (isMac ? '⌘' : 'Ctrl') : key;
}

/** True for fields that take typing, where shortcuts and paste belong to the field. */
export function isEditable(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

/** Calls `run` for the window's shortcuts. While a dialog is open they rest. */
export function useShortcuts(run: (id: ShortcutId) => void): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || document.querySelector('[role="dialog"]')) return;
    const id = shortcutOf(event);
    if (!id) return;
    event.preventDefault();
    run(id);
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);
}

function shortcutOf(event: KeyboardEvent): ShortcutId | undefined {
  const key = event.key.toLowerCase();
  if (event.altKey) return undefined;
  if (event.ctrlKey || event.metaKey) {
    if (key === 'k') return 'search';
    if (key === 'o') return 'add';
    if (key === 'p') return 'print';
    // Undo inside a field takes back typing.
    if (isEditable(event.target)) return undefined;
    if (key === 'z') return event.shiftKey ? 'redo' : 'undo';
    return key === 'y' ? 'redo' : undefined;
  }
  if (isEditable(event.target)) return undefined;
  if (key === '/') return 'search';
  return key === '?' ? 'sheet' : undefined;
}
