// Tells the loopback server that this window is open, by one request it holds until it quits.
import { type LoopbackTransport, SAME_ORIGIN_ONLY } from './loopback-host.ts';

const RETRY_MS = 2_000;

/** Calls `onQuit` once when the server quits in order. A lost connection is tried again. */
export function watchQuit({ fetch, token, origin }: LoopbackTransport, onQuit: () => void): void {
  const ask = async (): Promise<'quit' | 'again' | 'stop'> => {
    try {
      const response = await fetch(`${origin}/presence`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${token}` },
        ...SAME_ORIGIN_ONLY,
        // There are no cookies; browsers heed Clear-Site-Data only where they could have sent some.
        credentials: 'same-origin',
      });
      if (response.status === 401 || response.status === 403) return 'stop';
      const { quit } = (await response.json()) as { quit?: unknown };
      return quit === true ? 'quit' : 'again';
    } catch {
      return 'again';
    }
  };
  const loop = async (): Promise<void> => {
    const answer = await ask();
    if (answer === 'quit') onQuit();
    if (answer === 'again') setTimeout(() => void loop(), RETRY_MS);
  };
  void loop();
}
