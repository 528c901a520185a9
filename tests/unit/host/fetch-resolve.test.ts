import { describe, expect, it, vi } from 'vitest';
import { pinTo } from '../../../electron/host/fetch-hop.ts';
import { type ResolvedAddress, resolvePublic } from '../../../electron/host/fetch-resolve.ts';

const PUBLIC: ResolvedAddress = { address: '93.184.216.34', family: 4 };
const PUBLIC_6: ResolvedAddress = { address: '2606:4700::1111', family: 6 };

function addresses(...list: string[]): ResolvedAddress[] {
  return list.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
}

describe('looking a host up', () => {
  it.each([
    ['127.0.0.1.nip.io', ['127.0.0.1']],
    ['10-0-0-1.sslip.io', ['10.0.0.1']],
    ['metadata.nip.io', ['169.254.169.254']],
    ['one-of-two.example.org', ['93.184.216.34', '127.0.0.1']],
    ['one-of-three.example.org', ['93.184.216.34', '2606:4700::1111', 'fd00::1']],
    ['mapped.example.org', ['::ffff:127.0.0.1']],
    ['translated.example.org', ['64:ff9b::a00:1']],
    ['shared.example.org', ['100.100.100.100']],
    ['nothing.example.org', ['0.0.0.0']],
    ['nonsense.example.org', ['not an address']],
  ])('refuses %s, which leads to %j', async (host, list) => {
    const answer = await resolvePublic(host, async () => addresses(...list), 1_000);
    expect(answer).toMatchObject({
      ok: false,
      problem: { code: 'net/private-address', params: { host } },
    });
  });

  it('keeps every public address', async () => {
    const answer = await resolvePublic('a.example.org', async () => [PUBLIC, PUBLIC_6], 1_000);
    expect(answer).toEqual({ ok: true, value: [PUBLIC, PUBLIC_6] });
  });

  it('says when there is no such name, and when nobody tells in time', async () => {
    const missing = await resolvePublic('a.example.org', async () => [], 1_000);
    expect(missing).toMatchObject({ problem: { code: 'net/name-not-found' } });
    const failed = await resolvePublic(
      'a.example.org',
      () => Promise.reject(Object.assign(new Error('no'), { code: 'ENOTFOUND' })),
      1_000,
    );
    expect(failed).toMatchObject({ problem: { code: 'net/name-not-found' } });
    const late = await resolvePublic('a.example.org', () => new Promise(() => undefined), 10);
    expect(late).toMatchObject({ problem: { code: 'net/no-connection' } });
  });
});

describe('the lookup of a pinned connection', () => {
  it('answers with what was checked, whatever name it is asked for', () => {
    const callback = vi.fn();
    pinTo([PUBLIC, PUBLIC_6])('another.example.org', { all: true }, callback);
    pinTo([PUBLIC, PUBLIC_6])('another.example.org', {}, callback);
    pinTo([PUBLIC, PUBLIC_6])('another.example.org', { family: 6 }, callback);
    expect(callback.mock.calls).toEqual([
      [null, [PUBLIC, PUBLIC_6]],
      [null, PUBLIC.address, 4],
      [null, PUBLIC_6.address, 6],
    ]);
  });

  it('has nothing for a family that was not there', () => {
    const callback = vi.fn();
    pinTo([PUBLIC])('a.example.org', { family: 6 }, callback);
    expect(callback.mock.calls[0]?.[0]).toBeInstanceOf(Error);
  });
});
