// Which hosts a person allowed. Nothing is fetched for any other; what cannot be read counts as no.
import { join } from 'node:path';
import { type Result, ok } from '../../src/domain/result.ts';
import type { Disk } from './disk.ts';
import { onDisk } from './disk-problem.ts';
import { parseHostName } from './fetch-address.ts';
import { writeSafely } from './safe-writer.ts';
import { createSerialQueue } from './serial-queue.ts';
import { damagedName } from './set-aside.ts';

export type AllowedHost = { readonly host: string; readonly since: string };

export interface NetworkConsent {
  /** `host` as `parseHostName` gives it. `once` counts for ten minutes of this process. */
  allow(host: string, scope: 'once' | 'always'): Promise<Result<void>>;
  /** Takes back both kinds. */
  forbid(host: string): Promise<Result<void>>;
  /** Hosts that are remembered, in the order they were allowed. */
  remembered(): Promise<Result<readonly AllowedHost[]>>;
  /** Exactly this host, no part and no parent of it. False when the list cannot be read. */
  isAllowed(host: string): Promise<boolean>;
}

export type NetworkConsentOptions = {
  readonly disk: Disk;
  readonly dataFolder: string;
  readonly now: () => Date;
  /** A clock that nobody sets back, in milliseconds. */
  readonly monotonicMs: () => number;
};

const ONCE_MS = 10 * 60_000;
const MAX_HOSTS = 10_000;
/** Permanent: the file's name and shape are read by later versions. */
const FILE = 'network-hosts.json';
const FORMAT = 1;

/** The consent of one data folder. The file is read at first use. */
export function createNetworkConsent(options: NetworkConsentOptions): NetworkConsent {
  const { disk, dataFolder, now, monotonicMs } = options;
  const path = join(dataFolder, FILE);
  const once = new Map<string, number>();
  const queue = createSerialQueue();
  let always: readonly AllowedHost[] | undefined;

  async function read(): Promise<readonly AllowedHost[]> {
    if (always) return always;
    if (!(await disk.describe(path))) return (always = []);
    const found = parseHosts(await disk.readFile(path));
    if (found === undefined) await disk.rename(path, damagedName(path, now()));
    return (always = found ?? []);
  }

  async function write(hosts: readonly AllowedHost[]): Promise<Result<void>> {
    await disk.makeFolder(dataFolder);
    const text = `${JSON.stringify({ format: FORMAT, hosts }, undefined, 2)}\n`;
    const written = await writeSafely(disk, path, Buffer.from(text));
    if (written.ok) always = hosts;
    return written;
  }

  return {
    allow: (host, scope) =>
      queue.run(() =>
        onDisk(async () => {
          if (scope === 'once') {
            once.set(host, monotonicMs() + ONCE_MS);
            return ok(undefined);
          }
          const known = await read();
          if (known.some((entry) => entry.host === host)) return ok(undefined);
          return write([...known, { host, since: now().toISOString() }].slice(-MAX_HOSTS));
        }),
      ),
    forbid: (host) =>
      queue.run(() =>
        onDisk(async () => {
          once.delete(host);
          const known = await read();
          const left = known.filter((entry) => entry.host !== host);
          return left.length === known.length ? ok(undefined) : write(left);
        }),
      ),
    remembered: () => queue.run(() => onDisk(async () => ok(await read()))),
    isAllowed: (host) =>
      queue.run(async () => {
        const until = once.get(host);
        if (until !== undefined && monotonicMs() < until) return true;
        once.delete(host);
        const known = await onDisk(async () => ok(await read()));
        return known.ok && known.value.some((entry) => entry.host === host);
      }),
  };
}

function parseHosts(bytes: Buffer): readonly AllowedHost[] | undefined {
  try {
    const value = JSON.parse(bytes.toString('utf8')) as {
      format?: unknown;
      hosts?: unknown;
    } | null;
    if (value?.format !== FORMAT || !Array.isArray(value.hosts)) return undefined;
    return value.hosts.flatMap((entry: { host?: unknown; since?: unknown } | null) => {
      const { host, since } = entry ?? {};
      if (typeof host !== 'string' || typeof since !== 'string' || since.length > 40) return [];
      const name = parseHostName(host);
      return name.ok ? [{ host: name.value, since }] : [];
    });
  } catch {
    return undefined;
  }
}
