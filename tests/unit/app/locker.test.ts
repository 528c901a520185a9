// The locker over rows and originals in memory.
import { describe, expect, it } from 'vitest';
import type { LibrarySession } from '../../../src/app/library-session.ts';
import { type Locker, createLocker, isUsable } from '../../../src/app/locker.ts';
import type { Host } from '../../../src/contract/host.ts';
import type { Operation } from '../../../src/domain/change.ts';
import type { MaterialUse } from '../../../src/domain/material.ts';
import { problem } from '../../../src/domain/problem.ts';
import { err, ok } from '../../../src/domain/result.ts';

const URL = 'https://quarry.example/list';
const LIST = { url: URL, use: 'status-list' } as const;

function makeLocker(disk: { isFull: boolean } = { isFull: false }): Locker & {
  readonly rows: Map<string, Readonly<Record<string, unknown>>>;
} {
  const rows = new Map<string, Readonly<Record<string, unknown>>>();
  const originals = new Map<string, Uint8Array>();
  const session = {
    library: { id: 'lib' },
    view: {
      rowsOf: async (_table: string, prefix: string) =>
        [...rows]
          .filter(([id]) => id.startsWith(prefix))
          .map(([id, fields]) => ({ id, fields }))
          .toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    },
    commit: async (operations: readonly Operation[]) => {
      for (const one of operations) if (one.op === 'put') rows.set(one.id, one.fields);
      return ok(undefined);
    },
  } as unknown as LibrarySession;
  const host = {
    invoke: async (channel: string, request: Record<string, unknown>) => {
      if (channel === 'library.putOriginals') {
        if (disk.isFull) return err(problem('library/disk-full'));
        const given = request['originals'] as { sha256: string; bytes: Uint8Array }[];
        for (const { sha256, bytes } of given) originals.set(sha256, bytes);
        return ok({});
      }
      const bytes = originals.get(request['sha256'] as string);
      return bytes ? ok({ bytes }) : err(problem('library/original-missing'));
    },
  } as unknown as Host;
  return { ...createLocker(host, session), rows };
}

function answer(
  text: string,
  year: number,
  status = 200,
  use: MaterialUse = 'status-list',
): Parameters<Locker['keep']>[0] {
  const readAt = `${year}-01-01T00:00:00.000Z`;
  const bytes = new TextEncoder().encode(text);
  return { wanted: { url: URL, use }, readAt, status, mediaType: 'application/json', bytes };
}

describe('the locker', () => {
  it('keeps every answer and every failure, also two of one moment', async () => {
    const locker = makeLocker();
    await locker.keep(answer('{"a":1}', 2026));
    await locker.keep(answer('{"a":2}', 2026));
    await locker.keep({
      wanted: LIST,
      readAt: '2026-01-01T00:00:00.000Z',
      failure: 'net/timed-out',
    });
    const readings = await locker.readings(URL);
    expect(readings.map((one) => ('failure' in one ? one.failure : one.bytes))).toEqual([
      7,
      7,
      'net/timed-out',
    ]);
    expect(await locker.latest(LIST)).toMatchObject({ text: '{"a":2}' });
  });

  it('hands out the latest that can be used, or the latest up to a day', async () => {
    const locker = makeLocker();
    await locker.keep(answer('{"a":1}', 2026));
    await locker.keep(answer('{"a":2}', 2028));
    await locker.keep(answer('<p>Sign in</p>', 2029));
    await locker.keep(answer('', 2030, 500));
    await locker.keep({
      wanted: LIST,
      readAt: '2031-01-01T00:00:00.000Z',
      failure: 'net/timed-out',
    });
    expect(await locker.latest(LIST)).toMatchObject({
      text: '{"a":2}',
      readAt: '2028-01-01T00:00:00.000Z',
    });
    expect(await locker.latest(LIST, '2027-06-01T00:00:00.000Z')).toMatchObject({
      text: '{"a":1}',
    });
    expect(await locker.latest(LIST, '2025-01-01T00:00:00.000Z')).toBeUndefined();
    expect(await locker.latest({ ...LIST, url: `${URL}/other` })).toBeUndefined();
  });

  it('writes no row for a body that could not be kept', async () => {
    const locker = makeLocker({ isFull: true });
    expect((await locker.keep(answer('{}', 2026))).ok).toBe(false);
    expect(locker.rows.size).toBe(0);
  });

  it('compares keys only in documents that name keys', async () => {
    const locker = makeLocker();
    const keys = (x: string): string =>
      JSON.stringify({ keys: [{ kty: 'OKP', crv: 'Ed25519', x: x.repeat(42) + 'A' }] });
    await locker.keep(answer(keys('A'), 2026));
    await locker.keep(answer(keys('B'), 2027));
    expect(await locker.earlier(LIST, keys('B'))).toBeUndefined();
    const issuer = { url: URL, use: 'controller-document' } as const;
    expect(await locker.earlier(issuer, keys('B'))).toEqual({
      text: keys('A'),
      readAt: '2026-01-01T00:00:00.000Z',
    });
    expect(await locker.earlier(issuer, keys('A'))).toBeUndefined();
    expect(await locker.earlier(issuer, keys('B'), '2025-01-01T00:00:00.000Z')).toBeUndefined();
  });
});

describe('an answer that a check can work with', () => {
  it.each<readonly [MaterialUse, number, string, boolean]>([
    ['status-list', 200, '{}', true],
    ['status-list', 200, ' <html>', false],
    ['status-list', 404, '', false],
    ['status-list', 410, '', false],
    ['controller-document', 410, '', false],
    ['hosted-assertion', 404, '', true],
    ['hosted-assertion', 410, '', true],
    ['hosted-assertion', 500, '', false],
    ['hosted-assertion', 200, '<!doctype html>', false],
    ['trust-list', 200, '<TrustServiceStatusList>', true],
    ['evidence', 500, '', true],
  ])('%s with %i and “%s”: %s', (use, status, text, expected) => {
    expect(isUsable(use, status, text)).toBe(expected);
  });
});
