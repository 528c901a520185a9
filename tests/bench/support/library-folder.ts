// A data folder with a large library in it, written by the real readers and the real host.
import { cp, mkdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { recordFromReading } from '../../../src/app/record-from-reading.ts';
import { createHybridClock } from '../../../src/domain/clock.ts';
import type { CredentialRecord } from '../../../src/domain/credential.ts';
import { type Sha256, newChangeId } from '../../../src/domain/id.ts';
import type { CredentialJobs } from '../../../src/workers/credential-jobs.ts';
import { openBadge2, openBadge3 } from '../../support/invented-credentials.ts';
import { expectOk, startHost } from '../../support/library-host.ts';
import { signVcJwt } from '../../support/sign-credential.ts';
import { badgeFiles } from './badge-files.ts';
import { inventedNumber } from './invented-many.ts';
import { nodeJobs } from './node-reader.ts';

/** Raise it when the library below changes. */
const EDITION = 2;
const BADGES = 1_000;
const BATCH = 250;

/**
 * A copy, in the fresh folder `target`, of a data folder whose own library holds `count` credentials: a
 * thousand baked badges, the rest JSON files and VC-JWTs. It is made once per machine.
 */
export async function dataFolderWith(count: number, target: string): Promise<void> {
  const kept = join(tmpdir(), `laurel-bench-library-${EDITION}-${count}`);
  const isMade = await stat(kept).then(
    () => true,
    () => false,
  );
  if (!isMade) {
    const unfinished = `${kept}.${process.pid}`;
    await mkdir(unfinished, { recursive: true });
    await fill(unfinished, count);
    await rename(unfinished, kept);
  }
  await rm(target, { recursive: true, force: true });
  await cp(kept, target, { recursive: true });
}

async function fill(dataFolder: string, count: number): Promise<void> {
  const { host, close } = startHost(dataFolder);
  const jobs = await nodeJobs();
  const badges = await badgeFiles(BADGES);
  const opened = expectOk(
    await host.invoke('library.open', { create: true, name: 'My credentials', kind: 'own' }),
  );
  const library = opened.library.id;
  const clock = createHybridClock(opened.device, () => Date.now());
  for (let start = 0; start < count; start += BATCH) {
    const read: ReadOriginal[] = [];
    for (let n = start; n < Math.min(count, start + BATCH); n += 1) {
      read.push(await readOne(jobs, n, badges[n]));
    }
    const originals = read.map(({ sha256, bytes }) => ({ sha256, bytes }));
    expectOk(await host.invoke('library.putOriginals', { library, originals }));
    const operations = read.map(({ record }) => {
      const { id, ...fields } = record;
      return { op: 'put' as const, table: 'credentials' as const, id, fields };
    });
    const change = { id: newChangeId(), at: clock.next(), operations };
    expectOk(await host.invoke('library.append', { library, changes: [change] }));
  }
  await close();
}

type ReadOriginal = {
  readonly sha256: Sha256;
  readonly bytes: Uint8Array;
  readonly record: CredentialRecord;
};

async function readOne(
  jobs: CredentialJobs,
  n: number,
  badge: string | undefined,
): Promise<ReadOriginal> {
  const fileName =
    badge === undefined ? `credential-${n}.${n % 2 ? 'jwt' : 'json'}` : basename(badge);
  const bytes = badge === undefined ? textFile(n) : new Uint8Array(await readFile(badge));
  const { sha256, reading, reports } = expectOk(await jobs.read({ bytes, fileName }));
  const [item] = reading.items;
  const [report] = reports;
  if (!item || !report) throw new Error(`${fileName} was not read`);
  const original = {
    sha256,
    mediaType: reading.mediaType,
    fileName,
    bytes: bytes.byteLength,
    receivedAt: new Date().toISOString(),
    receivedVia: 'drop' as const,
  };
  const { problems } = reading;
  return {
    sha256,
    bytes,
    record: recordFromReading({ reading: item, report, problems, original, index: 0 }),
  };
}

function textFile(n: number): Uint8Array {
  const it = inventedNumber(n);
  const text =
    n % 2 === 0 ? JSON.stringify(openBadge2(it)) : signVcJwt(openBadge3(it, '1.1'), 'ES256');
  return new TextEncoder().encode(text);
}
