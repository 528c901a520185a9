// `npm run corpus`: reads a folder of real credential files with the command line and compares what was
// read with what each file is known to hold. The folder stays where it is; only counts are written.
// The folder is named by the first word, by LAUREL_CORPUS, or is `../shared/corpus` beside the project.
// `--faults` prints each difference, for the eye alone.
import { spawn } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { ensureBuilt } from '../../electron/cli/ensure-built.mjs';
import { countFile, emptyRow, tableOf } from './corpus-figures.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const words = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const corpus = resolve(words[0] ?? process.env.LAUREL_CORPUS ?? join(ROOT, '../shared/corpus'));
const manifest = await readFile(join(corpus, 'manifest.json'), 'utf8').catch(() => undefined);
if (manifest === undefined) {
  console.log(
    `Skipped: there is no corpus at ${corpus}. Name its folder: npm run corpus -- FOLDER`,
  );
} else {
  await measure(JSON.parse(manifest).filter(({ kind }) => kind !== 'remote'));
}

async function measure(entries) {
  if (!(await ensureBuilt({ tell: (sentence) => console.log(sentence) }))) process.exit(1);
  const lines = await inspectAll(entries.map(({ file }) => join(corpus, file)));
  const rows = new Map();
  for (const { file, kind, expect } of entries) {
    const answer = lines.get(join(corpus, file));
    if (!answer) throw new Error(`no answer for ${file}`);
    const row = rows.get(kind) ?? emptyRow();
    rows.set(kind, row);
    const faults = countFile(row, expect, answer.line, answer.milliseconds);
    if (!process.argv.includes('--faults')) continue;
    for (const { field, verdict, wanted, got } of faults) {
      console.log(
        `${file}: ${field} ${verdict}: ${JSON.stringify(wanted)} / ${JSON.stringify(got)}`,
      );
    }
    if (expect.outcome === 'reject' && answer.line.outcome === 'read') {
      console.log(`${file}: read, though it should be kept or refused`);
    }
  }
  const table = tableOf([...rows].sort(([a], [b]) => (a < b ? -1 : 1)));
  const legend =
    'Fields: right/wrong/missing, share of what is known to be there (+ said beyond it).';
  await mkdir(join(ROOT, 'test-results'), { recursive: true });
  await writeFile(join(ROOT, 'test-results/corpus.md'), `${table}\n\n${legend}\n`);
  console.log(`${table}\n\n${legend}`);
}

/** One process reads everything; the time between two lines bounds the time of a file from above. */
function inspectAll(paths) {
  return new Promise((done, failed) => {
    const answers = new Map();
    const cli = join(ROOT, 'electron/cli/laurel.mjs');
    const child = spawn(process.execPath, [cli, 'inspect', '--json', ...paths], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let before = performance.now();
    createInterface({ input: child.stdout }).on('line', (text) => {
      const line = JSON.parse(text);
      const now = performance.now();
      answers.set(line.file, { line, milliseconds: now - before });
      before = now;
    });
    child.on('error', failed);
    child.on('close', () => done(answers));
  });
}
