// The contract against the loopback binding: the real server, a real socket, the real client.
import { createSession } from '../../electron/loopback/session.ts';
import { startLoopbackServer } from '../../electron/loopback/server.ts';
import { createLoopbackHost } from '../../src/client/loopback-host.ts';
import { FRAME_MEDIA_TYPE, decodeFrame, encodeFrame } from '../../src/contract/frame.ts';
import { loopbackFetch } from '../support/loopback-fetch.ts';
import { describeHostContract } from './host-conformance.ts';

describeHostContract('loopback', async (handlers, onBug) => {
  const session = createSession(Date.now);
  const started = await startLoopbackServer({
    files: new Map(),
    handlers,
    session,
    port: 0,
    renewSecret: 'unused',
    clearsViewOnQuit: () => false,
    isOwnConnection: async () => true,
    onPresence: () => undefined,
    onRenew: () => undefined,
    onBug,
    onRefusal: () => undefined,
  });
  if (!started.ok) throw new Error(started.problem.code);
  const token = session.exchange(session.issueCode()) ?? '';
  const origin = `http://127.0.0.1:${started.value.port}`;
  const fetch = loopbackFetch(origin);
  return {
    host: createLoopbackHost({ fetch, token, origin }),
    raw: async (name, request) => {
      const response = await fetch(`${origin}/api/${encodeURIComponent(String(name))}`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${token}`, 'Content-Type': FRAME_MEDIA_TYPE },
        body: encodeFrame(request === undefined ? null : request),
      });
      const decoded = decodeFrame(
        new Uint8Array(await response.arrayBuffer()),
        'host/bad-response',
      );
      return decoded.ok ? decoded.value : decoded;
    },
    close: () => started.value.close(),
  };
});
