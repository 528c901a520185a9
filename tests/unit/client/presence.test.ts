import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchQuit } from '../../../src/client/presence.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

async function watch(answers: readonly (Response | undefined)[]) {
  let asked = 0;
  let quits = 0;
  const fetch = async (): Promise<Response> => {
    const answer = answers[asked];
    asked += 1;
    if (answer === undefined) throw new TypeError('Failed to fetch');
    return answer;
  };
  watchQuit({ fetch, token: 'T', origin: '' }, () => (quits += 1));
  await vi.advanceTimersByTimeAsync(60_000);
  return { asked, quits };
}

describe('watching for the end', () => {
  it('calls back once when Laurel quits in order', async () => {
    expect(await watch([Response.json({ quit: true })])).toEqual({ asked: 1, quits: 1 });
  });

  it('asks again after a lost connection', async () => {
    const result = await watch([undefined, undefined, Response.json({ quit: true })]);
    expect(result).toEqual({ asked: 3, quits: 1 });
  });

  it('stops asking when the session has ended', async () => {
    expect(await watch([new Response('', { status: 401 })])).toEqual({ asked: 1, quits: 0 });
  });
});
