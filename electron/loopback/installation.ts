// What this installation's loopback shell remembers between starts: its port, and while it runs, how
// another start may ask it for a new window. Both files are readable by this account only.
import { randomBytes, randomInt } from 'node:crypto';
import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';

/** Below the ports that systems hand out for outgoing connections, above the well-known ones. */
const FIRST_PORT = 20_000;
const LAST_PORT = 32_000;
const PRIVATE_FILE = 0o600;
const PRIVATE_FOLDER = 0o700;

export type Installation = {
  /** Chosen at the first start and kept, since the browser's view belongs to the port. */
  readonly port: number;
  /** Chromium's profile for the app window; holds nothing but caches. */
  readonly profileFolder: string;
  readonly instanceFile: string;
};

export type RunningInstance = { readonly port: number; readonly secret: string };

/** Reads what is remembered, and chooses a free port at the first start. */
export async function readInstallation(dataFolder: string): Promise<Installation> {
  const folder = join(dataFolder, 'loopback');
  const profileFolder = join(dataFolder, 'window-profile');
  for (const path of [folder, profileFolder]) {
    await mkdir(path, { recursive: true, mode: PRIVATE_FOLDER });
    if (process.platform !== 'win32') await chmod(path, PRIVATE_FOLDER);
  }
  const portFile = join(folder, 'port.json');
  const kept = ((await readJson(portFile)) as { port?: unknown } | undefined)?.port;
  const port = isUsablePort(kept) ? kept : await chooseFreePort();
  if (port !== kept) await writePrivate(portFile, JSON.stringify({ port }));
  return { port, profileFolder, instanceFile: join(folder, 'running.json') };
}

/** Leaves word of this run, with a fresh secret. */
export async function announceInstance(file: string, port: number, secret: string): Promise<void> {
  await writePrivate(file, JSON.stringify({ port, secret, pid: process.pid }));
}

export async function forgetInstance(file: string): Promise<void> {
  await rm(file, { force: true });
}

/** The word another run left, if it is well-formed; it may be stale. */
export async function readRunningInstance(file: string): Promise<RunningInstance | undefined> {
  const found = (await readJson(file)) as { port?: unknown; secret?: unknown } | null | undefined;
  if (!found || !isUsablePort(found.port) || typeof found.secret !== 'string') return undefined;
  return { port: found.port, secret: found.secret };
}

export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** True for a port number that a program of a person may listen on. */
export function isUsablePort(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 1_024 && (value as number) <= 65_535;
}

async function chooseFreePort(): Promise<number> {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const port = randomInt(FIRST_PORT, LAST_PORT);
    if (await isFree(port)) return port;
  }
  throw new Error('no free port');
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ host: '127.0.0.1', port, exclusive: true }, () => {
      probe.close(() => resolve(true));
    });
  });
}

async function writePrivate(file: string, text: string): Promise<void> {
  // Removed first: an existing file keeps its mode, and a planted link would be followed.
  await rm(file, { force: true });
  await writeFile(file, text, { mode: PRIVATE_FILE, flag: 'wx' });
}

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as unknown;
  } catch {
    return undefined;
  }
}
