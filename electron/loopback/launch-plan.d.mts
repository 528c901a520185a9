// Types of launch-plan.mjs, which is plain JavaScript because it runs before the build.
export type WantedShell = 'auto' | 'electron' | 'loopback';

export function parseLauncherArguments(
  args: readonly string[],
): { ok: true; shell: WantedShell; rest: string[] } | { ok: false; sentence: string };

export function isNodeNewEnough(version: string): boolean;

export function planElectron(facts: {
  shell: WantedShell;
  hasBinary: boolean;
  platform: string;
  isRoot: boolean;
  hasDisplay: boolean;
  triedRecently: boolean;
  rest: readonly string[];
}): { act: 'start' } | { act: 'download' } | { act: 'skip'; sentence?: string };

export function withoutElectron(
  shell: WantedShell,
  reason: string,
): { fallsBack: boolean; sentence: string };
