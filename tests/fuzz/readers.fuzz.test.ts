// Broken files through every reader: none may crash it, hang it, or leave something that cannot be stored.
// `npm run fuzz -- 200000` runs as many as it says; the test command runs two thousand.
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { type CredentialJobs, createCredentialJobs } from '../../src/workers/credential-jobs.ts';
import { bundledContexts } from '../bench/support/node-reader.ts';
import { makeQrDecoder, pdfAssets } from '../support/pdf-assets.ts';
import { nodeCanvasPort } from '../../electron/host/node-canvas-port.ts';
import { type Seed, brokenFile } from './mutate.ts';
import { corpusSeeds, ownSeeds } from './seeds.ts';

const RUNS = Number(process.env['LAUREL_FUZZ_RUNS'] ?? 2_000);
const SEED = Number(process.env['LAUREL_FUZZ_SEED'] ?? 20_261_123);
const PATH = process.env['LAUREL_FUZZ_PATH'];
/** Of the processor's time: a busy machine makes everything slower, a hang is another matter. */
const HANGS_MS = 5_000;
const MOST_BYTES = 64 * 1024 * 1024;

let jobs: CredentialJobs;
let seeds: Seed[];

beforeAll(async () => {
  jobs = createCredentialJobs({
    contexts: await bundledContexts(),
    pdfAssets,
    canvas: nodeCanvasPort,
    qr: makeQrDecoder(),
    nowMs: () => Date.parse('2026-05-12T08:00:00Z'),
  });
  seeds = [...(await ownSeeds()), ...(RUNS > 2_000 ? await corpusSeeds() : [])];
});

it(
  `reads ${RUNS} broken files without a crash, a hang, or anything that cannot be kept`,
  { timeout: 4 * 3_600_000 },
  async () => {
    let done = 0;
    const run = await fc.check(
      fc.asyncProperty(brokenFile(seeds), async ({ name, bytes }) => {
        const before = process.cpuUsage();
        const answer = await jobs.read({ bytes, fileName: name, printedText: 'later' });
        const { user, system } = process.cpuUsage(before);
        const took = (user + system) / 1_000;
        done += 1;
        if (RUNS > 2_000 && done % 10_000 === 0) console.log(`${done} of ${RUNS}`);
        if (took > HANGS_MS) throw new Error(`${name}: took ${Math.round(took)} ms`);
        if (!answer.ok) throw new Error(`${name}: ${answer.problem.code}`);
        const { reading, reports } = answer.value;
        const crash = reading.problems.find(({ code }) => code === 'input/reader-crashed');
        if (crash) throw new Error(`${name}: crashed: ${crash.cause ?? ''}`);
        // What cannot be cloned cannot be stored; what is larger than this was blown up on the way.
        const { parts = [], ...rest } = structuredClone(reading);
        const size = parts.reduce((sum, part) => sum + part.bytes.byteLength, 0);
        expect(size + JSON.stringify([rest, reports]).length).toBeLessThan(MOST_BYTES);
        for (const report of reports) {
          // Whatever else happens, broken bytes that a signature covers are never called proven lightly:
          // proven needs a proof that holds over exactly what is shown.
          if (report?.standing !== 'proven') continue;
          const proof = report.checks.find(({ check }) => check === 'proof');
          expect(proof?.outcome).toBe('passed');
        }
      }),
      {
        numRuns: RUNS,
        seed: SEED,
        endOnFailure: RUNS > 2_000,
        ...(PATH === undefined ? {} : { path: PATH }),
      },
    );
    if (!run.failed) return;
    // The bytes themselves would fill the screen; seed and path bring them back.
    const cause = run.errorInstance instanceof Error ? run.errorInstance.message : 'unknown';
    throw new Error(`${cause} (seed ${run.seed}, path "${run.counterexamplePath ?? ''}")`);
  },
);

it('leaves the prototype of objects alone after all that', () => {
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});
