// Snapshots: the folded rows up to given journal counters, so that a rebuild need not read every journal line.
// A snapshot only saves time: journals are kept, and a damaged snapshot is set aside.
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { constants, gunzip, gunzipSync, gzip } from 'node:zlib';
import type { HlcText, LedgerRow } from '../../src/domain/change.ts';
import { type Ledger, ledgerKey } from '../../src/domain/ledger.ts';
import type { Problem } from '../../src/domain/problem.ts';
import { type Result, ok } from '../../src/domain/result.ts';
import { type Disk, errnoOf } from './disk.ts';
import { checksumOf, eachLine } from './journal-line.ts';
import { writeSafely } from './safe-writer.ts';
import { createBreather } from './serial-queue.ts';
import { damagedName, setAsideNotice } from './set-aside.ts';

export type SnapshotHead = {
  /** Per device: every change up to this counter is folded in. */
  readonly counters: Readonly<Record<string, number>>;
  readonly latestClock: HlcText;
  /** Size of all journals at that moment, to tell when the next snapshot is due. */
  readonly journalBytes: number;
};

type Header = SnapshotHead & { readonly format: 1; readonly rows: number; readonly sha256: string };

const NAME_PATTERN = /^\d{6}\.jsonl\.gz$/;
const KEPT = 2;
/** Fast: the write must not hold up the next change. */
const GZIP_LEVEL = 3;
const PEEK_BYTES = 64 * 1024;
const MAX_BYTES = 2 ** 31 - 1;

const compress = promisify(gzip);
const decompress = promisify(gunzip);

/** Writes the next snapshot, then removes all but the newest two. */
export async function writeSnapshot(
  disk: Disk,
  folder: string,
  head: SnapshotHead,
  ledger: Ledger,
): Promise<Result<void>> {
  const { body, sha256 } = await encodeRows(ledger);
  const header: Header = { format: 1, ...head, rows: ledger.size, sha256 };
  const headerText = JSON.stringify(header);
  const headerLine = `${checksumOf(Buffer.from(headerText))} ${headerText}\n`;
  const bytes = await compress(Buffer.concat([Buffer.from(headerLine), ...body]), {
    level: GZIP_LEVEL,
  });
  const names = await listSnapshots(disk, folder);
  await disk.makeFolder(folder);
  // Above every number in use, set-aside ones too: a name never stands for two contents.
  const number =
    Math.max(0, ...(await disk.list(folder)).map((name) => Number.parseInt(name, 10) || 0)) + 1;
  const name = `${String(number).padStart(6, '0')}.jsonl.gz`;
  const written = await writeSafely(disk, join(folder, name), bytes);
  if (!written.ok) return written;
  for (const old of names.slice(0, Math.max(0, names.length + 1 - KEPT))) {
    await disk.remove(join(folder, old));
  }
  return ok(undefined);
}

/**
 * The head of the newest snapshot whose beginning reads, without reading its rows. Damaged beginnings
 * are passed over here and set aside by `readNewestSnapshot`.
 */
export async function peekSnapshot(disk: Disk, folder: string): Promise<SnapshotHead | undefined> {
  for (const name of (await listSnapshots(disk, folder)).reverse()) {
    const start = await disk.readRange(join(folder, name), 0, PEEK_BYTES);
    const header = parseHeader(gunzipStart(start));
    if (header) return header;
  }
  return undefined;
}

export type ReadSnapshot = { readonly head: SnapshotHead; readonly ledger: Ledger };

/** The newest whole snapshot; damaged newer ones are set aside and told. Undefined when there is none. */
export async function readNewestSnapshot(
  disk: Disk,
  folder: string,
  now: () => Date,
  onNotice: (notice: Problem) => void,
): Promise<ReadSnapshot | undefined> {
  for (const name of (await listSnapshots(disk, folder)).reverse()) {
    const path = join(folder, name);
    const read = await parseSnapshot(await disk.readFile(path));
    if (read) return read;
    const keptAs = damagedName(path, now());
    await disk.rename(path, keptAs);
    onNotice(setAsideNotice(keptAs));
  }
  return undefined;
}

async function listSnapshots(disk: Disk, folder: string): Promise<string[]> {
  return (await disk.list(folder)).filter((name) => NAME_PATTERN.test(name));
}

async function encodeRows(ledger: Ledger): Promise<{ body: Buffer[]; sha256: string }> {
  const hash = createHash('sha256');
  const body: Buffer[] = [];
  const breathe = createBreather();
  for (const row of ledger.values()) {
    const line = Buffer.from(`${JSON.stringify(row)}\n`);
    hash.update(line);
    body.push(line);
    await breathe();
  }
  return { body, sha256: hash.digest('hex') };
}

async function parseSnapshot(compressed: Buffer): Promise<ReadSnapshot | undefined> {
  const bytes = await decompress(compressed, { maxOutputLength: MAX_BYTES }).catch(ignoreDamage);
  if (!bytes) return undefined;
  const header = parseHeader(bytes);
  if (!header) return undefined;
  const rowsStart = bytes.indexOf(0x0a) + 1;
  const sum = createHash('sha256').update(bytes.subarray(rowsStart)).digest('hex');
  if (sum !== header.sha256) return undefined;
  const lines: Buffer[] = [];
  eachLine(bytes, rowsStart, (line) => lines.push(line));
  const ledger: Ledger = new Map();
  const breathe = createBreather();
  for (const line of lines) {
    const row = JSON.parse(line.toString('utf8')) as LedgerRow;
    ledger.set(ledgerKey(row.table, row.id), {
      ...row,
      fields: withoutPrototype(row.fields),
      clocks: withoutPrototype(row.clocks),
    });
    await breathe();
  }
  return ledger.size === header.rows ? { head: header, ledger } : undefined;
}

function parseHeader(bytes: Buffer | undefined): Header | undefined {
  const end = bytes?.indexOf(0x0a) ?? -1;
  if (!bytes || end === -1) return undefined;
  const line = bytes.toString('utf8', 0, end);
  const space = line.indexOf(' ');
  const text = line.slice(space + 1);
  if (checksumOf(Buffer.from(text)) !== line.slice(0, space)) return undefined;
  const header = JSON.parse(text) as { format?: unknown };
  return header.format === 1 ? (header as Header) : undefined;
}

/** As much as the beginning of a gzip file yields. */
function gunzipStart(bytes: Buffer): Buffer | undefined {
  try {
    return gunzipSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 2 ** 27 });
  } catch {
    // zlib throws on damaged data; the next older snapshot is tried.
    return undefined;
  }
}

/** zlib reports damage and excess as errors with codes such as Z_DATA_ERROR; disk errors go on. */
function ignoreDamage(cause: unknown): undefined {
  if (errnoOf(cause) !== undefined) throw cause;
  return undefined;
}

function withoutPrototype<T>(source: Record<string, T>): Record<string, T> {
  return Object.assign(Object.create(null) as Record<string, T>, source);
}
