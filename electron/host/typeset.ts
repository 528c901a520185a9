// The host's typesetting service: keeps one worker thread warm, one render at a time. A worker that
// crashes or takes too long is dropped and the next request gets a fresh one; the host goes on.
import { Worker } from 'node:worker_threads';
import { problem } from '../../src/domain/problem.ts';
import { type Result, err, ok } from '../../src/domain/result.ts';
import type { TypesetOptions, TypesetRequest, TypesetResponse } from './typeset-core.ts';

export interface TypesetPort {
  /** Never rejects. `portfolio/typeset-failed` carries the compiler's words as `cause`, for the log. */
  render(request: TypesetRequest): Promise<Result<TypesetResponse>>;
  /** Stops the worker; requests that wait are answered with a problem. */
  close(): Promise<void>;
}

export type TypesetServiceOptions = TypesetOptions & {
  /** The built worker script. */
  readonly workerFile: string | URL;
  readonly timeoutMs?: number;
  readonly idleMs?: number;
};

type Answer = {
  readonly id: number;
  readonly answer?: TypesetResponse;
  readonly cause?: string;
};
type Settle = (result: Result<TypesetResponse>) => void;

const TIMEOUT_MS = 100_000;
/** A worker that set a long portfolio holds hundreds of megabytes; an idle one gives them back. */
const IDLE_MS = 120_000;

/** Starts no thread before the first render. */
export function createTypeset(options: TypesetServiceOptions): TypesetPort {
  let worker: Worker | undefined;
  let pending: { readonly id: number; readonly settle: Settle } | undefined;
  let nextId = 1;
  let queue: Promise<unknown> = Promise.resolve();
  let closed = false;
  let idle: NodeJS.Timeout | undefined;

  function settle(result: Result<TypesetResponse>): void {
    const waiting = pending;
    pending = undefined;
    // An idle worker must not keep the command line from ending.
    worker?.unref();
    clearTimeout(idle);
    if (worker) idle = setTimeout(() => drop('idle'), options.idleMs ?? IDLE_MS).unref();
    waiting?.settle(result);
  }

  function drop(cause: unknown): void {
    const dropped = worker;
    worker = undefined;
    clearTimeout(idle);
    dropped?.removeAllListeners();
    // Late errors of a thread that is going away must not become uncaught exceptions of the host.
    dropped?.on('error', () => undefined);
    void dropped?.terminate().catch(() => undefined);
    if (pending) settle(failed(cause));
  }

  function start(): Worker {
    const { resourcesFolder, fontFolders } = options;
    const fresh = new Worker(options.workerFile, { workerData: { resourcesFolder, fontFolders } });
    fresh.on('message', (message: Answer) => {
      if (message.id !== pending?.id) return;
      settle(message.answer ? ok(message.answer) : failed(message.cause));
    });
    fresh.on('error', drop);
    fresh.on('exit', (code) => drop(`worker ended with ${code}`));
    return fresh;
  }

  function renderNow(request: TypesetRequest): Promise<Result<TypesetResponse>> {
    if (closed) return Promise.resolve(failed('closed'));
    clearTimeout(idle);
    return new Promise((resolve) => {
      const id = nextId++;
      const timer = setTimeout(() => drop('took too long'), options.timeoutMs ?? TIMEOUT_MS);
      pending = {
        id,
        settle: (result) => {
          clearTimeout(timer);
          resolve(result);
        },
      };
      try {
        worker ??= start();
        worker.ref();
        worker.postMessage({ id, request });
      } catch (cause) {
        drop(cause);
      }
    });
  }

  return {
    render: (request) => {
      const turn = queue.then(() => renderNow(request));
      queue = turn;
      return turn;
    },
    close: async () => {
      closed = true;
      const ending = worker;
      drop('closed');
      await ending?.terminate();
    },
  };
}

function failed(cause: unknown): Result<never> {
  return err(problem('portfolio/typeset-failed', { cause }));
}
