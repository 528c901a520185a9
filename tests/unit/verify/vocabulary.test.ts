import { describe, expect, it } from 'vitest';
import {
  badge,
  ED2020,
  type Json,
  newSigner,
  OB3,
  said,
  V1,
  V2,
  verify,
  withProof,
  readingOf,
  verifyReading,
} from './workshop.ts';

const signer = newSigner();
const genuine = await withProof(badge(signer.did), signer);

/** Checks that a rewriting of a genuinely signed badge is never shown as proven. */
async function refused(changed: Json): Promise<string> {
  const report = await verify(changed);
  expect(report.standing).toBe('document');
  return said(report, 'vocabulary');
}

describe('a context swap', () => {
  const subject = genuine['credentialSubject'] as Json;
  const achievement = subject['achievement'] as Json;
  const withAchievement = (changes: Json): Json => ({
    ...genuine,
    credentialSubject: { ...subject, achievement: { ...achievement, ...changes } },
  });

  it('by an inline definition of a known word fails', async () => {
    const inline = {
      name: 'https://schema.org/description',
      description: 'https://schema.org/name',
    };
    expect(await refused({ ...genuine, '@context': [V2, OB3, inline] })).toBe(
      'failed vocabulary/redefined-term',
    );
  });

  it('by an inline definition of a new word is not taken on trust', async () => {
    const inline = { honours: 'https://schema.org/honorificSuffix' };
    const changed = { ...genuine, '@context': [V2, OB3, inline] };
    expect(await refused(changed)).toBe('not-checked vocabulary/inline-context');
    expect(said(await verify(changed), 'proof')).toBe('not-checked proof/unknown-vocabulary');
  });

  it('by a context on another host is unknown vocabulary', async () => {
    const changed = { ...genuine, '@context': [V2, OB3, 'https://canary.example/context.json'] };
    expect(await refused(changed)).toBe('not-checked vocabulary/unknown-context');
  });

  it.each([
    ['the base is not first', [OB3, V2]],
    [
      'the extensions stand before what they extend',
      [V2, 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json', OB3],
    ],
    ['one is named twice', [V2, OB3, OB3]],
    ['two versions are mixed', [V2, V1, OB3]],
    [
      'two editions of one vocabulary are named',
      [V2, 'https://purl.imsglobal.org/spec/ob/v3p0/context.json', OB3],
    ],
    ['there is no base', [OB3]],
  ])('fails when %s', async (_, contexts) => {
    expect(await refused({ ...genuine, '@context': contexts })).toBe(
      'failed vocabulary/context-order',
    );
  });

  it.each([
    ['a word mapped to nothing', { validUntil: null }],
    ['an alias of type', { kind: '@type' }],
    ['a default vocabulary', { '@vocab': 'https://schema.org/' }],
    ['a removed protection', { '@protected': false }],
  ])('by %s does not pass', async (_, inline: Json) => {
    const said = await refused({ ...genuine, '@context': [V2, OB3, inline] });
    expect(said).not.toContain('passed');
  });

  it('inside a nested object fails', async () => {
    const nested = { '@context': { name: 'https://schema.org/award' } };
    expect(await refused(withAchievement(nested))).toBe('failed vocabulary/inline-context');
  });

  it('by taking the vocabulary of the badge away fails', async () => {
    expect(await refused({ ...genuine, '@context': [V2] })).toBe(
      'failed vocabulary/undefined-term',
    );
  });
});

describe('a field hidden from plain readers', () => {
  const expiring = badge(signer.did, { validUntil: '2025-12-31T00:00:00Z' });

  it('by its full address fails, although the signature covers it', async () => {
    const { validUntil, ...rest } = await withProof(expiring, signer);
    const hidden = {
      ...rest,
      'https://www.w3.org/2018/credentials#validUntil': {
        '@type': 'http://www.w3.org/2001/XMLSchema#dateTime',
        '@value': validUntil,
      },
    };
    expect(await refused(hidden)).toBe('failed vocabulary/renamed-field');
  });

  it('in a second description of the same credential fails', async () => {
    const { validUntil, ...rest } = await withProof(expiring, signer);
    const split = { ...rest, evidence: [{ id: rest['id'], type: ['Evidence'], validUntil }] };
    expect(await refused(split)).toBe('failed vocabulary/renamed-field');
  });

  it.each(['@graph', '@included', '@reverse', '@nest', '@set', '@index'])(
    'under %s fails',
    async (keyword) => {
      expect(await refused({ ...genuine, [keyword]: [] })).toBe('failed vocabulary/renamed-field');
    },
  );

  it('by the linked-data spelling of id is not passed', async () => {
    const { id, ...rest } = genuine;
    expect(await refused({ ...rest, '@id': id })).toBe('not-checked vocabulary/renamed-field');
  });

  it.each(['__proto__', 'constructor', 'prototype'])(
    'that would be lost in parsing (%s) fails',
    async (name) => {
      const text = JSON.stringify(genuine).replace('{', `{"${name}":"x",`);
      const report = await verifyReading({ ...readingOf({}), payload: { kind: 'json', text } });
      expect(said(report, 'vocabulary')).toBe('failed vocabulary/undefined-term');
      expect(report.standing).toBe('document');
    },
  );

  it('by a type written as its address fails', async () => {
    const type = [
      'VerifiableCredential',
      'https://purl.imsglobal.org/spec/vc/ob/vocab.html#OpenBadgeCredential',
    ];
    expect(await refused({ ...genuine, type })).toBe('failed vocabulary/renamed-field');
  });
});

describe('honest vocabularies', () => {
  it.each([
    [[V2, OB3, 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json']],
    [[V2, OB3, ED2020]],
    [[V2, OB3, 'https://w3id.org/security/data-integrity/v2', ED2020]],
    [[V2, 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json']],
  ])('%j pass', async (list) => {
    const report = await verify(await withProof(badge(signer.did, { '@context': list }), signer));
    expect(said(report, 'vocabulary')).toBe('passed vocabulary/known');
    expect(report.standing).toBe('proven');
  });

  it('an extension under an address of its own passes', async () => {
    const credential = badge(signer.did, { 'https://quarry.example/terms#grade': 'A' });
    expect((await verify(await withProof(credential, signer))).standing).toBe('proven');
  });

  it('text in two languages passes', async () => {
    const name = [
      { '@value': 'Night sky reading', '@language': 'en' },
      { '@value': 'Lettura del cielo', '@language': 'it' },
    ];
    expect((await verify(await withProof(badge(signer.did, { name }), signer))).standing).toBe(
      'proven',
    );
  });
});
