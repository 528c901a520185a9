// `npm run bench [-- words…]`: runs the figures of tests/bench/*.bench.ts, all or those whose file or name
// holds one of the words, and prints one line each with its budget. Builds first; exits 1 when one is over.
import { readdir } from 'node:fs/promises';
import { arch, cpus, platform, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';
import { ensureBuilt } from '../../electron/cli/ensure-built.mjs';
import { lineOf, medianOf, verdictOf } from './bench-line.mjs';
import { findBrowser } from './find-browser.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const FOLDER = join(ROOT, 'tests/bench');

const words = process.argv.slice(2).map((word) => word.toLowerCase());
if (!(await ensureBuilt({ tell: (sentence) => console.error(sentence) }))) process.exit(1);
process.env.LAUREL_BROWSER = await findBrowser((sentence) => console.error(sentence)).catch(
  (cause) => {
    console.error(cause.message);
    process.exit(1);
  },
);
console.log(machine());

// It stays open to the end, because code under measure loads its heavy parts when they are first used.
const server = await createServer({
  root: ROOT,
  configFile: false,
  appType: 'custom',
  logLevel: 'error',
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  optimizeDeps: { noDiscovery: true },
});

let over = 0;
let ran = 0;
for (const file of (await readdir(FOLDER)).filter((name) => name.endsWith('.bench.ts')).sort()) {
  const module = await server.environments.ssr.runner.import(join(FOLDER, file));
  for (const figure of module.figures) {
    if (
      words.length > 0 &&
      !words.some((word) => `${file} ${figure.name}`.toLowerCase().includes(word))
    ) {
      continue;
    }
    ran += 1;
    const reason = await figure.unavailable?.();
    if (reason !== undefined) {
      console.log(`${figure.name}  not measured: ${reason}`);
      continue;
    }
    try {
      const samples = await figure.run();
      if (samples.length === 0) throw new Error('no sample was taken');
      console.log(lineOf(figure, samples));
      if (verdictOf(medianOf(samples), figure.budget) === 'over') over += 1;
    } catch (cause) {
      over += 1;
      console.log(`${figure.name}  failed: ${cause instanceof Error ? cause.message : cause}`);
    }
  }
}
await server.close();
console.log(`${ran} figures, ${over} over budget or failed`);
process.exit(over > 0 || ran === 0 ? 1 : 0);

function machine() {
  const [first] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} × ${first?.model ?? 'unknown processor'}, ${memory} GiB, ${platform()} ${arch()}, Node ${process.versions.node}`;
}
