// `npm run check`: every gate before a change is handed in, one line each with its time, stopping at
// the first that fails. `--static` runs those that start nothing: format, lint, layers, types.
// `--keep-going` runs the rest too. The exit code is the number of gates that failed.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const TSC = 'node_modules/typescript/bin/tsc';
const VITEST = 'node_modules/vitest/vitest.mjs';
const ENVIRONMENTS = ['pure', 'page', 'worker', 'node', 'preload', 'tests'];

const STATIC = [
  ['format', 'node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'],
  ['lint', 'node_modules/eslint/bin/eslint.js', '--max-warnings', '0', '.'],
  ['layers', 'tests/support/run-layers.mjs'],
  ...ENVIRONMENTS.map((name) => [`types ${name}`, TSC, '-p', `tsconfig.${name}.json`]),
];
const RUNNING = [
  ['architecture', VITEST, 'run', '--project', 'architecture'],
  ['build', 'electron/cli/ensure-built.mjs'],
  ['unit', VITEST, 'run', '--project', 'unit', '--project', 'dom'],
  ['contract', VITEST, 'run', '--project', 'contract'],
  ['integration', VITEST, 'run', '--project', 'integration'],
];

const steps = process.argv.includes('--static') ? STATIC : [...STATIC, ...RUNNING];
const keepGoing = process.argv.includes('--keep-going');
const beginning = performance.now();
let failures = 0;
for (const [name, script, ...words] of steps) {
  const started = performance.now();
  const { code, output } = await run(script, words);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  if (code !== 0) {
    failures += 1;
    process.stdout.write(output);
  }
  console.log(`${code === 0 ? '✓' : '✗'} ${name} (${seconds} s)`);
  if (failures > 0 && !keepGoing) break;
}
if (failures === 0) {
  const seconds = ((performance.now() - beginning) / 1000).toFixed(0);
  console.log(`All ${steps.length} checks passed in ${seconds} s.`);
}
process.exitCode = failures;

function run(script, words) {
  if (!existsSync(join(ROOT, script))) {
    return { code: 1, output: `${script} is missing. Run npm ci first.\n` };
  }
  return new Promise((resolve) => {
    const output = [];
    const child = spawn(process.execPath, [join(ROOT, script), ...words], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.on('data', (chunk) => output.push(chunk));
    child.stderr.on('data', (chunk) => output.push(chunk));
    child.on('error', (cause) => resolve({ code: 1, output: `${cause.message}\n` }));
    child.on('close', (code) => resolve({ code: code ?? 1, output: Buffer.concat(output) }));
  });
}
