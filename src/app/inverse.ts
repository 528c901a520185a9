// The operations that take a change back, from the rows as they were before it.
import type { FieldValues, Operation } from '../domain/change.ts';

/**
 * Builds the inverse of operations on one table row each. `before` answers with the row's fields
 * before the change (without id), or undefined where there was no row.
 */
export function inverseOf(
  operations: readonly Operation[],
  before: (operation: Operation) => FieldValues | undefined,
): Operation[] {
  return operations
    .map((operation): Operation | undefined => {
      const { table, id } = operation;
      const row = before(operation);
      if (operation.op === 'delete') return row && { op: 'put', table, id, fields: row };
      if (!row) return { op: 'delete', table, id };
      const fields: Record<string, unknown> = {};
      for (const field of Object.keys(operation.fields)) fields[field] = row[field] ?? null;
      return { op: 'put', table, id, fields };
    })
    .filter((operation) => operation !== undefined)
    .reverse();
}
