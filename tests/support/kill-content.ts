// What the killed process saves and the kill test expects: number `n` says everything.
import type { Change } from '../../src/domain/change.ts';
import type { ChangeId } from '../../src/domain/id.ts';

/** The bytes of original `n`, 100 to 8,000 of them. */
export function originalNumber(n: number): Uint8Array {
  return new TextEncoder().encode(`original ${n}\n`.repeat(10 + ((n * 37) % 600)));
}

/** Change `n`: a credential, its tag, and an edit of one record that every change writes; all or nothing. */
export function changeNumber(n: number): Change {
  const at = `${String(1_700_000_000_000 + n).padStart(13, '0')}-000000-d-kill-test`;
  const fields = { title: `Credential ${n}`, notes: 'n'.repeat((n * 53) % 900), n };
  return {
    id: `change-${n}` as ChangeId,
    at,
    operations: [
      { op: 'put', table: 'credentials', id: `c-${n}`, fields },
      { op: 'put', table: 'tags', id: `t-${n}`, fields: { name: `Tag ${n}`, n } },
      { op: 'put', table: 'settings', id: 'last', fields: { n } },
    ],
  };
}
