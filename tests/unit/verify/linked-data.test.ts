import { describe, expect, it } from 'vitest';
import { createClosedLoader } from '../../../src/verify/contexts.ts';
import { hashDataset, parseDataset } from '../../../src/verify/linked-data.ts';
import { badge, contexts } from './workshop.ts';

const loader = createClosedLoader(contexts);

describe('parseDataset', () => {
  it('refuses a term that no context defines, and names it', async () => {
    const outcome = await parseDataset({ ...badge('did:example:i'), glitter: 'yes' }, loader);
    expect(outcome).toMatchObject({
      ok: false,
      finding: { outcome: 'failed', reason: 'vocabulary/undefined-term' },
    });
    expect(JSON.stringify(outcome)).toContain('glitter');
  });

  it('never asks anybody for a context that is not bundled', async () => {
    const outcome = await parseDataset(
      { '@context': 'https://canary.example/v1', id: 'urn:x' },
      loader,
    );
    expect(outcome.ok).toBe(false);
  });
});

describe('hashDataset', () => {
  it.each([8, 10, 20, 100])('gives up on a knot of %i nodes within two seconds', async (size) => {
    const node = (i: number) => ({ termType: 'BlankNode', value: `_:b${i}` });
    const quads = [];
    for (let i = 0; i < size; i += 1) {
      for (let j = 0; j < size; j += 1) {
        if (i === j) continue;
        quads.push({
          subject: node(i),
          predicate: { termType: 'NamedNode', value: 'urn:knows' },
          object: node(j),
          graph: { termType: 'DefaultGraph', value: '' },
        });
      }
    }
    const started = performance.now();
    const outcome = await hashDataset({ quads });
    expect(performance.now() - started).toBeLessThan(2_000);
    expect(outcome).toMatchObject({
      ok: false,
      finding: { outcome: 'not-checked', reason: 'proof/too-complex' },
    });
  });
});
