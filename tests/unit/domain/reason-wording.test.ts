import { describe, expect, test } from 'vitest';
import { REASON_CODES, reasonWording } from '../../../src/domain/reason-wording.ts';
import type { ReasonCode, ReasonParams } from '../../../src/domain/report.ts';

/** Every value that any sentence fills in, so that each branch can be read. */
const FULL: ReasonParams = {
  field: 'issuer.id',
  fields: 'name',
  url: 'https://words.example/v1',
  term: 'score',
  date: '2026-05-12',
  asOf: '2026-05-12',
  zone: 'none',
  verified: 1,
  total: 3,
  good: 2,
  count: 4,
  limit: 50,
  algorithm: 'none',
  suite: 'OtherSuite2030',
  host: 'issuer.example',
  ownHost: 'lssuer.example',
  claim: 'iss',
  name: 'Guild of Stargazers',
  registry: 'Harbour Registry',
  age: '2026-01-02',
  likeness: 'letters',
  scripts: 'Latin and Cyrillic',
  problem: 'net/timed-out',
  chain: 'testnet',
  keeper: 'did:web:lists.example',
  reason: 'asked by the learner',
  elsewhere: 'https://lists.example/1',
  list: 'did:web:lists.example',
  issuer: 'did:web:issuer.example',
  purposes: 'refresh',
  purpose: 'message',
  message: 'under review',
  begins: '2026-06-01',
  ended: '2026-01-01',
  again: '2026-01-02',
  kind: 'OtherList',
  organisation: 'Harbour School',
  country: 'ES',
  signed: '2025-01-01',
  from: '2024-01-01',
  until: '2024-12-31',
  authority: 'Time Office',
  item: 'Knots',
  who: 'Guild of Stargazers',
  because: 'integrity/hash-matches',
  type: 'Achievement',
  standard: 'Open Badges 3.0',
};

/** The same with the other branch of sentences that have one. */
const OTHER: readonly ReasonParams[] = [
  {},
  FULL,
  { name: 'Guild of Stargazers' },
  { ended: '2026-01-01' },
  { total: 1 },
  { because: 'recipient/is-yours' },
  { because: 'remote/no-answer', problem: 'net/private-address' },
];

/** Reasons for which a check may say that it passed, or that a fault was found in so many words. */
const MAY_CLAIM = /^(?:proof\/(?:some-)?verified|nested\/(?:all-hold|some|item-holds)$)/u;
const CLAIM =
  /(?<!\b(?:not|never|no)\b(?: \w+)?) \b(?:valid|verified|genuine|authentic|proven)\b/iu;

const PROBLEMS = [
  'net/name-not-found',
  'net/not-found',
  'net/gone',
  'net/refused',
  'net/server-error',
  'net/unreachable',
  'net/no-connection',
  'net/timed-out',
  'net/insecure',
  'net/wrong-type',
  'net/changed-shape',
  'net/private-address',
  'net/not-https',
  'net/not-allowed',
  'net/made-private',
  'net/busy',
  'library/disk-full',
  'input/took-too-long',
];

function sentencesOf(code: ReasonCode): readonly string[] {
  return OTHER.map((params) => reasonWording(code, params, 'employer'));
}

test('there are as many reasons as the union names, each with a sentence for both readers', () => {
  expect(REASON_CODES.length).toBeGreaterThan(200);
  for (const code of REASON_CODES) {
    for (const reader of ['holder', 'employer'] as const) {
      for (const params of OTHER) {
        const said = reasonWording(code, params, reader);
        expect(said, code).toMatch(/^.{8,}\.$/u);
        expect(said, code).not.toMatch(/undefined|\[object|!|\{|\}/u);
      }
    }
  }
});

describe('a sentence for an employer', () => {
  test.each(REASON_CODES)('%s speaks of the holder, not to them', (code) => {
    for (const said of sentencesOf(code)) {
      expect(said).not.toMatch(/\b(?:you|your|yours|yourself)\b/iu);
      expect(said).not.toMatch(/\bthis computer|check again|set the clock|add a newer/iu);
    }
  });

  test.each(REASON_CODES.filter((code) => !MAY_CLAIM.test(code)))(
    '%s claims nothing that only a passed check shows',
    (code) => {
      for (const said of sentencesOf(code)) expect(said).not.toMatch(CLAIM);
    },
  );

  test.each(PROBLEMS)(
    'a site that failed with %s is told without advice to the holder',
    (problem) => {
      const said = reasonWording(
        'remote/no-answer',
        { problem, host: 'issuer.example' },
        'employer',
      );
      expect(said).toContain('issuer.example');
      expect(said).toMatch(/could not be checked\.$/u);
      expect(said).not.toMatch(/\byou|your|try again|check the/iu);
    },
  );

  test('two failures of a site do not read alike', () => {
    const said = (problem: string) =>
      reasonWording('remote/no-answer', { problem, host: 'a.example' }, 'employer');
    expect(said('net/not-found')).not.toBe(said('net/timed-out'));
    expect(said('net/insecure')).not.toBe(said('net/timed-out'));
  });

  test('inside another credential the reason is put for the same reader', () => {
    const params = { item: 'Knots', because: 'integrity/hash-matches' };
    expect(reasonWording('nested/item', params)).toContain('you added');
    expect(reasonWording('nested/item', params, 'employer')).toContain('the holder added');
  });

  test('what the holder decided is said to be the holder’s decision', () => {
    const said = reasonWording('issuer-identity/pinned', { date: '2026-05-12' }, 'employer');
    expect(said).toContain('The holder marked');
    expect(said).toContain('own judgement');
  });
});

test('a reason that names itself as its own cause ends', () => {
  expect(reasonWording('nested/item', { because: 'nested/item' })).toContain(
    'could not be checked',
  );
});
