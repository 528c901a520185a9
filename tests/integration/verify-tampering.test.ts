// No change to a signed field may leave a credential proven: every single mutation of honest credentials,
// and random ones with a printed seed. Interoperability with the reference signing library.
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import fc from 'fast-check';
import jsigs from 'jsonld-signatures';
import { describe, expect, it } from 'vitest';
import { createClosedLoader } from '../../src/verify/index.ts';
import {
  badge,
  contexts,
  type Json,
  newSigner,
  verify,
  withProof,
} from '../unit/verify/workshop.ts';

/** The part of the reference library that makes keys. */
type Generator = {
  generate(): Promise<{ readonly publicKeyMultibase: string; signer(): unknown }>;
};

const signer = newSigner();
const rich = badge(signer.did, {
  validUntil: '2030-01-01T00:00:00Z',
  description: 'For the night shift',
  evidence: [
    { id: 'https://quarry.example/e/1', type: ['Evidence'], narrative: 'Log book', name: 'Log' },
  ],
  '@context': [
    'https://www.w3.org/ns/credentials/v2',
    'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
    'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json',
  ],
});
const signed = await withProof(rich, signer);

type Path = readonly (string | number)[];

function leaves(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, inner]) =>
    leaves(inner, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

function changed(value: unknown, path: Path, to: unknown): unknown {
  const [first, ...rest] = path;
  if (first === undefined) return to;
  if (Array.isArray(value))
    return (value as unknown[]).map((item, i) => (i === first ? changed(item, rest, to) : item));
  const entries = Object.entries(value as Json).map(([key, inner]) => [
    key,
    key === first ? changed(inner, rest, to) : inner,
  ]);
  return Object.fromEntries(entries.filter(([, inner]) => inner !== undefined));
}

const fields = leaves(signed).filter(([first]) => first !== '@context');

describe('an honest credential', () => {
  it('is proven, so that the rest of this file means something', async () => {
    expect((await verify(signed)).standing).toBe('proven');
  });
});

describe.each(fields.map((path) => ({ name: path.join('.'), path })))(
  'the signed field $name',
  ({ path }) => {
    it('cannot be replaced, removed or turned into another kind of value', async () => {
      for (const to of ['https://forged.example/x', undefined, 7, null, {}, ['a', 'b']]) {
        const report = await verify(changed(signed, path, to) as Json);
        // `created` and the like may be absent only if the proof never covered them; here all are covered.
        expect(report.standing, `${path.join('.')} to ${JSON.stringify(to)}`).toBe('document');
      }
    });
  },
);

describe('random damage', () => {
  it('never leaves a credential proven and never throws', async () => {
    const anyField = fc.constantFrom(...fields);
    await fc.assert(
      fc.asyncProperty(anyField, fc.jsonValue(), async (path, to) => {
        const mutated = changed(signed, path, to) as Json;
        fc.pre(JSON.stringify(mutated) !== JSON.stringify(signed));
        // A list of one means the same as its one value.
        fc.pre(JSON.stringify(to) !== JSON.stringify([valueAt(signed, path)]));
        const report = await verify(mutated);
        expect(report.checks).toHaveLength(15);
        expect(report.standing).toBe('document');
      }),
      { numRuns: 300 },
    );
  });

  it('adding any field never leaves a credential proven', async () => {
    const place = fc.constantFrom<Path>(
      [],
      ['credentialSubject'],
      ['credentialSubject', 'achievement'],
      ['issuer'],
    );
    const names = fc.oneof(
      fc.constantFrom(
        'name',
        'validUntil',
        'description',
        'image',
        'result',
        'url',
        'email',
        '@id',
        '@graph',
        '@reverse',
      ),
      fc.string({ minLength: 1 }),
    );
    const text = fc.string({ minLength: 1 });
    await fc.assert(
      fc.asyncProperty(place, names, text, async (path, name, to) => {
        const target = valueAt(signed, path) as Json;
        fc.pre(!(name in target));
        const report = await verify(changed(signed, path, { ...target, [name]: to }) as Json);
        expect(report.standing).toBe('document');
      }),
      { numRuns: 300 },
    );
  });
});

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (node, key) => (node as Record<string | number, unknown>)[key],
    value,
  );
}

describe('a credential signed by the reference library', () => {
  it('is proven with eddsa-rdfc-2022', async () => {
    const key = await (Ed25519Multikey as unknown as Generator).generate();
    const did = `did:key:${key.publicKeyMultibase}`;
    Object.assign(key, { id: `${did}#${key.publicKeyMultibase}`, controller: did });
    const suite = new DataIntegrityProof({ signer: key.signer(), cryptosuite });
    const credential = await jsigs.sign(structuredClone(badge(did)), {
      suite,
      purpose: new jsigs.purposes.AssertionProofPurpose(),
      documentLoader: createClosedLoader(contexts),
    });
    expect((await verify(credential as Json)).standing).toBe('proven');
  });
});
