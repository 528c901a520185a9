// What every test of hostile files needs: the product's own reading jobs in this process, a server that must
// never be asked, and a watch over time, memory and whatever a script would leave behind.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'vitest';
import type { CredentialReading, FileReading } from '../../src/domain/credential.ts';
import { problemWording } from '../../src/domain/problem-wording.ts';
import type { CredentialJobs } from '../../src/workers/credential-jobs.ts';
import { nodeJobs } from '../bench/support/node-reader.ts';
import type { HostileFile } from './hostile-file.ts';

/** No file may keep its reader busy for longer, on a busy machine as well. */
export const MOST_MS = 5_000;
const MOST_GROWTH = 600 * 1024 * 1024;

export type Canary = {
  readonly address: string;
  /** What was asked of it; nothing, if all is well. */
  readonly asked: string[];
  readonly close: () => Promise<void>;
};

/** A server on this machine that notes every request. */
export async function startCanary(): Promise<Canary> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  return { address: `http://127.0.0.1:${port}`, asked, close };
}

export type HostileDesk = {
  readonly jobs: CredentialJobs;
  /** Reads as an import does, and fails where it takes too long, grows too large, crashes or runs something. */
  readonly read: (file: HostileFile) => Promise<FileReading>;
};

/** Loads the readers once. */
export async function openHostileDesk(): Promise<HostileDesk> {
  const jobs = await nodeJobs();
  return {
    jobs,
    read: async ({ what, fileName, bytes }) => {
      const memory = process.memoryUsage().rss;
      const started = performance.now();
      const answer = await jobs.read({ bytes, fileName, printedText: 'later' });
      expect(performance.now() - started, `${what}: milliseconds`).toBeLessThan(MOST_MS);
      expect(process.memoryUsage().rss - memory, `${what}: bytes`).toBeLessThan(MOST_GROWTH);
      if (!answer.ok) throw new Error(`${what}: ${answer.problem.code}`);
      const { reading, reports } = answer.value;
      expectNothingRan();
      expect(reading.problems.map(({ code }) => code)).not.toContain('input/reader-crashed');
      // Nothing hostile is ever shown as confirmed or proven.
      expect(reports.map((report) => report?.standing)).not.toContain('proven');
      structuredClone(reading);
      return reading;
    },
  };
}

/** The mark that every hostile script of these tests would leave. */
export function expectNothingRan(): void {
  expect(Reflect.get(globalThis, 'polluted')).toBeUndefined();
}

/** What people read about a file. */
export function sentencesOf({ problems }: Pick<FileReading, 'problems'>): readonly string[] {
  return problems.map(problemWording);
}

/** The facts of an item that people see first. */
export function factsOf(item: CredentialReading | undefined) {
  return {
    title: item?.achievement.name,
    issuer: item?.issuer.name,
    issued: item?.issuedOn?.text,
    address: item?.verifyUrl,
  };
}
