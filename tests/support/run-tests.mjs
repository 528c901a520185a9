// `npm test`: finds a browser, builds, runs every suite, and ends with one line: `N passed, N failed`.
// `--only vitest` or `--only e2e` runs one half. Standard output ends with the totals, always.
import { spawn } from 'node:child_process';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBuilt } from '../../electron/cli/ensure-built.mjs';
import { findBrowser } from './find-browser.mjs';
import { playwrightTotals, sum, vitestTotals } from './totals.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const REPORTS = join(ROOT, 'test-results');
const NOTHING = { passed: 0, failed: 0, skipped: 0 };
const ONE_FAILURE = { passed: 0, failed: 1, skipped: 0 };

const only = process.argv.includes('--only')
  ? process.argv[process.argv.indexOf('--only') + 1]
  : undefined;
const totals = await main().catch((cause) => {
  console.error(cause instanceof Error ? cause.message : cause);
  return ONE_FAILURE;
});
if (totals.skipped > 0)
  console.log(`${totals.skipped} skipped; the reports above say which and why`);
console.log(`${totals.passed} passed, ${totals.failed} failed`);
process.exitCode = totals.failed > 0 ? 1 : 0;

async function main() {
  await mkdir(REPORTS, { recursive: true });
  const browser = await findBrowser((sentence) => console.log(sentence));
  console.log(`Browser: ${browser}`);
  if (!(await ensureBuilt({ tell: (sentence) => console.log(sentence) }))) {
    throw new Error('Laurel did not build, so no test was run. The messages above say why.');
  }
  const environment = { ...process.env, LAUREL_BROWSER: browser };
  return sum([
    only === 'e2e' ? NOTHING : await vitest(environment),
    only === 'vitest' ? NOTHING : await playwright(environment),
  ]);
}

async function vitest(environment) {
  const file = join(REPORTS, 'vitest.json');
  await rm(file, { force: true });
  const words = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const code = await run('node_modules/vitest/vitest.mjs', words, environment);
  return vitestTotals(await reportIn(file), code);
}

async function playwright(environment) {
  // playwright.config.ts names the same file.
  const file = join(REPORTS, 'e2e.json');
  await rm(file, { force: true });
  const code = await run('node_modules/@playwright/test/cli.js', ['test'], environment);
  return playwrightTotals(await reportIn(file), code);
}

async function reportIn(file) {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  return text === undefined ? undefined : JSON.parse(text);
}

function run(script, words, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(ROOT, script), ...words], {
      cwd: ROOT,
      env,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? -1));
  });
}
