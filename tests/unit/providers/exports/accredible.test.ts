import { describe, expect, it } from 'vitest';
import type { JsonObject, JsonValue } from '../../../../src/formats/json.ts';
import { readAccredible } from '../../../../src/providers/exports/accredible.ts';

const SOURCE = { carrier: 'json', payload: { kind: 'json', text: '' }, signed: false } as const;

function credential(changes: JsonObject = {}): JsonObject {
  return {
    id: 40_404_040,
    uuid: '5d1c2b3a-0000-4000-8000-00000000abcd',
    encoded_id: 'ab12cd34',
    name: 'Map Folding',
    description: '<p>Folds &amp; unfolds</p>',
    issued_on: '2022-08-09',
    expired_on: '2025-08-09',
    url: 'https://badges.cartography.example/5d1c2b3a-0000-4000-8000-00000000abcd#acc.xyz',
    recipient: { name: 'Lena Ausgedacht', email: 'l***@example.org', id: 'secret' },
    issuer: {
      id: 1,
      name: 'Cartography Hall',
      url: 'https://cartography.example/',
      support_contact_email: 'x@y.example',
    },
    learning_outcomes: ['Folding', { name: 'Unfolding' }],
    custom_attributes: { salary: 'private' },
    course_link: 'https://cartography.example/course?aad=token&lang=en',
    group: { id: 2, course_name: 'Map Folding' },
    ...changes,
  };
}

function read(value: JsonValue) {
  return readAccredible(value, SOURCE);
}

describe('readAccredible', () => {
  it.each([
    ['a wallet', { data: { name: 'Lena', credentials: [credential()] } }, 'data.credentials[0]'],
    ['one credential', { credential: credential() }, 'credential'],
    ['one answer', { data: credential() }, 'data'],
    ['a bare list', [credential()], '[0]'],
  ])('reads %s', (_name, value, path) => {
    const items = read(value)?.items ?? [];
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      format: 'accredible-json',
      provider: 'Accredible',
      achievement: {
        name: 'Map Folding',
        description: 'Folds & unfolds',
        criteriaUrl: 'https://cartography.example/course?lang=en',
      },
      issuer: { name: 'Cartography Hall', url: 'https://cartography.example/' },
      recipient: { name: 'Lena Ausgedacht', identifiers: [] },
      issuedOn: { text: '2022-08-09' },
      validUntil: { text: '2025-08-09' },
      credentialNumber: '40404040',
      verifyUrl: 'https://badges.cartography.example/5d1c2b3a-0000-4000-8000-00000000abcd',
      skills: [{ name: 'Folding' }, { name: 'Unfolding' }],
      sources: { title: { kind: 'path', path: `${path}.name` } },
    });
    expect(JSON.stringify(items)).not.toMatch(/private|secret|x@y|l\*\*\*/);
  });

  it('reads a bare credential', () => {
    expect(read(credential())?.items[0]?.sources?.title).toEqual({ kind: 'path', path: 'name' });
  });

  it('leaves out a withdrawn credential and says so', () => {
    const reading = read({ credential: credential({ revoked_at: '2024-01-01' }) });
    expect(reading?.items).toEqual([]);
    expect(reading?.problems.map(({ code }) => code)).toEqual(['credential/withdrawn']);
  });

  it('takes no picture whose address carries a signature', () => {
    const signed = credential({ badge_image: 'https://images.example/a.png?X-Amz-Signature=1' });
    expect(read(signed)?.items[0]?.achievement.image).toBeUndefined();
  });

  it.each([
    ['a plain object', { name: 'x', issuer: { name: 'y' } }],
    ['an empty wallet', { data: { credentials: [] } }],
    ['a badge class', { name: 'x', issuer: 'https://example.org', criteria: 'c' }],
    ['a number', 4],
  ])('does not take %s for Accredible’s', (_name, value) => {
    expect(read(value as JsonValue)).toBeUndefined();
  });
});
