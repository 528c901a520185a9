// The host is killed with SIGKILL at random moments of imports and edits, a hundred times in one library.
// After each kill, everything it acknowledged must be there, and nothing may be half.
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type LibraryId, sha256Of } from '../../src/domain/id.ts';
import { expectOk, readAllRows, startHost, temporaryFolder } from '../support/library-host.ts';
import { changeNumber, originalNumber } from '../support/kill-content.ts';

const KILLS = 100;
/** Long enough to be in the midst of things: the process opens, saves, rolls over, snapshots, closes. */
const LONGEST_LIFE_MS = 160;
const LIBRARY = 'kill-library' as LibraryId;

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let program: string;
beforeAll(async () => {
  folder = await temporaryFolder();
  const entry = fileURLToPath(new URL('../support/kill-target.ts', import.meta.url));
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    // The program lies where no package is found.
    ssr: { noExternal: true },
    build: {
      ssr: entry,
      outDir: join(folder.path, 'built'),
      target: 'node20',
      rolldownOptions: { output: { format: 'es', entryFileNames: 'kill-target.mjs' } },
    },
  });
  program = join(folder.path, 'built', 'kill-target.mjs');
});
afterAll(() => folder.remove());

it(`loses no acknowledged change in ${KILLS} kills at random moments`, async () => {
  const seed = Number(process.env['LAUREL_KILL_SEED'] ?? Date.now() % 1_000_000_007);
  console.log(`kill test: seed ${seed} (set LAUREL_KILL_SEED to repeat it)`);
  const random = seededRandom(seed);
  const data = join(folder.path, 'data');
  const acknowledged = new Set<number>();
  let next = 1;
  let killsWhileSaving = 0;
  for (let kill = 1; kill <= KILLS; kill += 1) {
    const batch = 1 + Math.floor(random() * 5);
    const lived = await runAndKill([data, LIBRARY, String(next), String(batch)], random);
    expect(lived.bugs, `kill ${kill}, seed ${seed}`).toEqual([]);
    for (const n of lived.saved) acknowledged.add(n);
    if (lived.saved.length > 0) killsWhileSaving += 1;
    const reached = await expectWhole(
      data,
      acknowledged,
      lived.saved,
      `kill ${kill}, seed ${seed}`,
    );
    next = reached + 1;
  }
  await expectWhole(data, acknowledged, [...acknowledged], `the end, seed ${seed}`);
  console.log(
    `kill test: ${KILLS} kills, ${killsWhileSaving} while saving, ${acknowledged.size} acknowledged`,
  );
  expect(killsWhileSaving).toBeGreaterThan(KILLS / 4);
}, 180_000);

async function runAndKill(
  args: readonly string[],
  random: () => number,
): Promise<{ saved: number[]; bugs: string[] }> {
  const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const output = collect(child);
  const life = random() * LONGEST_LIFE_MS;
  // One in five dies while starting and opening, the others after it.
  if (random() < 0.2) await wait(life + 40);
  else {
    await output.opened;
    await wait(life);
  }
  child.kill('SIGKILL');
  await output.closed;
  const saved: number[] = [];
  const bugs: string[] = output.errors().map((line) => `stderr: ${line}`);
  for (const line of output.lines()) {
    const [word, first, count] = line.split(' ');
    if (word === 'bug') bugs.push(line);
    if (word !== 'saved') continue;
    for (let index = 0; index < Number(count); index += 1) saved.push(Number(first) + index);
  }
  return { saved, bugs };
}

/** Opens the library with the real host; returns the highest number found in it. */
async function expectWhole(
  data: string,
  acknowledged: ReadonlySet<number>,
  originals: readonly number[],
  at: string,
): Promise<number> {
  const { host, close } = startHost(data);
  const opened = await host.invoke('library.open', { create: false, id: LIBRARY });
  if (acknowledged.size === 0 && !opened.ok) {
    await close();
    return 0;
  }
  expect(expectOk(opened).notices, at).toEqual([]);
  const rows = new Map(
    (await readAllRows(host, LIBRARY)).map((row) => [`${row.table}/${row.id}`, row.fields]),
  );
  for (const n of acknowledged) {
    if (!rows.has(`credentials/c-${n}`))
      expect.fail(`${at}: change ${n} was acknowledged and is gone`);
  }
  let highest = 0;
  for (const [key, fields] of rows) {
    const n = Number(fields['n']);
    highest = Math.max(highest, n);
    const expected = changeNumber(n).operations.find((op) => `${op.table}/${op.id}` === key);
    if (expected?.op !== 'put') expect.fail(`${at}: ${key} was never saved`);
    expect(fields, `${at}: ${key}`).toEqual(expected.fields);
    const twins = [`credentials/c-${n}`, `tags/t-${n}`].filter((twin) => !rows.has(twin));
    if (twins.length > 0) expect.fail(`${at}: ${key} is there but ${twins.join()} is not`);
  }
  expect(rows.get('settings/last')?.['n'] ?? 0, at).toBe(highest);
  for (const n of originals) {
    const sha256 = await sha256Of(originalNumber(n));
    expectOk(await host.invoke('library.getOriginal', { library: LIBRARY, sha256 }));
  }
  await close();
  return highest;
}

function collect(child: ChildProcess) {
  let text = '';
  let errors = '';
  let isOpen: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    isOpen = resolve;
  });
  child.stdout?.setEncoding('utf8').on('data', (part: string) => {
    text += part;
    if (text.includes('open\n')) isOpen();
  });
  child.stderr?.setEncoding('utf8').on('data', (part: string) => {
    errors += part;
  });
  const closed = new Promise<void>((resolve) => {
    child.on('close', () => {
      isOpen();
      resolve();
    });
  });
  const whole = (all: string): string[] => all.split('\n').slice(0, -1);
  return { opened, closed, lines: () => whole(text), errors: () => whole(errors) };
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** mulberry32: small, seeded and good enough to pick moments. */
function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
