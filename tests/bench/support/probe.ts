// What is measured inside the page. Each function is sent to the browser as text, so it may use nothing
// from outside itself.

/** When the first row of the list could be seen, in milliseconds since the navigation began; -1 before. */
export type StartProbe = { firstRow: number };

/** Blocks of the page's main thread: the longest task, and the longest wait between two frames. */
export type BlockProbe = {
  longestTask: number;
  longestFrame: number;
  startedAt: number;
  savedAt: number;
};

/** Milliseconds from a key's event to the frame with other rows; one entry per key that changed them. */
export type KeyProbe = { samples: number[] };

/** Milliseconds between one frame and the next. */
export type FrameProbe = { gaps: number[] };

declare global {
  interface Window {
    laurelFrames: FrameProbe;
    laurelStart: StartProbe;
    laurelBlocks: BlockProbe;
    laurelKeys: KeyProbe;
  }
}

/** Runs before the page's own scripts. */
export function watchStart(): void {
  const probe: StartProbe = { firstRow: -1 };
  window.laurelStart = probe;
  const observer = new MutationObserver(() => {
    if (!document.querySelector('[role="grid"] [data-row="0"]')) return;
    observer.disconnect();
    // The message comes after the frame that shows the row.
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => (probe.firstRow = performance.now());
      port2.postMessage(undefined);
    });
  });
  observer.observe(document, { childList: true, subtree: true });
}

/** Starts when files are chosen; `savedAt` is set once `total` credentials are listed and on disk. */
export function watchImport(total: string): void {
  const probe: BlockProbe = { longestTask: 0, longestFrame: 0, startedAt: -1, savedAt: -1 };
  window.laurelBlocks = probe;
  const seen = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) {
      probe.longestTask = Math.max(probe.longestTask, duration);
    }
  });
  const isDone = (): boolean => {
    const status = [
      ...document.querySelectorAll(
        'nav p[role="status"], aside p[role="status"], p[role="status"]',
      ),
    ];
    return (
      document.body.textContent.includes(total) &&
      status.some((line) => line.textContent.trim() === 'Saved')
    );
  };
  document.addEventListener(
    'change',
    () => {
      probe.startedAt = performance.now();
      seen.observe({ type: 'longtask' });
      let before = probe.startedAt;
      let looked = before;
      const frame = (): void => {
        const now = performance.now();
        probe.longestFrame = Math.max(probe.longestFrame, now - before);
        before = now;
        if (now - looked > 50) {
          looked = now;
          if (isDone()) {
            probe.savedAt = now;
            return;
          }
        }
        requestAnimationFrame(frame);
      };
      requestAnimationFrame(frame);
    },
    { capture: true, once: true },
  );
}

/** Takes the time of every frame from here on. */
export function watchFrames(): void {
  const probe: FrameProbe = { gaps: [] };
  window.laurelFrames = probe;
  let before = performance.now();
  const frame = (now: number): void => {
    probe.gaps.push(now - before);
    before = now;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
}

/** Takes a sample for every key pressed from here on that changes the rows in the list. */
export function watchKeys(): void {
  const probe: KeyProbe = { samples: [] };
  window.laurelKeys = probe;
  const shown = (): string => {
    const grid = document.querySelector('[role="grid"]');
    const titles = [...(grid?.querySelectorAll('[data-row]') ?? [])].map((row) => row.textContent);
    return `${grid?.getAttribute('aria-rowcount') ?? 'none'}\n${titles.join('\n')}`;
  };
  let pressedAt = -1;
  let before = '';
  document.addEventListener(
    'keydown',
    (event) => {
      pressedAt = event.timeStamp;
      before = shown();
    },
    true,
  );
  new MutationObserver(() => {
    if (pressedAt < 0 || shown() === before) return;
    const start = pressedAt;
    pressedAt = -1;
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => probe.samples.push(performance.now() - start);
      port2.postMessage(undefined);
    });
  }).observe(document.body, {
    childList: true,
    subtree: true,
    characterData: true,
    attributes: true,
  });
}
