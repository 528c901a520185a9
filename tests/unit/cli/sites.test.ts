// Asking sites on the command line's word.
import { expect, it } from 'vitest';
import { askedWords, createSites } from '../../../electron/cli/sites.ts';
import type { FetchDoor } from '../../../electron/host/fetch-door.ts';
import { problem } from '../../../src/domain/problem.ts';
import { err, ok } from '../../../src/domain/result.ts';

const NOW = '2026-06-01T12:00:00.000Z';

function doorOf(statuses: Readonly<Record<string, number>>): FetchDoor & { asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    fetch: async ({ url }) => {
      asked.push(url);
      const status = statuses[url];
      if (status === undefined) return err(problem('net/timed-out'));
      const headers = { date: 'Mon, 01 Jun 2026 12:00:05 GMT' };
      return ok({ status, url, mediaType: 'application/json', headers, bytes: Buffer.from('{}') });
    },
    close: () => undefined,
  };
}

function sitesOver(door: FetchDoor) {
  return createSites({
    door,
    stored: async (url) =>
      url === 'https://kept.example/a' ? { status: 404, mediaType: '', text: '' } : undefined,
    now: () => new Date(NOW),
  });
}

it('asks each address once, stored copies first, and no other scheme', async () => {
  const door = doorOf({ 'https://a.example/key': 200 });
  const sites = sitesOver(door);
  const key = { url: 'https://a.example/key', use: 'public-key' } as const;
  const [first, second] = await Promise.all([sites.ask(key), sites.ask(key)]);
  expect(first).toEqual({
    document: {
      url: key.url,
      status: 200,
      mediaType: 'application/json',
      text: '{}',
      readAt: NOW,
    },
  });
  expect(second).toBe(first);
  const kept = await sites.ask({ url: 'https://kept.example/a', use: 'hosted-assertion' });
  expect(kept.document).toMatchObject({ status: 404 });
  expect(await sites.ask({ url: 'http://a.example/key', use: 'public-key' })).toEqual({});
  expect(await sites.ask({ url: 'urn:uuid:1', use: 'public-key' })).toEqual({});
  expect(door.asked).toEqual([key.url]);
  expect(sites.clock()).toEqual({ server: Date.parse(NOW) + 5_000, local: Date.parse(NOW) });
});

it('tells apart that nothing is there from that nothing was said', async () => {
  const sites = sitesOver(
    doorOf({ 'https://a.example/gone': 410, 'https://a.example/broken': 502 }),
  );
  const ask = (path: string) =>
    sites.ask({ url: `https://a.example/${path}`, use: 'hosted-assertion' });
  expect((await ask('gone')).unanswered).toBeUndefined();
  expect((await ask('broken')).unanswered?.code).toBe('net/server-error');
  expect(await ask('slow')).toEqual({
    document: { url: 'https://a.example/slow', failure: 'net/timed-out' },
    unanswered: { url: 'https://a.example/slow', code: 'net/timed-out', at: NOW },
  });
});

it('says which sites were asked', () => {
  expect(askedWords(new Map())).toBe('No site had to be asked.');
  expect(askedWords(new Map([['a.example', 1]]))).toBe('Asked one site: a.example.');
  expect(
    askedWords(
      new Map([
        ['a.example', 2],
        ['b.example', 1],
      ]),
    ),
  ).toBe('Asked 2 sites: a.example (2 times), b.example.');
});
