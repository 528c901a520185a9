// How components reach what is asked about trust, and how they wait for an answer of it.
import { useEffect, useEffectEvent, useState } from 'react';
import type { TrustApp } from '../../app/trust-app.ts';
import { problem } from '../../domain/problem.ts';
import { problemWording } from '../../domain/problem-wording.ts';
import type { Result } from '../../domain/result.ts';
import { useApp } from '../app-context.tsx';

/** The use cases of trust. */
export function useTrust(): TrustApp {
  return useApp().trust;
}

/** An answer on its way, there, or refused with the sentence to show. */
export type Answer<Value> =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'ready'; readonly value: Value }
  | { readonly kind: 'problem'; readonly text: string };

const WAITING = { kind: 'waiting' } as const;

/** Asks when it is first shown and again whenever `key` is another. A rejection reads like a problem. */
export function useAnswer<Value>(key: string, ask: () => Promise<Result<Value>>): Answer<Value> {
  const [held, setHeld] = useState<{ readonly key: string; readonly answer: Answer<Value> }>();
  const asks = useEffectEvent(ask);
  useEffect(() => {
    let latest = true;
    void settled(asks()).then((result) => {
      if (!latest) return;
      const answer: Answer<Value> = result.ok
        ? { kind: 'ready', value: result.value }
        : { kind: 'problem', text: problemWording(result.problem) };
      setHeld({ key, answer });
    });
    return () => {
      latest = false;
    };
  }, [key]);
  return held?.key === key ? held.answer : WAITING;
}

/** The result, also where the promise is rejected. */
export async function settled<Value>(promise: Promise<Result<Value>>): Promise<Result<Value>> {
  try {
    return await promise;
  } catch (cause) {
    return { ok: false, problem: problem('host/internal', { cause }) };
  }
}
