// Which originals are named: by a live row of the ledger, or about to be by an import that stored its
// files and has not saved its rows yet. Decides only; removes nothing.
import type { Change } from '../../src/domain/change.ts';
import { type Sha256, isSha256 } from '../../src/domain/id.ts';
import { type Ledger, liveRows } from '../../src/domain/ledger.ts';

const NAMING_TABLES: ReadonlySet<string> = new Set([
  'credentials',
  'imports',
  'reports',
  'materials',
  'trust',
]);
const HASH_LENGTH = 64;

/** Those of `wanted` that a live credential (also a binned one), inbox entry, report or kept document names. */
export function namedInLedger(ledger: Ledger, wanted: ReadonlySet<Sha256>): Set<Sha256> {
  const named = new Set<Sha256>();
  for (const row of liveRows(ledger)) {
    if (!NAMING_TABLES.has(row.table)) continue;
    visitHashes(row.fields, (sha256) => {
      if (wanted.has(sha256)) named.add(sha256);
    });
  }
  return named;
}

export interface NamedOriginals {
  /** Files were stored, or were there already, for rows that are still to come. */
  stored(hashes: readonly Sha256[]): void;
  appended(changes: readonly Change[]): void;
  /** True between the two: a file that no row names yet but one soon will. */
  isAwaited(sha256: Sha256): boolean;
}

/** An import that has not named a file by then has failed, or named it before it was stored. */
const AWAITED_MS = 10 * 60_000;

/** Kept in memory: after a restart an import stores its files again before it names them. */
export function createNamedOriginals(
  monotonicMs: () => number = () => performance.now(),
): NamedOriginals {
  const awaitedUntil = new Map<Sha256, number>();
  return {
    stored: (hashes) => {
      const until = monotonicMs() + AWAITED_MS;
      for (const sha256 of hashes) awaitedUntil.set(sha256, until);
    },
    appended: (changes) => {
      if (awaitedUntil.size === 0) return;
      for (const { operations } of changes) {
        for (const operation of operations) {
          if (operation.op !== 'put' || !NAMING_TABLES.has(operation.table)) continue;
          visitHashes(operation.fields, (sha256) => awaitedUntil.delete(sha256));
        }
      }
    },
    isAwaited: (sha256) => monotonicMs() < (awaitedUntil.get(sha256) ?? -Infinity),
  };
}

/** Every content hash among the strings of a value, however deep; a list of originals counts as well. */
function visitHashes(value: unknown, visit: (sha256: Sha256) => void): void {
  if (typeof value === 'string') {
    if (value.length === HASH_LENGTH && isSha256(value)) visit(value);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  for (const entry of Object.values(value)) visitHashes(entry, visit);
}
