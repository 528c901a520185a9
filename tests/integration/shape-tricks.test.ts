// One signed badge written in many other ways: each is refused, or shows exactly what the issuer signed.
import { beforeAll, describe, expect, it } from 'vitest';
import type { CredentialReading } from '../../src/domain/credential.ts';
import type { VerificationReport } from '../../src/domain/report.ts';
import { readFile } from '../../src/formats/index.ts';
import { documentReaders } from '../support/document-readers.ts';
import { badge, newSigner, verifyReading, withProof, type Json } from '../unit/verify/workshop.ts';

type Trick = (badge: Json) => Json | string;

let genuine: Json;
let original: string;

beforeAll(async () => {
  const signer = newSigner();
  genuine = await withProof(badge(signer.did, { validUntil: '2030-02-01T00:00:00Z' }), signer);
  const [found] = await readings(JSON.stringify(genuine));
  original = shown(found?.reading);
});

async function readings(
  text: string,
): Promise<
  readonly { readonly reading: CredentialReading; readonly report: VerificationReport }[]
> {
  const bytes = new TextEncoder().encode(text);
  const { items } = await readFile({ bytes, fileName: 'badge.json' }, documentReaders());
  return Promise.all(
    items.map(async (reading) => ({ reading, report: await verifyReading(reading) })),
  );
}

/** What a person is shown of it. */
function shown(reading: CredentialReading | undefined): string {
  return JSON.stringify([
    reading?.credentialId,
    reading?.achievement,
    reading?.issuer,
    reading?.recipient,
    reading?.issuedOn,
    reading?.validFrom,
    reading?.validUntil,
  ]);
}

/** Not proven, or said to be invalid: nobody takes it for the issuer's word. */
function isRefused({ standing, flags }: VerificationReport): boolean {
  return standing !== 'proven' || flags.includes('invalid');
}

function part(node: Json, field: string): Json {
  return node[field] as Json;
}

function subjectOf(node: Json): Json {
  return part(node, 'credentialSubject');
}

function achievementOf(node: Json): Json {
  return part(subjectOf(node), 'achievement');
}

function withSubject(node: Json, changes: Json): Json {
  return { ...node, credentialSubject: { ...subjectOf(node), ...changes } };
}

function withAchievement(node: Json, changes: Json): Json {
  return withSubject(node, { achievement: { ...achievementOf(node), ...changes } });
}

function without(node: Json, field: string): Json {
  return Object.fromEntries(Object.entries(node).filter(([name]) => name !== field));
}

function inText(node: Json, from: string, to: string): string {
  const text = JSON.stringify(node);
  if (!text.includes(from)) throw new Error(`nothing to bend: ${from}`);
  return text.replace(from, to);
}

const NAME = 'Night sky reading';
const OTHER = 'Doctor of astronomy';
const SCHEMA_NAME = 'https://schema.org/name';

const TRICKS: readonly (readonly [string, Trick])[] = [
  ['@included beside the subject', (b) => ({ ...b, '@included': [achievementOf(b)] })],
  [
    '@included in place of the achievement',
    (b) => ({
      ...withSubject(b, { achievement: achievementOf(b)['id'] }),
      '@included': [achievementOf(b)],
    }),
  ],
  [
    '@included with another name',
    (b) => ({ ...b, '@included': [{ ...achievementOf(b), name: OTHER }] }),
  ],
  [
    '@reverse',
    (b) => withAchievement(b, { '@reverse': { achievement: { id: subjectOf(b)['id'] } } }),
  ],
  [
    '@graph around the whole',
    (b) => ({ '@context': b['@context'], '@graph': [without(b, '@context')] }),
  ],
  ['@graph inside', (b) => withAchievement(b, { '@graph': [{ name: OTHER }] })],
  [
    '@nest around the name',
    (b) =>
      withSubject(b, {
        achievement: { ...without(achievementOf(b), 'name'), '@nest': { name: NAME } },
      }),
  ],
  ['@nest with another name', (b) => withAchievement(b, { '@nest': { name: OTHER } })],
  [
    '@json as the name',
    (b) => withAchievement(b, { name: { '@type': '@json', '@value': { a: OTHER } } }),
  ],
  ['@value as the name', (b) => withAchievement(b, { name: { '@value': NAME } })],
  [
    'a language for the name',
    (b) => withAchievement(b, { name: { '@value': NAME, '@language': 'en' } }),
  ],
  [
    'a direction for the name',
    (b) => withAchievement(b, { name: { '@value': NAME, '@direction': 'rtl' } }),
  ],
  ['@set around the name', (b) => withAchievement(b, { name: { '@set': [NAME] } })],
  ['@list around the name', (b) => withAchievement(b, { name: { '@list': [NAME] } })],
  ['@index in the achievement', (b) => withAchievement(b, { '@index': OTHER })],
  ['a keyword that nobody knows', (b) => withAchievement(b, { '@name': OTHER })],
  ['@id for id', (b) => ({ ...without(b, 'id'), '@id': b['id'] })],
  ['@id beside id', (b) => ({ ...b, '@id': 'urn:uuid:another' })],
  [
    '@id for the issuer',
    (b) => ({
      ...b,
      issuer: { ...without(part(b, 'issuer'), 'id'), '@id': part(b, 'issuer')['id'] },
    }),
  ],
  [
    '@id of another issuer',
    (b) => ({ ...b, issuer: { '@id': 'https://other.example', ...part(b, 'issuer') } }),
  ],
  ['@type for type', (b) => ({ ...without(b, 'type'), '@type': b['type'] })],
  ['@type beside type', (b) => ({ ...b, '@type': ['VerifiablePresentation'] })],
  [
    'types as addresses',
    (b) => ({
      ...b,
      type: ['https://www.w3.org/2018/credentials#VerifiableCredential', 'OpenBadgeCredential'],
    }),
  ],
  ['one name in a list', (b) => withAchievement(b, { name: [NAME] })],
  ['two names', (b) => withAchievement(b, { name: [OTHER, NAME] })],
  ['one achievement in a list', (b) => withSubject(b, { achievement: [achievementOf(b)] })],
  [
    'two achievements',
    (b) =>
      withSubject(b, { achievement: [{ ...achievementOf(b), name: OTHER }, achievementOf(b)] }),
  ],
  ['one issuer in a list', (b) => ({ ...b, issuer: [b['issuer']] })],
  [
    'two issuers',
    (b) => ({ ...b, issuer: [{ id: 'https://other.example', name: OTHER }, b['issuer']] }),
  ],
  [
    'two subjects',
    (b) => ({
      ...b,
      credentialSubject: [{ ...subjectOf(b), id: 'did:example:thief' }, subjectOf(b)],
    }),
  ],
  ['a date in a list', (b) => ({ ...b, validFrom: [b['validFrom']] })],
  ['two dates', (b) => ({ ...b, validUntil: ['2099-01-01T00:00:00Z', b['validUntil']] })],
  [
    'a date as a typed value',
    (b) => ({
      ...b,
      validUntil: {
        '@value': b['validUntil'],
        '@type': 'http://www.w3.org/2001/XMLSchema#dateTime',
      },
    }),
  ],
  [
    'the badge inside itself',
    (b) => withAchievement(b, { creator: { id: b['id'], type: ['Profile'], name: OTHER } }),
  ],
  ['the achievement with the id of the badge', (b) => withAchievement(b, { id: b['id'] })],
  [
    'the achievement told twice',
    (b) => ({ ...b, evidence: [{ id: achievementOf(b)['id'], type: ['Evidence'], name: OTHER }] }),
  ],
  [
    'the achievement as a cycle',
    (b) =>
      withAchievement(b, {
        related: [{ id: achievementOf(b)['id'], type: ['Related', 'Achievement'], name: OTHER }],
      }),
  ],
  ['a blank node for the achievement', (b) => withAchievement(b, { id: '_:b0' })],
  ['a field by its address', (b) => withAchievement(b, { [SCHEMA_NAME]: OTHER })],
  [
    'only the field’s address',
    (b) =>
      withSubject(b, {
        achievement: { ...without(achievementOf(b), 'name'), [SCHEMA_NAME]: NAME },
      }),
  ],
  ['a field by a prefix', (b) => withAchievement(b, { 'schema:name': OTHER })],
  ['a field in capitals', (b) => withAchievement(b, { Name: OTHER })],
  ['a field without a name', (b) => withAchievement(b, { '': OTHER })],
  ['a language map', (b) => withAchievement(b, { name: { en: NAME, fr: OTHER } })],
  ['null for the name', (b) => withAchievement(b, { name: null })],
  [
    'a context of its own in the achievement',
    (b) => withAchievement(b, { '@context': { name: 'https://schema.org/alternateName' } }),
  ],
  ['no context in the achievement', (b) => withAchievement(b, { '@context': null })],
  [
    'an inline context at the end',
    (b) => ({
      ...b,
      '@context': [...(b['@context'] as string[]), { name: 'https://schema.org/alternateName' }],
    }),
  ],
  [
    'an alias for the name',
    (b) => ({
      ...withAchievement(b, { title: OTHER }),
      '@context': [...(b['@context'] as string[]), { title: SCHEMA_NAME }],
    }),
  ],
  [
    'an alias for id and type',
    (b) => ({
      ...b,
      '@context': [...(b['@context'] as string[]), { self: '@id', kind: '@type' }],
      self: 'urn:x',
    }),
  ],
  [
    '@vocab',
    (b) => ({
      ...b,
      '@context': [...(b['@context'] as string[]), { '@vocab': 'https://other.example/' }],
    }),
  ],
  [
    '@base',
    (b) => ({
      ...b,
      '@context': [...(b['@context'] as string[]), { '@base': 'https://other.example/' }],
    }),
  ],
  [
    '@import',
    (b) => ({
      ...b,
      '@context': [...(b['@context'] as string[]), { '@import': 'https://other.example/c' }],
    }),
  ],
  [
    'contexts in another order',
    (b) => ({ ...b, '@context': [...(b['@context'] as string[])].reverse() }),
  ],
  [
    'a context twice',
    (b) => ({ ...b, '@context': [...(b['@context'] as string[]), ...(b['@context'] as string[])] }),
  ],
  [
    'a field twice',
    (b) => inText(b, `"name":"${NAME}","desc`, `"name":"${OTHER}","name":"${NAME}","desc`),
  ],
  [
    'a field twice, once escaped',
    (b) => inText(b, `"name":"${NAME}","desc`, `"n\\u0061me":"${OTHER}","name":"${NAME}","desc`),
  ],
  [
    'a prototype',
    (b) =>
      inText(b, `"name":"${NAME}","desc`, `"__proto__":{"name":"${OTHER}"},"name":"${NAME}","desc`),
  ],
  ['a constructor', (b) => withAchievement(b, { constructor: { name: OTHER } })],
  ['a list around the whole', (b) => `[${JSON.stringify(b)}]`],
  ['a wrapper around the whole', (b) => ({ name: OTHER, credential: b })],
];

describe('the badge itself', () => {
  it('is proven as it was signed', async () => {
    const [found] = await readings(JSON.stringify(genuine));
    expect(found?.report.standing).toBe('proven');
    expect(original).toContain(NAME);
  });
});

describe('the badge written with', () => {
  it.each(TRICKS)('%s is refused or shows the same', async (_, trick) => {
    const bent = trick(genuine);
    const found = await readings(typeof bent === 'string' ? bent : JSON.stringify(bent));
    for (const { reading, report } of found) {
      if (!isRefused(report)) expect(shown(reading)).toBe(original);
    }
  });

  it('covers at least forty ways', () => {
    expect(TRICKS.length).toBeGreaterThanOrEqual(40);
  });

  it('most of them is said to be invalid or not to be checkable, with a reason', async () => {
    let refused = 0;
    for (const [, trick] of TRICKS) {
      const bent = trick(genuine);
      const found = await readings(typeof bent === 'string' ? bent : JSON.stringify(bent));
      if (found.every(({ report }) => isRefused(report))) refused += 1;
    }
    // Lists of one, and what stands around the whole, mean the same thing and stay proven.
    expect(refused).toBeGreaterThanOrEqual(TRICKS.length - 8);
  });
});
