// The network ledger: every request to the outside with host, reason, time and outcome. Append-only and
// bounded; never holds a query, a fragment, a body or what signs somebody in.
import { randomBytes } from 'node:crypto';
import { appendFile, chmod, mkdir, open, readFile, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ResponseOf } from '../../src/contract/channels.ts';
import { type Result, ok } from '../../src/domain/result.ts';
import { onDisk } from './disk-problem.ts';
import { errnoOf } from './disk.ts';
import { createSerialQueue } from './serial-queue.ts';

export type NetworkRequest = ResponseOf<'net.history'>['requests'][number];

export interface NetworkLedger {
  /**
   * Writes down that a request is about to go out; without `ok` it must not. The answer's id goes to
   * `finish`. A request whose end was never written reads as `unfinished`.
   */
  start(request: { host: string; url: URL; purpose: string }): Promise<Result<string>>;
  /** `outcome` is a status or a problem code. A failure to write it is ignored: the start is kept. */
  finish(id: string, outcome: string, bytes: number): Promise<void>;
  /** Newest first; `before` is the id of the last one seen. */
  read(limit: number, before?: string): Promise<Result<readonly NetworkRequest[]>>;
}

export type NetworkLedgerOptions = {
  readonly folder: string;
  readonly now: () => Date;
  /** A file is set back as `ledger.1.jsonl` once it has this size; one earlier file is kept. */
  readonly maxBytes?: number;
};

const MAX_BYTES = 2 * 1024 * 1024;
const MAX_ADDRESS = 2_000;
const UNFINISHED = 'unfinished';

/** A ledger in `<folder>/ledger.jsonl`. Nothing is made on disk before the first request. */
export function createNetworkLedger(options: NetworkLedgerOptions): NetworkLedger {
  const { folder, now, maxBytes = MAX_BYTES } = options;
  const current = join(folder, 'ledger.jsonl');
  const earlier = join(folder, 'ledger.1.jsonl');
  const queue = createSerialQueue();

  async function append(line: Readonly<Record<string, unknown>>): Promise<void> {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const text = `${JSON.stringify(line)}\n`;
    let size = await sizeOf(current);
    if (size > 0 && size + text.length > maxBytes) {
      await rename(current, earlier);
      size = 0;
    }
    // A line that a crash tore is closed first, so that it takes no other with it.
    const lead = size > 0 && !(await endsWithLine(current, size)) ? '\n' : '';
    await appendFile(current, lead + text, { mode: 0o600 });
    if (size === 0) await chmod(current, 0o600);
  }

  return {
    start: ({ host, url, purpose }) =>
      queue.run(() =>
        onDisk(async () => {
          const id = randomBytes(12).toString('base64url');
          const address = `${url.protocol}//${url.host}${url.pathname}`.slice(0, MAX_ADDRESS);
          await append({ id, at: now().toISOString(), host, address, purpose });
          return ok(id);
        }),
      ),
    finish: (id, outcome, bytes) =>
      queue.run(async () => {
        await onDisk(async () => {
          await append({ id, outcome, bytes });
          return ok(undefined);
        });
      }),
    read: (limit, before) =>
      queue.run(() =>
        onDisk(async () => {
          const requests = fold((await textOf(earlier)) + (await textOf(current)));
          const end =
            before === undefined ? requests.length : requests.findIndex(({ id }) => id === before);
          return ok(requests.slice(Math.max(0, end - limit), Math.max(0, end)).reverse());
        }),
      ),
  };
}

/** Starts joined with their ends, oldest first. Damaged lines are passed over. */
function fold(text: string): NetworkRequest[] {
  const byId = new Map<string, NetworkRequest>();
  for (const line of text.split('\n')) {
    const entry = parseLine(line);
    if (entry === undefined) continue;
    const started = byId.get(entry.id);
    if ('outcome' in entry) {
      if (started) byId.set(entry.id, { ...started, outcome: entry.outcome, bytes: entry.bytes });
    } else if (!started) byId.set(entry.id, { ...entry, outcome: UNFINISHED, bytes: 0 });
  }
  return [...byId.values()];
}

type Start = Omit<NetworkRequest, 'outcome' | 'bytes'>;
type End = Pick<NetworkRequest, 'id' | 'outcome' | 'bytes'>;

function parseLine(line: string): Start | End | undefined {
  let value: Readonly<Record<string, unknown>> | null;
  try {
    value = JSON.parse(line) as Readonly<Record<string, unknown>> | null;
  } catch {
    return undefined;
  }
  const text = (key: string, max: number): string | undefined => {
    const found = value?.[key];
    return typeof found === 'string' && found.length <= max ? found : undefined;
  };
  const id = text('id', 80);
  if (id === undefined) return undefined;
  const outcome = text('outcome', 100);
  if (outcome !== undefined) {
    const bytes = value?.['bytes'];
    const isCount =
      Number.isSafeInteger(bytes) && (bytes as number) >= 0 && (bytes as number) < 1e12;
    return { id, outcome, bytes: isCount ? (bytes as number) : 0 };
  }
  const [at, host] = [text('at', 40), text('host', 253)];
  const [address, purpose] = [text('address', 4_000), text('purpose', 60)];
  if (at === undefined || host === undefined || address === undefined || purpose === undefined) {
    return undefined;
  }
  return { id, at, host, address, purpose };
}

async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch (cause) {
    if (errnoOf(cause) === 'ENOENT') return 0;
    throw cause;
  }
}

async function textOf(path: string): Promise<string> {
  try {
    const text = await readFile(path, 'utf8');
    return text.endsWith('\n') ? text : `${text}\n`;
  } catch (cause) {
    if (errnoOf(cause) === 'ENOENT') return '';
    throw cause;
  }
}

async function endsWithLine(path: string, size: number): Promise<boolean> {
  const file = await open(path, 'r');
  try {
    const { buffer } = await file.read(Buffer.alloc(1), 0, 1, size - 1);
    return buffer[0] === 0x0a;
  } finally {
    await file.close();
  }
}
