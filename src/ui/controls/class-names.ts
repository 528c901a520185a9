// Joins class names; skips what is absent, so CSS module lookups and conditions read plainly.

/** One class attribute from names, `undefined` and `false` skipped. */
export function cx(...names: readonly (string | false | undefined)[]): string {
  return names.filter(Boolean).join(' ');
}
