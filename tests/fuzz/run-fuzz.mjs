// `npm run fuzz [-- RUNS [SEED]]`: breaks that many files and reads them; 200,000 where nothing is said.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const [runs = '200000', seed = String(Date.now() % 2 ** 31)] = process.argv.slice(2);
console.log(`${runs} broken files, seed ${seed}`);
spawn(
  process.execPath,
  [join(ROOT, 'node_modules/vitest/vitest.mjs'), 'run', '--config', 'tests/fuzz/fuzz.config.ts'],
  {
    cwd: ROOT,
    env: { ...process.env, LAUREL_FUZZ_RUNS: runs, LAUREL_FUZZ_SEED: seed },
    stdio: 'inherit',
  },
).on('close', (code) => {
  process.exitCode = code ?? 1;
});
