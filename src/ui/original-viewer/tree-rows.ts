// The visible rows of a JSON tree: which nodes are open decides what is listed. Pure.

export type TreeRow = {
  readonly path: string;
  readonly parent: string | undefined;
  readonly level: number;
  readonly name: string;
  readonly kind: 'object' | 'array' | 'string' | 'number' | 'boolean' | 'null';
  /** Text of a value; the number of entries of an object or array. */
  readonly text: string;
  readonly children: number;
  readonly open: boolean;
  readonly position: number;
  readonly siblings: number;
};

/** Rows in the order people read them. Iterative, so deep data cannot exhaust the stack. */
export function visibleRows(value: unknown, open: ReadonlySet<string>): readonly TreeRow[] {
  const rows: TreeRow[] = [];
  const waiting = entriesOf(value)
    .map(([name, child], index, all) => ({
      name,
      value: child,
      path: `/${index}`,
      parent: undefined as string | undefined,
      level: 1,
      position: index + 1,
      siblings: all.length,
    }))
    .reverse();
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { path, level } = next;
    const children = entriesOf(next.value);
    const isOpen = children.length > 0 && open.has(path);
    rows.push({
      path,
      parent: next.parent,
      level,
      name: next.name,
      kind: kindOf(next.value),
      text: textOf(next.value),
      children: children.length,
      open: isOpen,
      position: next.position,
      siblings: next.siblings,
    });
    if (!isOpen) continue;
    for (let index = children.length - 1; index >= 0; index -= 1) {
      const child = children[index];
      if (!child) continue;
      waiting.push({
        name: child[0],
        value: child[1],
        path: `${path}/${index}`,
        parent: path,
        level: level + 1,
        position: index + 1,
        siblings: children.length,
      });
    }
  }
  return rows;
}

/** The nodes that are open at first: everything small, down to `levels`. */
export function openAtFirst(value: unknown, levels: number): ReadonlySet<string> {
  let open: ReadonlySet<string> = new Set();
  for (let level = 1; level < levels; level += 1) {
    const rows = visibleRows(value, open);
    const added = rows.filter(
      (row) => row.level === level && row.children > 0 && row.children <= 30,
    );
    open = new Set([...open, ...added.map((row) => row.path)]);
  }
  return open;
}

function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value);
}

function kindOf(value: unknown): TreeRow['kind'] {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  switch (typeof value) {
    case 'string':
      return 'string';
    case 'number':
      return 'number';
    case 'boolean':
      return 'boolean';
    default:
      return 'object';
  }
}

function textOf(value: unknown): string {
  if (typeof value === 'object' && value !== null) return String(entriesOf(value).length);
  return String(value);
}
