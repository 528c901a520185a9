// Proves that the layer gate is red: every planted violation is reported, a clean tree is not.
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkLayers } from './check-layers.mjs';
import { LAYERS, type Layer, PURE } from './layers.mjs';

type Files = Readonly<Record<string, string>>;

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));
const STUBS = ['dexie', 'pdf-lib', 'electron', 'jose', 'left-pad', 'react', '@fontsource/inter'];

const CLEAN: Files = {
  'src/domain/name.ts': `export type Name = string;\nexport const NOBODY: Name = '';\n`,
  'src/contract/ask.ts': `import type { Name } from '../domain/name.ts';\nexport type Ask = { name: Name };\n`,
  'src/formats/read.ts': `import { NOBODY } from '../domain/name.ts';\nexport const read = NOBODY;\n`,
  'src/verify/check.ts': `import 'jose';\nimport { read } from '../formats/read.ts';\nexport const check = read;\n`,
  'src/store/rows.ts': `import 'dexie';\nexport interface Rows { count: number }\n`,
  'src/portfolio/pages.ts': `import 'pdf-lib';\nexport const pages = 1;\n`,
  'src/app/use.ts': `import type { Rows } from '../store/rows.ts';\nexport type Use = Rows;\n`,
  'src/ui/card.tsx': `import 'react';\nimport '@fontsource/inter';\nimport './card.css';\nimport type { Ask } from '../contract/ask.ts';\nexport type Card = Ask;\n`,
  'src/ui/card.css': `p { margin: 0 }\n`,
  'electron/host/disk.ts': `import { readFile } from 'node:fs/promises';\nexport const disk = readFile;\n`,
  'electron/main/window.ts': `import 'electron';\nimport { disk } from '../host/disk.ts';\nexport const open = disk;\n`,
};

const made: string[] = [];
afterAll(async () => {
  await Promise.all(made.map((folder) => rm(folder, { recursive: true, force: true })));
});

describe('the layer gate', () => {
  let clean: Awaited<ReturnType<typeof checkPlanted>>;
  beforeAll(async () => {
    clean = await checkPlanted({});
  });

  it('passes a clean tree', () => {
    expect(clean.violations).toEqual([]);
    expect(clean.modules).toBe(Object.keys(CLEAN).filter((name) => !name.endsWith('.css')).length);
  });

  const planted: readonly (readonly [string, string, string, string])[] = [
    ['an import upwards', 'src/domain/up.ts', `import '../formats/read.ts';`, 'domain-layers'],
    ['an import sideways', 'src/formats/side.ts', `import '../verify/check.ts';`, 'formats-layers'],
    [
      'an upward import of types',
      'src/domain/up.ts',
      `export type { Ask } from '../contract/ask.ts';`,
      'domain-layers',
    ],
    [
      'a dynamic import upwards',
      'src/domain/up.ts',
      `export const up = () => import('../formats/read.ts');`,
      'domain-layers',
    ],
    [
      'the host in the page',
      'src/app/disk.ts',
      `import '../../electron/host/disk.ts';`,
      'app-layers',
    ],
    ['a test in the product', 'src/app/test.ts', `import '../../tests/fake.ts';`, 'app-layers'],
    ['a package that no row names', 'src/domain/pad.ts', `import 'left-pad';`, 'domain-packages'],
    ['a package of another row', 'src/formats/sign.ts', `import 'jose';`, 'formats-packages'],
    ['Node in a pure layer', 'src/formats/disk.ts', `import 'node:fs';`, 'formats-without-node'],
    ['Node in the page', 'src/ui/disk.tsx', `import 'path';`, 'ui-without-node'],
    [
      'Node in the preload',
      'electron/preload/disk.ts',
      `import 'node:fs';`,
      'preload-without-node',
    ],
    ['dexie outside the store', 'src/app/rows.ts', `import 'dexie';`, 'dexie-has-one-home'],
    [
      'pdf-lib outside the portfolio',
      'electron/host/pages.ts',
      `import 'pdf-lib';`,
      'pdf-lib-has-one-home',
    ],
    ['electron in the host', 'electron/host/app.ts', `import 'electron';`, 'electron-has-one-home'],
    [
      'types of electron in the host',
      'electron/host/app.ts',
      `import type { App } from 'electron';\nexport type A = App;`,
      'electron-has-one-home',
    ],
    [
      'electron in the loopback shell',
      'electron/loopback/app.ts',
      `import 'electron';`,
      'electron-has-one-home',
    ],
    [
      'the store as a value in app',
      'src/app/rows.ts',
      `import { Rows } from '../store/rows.ts';\nexport const r = Rows;`,
      'app-types-only',
    ],
    [
      'the contract as a value in ui',
      'src/ui/ask.ts',
      `import '../contract/ask.ts';`,
      'ui-types-only',
    ],
    ['a file of no row', 'src/helpers.ts', `export const nothing = 0;`, 'every-file-has-a-row'],
    [
      'a folder of no row',
      'electron/extra/deep/file.ts',
      `export const nothing = 0;`,
      'every-file-has-a-row',
    ],
    [
      'a file that does not exist',
      'src/domain/gone.ts',
      `import './never-written.ts';`,
      'resolvable',
    ],
    ['a development package', 'electron/host/dev.ts', `import 'left-pad';`, 'declared-packages'],
  ];
  it.each(planted)('reports %s', async (_what, file, text, rule) => {
    const { violations } = await checkPlanted({ [file]: `${text}\n` });
    expect(violations.map((violation) => `${violation.rule} ${violation.from}`)).toContain(
      `${rule} ${file}`,
    );
  });

  it('reports a cycle, of types too', async () => {
    const { violations } = await checkPlanted({
      'src/domain/hen.ts': `import type { Egg } from './egg.ts';\nexport type Hen = Egg;\n`,
      'src/domain/egg.ts': `import type { Hen } from './hen.ts';\nexport type Egg = Hen;\n`,
    });
    expect(violations.map((violation) => violation.rule)).toContain('no-cycles');
  });

  it('reports that it saw too little', async () => {
    const { violations } = await checkPlanted({}, { modules: 500, imports: 0 });
    expect(violations.map((violation) => violation.rule)).toEqual(['everything-was-read']);
  });
});

describe('the layer table', () => {
  it('names only layers that it holds, and none twice', () => {
    const names = LAYERS.map((row) => row.name);
    expect(new Set(names).size).toBe(names.length);
    const mentioned = LAYERS.flatMap((row) => [...row.layers, ...row.types]);
    expect(mentioned.filter((name) => !names.includes(name))).toEqual([]);
  });

  it('is the table that docs/ARCHITECTURE.md shows', async () => {
    const text = await readFile(join(PROJECT, 'docs/ARCHITECTURE.md'), 'utf8');
    const shown = text
      .split('\n')
      .map((line) => line.replaceAll(/[`\\]/g, '').replace(/\s+/g, ' ').trim());
    const missing = LAYERS.filter((row) => row.name !== 'universal')
      .map(documented)
      .filter((line) => !shown.includes(line));
    expect(missing).toEqual([]);
  });

  it('holds for the product', async () => {
    const { violations } = await checkLayers(PROJECT, { modules: 20, imports: 40 });
    expect(violations).toEqual([]);
  });
});

/** One row as the documentation writes it, without padding. */
function documented(row: Layer): string {
  const folder = row.path.replace(/^\^|\/?\$?$/g, '').replaceAll('\\', '');
  const others = row.layers.filter((name) => !PURE.includes(name));
  const pure = PURE.every((name) => row.layers.includes(name))
    ? ['every pure layer']
    : PURE.filter((name) => row.layers.includes(name));
  const layers = [...pure, ...others, ...row.types.map((name) => `${name} (types)`)];
  const cells = [folder, words(layers), words(row.npm), row.node ? 'yes' : 'no'];
  return `| ${cells.join(' | ')} |`;
}

function words(names: readonly string[]): string {
  return names.length === 0 ? '–' : names.join(', ');
}

async function checkPlanted(planted: Files, floor = { modules: 5, imports: 5 }) {
  const root = await mkdtemp(join(tmpdir(), 'laurel-layers-'));
  made.push(root);
  const packages = Object.fromEntries(
    STUBS.flatMap((name) => [
      [
        `node_modules/${name}/package.json`,
        JSON.stringify({ name, version: '1.0.0', main: 'index.js' }),
      ],
      [`node_modules/${name}/index.js`, 'module.exports = {};\n'],
    ]),
  );
  const declared = STUBS.filter((name) => name !== 'left-pad' && name !== 'electron');
  const manifest = {
    type: 'module',
    dependencies: Object.fromEntries(declared.map((name) => [name, '1.0.0'])),
    devDependencies: { electron: '1.0.0', 'left-pad': '1.0.0' },
  };
  const files: Files = {
    'package.json': JSON.stringify(manifest),
    'tsconfig.json': '{}',
    'tests/fake.ts': 'export {};\n',
    ...packages,
    ...CLEAN,
    ...planted,
  };
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, name)), { recursive: true });
    await writeFile(join(root, name), text);
  }
  return checkLayers(root, floor);
}
