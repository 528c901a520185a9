import { describe, expect, it } from 'vitest';
import { NO_TRUST } from '../../../src/domain/trust.ts';
import type { JsonObject } from '../../../src/formats/json.ts';
import { checkNamedList } from '../../../src/verify/revocation-list.ts';
import { createDocumentReader } from '../../../src/verify/documents.ts';
import { type Json, NAMED, trustIn } from '../../support/status-lists.ts';

const ISSUER = 'https://quarry.example/issuer';
const ID = 'urn:uuid:7c1d1c0e-3c1e-4d5e-9f5a-0c4b1f9d2a10';
const CREDENTIAL: JsonObject = { id: ID, issuer: { id: ISSUER } };

async function said(
  list: unknown,
  { credential = CREDENTIAL, url = NAMED, trust = NO_TRUST, readAt = '' } = {},
): Promise<string> {
  const text = typeof list === 'string' ? list : JSON.stringify(list);
  const documents = createDocumentReader(() =>
    Promise.resolve({
      status: 200,
      mediaType: 'application/json',
      text,
      ...(readAt === '' ? {} : { readAt }),
    }),
  );
  const { outcome, reason, params } = await checkNamedList(url, {
    credential: credential,
    documents,
    trust,
    note: () => undefined,
  });
  return [outcome, reason, ...Object.values(params ?? {})].join(' ');
}

function list(entries: unknown, changes: Json = {}): Json {
  return {
    id: NAMED,
    issuer: ISSUER,
    revokedCredential: entries,
    ...changes,
  };
}

describe('a 1EdTech revocation list', () => {
  it.each([
    ['an entry', [{ id: ID }]],
    ['an entry that says so', [{ id: ID, revoked: true }]],
    ['an entry with nothing there', [{ id: ID, revoked: null }]],
    ['a bare id', [ID]],
    ['one entry that is no list', { id: ID }],
    ['the second of two entries', [{ id: ID, revoked: false }, { id: ID }]],
  ])('revokes with %s', async (_, entries) => {
    expect(await said(list(entries))).toBe('failed status/revoked');
  });

  it('revokes under the plural name as well', async () => {
    const plural = list(undefined, { revokedCredentials: [{ id: ID }] });
    expect(await said(plural)).toBe('failed status/revoked');
    const both = list([], { revokedCredentials: [{ id: ID }] });
    expect(await said(both)).toBe('failed status/revoked');
  });

  it('passes on the reason and the day', async () => {
    const entries = [{ id: ID, revocationReason: 'Issued twice' }];
    expect(await said(list(entries), { readAt: '2026-05-12T08:00:00Z' })).toBe(
      'failed status/revoked 2026-05-12 Issued twice',
    );
  });

  it.each([
    ['nobody', []],
    ['somebody else', [{ id: 'urn:uuid:0' }]],
    ['an entry taken back', [{ id: ID, revoked: false }]],
  ])('that lists %s clears the credential', async (_, entries) => {
    expect(await said(list(entries))).toBe('passed status/good');
  });

  it.each([
    ['has no list inside', { id: NAMED, issuer: ISSUER }, 'status/not-a-list quarry.example'],
    ['is an error told as an answer', { error: 'gone' }, 'status/not-a-list quarry.example'],
    [
      'names another issuer',
      list([{ id: ID }], { issuer: 'https://other.example/i' }),
      'status/list-of-other-issuer other.example quarry.example',
    ],
    [
      'names no issuer',
      list([], { issuer: undefined }),
      'status/list-of-other-issuer somebody unnamed quarry.example',
    ],
    ['has an entry without an id', list([{ revoked: true }]), 'status/list-unusable'],
    [
      'gives another address as its own',
      list([], { id: 'https://quarry.example/revocations/2' }),
      'remote/other-document quarry.example',
    ],
  ])('that %s clears nobody', async (_, document, reason) => {
    expect(await said(document)).toBe(`not-checked ${reason}`);
  });

  it('on another site clears nobody unless the person knows the site, but it can revoke', async () => {
    const url = 'https://elsewhere.example/revocations';
    const away = (entries: unknown): Json => list(entries, { id: url });
    expect(await said(away([]), { url })).toBe(
      'not-checked status/list-not-on-issuers-site elsewhere.example quarry.example',
    );
    const trust = trustIn(ISSUER, 'https://elsewhere.example/issuer');
    expect(await said(away([]), { url, trust })).toBe('passed status/good');
    expect(await said(away([{ id: ID }]), { url })).toBe('failed status/revoked');
  });

  it('cannot look up a credential without an id', async () => {
    expect(await said(list([]), { credential: { issuer: ISSUER } })).toBe(
      'not-checked status/no-id-to-look-up',
    );
  });

  it('is named in the intermediate values', async () => {
    const facts: string[] = [];
    const documents = createDocumentReader(() =>
      Promise.resolve({ status: 200, mediaType: '', text: JSON.stringify(list([])) }),
    );
    await checkNamedList(NAMED, {
      credential: CREDENTIAL,
      documents,
      trust: NO_TRUST,
      note: ({ name }) => facts.push(name),
    });
    expect(facts).toEqual(['list', 'list-sha256', 'entries']);
  });
});
