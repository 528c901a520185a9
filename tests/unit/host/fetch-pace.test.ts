import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createFetchPace } from '../../../electron/host/fetch-pace.ts';

const PACE = { atOnce: 4, spacingMs: 1_000, maxWaitMs: 10_000 };
beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
afterEach(() => void vi.useRealTimers());

describe('turns', () => {
  it('are four at once, then in order', async () => {
    const pace = createFetchPace(PACE);
    const order: number[] = [];
    const backs: (() => void)[] = [];
    const all = Array.from({ length: 7 }, async (_, index) => {
      const giveBack = await pace.takeTurn();
      order.push(index);
      if (giveBack) backs.push(giveBack);
    });
    await vi.advanceTimersByTimeAsync(1);
    expect(order).toEqual([0, 1, 2, 3]);
    backs[0]?.();
    // Given back twice, it still counts once.
    backs[0]?.();
    await vi.advanceTimersByTimeAsync(1);
    expect(order).toEqual([0, 1, 2, 3, 4]);
    backs[1]?.();
    backs[2]?.();
    await Promise.all(all);
    expect(order).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });

  it('are not waited for without end', async () => {
    const pace = createFetchPace({ ...PACE, atOnce: 1 });
    const first = await pace.takeTurn();
    const second = pace.takeTurn();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await second).toBeUndefined();
    first?.();
    expect(await pace.takeTurn()).toBeTypeOf('function');
  });
});

describe('pages of a listing', () => {
  it('are asked of one host once a second', async () => {
    const pace = createFetchPace(PACE);
    const startedAt = performance.now();
    const at: number[] = [];
    const pages = [1, 2, 3].map(async () => {
      await pace.waitForHost('a.example.org', true);
      at.push(performance.now() - startedAt);
    });
    await vi.advanceTimersByTimeAsync(5_000);
    await Promise.all(pages);
    expect(at).toEqual([0, 1_000, 2_000]);
  });

  it('do not slow other hosts or single requests down', async () => {
    const pace = createFetchPace(PACE);
    await pace.waitForHost('a.example.org', true);
    expect(await pace.waitForHost('b.example.org', true)).toBe(true);
    expect(await pace.waitForHost('a.example.org', false)).toBe(true);
  });

  it('are refused when the queue is too long', async () => {
    const pace = createFetchPace(PACE);
    const answers = Array.from({ length: 13 }, () => pace.waitForHost('a.example.org', true));
    await vi.advanceTimersByTimeAsync(20_000);
    expect((await Promise.all(answers)).filter((isInTime) => !isInTime)).toHaveLength(2);
  });
});
