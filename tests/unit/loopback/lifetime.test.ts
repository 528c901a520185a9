import { describe, expect, it } from 'vitest';
import { createLifetime } from '../../../electron/loopback/lifetime.ts';

function play(graceMs: number | undefined) {
  const due = new Map<number, () => void>();
  let next = 1;
  let ends = 0;
  const timer = {
    set: (callback: () => void) => {
      due.set(next, callback);
      return next++;
    },
    clear: (handle: unknown) => void due.delete(handle as number),
  };
  const lifetime = createLifetime(graceMs, timer, () => (ends += 1));
  const pass = (): void => {
    for (const callback of [...due.values()]) callback();
    due.clear();
  };
  return { lifetime, pass, ends: () => ends };
}

describe('when the loopback shell ends', () => {
  it('ends after the last page has been gone for a while', () => {
    const { lifetime, pass, ends } = play(10);
    lifetime.pagesChanged(1);
    lifetime.pagesChanged(0);
    expect(ends()).toBe(0);
    pass();
    expect(ends()).toBe(1);
  });

  it('outlives a reload', () => {
    const { lifetime, pass, ends } = play(10);
    lifetime.pagesChanged(1);
    lifetime.pagesChanged(0);
    lifetime.pagesChanged(1);
    pass();
    expect(ends()).toBe(0);
  });

  it('does not end before a page was ever open', () => {
    const { pass, ends } = play(10);
    pass();
    expect(ends()).toBe(0);
  });

  it('ends at once when the window is closed and nothing else is open', () => {
    const { lifetime, ends } = play(10);
    lifetime.pagesChanged(1);
    lifetime.windowClosed();
    expect(ends()).toBe(0);
    lifetime.pagesChanged(0);
    lifetime.windowClosed();
    lifetime.windowClosed();
    expect(ends()).toBe(1);
  });

  it('never ends by itself where no window was opened', () => {
    const { lifetime, pass, ends } = play(undefined);
    lifetime.pagesChanged(1);
    lifetime.pagesChanged(0);
    lifetime.windowClosed();
    pass();
    expect(ends()).toBe(0);
  });
});
