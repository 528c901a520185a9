// The decisions of `npm start`, without doing anything. Plain JavaScript: it runs before the build.

const USAGE = 'Use: npm start -- [--shell electron|loopback] [--no-open] [--port NUMBER]';
const OLDEST_NODE = [20, 19];

/** Reads the launcher's own option; the rest goes to the shell. */
export function parseLauncherArguments(args) {
  const rest = [];
  let shell = 'auto';
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index];
    if (arg === '--shell' || arg.startsWith('--shell=')) {
      shell = arg === '--shell' ? args[(index += 1)] : arg.slice('--shell='.length);
      if (shell !== 'electron' && shell !== 'loopback') return { ok: false, sentence: USAGE };
    } else rest.push(arg);
  }
  return { ok: true, shell, rest };
}

/** True for a Node.js that can run Laurel. */
export function isNodeNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1]);
}

/**
 * What to do about Electron before trying to start it: `start` it, `download` it first, or leave it
 * (`skip`, with the reason as a sentence).
 */
export function planElectron({
  shell,
  hasBinary,
  platform,
  isRoot,
  hasDisplay,
  triedRecently,
  rest,
}) {
  if (shell === 'loopback') return { act: 'skip' };
  // Both options are the loopback shell's.
  const isForLoopback = rest.some((arg) => arg === '--no-open' || /^--port(=|$)/.test(arg));
  if (shell === 'auto' && isForLoopback) return { act: 'skip' };
  if (platform === 'linux' && isRoot) {
    return { act: 'skip', sentence: 'Electron does not run as root with its sandbox on' };
  }
  if (platform === 'linux' && !hasDisplay) {
    return { act: 'skip', sentence: 'There is no screen for an Electron window' };
  }
  if (hasBinary) return { act: 'start' };
  if (shell === 'auto' && triedRecently) {
    return { act: 'skip', sentence: 'Electron could not be downloaded earlier today' };
  }
  return { act: 'download' };
}

/** The one sentence when Electron is not used, and whether the loopback shell stands in. */
export function withoutElectron(shell, reason) {
  if (shell === 'electron')
    return { fallsBack: false, sentence: `${reason}, so Laurel was not started.` };
  return { fallsBack: true, sentence: `${reason}, so Laurel opens in a browser window instead.` };
}
