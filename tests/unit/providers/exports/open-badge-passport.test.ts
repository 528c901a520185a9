import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../../../../src/formats/json.ts';
import { readPayload } from '../../../../src/formats/payload.ts';
import { readExport } from '../../../../src/providers/read-export.ts';
import { invented, openBadge2 } from '../../../support/invented-credentials.ts';
import { signCompact } from '../../../support/sign-credential.ts';

const ASSERTION = openBadge2(invented({ title: 'Peat Reading' })) as Record<string, JsonValue>;

function answer(more: Record<string, JsonValue>): Record<string, JsonValue> {
  return {
    id: 5151,
    issued_on: 1_709_251_200,
    first_name: 'Ida',
    last_name: 'Fen',
    content: [
      {
        name: 'Peat, told by the passport',
        description: 'Words of the passport.',
        issuer_content_name: 'Passport Issuer',
        issuer_content_url: 'https://issuer.example/',
        criteria_url: 'https://issuer.example/criteria',
      },
    ],
    ...more,
  };
}
function read(value: JsonValue) {
  const { items } = readPayload(JSON.stringify(value), 'json', readExport);
  expect(items).toHaveLength(1);
  return items[0];
}

describe('the Open Badge inside an answer of Open Badge Passport', () => {
  it('is the credential, and the answer fills what it leaves out', () => {
    const text = JSON.stringify(ASSERTION);
    const item = read(answer({ assertion_json: text, assertion_jws: null }));
    expect(item).toMatchObject({
      format: 'ob2 assertion',
      achievement: { name: 'Peat Reading' },
      issuer: { name: 'Larkfield Open College' },
      payload: { kind: 'json', text },
      provider: 'Open Badge Passport',
      credentialNumber: '5151',
      sources: {
        title: { kind: 'path', path: 'assertion_json.badge.name' },
        credentialNumber: { kind: 'path', path: 'id' },
      },
    });
    expect(item?.recipient.hashedIdentities).toHaveLength(1);
  });

  it('is named by the answer where it only links to its badge', () => {
    const bare = {
      ...ASSERTION,
      badge: 'https://larkfield.example/badges/peat.json',
      'extensions:recipientProfile': null,
    };
    expect(read(answer({ assertion_json: bare }))).toMatchObject({
      achievement: { name: 'Peat, told by the passport', description: 'Words of the passport.' },
      issuer: { name: 'Passport Issuer' },
      recipient: { name: 'Ida Fen' },
      payload: { kind: 'json', text: JSON.stringify(bare) },
      sources: {
        title: { path: 'content[0].name' },
        recipient: { path: 'first_name' },
        issuedOn: { path: 'assertion_json.issuedOn' },
      },
    });
  });

  it('is taken in its signed form for choice', () => {
    const jws = signCompact(ASSERTION, 'RS256');
    const item = read(answer({ assertion_json: JSON.stringify(ASSERTION), assertion_jws: jws }));
    expect(item).toMatchObject({ signed: true, payload: { kind: 'jwt', text: jws } });
    expect(item?.sources?.title).toEqual({ kind: 'path', path: 'assertion_jws.badge.name' });
  });

  it.each([
    ['is missing', {}],
    ['is empty', { assertion_json: '', assertion_jws: '' }],
    ['is broken', { assertion_json: '{"badge":', assertion_jws: 'a.b.c' }],
    ['is something else', { assertion_json: [1], assertion_jws: 5 }],
  ])('leaves the answer as it is where it %s', (_, more) => {
    expect(read(answer(more as Record<string, JsonValue>))).toMatchObject({
      format: 'obp-json',
      achievement: { name: 'Peat, told by the passport' },
      signed: false,
    });
  });
});
