// Reading and checking in threads: untrusted bytes never run in the main thread, and a file that hangs
// is stopped with its thread.
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { IssuerTrust } from '../../src/domain/trust.ts';
import { type JobPool, type JobPort, createJobPool } from '../../src/workers/job-pool.ts';

const MAX_THREADS = 4;
const THREAD_MEMORY_MB = 1_024;

/** The same for every job of a run. */
export type ThreadSettings = {
  readonly resourcesFolder: string;
  /** Folder of stored documents that stand in for the network. */
  readonly documentsFolder?: string;
  /** Whom the person trusts: from files they named. */
  readonly trust?: IssuerTrust;
  readonly withEvidence?: boolean;
};

/** Starts a pool of reader threads from the built thread file. */
export function createReaderThreads(threadFile: URL, settings: ThreadSettings): JobPool {
  const size = Math.max(1, Math.min(MAX_THREADS, availableParallelism()));
  return createJobPool(() => threadPort(threadFile, settings), size);
}

function threadPort(threadFile: URL, settings: ThreadSettings): JobPort {
  const worker = new Worker(threadFile, {
    workerData: settings,
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: THREAD_MEMORY_MB },
  });
  return {
    post: (message, transfer) => worker.postMessage(message, [...transfer]),
    onMessage: (listener) => worker.on('message', listener),
    onFailure: (listener) => {
      worker.on('error', listener);
      worker.on('exit', (code) => {
        if (code !== 0) listener(new Error(`thread ended with ${code}`));
      });
    },
    terminate: () => void worker.terminate(),
  };
}
