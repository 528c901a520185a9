import { describe, expect, it } from 'vitest';
import { createSites, failuresOf, hostNameOf } from '../../../src/app/ask-sites.ts';
import type { Locker } from '../../../src/app/locker.ts';
import type { Host } from '../../../src/contract/host.ts';
import type { HandedDocument, MaterialUse } from '../../../src/domain/material.ts';
import { problem } from '../../../src/domain/problem.ts';
import { type Result, err, ok } from '../../../src/domain/result.ts';

const LIST = { url: 'https://lists.example/1', use: 'status-list' } as const;
const KEPT = {
  url: LIST.url,
  status: 200,
  mediaType: 'application/json',
  text: '{"kept":true}',
  readAt: '2026-01-01T00:00:00.000Z',
} as const satisfies HandedDocument;

type Given = {
  readonly answer?: Result<unknown>;
  readonly kept?: typeof KEPT;
  readonly uses?: ReadonlySet<MaterialUse>;
  readonly isFull?: boolean;
};

function sitesOf({ answer, kept, uses, isFull }: Given) {
  const asked: unknown[] = [];
  const host = {
    invoke: async (_channel: string, request: unknown) => {
      asked.push(request);
      return answer ?? page(200, '{"fresh":true}');
    },
  } as unknown as Host;
  const locker = {
    latest: async () => kept,
    earlier: async () => undefined,
    keep: async (given: Parameters<Locker['keep']>[0]) => {
      if (isFull) return err(problem('library/disk-full'));
      const { wanted, ...rest } = given;
      return ok({ id: 'row', url: wanted.url, use: wanted.use, ...rest });
    },
  } as unknown as Locker;
  const clock = { nowMs: () => Date.parse('2030-01-01T00:00:00Z') };
  const sites = createSites({ host, locker, clock }, new Set(['lists.example']), uses);
  return { ...sites, asked };
}

function page(status: number, text: string, date?: string): Result<unknown> {
  const bytes = new TextEncoder().encode(text);
  const headers = date === undefined ? {} : { date };
  return ok({ status, url: LIST.url, mediaType: 'application/json', headers, bytes });
}

describe('asking sites', () => {
  it('says why it asks, and asks each address once', async () => {
    const sites = sitesOf({ kept: KEPT });
    const [one, two] = await Promise.all([sites.ask(LIST), sites.ask(LIST)]);
    expect(sites.asked).toEqual([{ url: LIST.url, accept: 'json', purpose: 'check-status-list' }]);
    expect(one).toBe(two);
    expect(one.document).toMatchObject({
      text: '{"fresh":true}',
      readAt: '2030-01-01T00:00:00.000Z',
    });
    expect(one.unanswered).toBeUndefined();
  });

  it.each([
    ['another host', 'https://other.example/1', ['other.example']],
    ['a part of the host', 'https://a.lists.example/1', ['a.lists.example']],
    ['plain http', 'http://lists.example/1', []],
    ['no address', 'lists.example', []],
  ])('never asks %s; it tells the host and uses what was kept', async (_, url, further) => {
    const sites = sitesOf({ kept: KEPT });
    expect(await sites.ask({ ...LIST, url })).toEqual({ document: KEPT });
    expect(sites.asked).toEqual([]);
    expect(sites.furtherHosts()).toEqual(further);
  });

  it('asks for nothing outside the uses of a private run, and names no further host for it', async () => {
    const sites = sitesOf({ uses: new Set(['status-list']) });
    expect(
      await sites.ask({ url: 'https://lists.example/did.json', use: 'controller-document' }),
    ).toEqual({});
    await sites.ask(LIST);
    expect(sites.asked).toHaveLength(1);
    expect(sites.furtherHosts()).toEqual([]);
  });

  it.each([
    ['a failure', err(problem('net/timed-out')), 'net/timed-out'],
    ['404', page(404, ''), 'net/not-found'],
    ['500', page(500, '{}'), 'net/server-error'],
    ['a sign-in page', page(200, '<p>Sign in</p>'), 'net/wrong-type'],
  ])('puts the kept copy in the place of %s, and tells it', async (_, answer, code) => {
    const unanswered = { url: LIST.url, code, at: '2030-01-01T00:00:00.000Z' };
    expect(await sitesOf({ answer, kept: KEPT }).ask(LIST)).toEqual({ document: KEPT, unanswered });
    const without = await sitesOf({ answer }).ask(LIST);
    expect(without.unanswered).toEqual(unanswered);
    expect(without.document).not.toMatchObject({ text: KEPT.text });
  });

  it('uses no answer that could not be kept', async () => {
    const { document, unanswered } = await sitesOf({ kept: KEPT, isFull: true }).ask(LIST);
    expect(document).toEqual(KEPT);
    expect(unanswered?.code).toBe('library/disk-full');
  });

  it('remembers the clock of a site, and no date that is none', async () => {
    const dated = sitesOf({ answer: page(200, '{}', 'Tue, 01 Jan 2030 00:00:07 GMT') });
    await dated.ask(LIST);
    expect(dated.clock()).toEqual({
      server: '2030-01-01T00:00:07.000Z',
      local: '2030-01-01T00:00:00.000Z',
    });
    const odd = sitesOf({ answer: page(200, '{}', 'soon') });
    await odd.ask(LIST);
    expect(odd.clock()).toBeUndefined();
  });
});

describe('failures of a run', () => {
  it('are counted by host and reason', () => {
    const at = '2030-01-01T00:00:00.000Z';
    const failures = failuresOf([
      { url: 'https://a.example/1', code: 'net/timed-out', at },
      { url: 'https://a.example/2', code: 'net/timed-out', at },
      { url: 'https://a.example/3', code: 'net/not-found', at },
      { url: 'https://b.example/1', code: 'net/timed-out', at },
    ]);
    expect(failures).toEqual([
      { host: 'a.example', code: 'net/timed-out', count: 2 },
      { host: 'a.example', code: 'net/not-found', count: 1 },
      { host: 'b.example', code: 'net/timed-out', count: 1 },
    ]);
  });

  it('know hosts of https addresses only', () => {
    expect(hostNameOf('https://A.example:8443/x')).toBe('a.example');
    expect(hostNameOf('did:web:a.example')).toBeUndefined();
    expect(hostNameOf('http://a.example')).toBeUndefined();
  });
});
