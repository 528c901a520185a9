import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import {
  type ContextIndex,
  createClosedLoader,
  createContextSource,
} from '../../../src/verify/contexts.ts';
import { contexts, V2 } from './workshop.ts';

const FOLDER = new URL('../../../resources/contexts/', import.meta.url);
const index = JSON.parse(await readFile(new URL('index.json', FOLDER), 'utf8')) as ContextIndex;

describe('the bundled contexts', () => {
  it('are exactly the files of the index, with their hashes', async () => {
    const files = (await readdir(FOLDER)).filter(
      (name) => name.endsWith('.json') && name !== 'index.json',
    );
    const named = new Set(Object.values(index).map(({ file }) => file));
    expect(files.sort()).toEqual([...named].sort());
    for (const { file, sha256 } of Object.values(index)) {
      const bytes = await readFile(new URL(file, FOLDER));
      expect(createHash('sha256').update(bytes).digest('hex'), file).toBe(sha256);
    }
  });
});

describe('createClosedLoader', () => {
  it('serves a bundled document by its exact address and nothing else', async () => {
    const load = createClosedLoader(contexts);
    expect((await load(V2)).documentUrl).toBe(V2);
    await expect(load(`${V2}/`)).rejects.toThrow('not bundled');
    await expect(load('https://canary.example/')).rejects.toThrow('not bundled');
    await expect(load('__proto__')).rejects.toThrow('not bundled');
  });

  it('parses each document once', async () => {
    let reads = 0;
    const source = createContextSource(index, (file) => {
      reads += 1;
      return readFile(new URL(file, FOLDER), 'utf8');
    });
    await Promise.all([source.load(V2), source.load(V2)]);
    await source.load(V2);
    expect(reads).toBe(1);
  });

  it('refuses a bundled file that was altered', async () => {
    const source = createContextSource(index, () => Promise.resolve('{"@context":{}}'));
    await expect(source.load(V2)).rejects.toThrow('damaged');
  });
});
