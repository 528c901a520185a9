// Whatever goes wrong with a document on a site, no check that rests on it says that it passed, none blames the
// credential for it, and each failure has a sentence of its own.
import { describe, expect, it } from 'vitest';
import type { ProblemCode } from '../../src/domain/problem.ts';
import { reasonWording } from '../../src/domain/reason-wording.ts';
import {
  type CheckName,
  type CheckResult,
  checkOf,
  type VerificationReport,
} from '../../src/domain/report.ts';
import {
  keyScenes,
  openBadges2Scenes,
  type Scene,
  statusScenes,
} from '../support/honesty-scenes.ts';
import {
  type Answer,
  asToken,
  badgeWith,
  encodedList,
  entryOf,
  type Json,
  LIST,
  type ListChanges,
  listOf2021,
  listOfBits,
  newSigner,
  saidOf,
  tokenBadgeWith,
  trustIn,
  unsignedList,
  verifyWith,
} from '../support/status-lists.ts';

type NetCode = Extract<ProblemCode, `net/${string}`>;
/** Complete by its type: a new way to fail does not compile until it stands here. */
const NET_CODES: Readonly<Record<NetCode, true>> = {
  'net/not-allowed': true,
  'net/not-https': true,
  'net/private-address': true,
  'net/unreachable': true,
  'net/timed-out': true,
  'net/too-many-redirects': true,
  'net/too-large': true,
  'net/wrong-type': true,
  'net/changed-shape': true,
  'net/not-found': true,
  'net/gone': true,
  'net/made-private': true,
  'net/too-many-requests': true,
  'net/refused': true,
  'net/server-error': true,
  'net/endless': true,
  'net/forbidden-by-terms': true,
  'net/sign-in-failed': true,
  'net/too-many-for-one-check': true,
  'net/address-refused': true,
  'net/name-not-found': true,
  'net/no-connection': true,
  'net/insecure': true,
  'net/connection-lost': true,
  'net/too-slow': true,
  'net/cut-off': true,
  'net/damaged-answer': true,
  'net/headers-too-large': true,
  'net/unpacks-too-large': true,
  'net/unknown-packing': true,
  'net/bad-redirect': true,
  'net/busy': true,
};

type Breakage = { readonly name: string; readonly answer: Answer; readonly problem: NetCode };

const BREAKAGES: readonly Breakage[] = [
  ...(Object.keys(NET_CODES) as readonly NetCode[]).map((code) => ({
    name: code,
    answer: { failure: code },
    problem: code,
  })),
  { name: 'status 404', answer: 404, problem: 'net/not-found' },
  { name: 'status 410', answer: 410, problem: 'net/gone' },
  { name: 'status 403', answer: 403, problem: 'net/refused' },
  { name: 'status 429', answer: 429, problem: 'net/too-many-requests' },
  { name: 'status 500', answer: 500, problem: 'net/server-error' },
  { name: 'status 302', answer: 302, problem: 'net/changed-shape' },
  {
    name: 'a sign-in page',
    answer: '<!doctype html><title>Sign in</title>',
    problem: 'net/wrong-type',
  },
  { name: 'nothing at all', answer: '', problem: 'net/changed-shape' },
  { name: 'a list of things', answer: '[1, 2]', problem: 'net/changed-shape' },
  { name: 'a bare word', answer: '"ok"', problem: 'net/changed-shape' },
  { name: 'null', answer: 'null', problem: 'net/changed-shape' },
  {
    name: 'half an answer',
    answer: '{"@context": ["https://www.w3.or',
    problem: 'net/changed-shape',
  },
  { name: 'a field twice', answer: '{"id": "a", "id": "b"}', problem: 'net/changed-shape' },
];

/** Words that blame a credential; what a site does wrong is never put like that. */
const BLAME = /invalid|forg|fake|counterfeit|tamper|not genuine|untrue|\bfalsified/iu;

let cases = 0;
/** Every sentence that was met, under the failure it stands for. */
const sentences = new Map<string, string>();

function sentenceOf({ reason, params }: CheckResult): string {
  const found = reasonWording(reason, params);
  for (const reader of ['holder', 'employer'] as const) {
    expect(reasonWording(reason, params, reader)).not.toMatch(BLAME);
  }
  return found;
}

/** What must hold whatever happened to a document: nothing that rests on it passed. */
function expectNothingClaimed(report: VerificationReport, checks: readonly CheckName[]): void {
  for (const name of checks) {
    const result = checkOf(report, name);
    expect(result.outcome).not.toBe('passed');
    expect(result.outcome).not.toBe('not-applicable');
    for (const detail of result.details ?? []) expect(detail.outcome).not.toBe('passed');
  }
  expect(['proven', 'confirmed']).not.toContain(report.standing);
}

const SCENES: readonly Scene[] = [
  ...(await statusScenes()),
  ...(await keyScenes()),
  ...openBadges2Scenes(),
];

describe.each(SCENES)('$name', (scene) => {
  const checks = Object.keys(scene.unasked) as readonly CheckName[];
  const verify = (answer: Answer | undefined): Promise<VerificationReport> => {
    const { [scene.broken]: _, ...rest } = scene.answers;
    const answers = answer === undefined ? rest : { ...rest, [scene.broken]: answer };
    return verifyWith(scene.payload, answers, scene.trust ? { trust: scene.trust } : {});
  };

  it('holds when every document is there', async () => {
    const report = await verify(scene.answers[scene.broken]);
    for (const name of checks) expect(checkOf(report, name).outcome).toBe('passed');
    expect(['proven', 'confirmed']).toContain(report.standing);
  });

  it('waits while nobody asked for the document, and offline', async () => {
    for (const report of [await verify(undefined), await verifyWith(scene.payload, undefined)]) {
      cases += 1;
      expectNothingClaimed(report, checks);
    }
    const report = await verify(undefined);
    const said = Object.fromEntries(checks.map((name) => [name, saidOf(report, name)]));
    expect(said).toEqual(scene.unasked);
    expect(report.flags).toEqual([]);
    expect(report.wanted?.map(({ url }) => url)).toContain(scene.broken);
  });

  it.each(BREAKAGES)('does not pass after $name', async ({ name, answer, problem }) => {
    const report = await verify(answer);
    cases += 1;
    expectNothingClaimed(report, checks);
    const telling = scene.telling?.[name];
    for (const check of checks) {
      const expected = telling?.[check];
      const result = checkOf(report, check);
      if (expected !== undefined) {
        expect(saidOf(report, check)).toBe(expected);
        continue;
      }
      // What waits for something else that failed says so; the failure itself is told by the check it met first.
      if (result.reason === 'key-binding/proof-not-verified') continue;
      expect(result).toMatchObject({
        outcome: 'not-checked',
        reason: 'remote/no-answer',
        params: { problem },
      });
      const host = new URL(scene.broken).host;
      sentences.set(problem, sentenceOf(result).replaceAll(host, 'the site'));
    }
    if (!telling) expect(report.flags).toEqual([]);
  });

  it('does not pass after an answer about something else', async () => {
    const report = await verify({ hello: 'there' });
    cases += 1;
    expectNothingClaimed(report, checks);
    const said = Object.fromEntries(checks.map((name) => [name, saidOf(report, name)]));
    expect(said).toEqual(scene.foreign);
    for (const name of checks) sentenceOf(checkOf(report, name));
    expect(report.flags).toEqual([]);
  });
});

const signer = newSigner();
const stranger = newSigner();
const CLEAR = encodedList({ 6: 1 });
const SET = encodedList({ 5: 1 });

type ListCase = {
  readonly name: string;
  readonly entry?: unknown;
  readonly encoded?: string | undefined;
  readonly changes?: ListChanges | undefined;
  readonly by?: typeof signer | undefined;
  /** Of the revocation check. */
  readonly said: string;
};

const LIST_CASES: readonly ListCase[] = [
  { name: 'is clear', said: 'passed status/good' },
  { name: 'is set', encoded: SET, said: 'failed status/revoked' },
  ...['07', '-1', '1e9', '1.0', ' 5', '', '0x5', -1, 1.5, 2 ** 53 + 2, true, null].map(
    (written) => ({
      name: `is asked for place ${JSON.stringify(written)}`,
      entry: entryOf({ statusListIndex: written }),
      said: 'not-checked status/entry-unusable',
    }),
  ),
  ...['131072', '9007199254740993', 1e9].map((written) => ({
    name: `has no place ${JSON.stringify(written)}`,
    entry: entryOf({ statusListIndex: written }),
    said: 'not-checked status/no-such-place',
  })),
  {
    name: 'is one byte short',
    encoded: encodedList({}, { bytes: 16_383 }),
    said: 'not-checked status/list-too-short',
  },
  {
    name: 'is short and set',
    encoded: encodedList({ 5: 1 }, { bytes: 100 }),
    said: 'failed status/revoked',
  },
  {
    name: 'is empty',
    encoded: encodedList({}, { bytes: 0 }),
    said: 'not-checked status/no-such-place',
  },
  {
    name: 'unpacks without end',
    encoded: encodedList({}, { bytes: 40 * 1024 * 1024 }),
    said: 'not-checked status/list-too-large',
  },
  { name: 'is no gzip', encoded: 'uAAAA', said: 'not-checked status/list-unusable' },
  { name: 'is another alphabet', encoded: 'u+/+/', said: 'not-checked status/list-unusable' },
  {
    name: 'ended',
    changes: { list: { validUntil: '2026-01-01T00:00:00Z' } },
    said: 'not-checked status/list-out-of-date',
  },
  {
    name: 'ended before it began',
    changes: { list: { validUntil: '2024-01-01T00:00:00Z' } },
    said: 'not-checked status/list-out-of-date',
  },
  {
    name: 'has not begun',
    changes: { list: { validFrom: '2027-01-01T00:00:00Z' } },
    said: 'not-checked status/list-out-of-date',
  },
  {
    name: 'ended and is set',
    encoded: SET,
    changes: { list: { validUntil: '2026-01-01T00:00:00Z' } },
    said: 'failed status/revoked',
  },
  { name: 'is of another issuer', by: stranger, said: 'not-checked status/list-of-other-issuer' },
  {
    name: 'is signed by somebody else in the name of the issuer',
    by: { ...stranger, did: signer.did },
    said: 'not-checked status/list-not-trusted',
  },
  {
    name: 'was made for another address',
    changes: { list: { id: `${LIST}1` } },
    said: 'not-checked remote/other-document',
  },
  {
    name: 'is for another purpose',
    changes: { subject: { statusPurpose: 'suspension' } },
    said: 'not-checked status/list-other-purpose',
  },
  {
    name: 'is for another purpose and set',
    encoded: SET,
    changes: { subject: { statusPurpose: ['message', 'suspension'] } },
    said: 'not-checked status/list-other-purpose',
  },
  {
    name: 'is set for the second of two entries',
    entry: [entryOf(), entryOf({ statusListIndex: '6' })],
    said: 'failed status/revoked',
  },
  {
    name: 'is clear for the first of two entries and the second cannot be read',
    entry: [entryOf(), entryOf({ statusListCredential: `${LIST}9` })],
    said: 'not-checked status/needs-network',
  },
  {
    name: 'is clear and a second entry is of a kind nobody knows',
    entry: [entryOf(), { type: 'Unheard', id: LIST }],
    said: 'not-checked status/kind-not-supported',
  },
  {
    name: 'is named by a bare address',
    entry: [LIST],
    said: 'not-checked status/kind-not-supported',
  },
  {
    name: 'is asked without a purpose',
    entry: entryOf({ statusPurpose: undefined }),
    said: 'not-checked status/entry-unusable',
  },
  {
    name: 'is asked at an address that is none',
    entry: entryOf({ statusListCredential: 'not an address' }),
    said: 'not-checked status/entry-unusable',
  },
];

describe('a status list that was read', () => {
  const payloadOf = { token: tokenBadgeWith, badge: badgeWith } as const;
  const cannotSign = new Set(['is clear and a second entry is of a kind nobody knows']);

  it.each(
    LIST_CASES.flatMap((one) => [
      { ...one, kind: 'token' as const, list: 'json' as const },
      { ...one, kind: 'token' as const, list: 'token' as const },
      { ...one, kind: 'token' as const, list: 'of 2021' as const },
      { ...one, kind: 'badge' as const, list: 'json' as const },
    ]),
  )('and $name ($kind, list $list)', async (one) => {
    const by = one.by ?? signer;
    const encoded = one.encoded ?? CLEAR;
    const old = one.list === 'of 2021';
    const listed = old
      ? await listOf2021(by, encoded, inWordsOf2021(one.changes))
      : one.list === 'token'
        ? asToken(by, unsignedList(by.did, encoded, one.changes))
        : await listOfBits(by, encoded, one.changes);
    const entries = [one.entry ?? entryOf()].flat() as unknown[] as readonly Json[];
    const status = old
      ? entries.map((entry) =>
          entry['type'] === 'BitstringStatusListEntry'
            ? { ...entry, type: 'StatusList2021Entry' }
            : entry,
        )
      : entries;
    // What no vocabulary defines can only be signed as a token.
    const isSignable = one.kind === 'badge' && !cannotSign.has(one.name) && isPlain(status);
    const payload = await payloadOf[isSignable ? 'badge' : 'token'](signer, status);
    const report = await verifyWith(payload, { [LIST]: listed });
    cases += 1;
    expect(saidOf(report, 'revocation')).toBe(one.said);
    expect(report.flags.includes('revoked')).toBe(one.said.startsWith('failed'));
    if (!one.said.startsWith('passed')) {
      if (one.said.startsWith('not-checked')) {
        // A short list was read and is clear; it only hides too badly whose place was looked up.
        if (!one.said.endsWith('list-too-short')) expect(report.standing).not.toBe('proven');
        sentenceOf(checkOf(report, 'revocation'));
      }
    } else {
      expect(report.standing).toBe('proven');
    }
  });

  it('and is another issuer’s counts only by the person’s own trust', async () => {
    const list = await listOfBits(stranger, CLEAR);
    const payload = await badgeWith(signer, entryOf());
    const trusted = await verifyWith(payload, { [LIST]: list }, { trust: trustIn(stranger.did) });
    expect(saidOf(trusted, 'revocation')).toBe('passed status/good');
  });
});

/** True for entries that an embedded proof can be made over. */
function isPlain(status: readonly unknown[]): boolean {
  return status.every((entry) => {
    if (typeof entry !== 'object' || entry === null) return false;
    const index = (entry as Json)['statusListIndex'];
    const url = (entry as Json)['statusListCredential'];
    return typeof index === 'string' && typeof url === 'string' && url.startsWith('https:');
  });
}

function inWordsOf2021(changes: ListChanges = {}): ListChanges {
  const { validFrom, validUntil, ...list } = changes.list ?? {};
  return {
    ...(changes.subject ? { subject: changes.subject } : {}),
    list: {
      ...list,
      ...(validFrom === undefined ? {} : { issuanceDate: validFrom }),
      ...(validUntil === undefined ? {} : { expirationDate: validUntil }),
    },
  };
}

describe('all of it', () => {
  it('was at least three hundred cases', () => {
    expect(cases).toBeGreaterThanOrEqual(300);
  });

  it('has a sentence of its own for each failure', () => {
    expect([...sentences.keys()].sort()).toEqual(Object.keys(NET_CODES).sort());
    expect(new Set(sentences.values()).size).toBe(sentences.size);
  });
});
