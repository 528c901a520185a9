// The remembered shape of a document must never say more than expanding it would: every document here is judged
// both ways, with values of every kind in every place.
import { readFile, readdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { type JsonObject, type JsonValue, isObject } from '../../../src/formats/json.ts';
import { createClosedLoader } from '../../../src/verify/contexts.ts';
import { shapeMemoryOf } from '../../../src/verify/document-shape.ts';
import { parseDataset } from '../../../src/verify/linked-data.ts';
import { checkVocabulary } from '../../../src/verify/vocabulary.ts';
import { openBadge3, invented } from '../../support/invented-credentials.ts';
import { badge, contexts, V2 } from './workshop.ts';

const loader = createClosedLoader(contexts);
const EXAMPLES = 'https://www.w3.org/ns/credentials/examples/v2';

/** Whether the library expands it without a fault, which is what a shape stands for. */
async function isExpandable(document: JsonObject): Promise<boolean> {
  return (await parseDataset(document, loader)).ok;
}

/** As the check does it: a document of an accepted shape is accepted, any other is expanded. */
async function isAcceptedByShape(document: JsonObject): Promise<boolean | undefined> {
  const memory = shapeMemoryOf(contexts);
  const shape = await memory.shapeOf(document);
  if (shape !== undefined && memory.isAccepted(shape)) return true;
  if (shape === undefined) return undefined;
  if (await isExpandable(document)) memory.accept(shape);
  return undefined;
}

/** Everything that could be read in another way in one place than in another. */
const VALUES: readonly JsonValue[] = [
  'plain text', 'other text', '', 'https://site.example/a', 'urn:uuid:1', 'did:example:2', 'mailto:a@b.example',
  'https://site.example/a b', 'a,b:c', 'x:y', 'x:', ':y', '_:b0', '_:b 0', '_foo:bar', '@id', '@type', '@json',
  '@none', '@foo', '@context', '@', 'Achievement', 'name', 'assertionMethod', 'id', 'type', 'schema:Thing',
  'name:suffix', 'sec:key', 'xsd:string', 'https:', 'http://', 'en', 'not a language!', '2025-01-01T00:00:00Z',
  null, 1, 1.5, 1e30, true, [], {}, ['a', 'b'], ['https://site.example/a'], ['_:b1', 'a'], [[]], [null],
  { id: 'https://site.example/b' }, { id: 'relative' }, { id: '_:b2' }, { type: 'Achievement' },
  { type: 'Unknown' }, { name: 'a' }, { unknownWord: 'a' }, { '@value': 'a' }, { '@id': 'urn:x:y' },
  { '@value': 'a', '@language': 'not a language!' }, { 'https://site.example/word': 'a' },
]; // prettier-ignore

/** The document with each of its values replaced, at every depth. */
function* variants(node: JsonValue, values: readonly JsonValue[]): Generator<JsonValue> {
  if (Array.isArray(node)) {
    const list = node as readonly JsonValue[];
    for (const [index, item] of list.entries()) {
      for (const other of [...values, ...variants(item, values)]) yield list.with(index, other);
    }
  } else if (isObject(node)) {
    for (const [key, item] of Object.entries(node)) {
      if (key === '@context') continue;
      for (const other of [...values, ...variants(item, values)]) yield { ...node, [key]: other };
    }
    for (const key of ['unknownWord', 'evidence', '@graph', 'https://site.example/word', '@type']) {
      yield { ...node, [key]: 'a' };
    }
  }
}

const small = {
  '@context': [V2, 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
  id: 'urn:uuid:7',
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  issuer: { id: 'did:example:1', type: ['Profile'], name: 'Quarry Hill' },
  validFrom: '2025-02-01T00:00:00Z',
  credentialSubject: {
    id: 'did:example:learner',
    type: ['AchievementSubject'],
    achievement: { id: 'urn:uuid:8', type: ['Achievement'], name: 'Night sky', tag: ['a', 'b'] },
    result: [{ type: ['Result'], value: '1', status: 'Completed' }],
  },
  credentialStatus: {
    id: 'https://site.example/list#1',
    type: 'BitstringStatusListEntry',
    statusPurpose: 'revocation',
  },
} satisfies JsonObject;

describe('a remembered shape', () => {
  it(
    'never accepts what expansion refuses, whatever stands where',
    { timeout: 60_000 },
    async () => {
      const documents = [...variants(small, VALUES)].filter(isObject);
      expect(documents.length).toBeGreaterThan(1_000);
      let remembered = 0;
      // Forward and back, so that every document is met before and after its neighbours.
      for (const document of [...documents, ...documents.toReversed()]) {
        if (await isAcceptedByShape(document)) {
          remembered += 1;
          expect(await isExpandable(document), JSON.stringify(document)).toBe(true);
        }
      }
      expect(remembered).toBeGreaterThan(300);
    },
  );

  it('gives every invented credential the same answer as expansion', async () => {
    const folder = new URL('../../fixtures/credentials/', import.meta.url);
    const names = (await readdir(folder, { recursive: true })).filter((name) =>
      /\.json$/.test(name),
    );
    const stored = await Promise.all(
      names.map(
        async (name) => JSON.parse(await readFile(new URL(name, folder), 'utf8')) as JsonValue,
      ),
    );
    const made = [badge('did:example:1'), openBadge3(invented()), openBadge3(invented(), '1.1')];
    const documents = [...stored, ...(made as readonly JsonObject[])].filter(isObject);
    expect(documents.length).toBeGreaterThan(3);
    for (const document of [...documents, ...documents]) {
      const plain = await checkVocabulary(document, contexts, loader);
      const quick = await checkVocabulary(document, contexts, loader, { withMeaning: false });
      expect(quick.finding).toEqual(plain.finding);
    }
  });

  it('is the same for two credentials that differ in their words and addresses only', async () => {
    const memory = shapeMemoryOf(contexts);
    const first = openBadge3(invented({ slug: 'one', title: 'One', tags: ['a'] })) as JsonObject;
    const second = openBadge3(
      invented({ slug: 'two', title: 'Two', tags: ['b', 'c'] }),
    ) as JsonObject;
    expect(await memory.shapeOf(first)).toBeDefined();
    expect(await memory.shapeOf(second)).toBe(await memory.shapeOf(first));
  });

  it('is not taken where a context gives a meaning to every word', async () => {
    const document = { ...small, '@context': [...small['@context'], EXAMPLES] };
    expect(await shapeMemoryOf(contexts).shapeOf(document)).toBeUndefined();
  });

  it.each([
    ['a keyword', { ...small, '@type': 'Achievement' }],
    ['a name made up for the moment', { ...small, id: '_:b0' }],
    ['a shortened address', { ...small, id: 'name:suffix' }],
    ['a context of its own', { ...small, issuer: { '@context': V2, id: 'did:example:1' } }],
    ['too many values', { ...small, evidence: Array.from({ length: 2_001 }, () => ({})) }],
  ])('is not taken of a document with %s', async (_, document) => {
    expect(await shapeMemoryOf(contexts).shapeOf(document)).toBeUndefined();
  });

  it('never holds more than a fixed number', async () => {
    const memory = shapeMemoryOf({ ...contexts });
    for (let n = 0; n < 500; n += 1) memory.accept(`shape ${n}`);
    expect(memory.isAccepted('shape 499')).toBe(true);
    expect(memory.isAccepted('shape 0')).toBe(false);
  });
});
