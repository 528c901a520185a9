// `npm start`: builds what is stale, tries Electron, else opens the loopback shell. Decisions are in
// launch-plan.mjs; this file only looks, runs programs and prints.
import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import {
  isNodeNewEnough,
  parseLauncherArguments,
  planElectron,
  withoutElectron,
} from './launch-plan.mjs';

const ROOT = resolve(import.meta.dirname, '..', '..');
/** Does nothing when out/ is fresh. A program of its own, since a shell does not import another's files. */
const BUILDER = join(ROOT, 'electron', 'cli', 'ensure-built.mjs');
const ELECTRON = join(ROOT, 'node_modules', 'electron');
const DOWNLOAD_FOLDER = join(ROOT, 'out', 'electron-download');
const DOWNLOAD_FAILED = join(ROOT, 'out', '.electron-download-failed');
/** A download that brings nothing for this long is given up. */
const DOWNLOAD_STILL_MS = 60_000;
const TICK_MS = 2_000;
const RETRY_AFTER_MS = 24 * 60 * 60 * 1000;
/** Electron that ends with an error this soon never showed a window. */
const ELECTRON_FAILED_WITHIN_MS = 5_000;

process.exitCode = await main(process.argv.slice(2));

async function main(args) {
  const parsed = parseLauncherArguments(args);
  if (!parsed.ok) return fail(parsed.sentence, 2);
  if (!isNodeNewEnough(process.versions.node)) {
    return fail('Laurel needs Node.js 20.19 or newer. Install it from your system or nodejs.org.');
  }
  const built = await run(process.execPath, [BUILDER]);
  if (built.code !== 0) return fail('Laurel could not be built. The lines above say why.');
  const reason = await tryElectron(parsed);
  if (reason === 'done') return 0;
  if (reason !== undefined) {
    const { fallsBack, sentence } = withoutElectron(parsed.shell, reason);
    console.log(sentence);
    if (!fallsBack) return 1;
  }
  const shell = await run(process.execPath, [
    join(ROOT, 'out', 'main', 'loopback.js'),
    ...parsed.rest,
  ]);
  return shell.code ?? 0;
}

/** `done` after Electron ran, undefined when it was not wanted, else why it could not be used. */
async function tryElectron({ shell, rest }) {
  const plan = planElectron({
    shell,
    rest,
    hasBinary: electronBinary() !== undefined,
    platform: process.platform,
    isRoot: process.getuid?.() === 0,
    hasDisplay: Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY),
    triedRecently: Date.now() - (timeOf(DOWNLOAD_FAILED) ?? 0) < RETRY_AFTER_MS,
  });
  if (plan.act === 'skip') return plan.sentence;
  if (plan.act === 'download' && !(await downloadElectron())) {
    return 'Electron could not be downloaded';
  }
  const binary = electronBinary();
  if (binary === undefined) return 'Electron could not be unpacked';
  const startedAt = Date.now();
  const { code } = await run(binary, [ROOT, ...rest]);
  const failed = code !== 0 && Date.now() - startedAt < ELECTRON_FAILED_WITHIN_MS;
  return failed ? 'Electron could not start on this computer' : 'done';
}

function electronBinary() {
  try {
    const name = readFileSync(join(ELECTRON, 'path.txt'), 'utf8').trim();
    const file = join(process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(ELECTRON, 'dist'), name);
    return existsSync(file) ? file : undefined;
  } catch {
    return undefined;
  }
}

async function downloadElectron() {
  console.log('Getting Electron, about 120 MB. Press Ctrl+C to stop.');
  mkdirSync(DOWNLOAD_FOLDER, { recursive: true });
  // Its own folder for temporary files, so that its progress shows as size.
  const env = {
    ...process.env,
    TMPDIR: DOWNLOAD_FOLDER,
    TEMP: DOWNLOAD_FOLDER,
    TMP: DOWNLOAD_FOLDER,
  };
  const child = spawn(process.execPath, [join(ELECTRON, 'install.js')], { env, stdio: 'ignore' });
  let size = 0;
  let movedAt = Date.now();
  const watch = setInterval(() => {
    const now = sizeUnder(DOWNLOAD_FOLDER) + sizeUnder(join(ELECTRON, 'dist'));
    if (now > size) {
      size = now;
      movedAt = Date.now();
      console.log(`  ${Math.round(size / 1_000_000)} MB`);
    } else if (Date.now() - movedAt > DOWNLOAD_STILL_MS) child.kill();
  }, TICK_MS);
  const { code } = await ended(child);
  clearInterval(watch);
  rmSync(DOWNLOAD_FOLDER, { recursive: true, force: true });
  if (code === 0) rmSync(DOWNLOAD_FAILED, { force: true });
  else writeFileSync(DOWNLOAD_FAILED, '');
  return code === 0;
}

function run(file, args, options = {}) {
  const child = spawn(file, args, { stdio: 'inherit', ...options });
  // Ctrl+C reaches the child by itself; this process waits for its orderly end.
  const ignore = () => {};
  const pass = () => child.kill('SIGTERM');
  process.on('SIGINT', ignore);
  process.on('SIGTERM', pass);
  return ended(child).finally(() => {
    process.off('SIGINT', ignore);
    process.off('SIGTERM', pass);
  });
}

function ended(child) {
  return new Promise((resolveEnd) => {
    child.once('error', () => resolveEnd({ code: 1 }));
    child.once('exit', (code, signal) => resolveEnd({ code: code ?? (signal ? 1 : 0) }));
  });
}

function sizeUnder(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return 0;
  if (!found.isDirectory()) return found.size;
  return readdirSync(path).reduce((sum, name) => sum + sizeUnder(join(path, name)), 0);
}

function timeOf(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs;
}

function fail(sentence, code = 1) {
  console.error(sentence);
  return code;
}
