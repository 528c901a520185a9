// Builds Laurel when what is in out/ does not come from the sources as they are. Plain JavaScript,
// because it runs before anything is built. It decides nothing about what is started afterwards.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const BUILDER = join(ROOT, 'node_modules/electron-vite/bin/electron-vite.js');
const STAMP = join(ROOT, 'out/built-from.txt');
const LOCK = join(ROOT, 'node_modules/.laurel-building');
const WAIT_MS = 200;
const INPUTS = [
  'src',
  'electron',
  'resources',
  'package.json',
  'package-lock.json',
  'electron.vite.config.ts',
  'tsconfig.json',
  'tsconfig.base.json',
];

/**
 * Makes out/ fresh. Two processes that find it stale build it once. Builder output goes to standard
 * error; without the builder (an installed copy) what is in out/ is used as it is.
 * @param {{ force?: boolean, tell?: (sentence: string) => void }} [options] `tell` gets one sentence when a build starts.
 * @returns {Promise<boolean>} false when the build failed; its output has been shown.
 */
export async function ensureBuilt({ force = false, tell = () => undefined } = {}) {
  if (!existsSync(BUILDER)) return existsSync(join(ROOT, 'out'));
  if (!force && (await isFresh())) return true;
  const release = await lock();
  try {
    // Somebody else may have built while this process waited.
    const before = await fingerprint();
    if (!force && (await isFresh(before))) return true;
    tell('Building Laurel, which takes a few seconds.');
    await rm(STAMP, { force: true });
    if (!(await runBuilder())) return false;
    await writeFile(STAMP, before);
    return true;
  } finally {
    await release();
  }
}

async function isFresh(now) {
  const stamp = await readFile(STAMP, 'utf8').catch(() => '');
  return stamp !== '' && stamp === (now ?? (await fingerprint()));
}

/** One hash over name, size and time of every input: quick, and it notices deleted files. */
async function fingerprint() {
  const hash = createHash('sha256');
  for (const input of INPUTS) {
    const path = join(ROOT, input);
    const info = await stat(path).catch(() => undefined);
    if (!info) continue;
    if (!info.isDirectory()) {
      hash.update(`${input} ${info.size} ${info.mtimeMs}\n`);
      continue;
    }
    const entries = await readdir(path, { recursive: true, withFileTypes: true });
    const files = entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
    for (const file of files.sort()) {
      const { size, mtimeMs } = await stat(file);
      hash.update(`${file.slice(ROOT.length)} ${size} ${mtimeMs}\n`);
    }
  }
  return hash.digest('hex');
}

function runBuilder() {
  return new Promise((resolve) => {
    const output = [];
    const builder = spawn(process.execPath, [BUILDER, 'build'], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    builder.stdout.on('data', (chunk) => output.push(chunk));
    builder.stderr.on('data', (chunk) => output.push(chunk));
    builder.on('error', (cause) => {
      process.stderr.write(`${cause.message}\n`);
      resolve(false);
    });
    builder.on('close', (code) => {
      if (code !== 0) process.stderr.write(Buffer.concat(output));
      resolve(code === 0);
    });
  });
}

/** Takes the build lock, a folder with the owner's process id in it. */
async function lock() {
  const owner = join(LOCK, 'pid');
  for (;;) {
    try {
      await mkdir(LOCK);
      await writeFile(owner, String(process.pid));
      return () => rm(LOCK, { recursive: true, force: true });
    } catch (cause) {
      if (cause.code !== 'EEXIST') throw cause;
    }
    const pid = Number(await readFile(owner, 'utf8').catch(() => ''));
    const age = await stat(LOCK).then(
      ({ mtimeMs }) => Date.now() - mtimeMs,
      () => 0,
    );
    if ((pid > 0 && !isRunning(pid)) || (pid === 0 && age > 5_000)) {
      await rm(LOCK, { recursive: true, force: true });
    } else {
      await pause(WAIT_MS);
    }
  }
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return cause.code === 'EPERM';
  }
}

// `npm run build` runs this file itself, with --force.
if (process.argv[1] !== undefined && fileURLToPath(import.meta.url) === process.argv[1]) {
  const built = await ensureBuilt({
    force: process.argv.includes('--force'),
    tell: (sentence) => console.error(sentence),
  });
  process.exitCode = built ? 0 : 1;
}
