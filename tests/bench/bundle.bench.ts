// The weight of the page before lazy parts: what a browser loads for the entry, as built.
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Figure } from './figure.ts';

const PAGE = join(import.meta.dirname, '../../out/renderer');

/** The scripts and style sheets of index.html and every chunk that those import outright. */
async function startFiles(): Promise<readonly string[]> {
  const html = await readFile(join(PAGE, 'index.html'), 'utf8');
  const waiting = [...html.matchAll(/(?:src|href)="([^"]+\.(?:js|css))"/g)].map(([, path = '']) =>
    join(PAGE, path),
  );
  if (waiting.length === 0) throw new Error('the page loads no script');
  const files = new Set<string>();
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (files.has(file)) continue;
    files.add(file);
    if (!file.endsWith('.js')) continue;
    const code = await readFile(file, 'utf8');
    // Only static imports: `import("…")` has a bracket where these have a quote.
    for (const [, path = ''] of code.matchAll(/(?:\bfrom|\bimport)\s*["'](\.[^"']+\.js)["']/g)) {
      waiting.push(join(dirname(file), path));
    }
  }
  return [...files];
}

async function gzippedKilobytes(): Promise<number[]> {
  let total = 0;
  for (const file of await startFiles()) total += gzipSync(await readFile(file)).byteLength;
  return [total / 1_000];
}

export const figures: readonly Figure[] = [
  {
    name: 'page before lazy parts, scripts and styles after gzip',
    unit: 'kB',
    budget: 900,
    run: gzippedKilobytes,
  },
];
