// A Web Worker as a port of the job pool. Page only.
import type { JobPort } from './job-pool.ts';

/** Wraps a Web Worker. */
export function webWorkerPort(worker: Worker): JobPort {
  return {
    post: (message, transfer) => worker.postMessage(message, [...transfer]),
    onMessage: (listener) => worker.addEventListener('message', ({ data }) => listener(data)),
    onFailure: (listener) => {
      worker.addEventListener('error', (event) => listener(event.message));
      worker.addEventListener('messageerror', () => listener('messageerror'));
    },
    terminate: () => worker.terminate(),
  };
}
