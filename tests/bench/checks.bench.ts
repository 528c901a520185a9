// Checks side by side with two other verifiers on the same files, in one process and taking turns, so that a busy
// machine slows all of them alike; and the whole batch through the pool that the product uses.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createReaderThreads } from '../../electron/cli/reader-threads.ts';
import type { CredentialReading } from '../../src/domain/credential.ts';
import { readFile as readCredentialFile } from '../../src/formats/index.ts';
import { verifyCredential } from '../../src/verify/index.ts';
import type { ReadAnswer } from '../../src/workers/credential-jobs.ts';
import { openBadge3 } from '../support/invented-credentials.ts';
import { issuedByDidKey, signVcJwt, signWithProof } from '../support/sign-credential.ts';
import type { Figure } from './figure.ts';
import { inventedNumber } from './support/invented-many.ts';
import { bundledContexts } from './support/node-reader.ts';
import { type Verifier, digitalBazaar, verifierCore } from './support/other-verifiers.ts';

const ROOT = join(import.meta.dirname, '../..');
const BADGES = 1_000;
const TURN = 50;
const NOW = new Date('2026-06-01T00:00:00Z');

type Make = (n: number) => Promise<string> | string;

/** Without an end date: the others refuse a badge that has expired. */
function lasting(n: number): ReturnType<typeof inventedNumber> {
  const { expires: _, ...it } = inventedNumber(n);
  return it;
}

const withProof: Make = async (n) =>
  JSON.stringify(await signWithProof(issuedByDidKey(openBadge3(lasting(n))), 'eddsa-rdfc-2022'));

const asToken: Make = (n) => signVcJwt(openBadge3(lasting(n), '1.1'), 'ES256');

async function made(make: Make, count = BADGES): Promise<readonly string[]> {
  const texts: string[] = [];
  for (let n = 0; n < count; n += 1) texts.push(await make(n));
  return texts;
}

async function readingOf(text: string): Promise<CredentialReading> {
  const refuse = (): never => {
    throw new Error('not asked');
  };
  const { items } = await readCredentialFile(
    { bytes: new TextEncoder().encode(text), fileName: 'badge.json' },
    {
      readPdf: refuse,
      readPicture: refuse,
      readLink: () => undefined,
      readExport: () => undefined,
    },
  );
  const [reading] = items;
  if (!reading) throw new Error('a credential was not read');
  return reading;
}

/** Laurel’s own check, from the payload of a reading to the whole report. */
async function laurel(texts: readonly string[]): Promise<Verifier> {
  const contexts = await bundledContexts();
  const readings = new Map<string, CredentialReading>();
  for (const text of texts) readings.set(text, await readingOf(text));
  return async (text) => {
    const reading = readings.get(text);
    if (!reading) throw new Error('unknown text');
    const integrity = { outcome: 'matches' as const };
    const report = await verifyCredential({ reading, integrity, now: NOW, contexts });
    const proof = report.checks.find(({ check }) => check === 'proof');
    if (proof?.outcome !== 'passed') throw new Error(`proof: ${proof?.reason ?? 'missing'}`);
  };
}

async function timed(verifier: Verifier, texts: readonly string[]): Promise<number> {
  const startedAt = performance.now();
  for (const text of texts) await verifier(text);
  return performance.now() - startedAt;
}

/** Our time as a share of theirs, turn by turn; the first turns warm both. */
async function against(other: Verifier, count: number, turn: number): Promise<number[]> {
  const texts = await made(withProof, count);
  const own = await laurel(texts);
  const shares: number[] = [];
  for (let from = 0; from + turn <= texts.length; from += turn) {
    const part = texts.slice(from, from + turn);
    const theirs = await timed(other, part);
    shares.push((await timed(own, part)) / theirs);
  }
  return shares.slice(2);
}

async function tokens(): Promise<number[]> {
  const texts = await made(asToken);
  const own = await laurel(texts);
  const seconds: number[] = [];
  for (let run = 0; run < 6; run += 1) seconds.push((await timed(own, texts)) / 1_000);
  return seconds.slice(1);
}

/** From the bytes of the files to their reports, in as many threads as the machine has processors. */
async function pooled(make: Make): Promise<number[]> {
  const files = (await made(make)).map((text) => new TextEncoder().encode(text));
  const threadFile = pathToFileURL(join(ROOT, 'out/main/reader-thread.js'));
  const pool = createReaderThreads(threadFile, { resourcesFolder: join(ROOT, 'resources') });
  const asOf = NOW.toISOString();
  const seconds: number[] = [];
  try {
    for (let run = 0; run < 5; run += 1) {
      const startedAt = performance.now();
      await Promise.all(
        files.map(async (bytes, n) => {
          const answer = await pool.run<ReadAnswer>('read', { bytes, fileName: `${n}.json`, asOf });
          if (!answer.ok) throw new Error(answer.problem.code);
          const checks = answer.value.reports[0]?.checks ?? [];
          const proof = checks.find(({ check }) => check === 'proof');
          if (proof?.outcome !== 'passed') throw new Error(`proof: ${proof?.reason ?? 'missing'}`);
        }),
      );
      seconds.push((performance.now() - startedAt) / 1_000);
    }
  } finally {
    pool.close();
  }
  // The first starts the threads and loads the contexts.
  return seconds.slice(1);
}

export const figures: readonly Figure[] = [
  {
    name: 'time for an Open Badge 3.0 (eddsa-rdfc-2022), one process, against @digitalbazaar/vc as installed here',
    unit: '×',
    run: async () => against(await digitalBazaar(), BADGES, TURN),
  },
  {
    name: 'time for 1,000 Open Badges 3.0 in the pool, reading included, against @digitalbazaar/vc in a loop',
    unit: '×',
    budget: 0.59,
    run: async () => {
      const texts = await made(withProof);
      const other = await digitalBazaar();
      await timed(other, texts.slice(0, 100));
      const before = await timed(other, texts);
      const own = await pooled(withProof);
      const after = await timed(other, texts);
      return own.map((seconds) => (seconds * 2_000) / (before + after));
    },
  },
  {
    name: 'time for an Open Badge 3.0, one process, against @digitalcredentials/verifier-core',
    unit: '×',
    budget: 0.033,
    run: async () => against(await verifierCore(), 60, 10),
  },
  {
    name: '1,000 Open Badges 3.0 (eddsa-rdfc-2022) in the pool, reading included',
    unit: 's',
    run: () => pooled(withProof),
  },
  { name: '1,000 VC-JWT (ES256), one process', unit: 's', budget: 0.5, run: tokens },
  {
    name: '1,000 VC-JWT (ES256) in the pool, reading included',
    unit: 's',
    budget: 0.5,
    run: () => pooled(asToken),
  },
];
