// What holds for the whole tree: names, sizes, twins of tests, dangerous calls, licences, lockfile.
import { readFile, readdir } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));
const CODE = /\.(ts|tsx|mjs|js)$/;
const MAX_LINES = 450;
const WARN_LINES = 300;

/** Licences that allow shipping Laurel under its own; every other one is a decision for people. */
const LICENCES: ReadonlySet<string> = new Set([
  '(MIT OR CC0-1.0)',
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
  // MIT without the duty to repeat its notice: asks for less than MIT (postal-mime).
  'MIT-0',
  'MIT AND OFL-1.1',
  'OFL-1.1',
]);
/** Packages whose manifest names no licence; the reading of their licence file is written here. */
const READ_BY_HAND: ReadonlySet<string> = new Set([
  // BSD-3-Clause; the context documents are under the W3C Software and Document License.
  '@digitalbazaar/credentials-context',
  'did-context',
]);

let product: readonly string[] = [];
let tests: readonly string[] = [];

beforeAll(async () => {
  product = [...(await filesBelow('src')), ...(await filesBelow('electron'))];
  tests = await filesBelow('tests');
});

describe('the tree', () => {
  it('holds a believable number of files', () => {
    expect(product.filter(isCode).length).toBeGreaterThan(20);
    expect(tests.filter(isCode).length).toBeGreaterThan(5);
  });

  it(`keeps every file under ${MAX_LINES} lines`, async () => {
    const long: string[] = [];
    for (const file of [...product, ...tests].filter(isCode).filter(isWritten)) {
      const lines = (await textOf(file)).split('\n').length - 1;
      if (lines > MAX_LINES) long.push(`${file}: ${lines} lines`);
      else if (lines > WARN_LINES)
        console.warn(`${file} has ${lines} lines; ${MAX_LINES} is the limit`);
    }
    expect(long).toEqual([]);
  });

  it('names files after a concept, in kebab-case', () => {
    const vague = /^(utils?|helpers?|common|shared|misc|managers?)$/;
    const named = [...product, ...tests].filter(isCode).filter(isWritten);
    const wrong = named.filter((file) => {
      const words = file.split('/').map((part) => part.split('.')[0] ?? '');
      return words.some((word) => vague.test(word) || /[-](utils?|helpers?|manager)$/.test(word));
    });
    expect(wrong).toEqual([]);
    expect(named.filter((file) => !/^[a-z0-9.-]+$/.test(basename(file)))).toEqual([]);
  });

  it('begins every file of the product with what it owns', async () => {
    const silent: string[] = [];
    for (const file of product.filter(isCode)) {
      const text = (await textOf(file)).replace(/^(#!.*\n|\/\/\/ <.*\n)+/, '');
      if (!/^(\/\/|\/\*)/.test(text)) silent.push(file);
    }
    expect(silent).toEqual([]);
  });

  it('has a source for every unit test', () => {
    const sources = new Set(product.flatMap((file) => [stem(file), dirname(file)]));
    const orphans = tests
      .filter((file) => /^tests\/unit\/.*\.test\.tsx?$/.test(file))
      .filter((file) => {
        const subject = stem(file.slice('tests/unit/'.length));
        return ![subject, `src/${subject}`, `electron/${subject}`].some((name) =>
          sources.has(name),
        );
      });
    expect(orphans).toEqual([]);
  });

  it('never turns text into markup or code', async () => {
    const found: string[] = [];
    for (const file of product.filter(isCode)) {
      const match = DANGEROUS.exec(withoutComments(await textOf(file)));
      if (match) found.push(`${file}: ${match[0]}`);
    }
    expect(found).toEqual([]);
  });

  it('finds each dangerous call when it is there', () => {
    const planted = [
      `node.innerHTML = text`,
      `node.outerHTML += text`,
      `node.insertAdjacentHTML('beforeend', text)`,
      `document.write(text)`,
      `<p dangerouslySetInnerHTML={{ __html: text }} />`,
      `eval (text)`,
      `new Function('x', text)`,
      `setTimeout('run()', 1)`,
    ];
    expect(planted.filter((text) => !DANGEROUS.test(withoutComments(text)))).toEqual([]);
    expect(DANGEROUS.test(withoutComments('// innerHTML is never used; retrieval(x)'))).toBe(false);
  });

  it('holds no path of the machine it was written on', async () => {
    const here = PROJECT.replace(/[/\\]$/, '');
    const found: string[] = [];
    const documents = await filesBelow('docs');
    const roots = (await readdir(PROJECT)).filter((name) => /\.(md|json|ts|js|mjs)$/.test(name));
    for (const file of [...product, ...tests, ...documents, ...roots]) {
      if (!/\.(ts|tsx|mjs|js|json|md|typ|css|html)$/.test(file)) continue;
      if ((await textOf(file)).includes(`${here}/`)) found.push(file);
    }
    expect(found).toEqual([]);
  });
});

describe('the dependencies', () => {
  type Locked = { readonly dev?: boolean; readonly license?: string; readonly resolved?: string };
  let packages: readonly (readonly [string, Locked])[] = [];
  beforeAll(async () => {
    const lock = JSON.parse(await textOf('package-lock.json')) as {
      packages: Record<string, Locked>;
    };
    packages = Object.entries(lock.packages).filter(([path]) => path !== '');
  });

  it('have licences that allow shipping', () => {
    const shipped = packages.filter(([, locked]) => locked.dev !== true);
    expect(shipped.length).toBeGreaterThan(20);
    const doubtful = shipped
      .filter(([path]) => !READ_BY_HAND.has(path.slice(path.lastIndexOf('node_modules/') + 13)))
      .filter(([, locked]) => !LICENCES.has(locked.license ?? ''))
      .map(([path, locked]) => `${path}: ${locked.license ?? 'no licence'}`);
    expect(doubtful).toEqual([]);
  });

  it('come from whatever registry the person uses, and from nowhere else', () => {
    const pinned = packages.filter(([, { resolved }]) => /^(https?|git)/.test(resolved ?? ''));
    expect(pinned.map(([path]) => path)).toEqual([]);
  });

  it('keep TypeScript at a version that dependency-cruiser can read', async () => {
    const { version } = JSON.parse(await textOf('node_modules/typescript/package.json')) as {
      version: string;
    };
    expect(version).toMatch(/^6\.0\./);
  });
});

const DANGEROUS =
  /\.(inner|outer)HTML\b|\binsertAdjacentHTML\b|\bdocument\.write(ln)?\b|\bdangerouslySetInnerHTML\b|(?<![.\w])eval\s*\(|\bnew\s+Function\s*\(|\bset(Timeout|Interval)\s*\(\s*['"`]/;

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"`])\/\/.*$/gm, '$1');
}

function isCode(file: string): boolean {
  return CODE.test(file);
}

/** False for fixtures and generated tables, which have no author. */
function isWritten(file: string): boolean {
  return !file.startsWith('tests/fixtures/') && !file.includes('.generated.');
}

/** The path without its extensions: `a/png.fuzz.test.ts` and `a/png.ts` have the same stem. */
function stem(file: string): string {
  return join(dirname(file), basename(file).split('.')[0] ?? '')
    .split(sep)
    .join('/');
}

function textOf(file: string): Promise<string> {
  return readFile(join(PROJECT, file), 'utf8');
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(join(PROJECT, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(PROJECT, join(entry.parentPath, entry.name)).split(sep).join('/'));
}
