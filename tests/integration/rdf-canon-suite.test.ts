// The published test suite of RDF Dataset Canonicalization (RDFC-1.0), through the very function that checks
// proofs, with its limits. See tests/vectors/README.md.
import { readFile, readdir } from 'node:fs/promises';
import rdfCanonize from 'rdf-canonize';
import { describe, expect, it } from 'vitest';
import { canonicalize, type Dataset, type HashName } from '../../src/verify/linked-data.ts';

const FOLDER = new URL('../vectors/w3c/rdf-canon/', import.meta.url);
const FILES = await readdir(FOLDER);
function withEnding(ending: string): readonly string[] {
  return FILES.filter((file) => file.endsWith(ending)).map((file) => file.slice(0, 7));
}

/** test075 is test044 under SHA-384. */
const INPUT: Readonly<Record<string, string>> = { test075: 'test044' };
const HASH: Readonly<Record<string, HashName>> = { test075: 'SHA-384' };

function parse(text: string): Dataset {
  const { NQuads } = rdfCanonize as unknown as {
    readonly NQuads: { parse(text: string): readonly unknown[] };
  };
  return { quads: NQuads.parse(text) };
}

function read(file: string): Promise<string> {
  return readFile(new URL(file, FOLDER), 'utf8');
}

function inputOf(name: string): Promise<string> {
  return read(`${INPUT[name] ?? name}-in.nq`);
}

describe('RDFC-1.0', () => {
  it.each(withEnding('-rdfc10.nq'))('gives the published form of %s', async (name) => {
    const result = await canonicalize(parse(await inputOf(name)), HASH[name]);
    expect(result).toEqual({ ok: true, value: await read(`${name}-rdfc10.nq`) });
  });

  it.each(withEnding('-rdfc10map.json'))('gives the published names of %s', async (name) => {
    const names = JSON.parse(await read(`${name}-rdfc10map.json`)) as Record<string, string>;
    const input = await inputOf(name);
    const renamed = input.replace(
      /_:b(\d+)/g,
      (_, number: string) => `_:${names[`e${number}`] ?? '?'}`,
    );
    const lines = renamed.trim().split('\n').sort();
    const result = await canonicalize(parse(input), HASH[name]);
    expect(result).toEqual({ ok: true, value: `${lines.join('\n')}\n` });
  });

  it('refuses a clique of ten nameless nodes (test074) at once', async () => {
    const ids = Array.from({ length: 10 }, (_, index) => `_:e${index}`);
    const text = ids
      .flatMap((from) =>
        ids.filter((to) => to !== from).map((to) => `${from} <http://example.com/p> ${to} .\n`),
      )
      .join('');
    const started = performance.now();
    const result = await canonicalize(parse(text));
    expect(result).toMatchObject({ ok: false, finding: { reason: 'proof/too-complex' } });
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
