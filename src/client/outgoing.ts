// What is checked in the page before a request leaves it, the same for every transport.
import { CHANNELS, isChannelName } from '../contract/channels.ts';
import { refusalOfWireValue } from '../contract/wire-size.ts';
import { type Problem, problem } from '../domain/problem.ts';

/** The problem with an outgoing request, or undefined when it may be sent. */
export function refusedBeforeSending(name: string, request: unknown): Problem | undefined {
  if (!isChannelName(name)) return problem('host/unknown-channel');
  const refusal = refusalOfWireValue(request, CHANNELS[name].maxBytes);
  if (refusal === undefined) return undefined;
  return problem(refusal === 'too-large' ? 'host/too-large' : 'host/bad-request');
}
