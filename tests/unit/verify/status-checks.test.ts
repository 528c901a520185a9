import { sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { reasonWording } from '../../../src/domain/reason-wording.ts';
import { type CheckName, checkOf } from '../../../src/domain/report.ts';
import {
  type Answer,
  asToken,
  badgeWith,
  encodedList,
  entryOf,
  type Json,
  LIST,
  listOf2021,
  listOfBits,
  newSigner,
  readAt,
  saidOf,
  tokenBadgeWith,
  type StatusOptions,
  trustIn,
  unsignedList,
  verifyWith,
} from '../../support/status-lists.ts';
import { token, V1 } from './workshop.ts';

const signer = newSigner();
const CLEAR = encodedList({ 6: 1 });
const SET = encodedList({ 5: 1 });

async function ask(
  status: unknown,
  answer: Answer,
  options: StatusOptions & { readonly check?: CheckName; readonly asToken?: boolean } = {},
): Promise<string> {
  const credential = options.asToken
    ? tokenBadgeWith(signer, status)
    : await badgeWith(signer, status);
  const report = await verifyWith(credential, { [LIST]: answer }, options);
  return saidOf(report, options.check ?? 'revocation');
}

describe('a status list of the issuer', () => {
  it('in which the place is clear is good', async () => {
    expect(await ask(entryOf(), await listOfBits(signer, CLEAR))).toBe('passed status/good');
  });

  it('in which the place is set revokes, and the report says so beside its standing', async () => {
    const credential = await badgeWith(signer, entryOf());
    const report = await verifyWith(credential, { [LIST]: await listOfBits(signer, SET) });
    expect(saidOf(report, 'revocation')).toBe('failed status/revoked');
    expect(report.flags).toEqual(['revoked']);
    expect(report.materials.map(({ url }) => url)).toContain(LIST);
  });

  it('may be of the older kinds, with and without the multibase letter', async () => {
    const entry = entryOf({ type: 'StatusList2021Entry', statusListIndex: 5 });
    const bare = (values: Record<number, number>): string => encodedList(values, { prefix: '' });
    const said = async (encoded: string): Promise<string> =>
      ask(entry, await listOf2021(signer, encoded), { asToken: true });
    expect(await said(bare({ 6: 1 }))).toBe('passed status/good');
    expect(await said(bare({ 5: 1 }))).toBe('failed status/revoked');
    expect(await said(CLEAR)).toBe('passed status/good');
  });

  it('may be a signed token', async () => {
    const list = asToken(signer, unsignedList(signer.did, CLEAR));
    expect(await ask(entryOf(), list)).toBe('passed status/good');
    const forged = list.replace(/.{8}$/u, 'AAAAAAAA');
    expect(await ask(entryOf(), forged)).toBe('not-checked status/list-not-trusted');
  });

  it('of Revocation List 2020 is read as well', async () => {
    const { validFrom: _, ...old } = unsignedList(signer.did, CLEAR, {
      subject: { type: 'RevocationList2020', statusPurpose: undefined },
      list: {
        '@context': [V1, 'https://w3id.org/vc-revocation-list-2020/v1'],
        type: ['VerifiableCredential', 'RevocationList2020Credential'],
        issuanceDate: '2025-01-01T00:00:00Z',
      },
    });
    const list = token(
      { alg: 'EdDSA', typ: 'JWT', kid: signer.method },
      { iss: signer.did, jti: LIST, nbf: 1_735_689_600, vc: old },
      (data) => sign(null, data, signer.privateKey),
    );
    const entry = {
      type: 'RevocationList2020Status',
      revocationListIndex: '5',
      revocationListCredential: LIST,
    };
    expect(await ask(entry, list, { asToken: true })).toBe('passed status/good');
    const next = { ...entry, revocationListIndex: '6' };
    expect(await ask(next, list, { asToken: true })).toBe('failed status/revoked');
  });
});

describe('several entries', () => {
  it('are all looked at, not only the first', async () => {
    const entries = [entryOf(), entryOf({ statusListIndex: '9' })];
    const list = await listOfBits(signer, encodedList({ 9: 1 }));
    expect(await ask(entries, list)).toBe('failed status/revoked');
  });

  it('answer revocation and suspension apart', async () => {
    const entries = [entryOf(), entryOf({ statusPurpose: 'suspension', statusListIndex: '9' })];
    const list = await listOfBits(signer, encodedList({ 9: 1 }), {
      subject: { statusPurpose: ['revocation', 'suspension'] },
    });
    const report = await verifyWith(await badgeWith(signer, entries), { [LIST]: list });
    expect(saidOf(report, 'revocation')).toBe('passed status/good');
    expect(saidOf(report, 'suspension')).toBe('failed status/suspended');
    expect(report.flags).toEqual(['suspended']);
  });

  it('leave the one question that none of them answers without an answer', async () => {
    const list = await listOfBits(signer, SET, { subject: { statusPurpose: 'suspension' } });
    const suspension = entryOf({ statusPurpose: 'suspension' });
    expect(await ask(suspension, list)).toBe('not-applicable status/no-way-to-revoke');
  });

  it('are only good together when every one is', async () => {
    const unread = entryOf({ statusListCredential: 'https://lists.quarry.example/status/4' });
    const list = await listOfBits(signer, CLEAR);
    expect(await ask([entryOf(), unread], list)).toBe('not-checked status/needs-network');
    expect(await ask([entryOf(), { type: 'Unheard' }], list, { asToken: true })).toBe(
      'not-checked status/kind-not-supported',
    );
    expect(await ask(Array(17).fill(entryOf()), list)).toBe('not-checked status/too-many-entries');
  });

  it('of an unknown kind leave both questions open and name the kind', async () => {
    const credential = tokenBadgeWith(signer, [{ type: 'Unheard', id: LIST }]);
    const report = await verifyWith(credential, {});
    for (const name of ['revocation', 'suspension'] as const) {
      expect(checkOf(report, name)).toMatchObject({
        outcome: 'not-checked',
        reason: 'status/kind-not-supported',
        params: { kind: 'Unheard' },
      });
    }
    expect(report.standing).toBe('document');
  });

  it('that are a bare address are not taken for none', async () => {
    expect(await ask(LIST, {})).toBe('not-checked status/kind-not-supported');
  });

  it('read at different times are as good as the oldest', async () => {
    const other = 'https://lists.quarry.example/status/4';
    const list = await listOfBits(signer, CLEAR);
    const second = await listOfBits(signer, CLEAR, { list: { id: other } });
    const credential = await badgeWith(signer, [
      entryOf(),
      entryOf({ statusListCredential: other }),
    ]);
    const report = await verifyWith(credential, {
      [LIST]: readAt('2026-05-12T00:00:00Z', list),
      [other]: readAt('2026-02-01T00:00:00Z', second),
    });
    expect(checkOf(report, 'revocation').params).toEqual({ asOf: '2026-02-01' });
  });
});

describe('what lists say beside that', () => {
  const meanings = ['in review', 'accepted', 'refused', 'undefined'].map((message, value) => ({
    status: `0x${value}`,
    message,
  }));

  it('is told with its meaning and takes nothing away', async () => {
    const entry = entryOf({
      statusPurpose: 'message',
      statusSize: 2,
      statusMessage: meanings,
      statusReference: 'https://quarry.example/codes',
    });
    const encoded = encodedList({ 5: 2 }, { size: 2, bytes: 32_768 });
    const list = await listOfBits(signer, encoded, { subject: { statusPurpose: 'message' } });
    const report = await verifyWith(await badgeWith(signer, entry), { [LIST]: list });
    const revocation = checkOf(report, 'revocation');
    expect(revocation).toMatchObject({
      outcome: 'not-applicable',
      reason: 'status/no-way-to-revoke',
    });
    expect(revocation.details).toEqual([
      {
        outcome: 'not-applicable',
        reason: 'status/message',
        params: { value: '0x2', message: 'refused', reference: 'https://quarry.example/codes' },
      },
    ]);
    expect(report.flags).toEqual([]);
    expect(report.standing).toBe('proven');
  });

  it.each([
    [1, 'status/newer-copy'],
    [0, 'status/no-newer-copy'],
  ])('a refresh place of %d: %s', async (value, reason) => {
    const entry = entryOf({ statusPurpose: 'refresh' });
    const list = await listOfBits(signer, encodedList({ 5: value }), {
      subject: { statusPurpose: 'refresh' },
    });
    const report = await verifyWith(await badgeWith(signer, entry), { [LIST]: list });
    expect(checkOf(report, 'revocation').details?.[0]?.reason).toBe(reason);
  });

  it('by a list that nobody read leaves revocation as it is', async () => {
    const entries = [
      entryOf(),
      entryOf({ statusPurpose: 'message', statusListCredential: `${LIST}0` }),
    ];
    const report = await verifyWith(await badgeWith(signer, entries), {
      [LIST]: await listOfBits(signer, CLEAR),
      [`${LIST}0`]: 404,
    });
    expect(saidOf(report, 'revocation')).toBe('passed status/good');
    expect(checkOf(report, 'revocation').details?.[1]?.reason).toBe('remote/no-answer');
  });

  it('any value but 0 revokes where places are larger', async () => {
    const entry = entryOf({ statusSize: 2, statusMessage: meanings });
    const of = (value: number): Promise<Json> =>
      listOfBits(signer, encodedList({ 5: value }, { size: 2, bytes: 32_768 }));
    expect(await ask(entry, await of(2))).toBe('failed status/revoked');
    expect(await ask(entry, await of(0))).toBe('passed status/good');
    // Places of two bits need twice the bits.
    expect(await ask(entry, await listOfBits(signer, encodedList({}, { size: 2 })))).toBe(
      'not-checked status/list-too-short',
    );
  });

  it('a list that says another size than the entry is not read at all', async () => {
    const list = asToken(signer, unsignedList(signer.did, CLEAR, { subject: { statusSize: 2 } }));
    expect(await ask(entryOf(), list)).toBe('not-checked status/entry-unusable');
  });
});

describe('a list that is not the issuer’s own', () => {
  const keeper = newSigner();

  it('clears nobody, and both names are said', async () => {
    const credential = await badgeWith(signer, entryOf());
    const report = await verifyWith(credential, { [LIST]: await listOfBits(keeper, CLEAR) });
    const { outcome, reason, params } = checkOf(report, 'revocation');
    expect([outcome, reason]).toEqual(['not-checked', 'status/list-of-other-issuer']);
    expect(reasonWording(reason, params)).toContain(keeper.did.slice(0, 30));
    expect(reasonWording(reason, params)).toContain(signer.did.slice(0, 30));
    expect(report.standing).toBe('document');
  });

  it('counts once the person trusts its keeper', async () => {
    const list = await listOfBits(keeper, CLEAR);
    expect(await ask(entryOf(), list, { trust: trustIn(keeper.did) })).toBe('passed status/good');
  });

  it('is believed when it takes away, and it is said who says it', async () => {
    const credential = await badgeWith(signer, entryOf());
    const report = await verifyWith(credential, { [LIST]: await listOfBits(keeper, SET) });
    const { outcome, params } = checkOf(report, 'revocation');
    expect(outcome).toBe('failed');
    expect(params?.['keeper']).toBeDefined();
  });

  it.each([
    [
      'altered',
      async () => ({ ...(await listOfBits(signer, SET)), validFrom: '2025-01-02T00:00:00Z' }),
    ],
    ['with a proof by somebody else', async () => listOfBits({ ...keeper, did: signer.did }, SET)],
  ])('%s says nothing', async (_, make) => {
    expect(await ask(entryOf(), await make())).toBe('not-checked status/list-not-trusted');
  });

  it('without a proof says nothing', async () => {
    expect(await ask(entryOf(), unsignedList(signer.did, SET))).toBe(
      'not-checked status/list-not-signed',
    );
  });

  it('made for another address clears nobody, also by the same issuer', async () => {
    const replayed = await listOfBits(signer, CLEAR, { list: { id: `${LIST}1` } });
    expect(await ask(entryOf(), replayed)).toBe('not-checked remote/other-document');
  });

  it('that moved under a name of its own still clears', async () => {
    const name = 'k3Vw8Zr1Qm5Tn7Lx2Pc9';
    const moved = `https://mirror.example/lists/${name}`;
    const list = await listOfBits(signer, CLEAR, { list: { id: `https://old.example/s/${name}` } });
    const badge = await badgeWith(signer, entryOf({ statusListCredential: moved }));
    const report = await verifyWith(badge, { [moved]: list });
    expect(saidOf(report, 'revocation')).toBe('passed status/good');
    expect(report.standing).toBe('proven');
  });

  it('revokes also while it is not known whose its key is, and clears nobody then', async () => {
    const named = { list: { issuer: 'https://unread.example/issuers/9' } };
    const said = async (encoded: string): Promise<string> =>
      ask(entryOf(), await listOfBits(signer, encoded, named));
    expect(await said(SET)).toBe('failed status/revoked');
    expect(await said(CLEAR)).toMatch(/^not-checked /u);
  });

  it('whose keys nobody asked for says nothing yet', async () => {
    const list = await listOfBits(
      { ...signer, did: 'did:web:keeper.example', method: 'did:web:keeper.example#key-1' },
      CLEAR,
    );
    expect(await ask(entryOf(), list)).toBe('not-checked status/list-proof-not-checked');
  });
});

describe('a list and time', () => {
  const ended = { list: { validUntil: '2026-01-01T00:00:00Z' } };
  const later = { list: { validFrom: '2026-07-01T00:00:00Z' } };

  it.each([
    ['ended', ended],
    ['not yet begun', later],
  ])('that has %s clears nobody', async (_, changes) => {
    const list = await listOfBits(signer, CLEAR, changes);
    expect(await ask(entryOf(), list)).toBe('not-checked status/list-out-of-date');
  });

  it('revoked for good is revoked by an old list too, with the day it counted until', async () => {
    const credential = await badgeWith(signer, entryOf());
    const report = await verifyWith(credential, { [LIST]: await listOfBits(signer, SET, ended) });
    expect(checkOf(report, 'revocation')).toMatchObject({
      outcome: 'failed',
      params: { asOf: '2026-01-01' },
    });
  });

  it('suspended can be taken back, so an old list does not say it', async () => {
    const entry = entryOf({ statusPurpose: 'suspension' });
    const list = await listOfBits(signer, SET, {
      ...ended,
      subject: { statusPurpose: 'suspension' },
    });
    expect(await ask(entry, list, { check: 'suspension' })).toBe(
      'not-checked status/list-out-of-date',
    );
  });

  it('is judged when the site gave it, and the day is said', async () => {
    const credential = await badgeWith(signer, entryOf());
    const list = readAt('2025-12-31T08:00:00Z', await listOfBits(signer, CLEAR, ended));
    const report = await verifyWith(credential, { [LIST]: list });
    const { outcome, reason, params } = checkOf(report, 'revocation');
    expect(outcome).toBe('passed');
    expect(params).toEqual({ asOf: '2025-12-31' });
    expect(reasonWording(reason, params)).toContain('2025-12-31');
  });

  it('says when the issuer wants a fresh look (ttl)', async () => {
    const list = await listOfBits(signer, CLEAR, { subject: { ttl: 3_600_000 } });
    const at = async (time: string): Promise<unknown> => {
      const credential = await badgeWith(signer, entryOf());
      const report = await verifyWith(credential, { [LIST]: readAt(time, list) });
      return checkOf(report, 'revocation').params;
    };
    expect(await at('2026-06-01T11:30:00Z')).toEqual({ asOf: '2026-06-01' });
    expect(await at('2026-06-01T10:30:00Z')).toEqual({ asOf: '2026-06-01', again: 'yes' });
  });

  it('is not judged by a clock that is in doubt', async () => {
    const doubt = { isClockDoubtful: true };
    const clear = await listOfBits(signer, CLEAR);
    expect(await ask(entryOf(), clear, doubt)).toBe('not-checked time/clock-doubtful');
    const set = await listOfBits(signer, SET);
    expect(await ask(entryOf(), set, doubt)).toBe('failed status/revoked');
  });
});

describe('a list that cannot be used', () => {
  it.each<[string, Answer | (() => Promise<Answer>), string]>([
    ['is not there', 404, 'remote/no-answer'],
    ['is a web page', '<html></html>', 'remote/no-answer'],
    ['did not come', { failure: 'net/timed-out' }, 'remote/no-answer'],
    ['is half there', '{"@context": [', 'remote/no-answer'],
    ['is another record', { hello: 'there' }, 'status/not-a-list'],
    ['is a credential of another kind', () => badgeWith(signer, undefined), 'status/not-a-list'],
    [
      'lacks the type of a list',
      () => listOfBits(signer, CLEAR, { list: { type: ['VerifiableCredential'] } }),
      'status/not-a-list',
    ],
    [
      'is for another purpose',
      () => listOfBits(signer, SET, { subject: { statusPurpose: 'message' } }),
      'status/list-other-purpose',
    ],
    ['is damaged', () => listOfBits(signer, 'uH4sIdamaged'), 'status/list-unusable'],
    [
      'is one byte short',
      () => listOfBits(signer, encodedList({}, { bytes: 16_383 })),
      'status/list-too-short',
    ],
    [
      'unpacks without end',
      () => listOfBits(signer, encodedList({}, { bytes: 64 * 1024 * 1024 })),
      'status/list-too-large',
    ],
  ])('%s', async (_, answer, reason) => {
    const given = typeof answer === 'function' ? await answer() : answer;
    expect(await ask(entryOf(), given)).toBe(`not-checked ${reason}`);
  });

  it('has no place beyond its end', async () => {
    const list = await listOfBits(signer, CLEAR);
    for (const statusListIndex of ['131072', '9007199254740993', 1e9]) {
      expect(await ask(entryOf({ statusListIndex }), list)).toBe(
        'not-checked status/no-such-place',
      );
    }
  });
});

it('passes on the intermediate values', async () => {
  const facts: Record<string, string> = {};
  const credential = await badgeWith(signer, entryOf());
  await verifyWith(
    credential,
    { [LIST]: await listOfBits(signer, CLEAR) },
    {
      note: ({ check, name, value }) => {
        if (check === 'revocation') facts[name] = value;
      },
    },
  );
  expect(facts).toMatchObject({
    list: LIST,
    'list-id': LIST,
    'list-issuer': signer.did,
    'list-purposes': 'revocation',
    'list-places': '131072',
    place: '5',
    size: '1',
    value: '0x0',
  });
  expect(facts['list-sha256']).toMatch(/^[0-9a-f]{64}$/u);
});
