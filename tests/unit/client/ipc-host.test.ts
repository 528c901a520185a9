import { describe, expect, it } from 'vitest';
import { createIpcHost } from '../../../src/client/ipc-host.ts';

describe('the host over the Electron bridge', () => {
  it('says that nothing answers when the bridge rejects', async () => {
    const host = createIpcHost({ invoke: () => Promise.reject(new Error('gone')) });
    expect(await host.invoke('library.list', {})).toMatchObject({
      ok: false,
      problem: { code: 'host/unreachable' },
    });
  });

  it.each([undefined, null, 7, {}, { ok: 'yes' }, { ok: true, value: {} }])(
    'does not trust the answer %j',
    async (answer) => {
      const host = createIpcHost({ invoke: async () => answer });
      expect(await host.invoke('library.list', {})).toMatchObject({
        ok: false,
        problem: { code: 'host/bad-response' },
      });
    },
  );
});
