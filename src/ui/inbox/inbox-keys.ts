// What the keys of the inbox mean. Pure: letters work on the screen, arrows and Enter on the rows.

export type InboxKey =
  | 'accept'
  | 'accept-batch'
  | 'edit'
  | 'merge'
  | 'tag'
  | 'decline'
  | 'put-away'
  | 'boxes'
  | 'next'
  | 'previous'
  | 'toggle'
  | 'all';

type Key = {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
};

const LETTERS: Readonly<Record<string, InboxKey>> = {
  a: 'accept',
  e: 'edit',
  m: 'merge',
  t: 'tag',
  '#': 'tag',
  d: 'decline',
  delete: 'decline',
  x: 'put-away',
  b: 'boxes',
  j: 'next',
  k: 'previous',
};

/** The act of a key, or undefined; `onRow` is true while a row of the list has the focus. */
export function actOfKey(event: Key, onRow: boolean): InboxKey | undefined {
  const key = event.key.toLowerCase();
  if (event.altKey) return undefined;
  if (event.ctrlKey || event.metaKey) return onRow && key === 'a' ? 'all' : undefined;
  if (event.shiftKey && key === 'a') return 'accept-batch';
  if (onRow && key === 'enter') return 'accept';
  if (onRow && key === ' ') return 'toggle';
  return event.shiftKey && key !== '#' ? undefined : LETTERS[key];
}

/** True where letters belong to what has the focus: fields, menus and lists to choose from. */
export function takesLetters(target: Element): boolean {
  return (
    target.closest(
      'input, textarea, select, [contenteditable="true"], [role="dialog"], [role="menu"], [role="listbox"], [aria-haspopup]',
    ) !== null
  );
}
