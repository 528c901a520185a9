// The host over the Electron bridge. Knows one method of the preload and nothing of Electron.
import type { ChannelName } from '../contract/channels.ts';
import { type Host, checkResponse } from '../contract/host.ts';
import { problem } from '../domain/problem.ts';
import { err } from '../domain/result.ts';
import { refusedBeforeSending } from './outgoing.ts';

/** What the preload exposes as `window.laurelHost`. */
export interface HostBridge {
  invoke(name: string, request: unknown): Promise<unknown>;
}

/** A host whose answers are checked again on arrival. Never rejects. */
export function createIpcHost(bridge: HostBridge): Host {
  return {
    invoke: async (name, request) => {
      const refused = refusedBeforeSending(name, request);
      if (refused) return err(refused);
      let answer: unknown;
      try {
        answer = await bridge.invoke(name, request);
      } catch (cause) {
        return err(problem('host/unreachable', { cause }));
      }
      return checkResponse<typeof name & ChannelName>(name, answer);
    },
  };
}
