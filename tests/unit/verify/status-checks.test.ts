import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { badge, type Json, newSigner, said, V2, verify, withProof } from './workshop.ts';

const signer = newSigner();
const LIST = 'https://quarry.example/status/3';

function entry(changes: Json = {}): Json {
  return {
    id: `${LIST}#5`,
    type: 'BitstringStatusListEntry',
    statusPurpose: 'revocation',
    statusListIndex: '5',
    statusListCredential: LIST,
    ...changes,
  };
}

/** An encoded list with one place set. */
function encoded(place: number | undefined, bytes = 16_384): string {
  const bits = Buffer.alloc(bytes);
  if (place !== undefined) bits[place >> 3] = 0x80 >> (place & 7);
  return `u${gzipSync(bits).toString('base64url')}`;
}

async function list(encodedList: string, changes: Json = {}, by = signer): Promise<Json> {
  const subject = {
    id: `${LIST}#list`,
    type: 'BitstringStatusList',
    statusPurpose: 'revocation',
    encodedList,
  };
  return withProof(
    {
      '@context': [V2],
      id: LIST,
      type: ['VerifiableCredential', 'BitstringStatusListCredential'],
      issuer: by.did,
      validFrom: '2025-01-01T00:00:00Z',
      credentialSubject: { ...subject, ...(changes['subject'] as Json | undefined) },
      ...(changes['list'] as Json | undefined),
    },
    by,
  );
}

async function revocation(status: Json | readonly Json[], document: unknown): Promise<string> {
  const credential = await withProof(badge(signer.did, { credentialStatus: status }), signer);
  return said(await verify(credential, { documents: { [LIST]: document } }), 'revocation');
}

describe('a status list', () => {
  it('of the issuer that does not hold the credential is good', async () => {
    expect(await revocation(entry(), await list(encoded(6)))).toBe('passed status/good');
  });

  it('that holds the credential revokes it, and the report says so beside its standing', async () => {
    const credential = await withProof(badge(signer.did, { credentialStatus: entry() }), signer);
    const report = await verify(credential, { documents: { [LIST]: await list(encoded(5)) } });
    expect(said(report, 'revocation')).toBe('failed status/revoked');
    expect(report.flags).toEqual(['revoked']);
    expect(report.materials.map(({ url }) => url)).toContain(LIST);
  });

  it('answers suspension apart from revocation', async () => {
    const suspended = entry({ statusPurpose: 'suspension' });
    const credential = await withProof(badge(signer.did, { credentialStatus: suspended }), signer);
    const document = await list(encoded(5), { subject: { statusPurpose: 'suspension' } });
    const report = await verify(credential, { documents: { [LIST]: document } });
    expect(said(report, 'revocation')).toBe('not-applicable status/no-way-to-revoke');
    expect(report.flags).toEqual(['suspended']);
  });

  it('is looked at for every entry, not only the first', async () => {
    const entries = [entry(), entry({ id: `${LIST}#9`, statusListIndex: '9' })];
    expect(await revocation(entries, await list(encoded(9)))).toBe('failed status/revoked');
  });

  it.each(['07', '-1', '1e9', '9007199254740993', '131072', 1.5, ' 5', ''])(
    'has no place %j',
    async (statusListIndex) => {
      const document = await list(encoded(undefined));
      expect(await revocation(entry({ statusListIndex }), document)).toBe(
        'not-checked status/list-unusable',
      );
    },
  );

  it.each([
    ['an answer 404', 404, 'status/needs-network'],
    ['an answer 500', 500, 'status/needs-network'],
    ['a web page', '<html></html>', 'status/list-unusable'],
    ['another record', { hello: 'there' }, 'status/list-unusable'],
  ])('that is %s says nothing', async (_, document, reason) => {
    expect(await revocation(entry(), document)).toBe(`not-checked ${reason}`);
  });

  it('that was altered says nothing', async () => {
    const altered = { ...(await list(encoded(5))), validFrom: '2025-01-02T00:00:00Z' };
    expect(await revocation(entry(), altered)).toBe('not-checked status/list-not-trusted');
  });

  it('of somebody else cannot clear the credential', async () => {
    const stranger = await list(encoded(undefined), {}, newSigner());
    expect(await revocation(entry(), stranger)).toBe('not-checked status/list-not-trusted');
  });

  it.each([
    ['has ended', { list: { validUntil: '2026-01-01T00:00:00Z' } }, 'status/list-out-of-date'],
    ['is for another purpose', { subject: { statusPurpose: 'message' } }, 'status/list-unusable'],
  ])('that %s says nothing', async (_, changes: Json, reason) => {
    expect(await revocation(entry(), await list(encoded(5), changes))).toBe(
      `not-checked ${reason}`,
    );
  });

  it('that is one byte short of the standard cannot clear the credential', async () => {
    expect(await revocation(entry(), await list(encoded(undefined, 16_383)))).toBe(
      'not-checked status/list-unusable',
    );
  });

  it('that inflates without end is given up', async () => {
    const bomb = `u${gzipSync(Buffer.alloc(64 * 1024 * 1024)).toString('base64url')}`;
    expect(await revocation(entry(), await list(bomb))).toBe('not-checked status/list-unusable');
  });
});

describe('a 1EdTech revocation list', () => {
  const OB3_LISTS = [
    V2,
    'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
    'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json',
  ];
  const named = badge(signer.did, {
    '@context': OB3_LISTS,
    credentialStatus: { id: LIST, type: '1EdTechRevocationList' },
  });

  it.each([
    [[{ id: named['id'], revoked: true }], signer.did, 'failed status/revoked'],
    [[{ id: named['id'] }], signer.did, 'failed status/revoked'],
    [[{ id: named['id'], revoked: false }], signer.did, 'passed status/good'],
    [[], signer.did, 'passed status/good'],
    [[], 'did:key:z6MkOther', 'not-checked status/list-not-trusted'],
  ])('%j by %s', async (revokedCredential, issuer, expected) => {
    const documents = { [LIST]: { id: LIST, issuer, revokedCredential } };
    expect(said(await verify(await withProof(named, signer), { documents }), 'revocation')).toBe(
      expected,
    );
  });
});
