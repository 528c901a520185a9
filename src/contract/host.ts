// The host as the page sees it, and the dispatcher every shell wraps around its implementation.
import { problem } from '../domain/problem.ts';
import { type Result, err } from '../domain/result.ts';
import {
  CHANNELS,
  type Channel,
  type ChannelName,
  type RequestOf,
  type ResponseOf,
  isChannelName,
} from './channels.ts';
import { validate } from './validate.ts';

/** One method for everything: typed by the channel table. Never rejects. */
export interface Host {
  invoke<N extends ChannelName>(name: N, request: RequestOf<N>): Promise<Result<ResponseOf<N>>>;
}

/** A handler per channel: leaving one out does not compile. Handlers get validated requests. */
export type HostHandlers = {
  readonly [N in ChannelName]: (request: RequestOf<N>) => Promise<Result<ResponseOf<N>>>;
};

/**
 * Answers one untrusted request: unknown names, malformed requests and malformed answers become
 * problems; a thrown bug becomes `host/internal` and goes to `onBug` for the log.
 */
export async function dispatch(
  handlers: HostHandlers,
  name: unknown,
  request: unknown,
  onBug: (name: string, cause: unknown) => void,
): Promise<Result<unknown>> {
  if (!isChannelName(name)) return err(problem('host/unknown-channel'));
  const channel = CHANNELS[name] as Channel<unknown, unknown>;
  const checked = validate(channel.request, request, 'host/bad-request');
  if (!checked.ok) return checked;
  const handler = handlers[name] as (request: unknown) => Promise<Result<unknown>>;
  try {
    const answer = await withTimeout(handler(checked.value), channel.timeoutMs);
    if (!answer.ok) return answer;
    const response = validate(channel.response, answer.value, 'host/bad-response');
    if (!response.ok) onBug(name, response.problem.cause);
    return response;
  } catch (cause) {
    onBug(name, cause);
    return err(problem('host/internal'));
  }
}

/** The in-process binding: the command line and tests use the host without a transport. */
export function createInProcessHost(
  handlers: HostHandlers,
  onBug: (name: string, cause: unknown) => void,
): Host {
  return {
    invoke: async (name, request) => {
      const answer = await dispatch(handlers, name, request, onBug);
      return answer as Result<ResponseOf<typeof name>>;
    },
  };
}

async function withTimeout(
  work: Promise<Result<unknown>>,
  timeoutMs: number,
): Promise<Result<unknown>> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<Result<unknown>>((resolve) => {
    timer = setTimeout(() => resolve(err(problem('host/timed-out'))), timeoutMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Checks what came back over a transport, so that the page does not trust the host's bytes blindly. */
export function checkResponse<N extends ChannelName>(
  name: N,
  answer: unknown,
): Result<ResponseOf<N>> {
  const channel = CHANNELS[name] as Channel<unknown, ResponseOf<N>>;
  const shape = answer as { ok?: unknown; value?: unknown; problem?: { code?: unknown } } | null;
  if (shape?.ok === true) return validate(channel.response, shape.value, 'host/bad-response');
  if (shape?.ok === false && typeof shape.problem?.code === 'string') {
    return err(shape.problem as Parameters<typeof err>[0]) as Result<ResponseOf<N>>;
  }
  return err(problem('host/bad-response'));
}
