// The command line's verify in this process: real jobs without threads, a site on the loopback, and what was
// printed as objects and words.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Sites, createSites, openDoor } from '../../electron/cli/sites.ts';
import { type VerifyOptions, verify } from '../../electron/cli/verify.ts';
import { openSavedReport } from '../../src/formats/saved-report-file.ts';
import type { Result } from '../../src/domain/result.ts';
import type { IssuerTrust } from '../../src/domain/trust.ts';
import { type CredentialJobs, runJob } from '../../src/workers/credential-jobs.ts';
import type { JobPool } from '../../src/workers/job-pool.ts';
import { createRealReader } from './real-reader.ts';

export const CHECKED_AT = '2026-06-01T12:00:00.000Z';

export type Printed = {
  readonly code: number;
  readonly lines: readonly Record<string, unknown>[];
  readonly words: string;
  readonly said: readonly string[];
};

/** Runs `laurel verify` on paths; `trust` is what its files would hold. */
export async function runVerify(
  paths: readonly string[],
  options: Partial<VerifyOptions> = {},
  trust?: IssuerTrust,
): Promise<Printed> {
  const lines: Record<string, unknown>[] = [];
  const words: string[] = [];
  const said: string[] = [];
  const output = {
    result: (value: unknown, inWords: () => string) => {
      lines.push(JSON.parse(JSON.stringify(value)) as Record<string, unknown>);
      words.push(inWords());
    },
    progress: () => undefined,
    say: (sentence: string) => void said.push(sentence),
    finish: () => Promise.resolve(),
  };
  const code = await verify(poolOf(trust), paths, output, {
    identities: [],
    reader: 'holder',
    withDetails: false,
    isRecheck: false,
    ...options,
  });
  return { code, lines, words: words.join('\n'), said };
}

function poolOf(trust: IssuerTrust | undefined): JobPool {
  const real = createRealReader(() => Date.parse(CHECKED_AT)) as CredentialJobs;
  const jobs: CredentialJobs = {
    ...real,
    verify: (input) => real.verify(trust ? { ...input, trust } : input),
  };
  return {
    run: async <T>(name: string, input: unknown) => {
      const answer: Result<unknown> =
        name === 'saved-report'
          ? openSavedReport(input as Uint8Array)
          : await runJob(jobs, name, input);
      return answer as Result<T>;
    },
    close: () => undefined,
  };
}

export type StubSite = {
  readonly port: number;
  /** Every path that was asked for, in order. */
  readonly asked: string[];
  readonly close: () => Promise<void>;
};

/** A site on the loopback; a number in place of a text is its status, and what it lacks is 404. */
export async function startSite(
  answers: Readonly<Record<string, string | number>>,
): Promise<StubSite> {
  const asked: string[] = [];
  const server: Server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push(path);
    const answer = answers[path] ?? 404;
    if (typeof answer === 'number') response.writeHead(answer).end();
    else response.writeHead(200, { 'Content-Type': 'application/json' }).end(answer);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { port, asked, close };
}

/** A way to one site that stands in for a host. */
export function sitesOf(dataFolder: string, host: string, port: number): Sites {
  return createSites({
    door: openDoor(dataFolder, '0.0.0', new Map([[host, { port }]])),
    now: () => new Date(),
  });
}
