// Import of a thousand baked badges in the real window: how long until all is on disk, and how long the
// page does not answer meanwhile.
import type { Figure } from './figure.ts';
import { badgeFiles } from './support/badge-files.ts';
import { importInWindow, secondsOf } from './support/import-window.ts';
import type { BlockProbe } from './support/probe.ts';

const BADGES = 1_000;
const RUNS = 3;

let measured: Promise<readonly BlockProbe[]> | undefined;

/** Several figures look at the same runs. */
function runs(): Promise<readonly BlockProbe[]> {
  measured ??= (async () => {
    const files = await badgeFiles(BADGES);
    const probes: BlockProbe[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      probes.push((await importInWindow(files, 'Accept all 1,000')).probe);
    }
    return probes;
  })();
  return measured;
}

export const figures: readonly Figure[] = [
  {
    name: 'import of 1,000 baked PNG badges in the window, until saved on disk',
    unit: 's',
    budget: 5,
    run: async () => (await runs()).map(secondsOf),
  },
  {
    name: 'longest block of the page during that import',
    unit: 'ms',
    budget: 100,
    run: async () => (await runs()).map((probe) => probe.longestTask),
  },
  {
    name: 'longest wait between two frames during that import',
    unit: 'ms',
    run: async () => (await runs()).map((probe) => probe.longestFrame),
  },
];
