// A pool of workers for jobs over untrusted bytes: one job at a time per worker, a time limit per job,
// and a fresh worker in place of one that hung or crashed. Works over any worker-like port, so that the
// page (Web Workers) and the command line (threads) share it.
import { LIMITS } from '../domain/limits.ts';
import { problem } from '../domain/problem.ts';
import { type Result, err } from '../domain/result.ts';

/** What the pool needs of a worker. */
export type JobPort = {
  post(message: unknown, transfer: readonly ArrayBuffer[]): void;
  onMessage(listener: (message: unknown) => void): void;
  /** Called when the worker died or could not start. */
  onFailure(listener: (cause: unknown) => void): void;
  terminate(): void;
};

export type JobCall = { readonly job: number; readonly name: string; readonly input: unknown };
export type JobReply = { readonly job: number; readonly answer: Result<unknown> };

export type JobPool = {
  /** Runs a job; never rejects. `transfer` gives buffers away to the worker. */
  run<T>(name: string, input: unknown, options?: JobOptions): Promise<Result<T>>;
  close(): void;
};

export type JobOptions = {
  readonly transfer?: readonly ArrayBuffer[];
  readonly timeoutMs?: number;
};

type Waiting = {
  readonly call: JobCall;
  readonly options: JobOptions;
  readonly resolve: (answer: Result<unknown>) => void;
};

type Seat = { port: JobPort | undefined; current: Waiting | undefined };

/** Builds a pool of `size` workers, each made when it is first needed. */
export function createJobPool(makePort: () => JobPort, size: number): JobPool {
  const seats: Seat[] = Array.from({ length: size }, () => ({
    port: undefined,
    current: undefined,
  }));
  const queue: Waiting[] = [];
  let jobs = 0;
  let closed = false;

  function seatPort(seat: Seat): JobPort {
    if (seat.port) return seat.port;
    const port = makePort();
    seat.port = port;
    port.onMessage((message) => {
      const reply = message as JobReply;
      if (seat.port === port && seat.current?.call.job === reply.job) finish(seat, reply.answer);
    });
    port.onFailure((cause) => {
      if (seat.port === port) replace(seat, err(problem('input/reader-crashed', { cause })));
    });
    return port;
  }

  function finish(seat: Seat, answer: Result<unknown>): void {
    const { current } = seat;
    seat.current = undefined;
    current?.resolve(answer);
    fill();
  }

  function replace(seat: Seat, answer: Result<unknown>): void {
    seat.port?.terminate();
    seat.port = undefined;
    finish(seat, answer);
  }

  function fill(): void {
    for (const seat of seats) {
      if (seat.current || closed) continue;
      const next = queue.shift();
      if (!next) return;
      start(seat, next);
    }
  }

  function start(seat: Seat, waiting: Waiting): void {
    const timer = setTimeout(() => {
      replace(seat, err(problem('input/took-too-long')));
    }, waiting.options.timeoutMs ?? LIMITS.readTimeMs);
    seat.current = {
      ...waiting,
      resolve: (answer) => {
        clearTimeout(timer);
        waiting.resolve(answer);
      },
    };
    seatPort(seat).post(waiting.call, waiting.options.transfer ?? []);
  }

  return {
    run: <T>(name: string, input: unknown, options: JobOptions = {}) =>
      new Promise<Result<T>>((resolve) => {
        jobs += 1;
        const call = { job: jobs, name, input };
        queue.push({ call, options, resolve: resolve as (answer: Result<unknown>) => void });
        fill();
      }),
    close: () => {
      closed = true;
      for (const seat of seats) seat.port?.terminate();
    },
  };
}
