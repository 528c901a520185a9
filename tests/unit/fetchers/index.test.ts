import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ProblemCode } from '../../../src/domain/problem.ts';
import type { FetchedFiles, FetchProgress } from '../../../src/fetchers/fetcher.ts';
import { fetchers, recogniseFetch } from '../../../src/fetchers/index.ts';
import { readPayload } from '../../../src/formats/payload.ts';
import { readExport } from '../../../src/providers/read-export.ts';
import type { Result } from '../../../src/domain/result.ts';
import { expectOk, expectProblem } from '../../support/library-host.ts';
import {
  startProviderStub,
  type ProviderStub,
  type StubFault,
} from '../../support/provider-stub.ts';
import { CANARY, STUB_UUID } from '../../support/provider-stub-answers.ts';
import { STUB_CASES, type StubCase } from '../../support/provider-stub-cases.ts';
import { stubDoor, type StubDoor } from '../../support/provider-stub-door.ts';

const QUIET: FetchProgress = { onProgress: () => undefined, isCancelled: () => false };
/** Faults and what a person is told, for fetchers that read JSON; pages differ where a row says so. */
const FAULTS: readonly (readonly [StubFault, ProblemCode, page?: ProblemCode])[] = [
  ['not-found', 'net/not-found'],
  ['gone', 'net/gone'],
  ['too-many-requests', 'net/too-many-requests'],
  ['server-error', 'net/server-error'],
  ['timeout', 'net/timed-out'],
  ['hang-up', 'net/unreachable'],
  ['html', 'net/wrong-type', 'net/changed-shape'],
  ['changed-shape', 'net/changed-shape'],
  ['truncated', 'net/changed-shape'],
  ['redirect', 'net/not-allowed'],
  ['gzip-bomb', 'net/too-large'],
];

let stub: ProviderStub;
beforeAll(async () => {
  stub = await startProviderStub();
});
afterEach(() => stub.reset());
afterAll(() => stub.close());

function run(
  pasted: string,
  progress = QUIET,
  timeoutMs?: number,
): { answer: Promise<Result<FetchedFiles>>; door: StubDoor; hosts: readonly string[] } {
  const found = recogniseFetch(pasted);
  if (!found) throw new Error(`not recognised: ${pasted}`);
  const door = stubDoor(stub.port, found.target.hosts, timeoutMs);
  const answer = found.fetcher.fetch(found.target, door.door, progress);
  return { answer, door, hosts: found.target.hosts };
}

function textOf(files: FetchedFiles): string {
  return files.files.map(({ bytes }) => new TextDecoder('latin1').decode(bytes)).join('\n');
}

describe('every fetcher', () => {
  it('has a journey here', () => {
    expect(STUB_CASES.map((one) => one.fetcher).sort()).toEqual(
      fetchers.map(({ id }) => id).sort(),
    );
  });

  it.each(STUB_CASES)('$fetcher brings the files of what was pasted', async (one: StubCase) => {
    const files = expectOk(await run(one.pasted).answer);
    expect(files.problems).toEqual([]);
    expect(files.files.map(({ name }) => name)).toEqual(one.files);
    for (const held of one.holds) expect(textOf(files)).toContain(held);
  });

  it.each(STUB_CASES)('$fetcher brings files that the readers understand', async (one) => {
    const files = expectOk(await run(one.pasted).answer);
    for (const { name, bytes } of files.files.filter((file) => file.name.endsWith('.json'))) {
      const reading = readPayload(new TextDecoder().decode(bytes), 'json', readExport);
      expect(reading.items, name).toHaveLength(1);
      expect(reading.items[0]?.achievement.name, name).not.toBe('');
      expect(reading.items[0]?.issuer.name, name).toBeTypeOf('string');
      // Trailhead tells others what was earned, but not when.
      if (!name.startsWith('trailhead-badge')) {
        expect(reading.items[0]?.issuedOn, name).toBeDefined();
      }
    }
  });

  it.each(STUB_CASES)('$fetcher gives the same bytes for the same answers', async (one) => {
    const first = expectOk(await run(one.pasted).answer);
    const second = expectOk(await run(one.pasted).answer);
    expect(second).toEqual(first);
  });

  it.each(STUB_CASES)('$fetcher keeps nothing of the fields nobody asked for', async (one) => {
    const files = expectOk(await run(one.pasted).answer);
    expect(textOf(files)).not.toContain(CANARY);
    expect(JSON.stringify(files.files.map((file) => [file.name, file.fetchedFrom]))).not.toContain(
      CANARY,
    );
  });

  it.each(STUB_CASES)('$fetcher asks only hosts it named, and tells them no more', async (one) => {
    const { answer, door, hosts } = run(`${one.pasted}${mark(one.pasted)}`);
    expectOk(await answer);
    expect(door.asked.length).toBeGreaterThan(0);
    for (const request of door.asked) {
      const url = new URL(request.url);
      expect(url.protocol).toBe('https:');
      expect(hosts).toContain(url.hostname);
      expect(request.url).not.toMatch(/utm_|ada%40|@/u);
      expect(request.authorization).toBeUndefined();
    }
  });

  const matrix = STUB_CASES.flatMap((one) =>
    FAULTS.map(([fault, json, page]) => ({
      fetcher: one.fetcher,
      fault,
      one,
      code: one.reads === 'page' ? (page ?? json) : json,
    })),
  );
  it.each(matrix)('$fetcher says $code for $fault', async ({ one, fault, code }) => {
    stub.misbehave(fault);
    const patience = fault === 'timeout' ? 100 : undefined;
    const found = expectProblem(await run(one.pasted, QUIET, patience).answer);
    expect(found.code).toBe(code);
    expect(found.params?.['host']).toBeTypeOf('string');
    if (fault === 'too-many-requests') expect(found.params?.['seconds']).toBe(7);
  });

  it.each(STUB_CASES)('$fetcher calls a closed door closed', async (one) => {
    stub.misbehave('forbidden');
    const { code } = expectProblem(await run(one.pasted).answer);
    expect(['net/made-private', 'net/refused']).toContain(code);
  });

  it.each(STUB_CASES.filter((one) => one.pages))(
    '$fetcher stops at fifty pages and keeps them',
    async (one) => {
      stub.misbehave('endless');
      const { answer, door } = run(one.pasted);
      const files = expectOk(await answer);
      expect(files.problems.map(({ code }) => code)).toEqual(['net/endless']);
      expect(files.files.length).toBeGreaterThan(0);
      expect(door.asked.length).toBeLessThanOrEqual(52);
    },
  );

  it.each(STUB_CASES)('$fetcher asks nobody once cancelled', async (one) => {
    const { answer, door } = run(one.pasted, { ...QUIET, isCancelled: () => true });
    expect(expectProblem(await answer).code).toBe('input/cancelled');
    expect(door.asked).toEqual([]);
  });

  it.each(STUB_CASES)('$fetcher counts what it does', async (one) => {
    const seen: [number, number][] = [];
    const onProgress = (done: number, total: number): void => void seen.push([done, total]);
    expectOk(await run(one.pasted, { ...QUIET, onProgress }).answer);
    expect(seen.length).toBeGreaterThan(0);
    expect(seen.every(([done, total]) => done <= total)).toBe(true);
  });
});

describe('a Credly profile', () => {
  it('keeps the badges of the pages before one that failed', async () => {
    stub.misbehave('server-error', 1);
    const files = expectOk(await run('https://www.credly.com/users/ada-fernside').answer);
    expect(files.files.map(({ name }) => name)).toEqual([`credly-${STUB_UUID}.json`]);
    expect(files.problems.map(({ code }) => code)).toContain('net/server-error');
  });

  it('stays as it is when there are no outside badges', async () => {
    stub.answerWith((request) =>
      request.path.includes('external_badges')
        ? { status: 404, mediaType: 'application/json', body: '{}' }
        : undefined,
    );
    const files = expectOk(await run('https://www.credly.com/users/ada-fernside').answer);
    expect(files.files).toHaveLength(2);
    expect(files.problems).toEqual([]);
  });
});

describe('a Credly badge', () => {
  const pasted = `https://www.credly.com/badges/${STUB_UUID}`;

  it('falls back to the assertion, joined with its badge and issuer', async () => {
    const base = 'https://api.credly.com/v1/obi/v2';
    const answers: Readonly<Record<string, unknown>> = {
      [`/api/v1/obi/v2/badge_assertions/${STUB_UUID}`]: {
        '@context': 'https://w3id.org/openbadges/v2',
        type: 'Assertion',
        id: `${base}/badge_assertions/${STUB_UUID}`,
        badge: `${base}/badge_classes/5`,
        issuedOn: '2024-01-02T00:00:00Z',
        recipient: { type: 'email', hashed: true, identity: `sha256$${'1'.repeat(64)}` },
        verification: { type: 'hosted' },
      },
      '/v1/obi/v2/badge_classes/5': { name: 'Hay Making', issuer: `${base}/issuers/6` },
      '/v1/obi/v2/issuers/6': { name: 'Larkfield Trust' },
    };
    stub.answerWith((request) => {
      const body = answers[request.path];
      return {
        status: body === undefined ? 404 : 200,
        mediaType: 'application/json',
        body: JSON.stringify(body ?? {}),
      };
    });
    const files = expectOk(await run(pasted).answer);
    const reading = readPayload(textOf(files), 'json');
    expect(reading.items[0]?.achievement.name).toBe('Hay Making');
    expect(reading.items[0]?.issuer.name).toBe('Larkfield Trust');
  });

  it('does not take the answer about another badge', async () => {
    const other = 'https://www.credly.com/badges/99999999-4a3d-4e5f-8a9b-1c2d3e4f5a6b';
    expect(expectProblem(await run(other).answer).code).toBe('net/changed-shape');
  });
});

describe('files of hosted badges', () => {
  const HOSTED = [
    'badgr-assertion',
    'badgr-collection',
    'open-badge-factory',
    'moodle',
    'hosted-badge',
  ];

  it.each(STUB_CASES.filter((one) => HOSTED.includes(one.fetcher)))(
    '$fetcher: one JSON file says title, issuer and date',
    async (one) => {
      const files = expectOk(await run(one.pasted).answer);
      const [json] = files.files;
      const [item] = readPayload(new TextDecoder().decode(json?.bytes), 'json').items;
      expect(item?.achievement.name).toBe('Stone Walling');
      expect(item?.issuer.name).toBe('Larkfield Trust');
      expect(item?.issuedOn?.text).toMatch(/^2024-03-04/u);
    },
  );

  it('keeps what it has when the badge is on a host that was not shown', async () => {
    stub.answerWith((request) =>
      request.path === '/assertions/77.json'
        ? {
            status: 200,
            mediaType: 'application/json',
            body: JSON.stringify({
              type: 'Assertion',
              badge: 'https://elsewhere.example/badge.json',
              issuedOn: '2024-03-04',
              recipient: { type: 'email', identity: 'x' },
            }),
          }
        : undefined,
    );
    const { answer, door } = run('https://badges.larkfield.example/assertions/77.json');
    const files = expectOk(await answer);
    expect(files.files).toHaveLength(1);
    expect(files.problems[0]).toMatchObject({
      code: 'net/not-allowed',
      params: { host: 'elsewhere.example' },
    });
    expect(door.asked).toHaveLength(1);
  });

  it('says that a revoked assertion is gone', async () => {
    const body = JSON.stringify({ id: 'https://badges.larkfield.example/a', revoked: true });
    stub.answerWith(() => ({ status: 200, mediaType: 'application/json', body }));
    const { answer } = run('https://badges.larkfield.example/assertions/77.json');
    expect(expectProblem(await answer).code).toBe('net/gone');
  });

  it('keeps a signed credential and a token byte for byte', async () => {
    const signed = '{ "issuer":"did:example:1",  "credentialSubject": {"id":"x"},"proof":{}}';
    const token = `${btoa('{"alg":"EdDSA"}').replace(/=+$/u, '')}.e30.c2ln`;
    const seen: string[] = [];
    for (const body of [signed, token]) {
      stub.answerWith(() => ({ status: 200, mediaType: 'application/json', body }));
      const { answer } = run('https://badges.larkfield.example/assertions/77.json');
      const files = expectOk(await answer);
      expect(textOf(files)).toBe(body);
      seen.push(files.files[0]?.name ?? '');
    }
    expect(seen).toEqual(['badges.larkfield.example-77.json', 'badges.larkfield.example-77.jwt']);
  });
});

describe('what providers say with status 200', () => {
  const answering = (value: unknown): void =>
    stub.answerWith(() => ({
      status: 200,
      mediaType: 'application/json',
      body: JSON.stringify(value),
    }));
  const pastedFor = (fetcher: string): string =>
    STUB_CASES.find((one) => one.fetcher === fetcher)?.pasted ?? '';
  const kind = '__typename';

  it.each([
    ['trailhead', { data: { profile: { [kind]: 'PrivateProfile' } } }, 'net/made-private'],
    ['trailhead', { data: { profile: null } }, 'net/not-found'],
    ['trailhead', { errors: [{ message: 'no such field' }] }, 'net/changed-shape'],
    ['accredible', { data: { id: 44556677, private: true } }, 'net/made-private'],
    ['accredible', { data: { id: 1, name: 'Other', issuer: { name: 'X' } } }, 'net/changed-shape'],
    ['freecodecamp', { messages: [{ message: 'flash.profile-private' }] }, 'net/made-private'],
    ['freecodecamp', { messages: [{ message: 'flash.username-not-found' }] }, 'net/not-found'],
    ['open-badge-passport', { id: 4711, visibility: 'private' }, 'net/made-private'],
    ['hosted-badge', { badge: 7, hello: 'world' }, 'net/changed-shape'],
  ] as const)('%s: %j is %s', async (fetcher, value, code) => {
    answering(value);
    expect(expectProblem(await run(pastedFor(fetcher)).answer).code).toBe(code);
  });
});

describe('a fetch of a profile in which one entry has another form', () => {
  it('uses nothing of the answer', async () => {
    const good = {
      id: 'a1',
      attributes: { status: 'test_passed', certificate: { label: 'Sorting' } },
    };
    const body = JSON.stringify({ data: [good, { id: 'b2', attributes: 'moved' }] });
    stub.answerWith(() => ({ status: 200, mediaType: 'application/json', body }));
    const { answer } = run('https://www.hackerrank.com/profile/ada_fernside');
    expect(expectProblem(await answer).code).toBe('net/changed-shape');
  });
});

/** Tracking and a fragment, added the way that mails do. */
function mark(pasted: string): string {
  return `${pasted.includes('?') ? '&' : '?'}utm_source=mail&identity__email=ada%40mail.example`;
}
