import { describe, expect, it } from 'vitest';
import { createLoopbackHost } from '../../../src/client/loopback-host.ts';
import { encodeFrame } from '../../../src/contract/frame.ts';

function hostAnswering(answer: () => Response) {
  return createLoopbackHost({ fetch: async () => answer(), token: 'T', origin: '' });
}

describe('answers of the loopback server', () => {
  it.each([
    [401, 'host/session-ended'],
    [403, 'host/not-allowed'],
    [413, 'host/too-large'],
    [500, 'host/not-allowed'],
  ])('turns status %d into %s', async (status, code) => {
    const host = hostAnswering(() => new Response('x', { status }));
    expect(await host.invoke('library.list', {})).toMatchObject({ ok: false, problem: { code } });
  });

  it.each([
    ['not a frame', Uint8Array.of(1, 2)],
    ['a frame that is no result', encodeFrame({ libraries: [] })],
    ['a result of the wrong shape', encodeFrame({ ok: true, value: { libraries: 'none' } })],
    ['a result with surplus fields', encodeFrame({ ok: true, value: { libraries: [], x: 1 } })],
  ])('does not trust %s', async (_name, frame) => {
    const host = hostAnswering(() => new Response(frame));
    expect(await host.invoke('library.list', {})).toMatchObject({
      ok: false,
      problem: { code: 'host/bad-response' },
    });
  });

  it('does not send what is too large or not plain', async () => {
    const host = createLoopbackHost({
      fetch: () => Promise.reject(new Error('sent')),
      token: 'T',
      origin: '',
    });
    const large = { level: 'info', code: 'x', detail: 'y'.repeat(2_000_000) } as const;
    expect(await host.invoke('shell.log', large)).toMatchObject({
      problem: { code: 'host/too-large' },
    });
    const odd = { level: 'info', code: () => 'x' } as never;
    expect(await host.invoke('shell.log', odd)).toMatchObject({
      problem: { code: 'host/bad-request' },
    });
  });
});
