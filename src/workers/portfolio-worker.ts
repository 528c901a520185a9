// The message loop around the portfolio layer: one portfolio at a time, its opened originals kept here
// between preparing and finishing, since they cannot cross to the page.
import { problem } from '../domain/problem.ts';
import { type Result, err, ok } from '../domain/result.ts';
import {
  type PortfolioPlan,
  type PreparedPortfolio,
  finishPortfolio,
  planPortfolio,
  preparePortfolio,
} from '../portfolio/index.ts';
import type { JobCall, JobReply } from './job-pool.ts';

export type PlanInput = Parameters<typeof planPortfolio>;
export type PrepareInput = Parameters<typeof preparePortfolio>;
export type FinishInput = Parameters<typeof finishPortfolio>[2];

let current: { plan: PortfolioPlan; prepared: PreparedPortfolio } | undefined;

async function run({ name, input }: JobCall): Promise<Result<unknown>> {
  if (name === 'plan') return planPortfolio(...(input as PlanInput));
  if (name === 'prepare') {
    const [plan, pictures, originals] = input as PrepareInput;
    const prepared = await preparePortfolio(plan, pictures, originals);
    current = { plan, prepared };
    return ok({ request: prepared.request });
  }
  if (name !== 'finish' || !current) return err(problem('portfolio/typeset-failed'));
  const { plan, prepared } = current;
  current = undefined;
  return finishPortfolio(plan, prepared, input as FinishInput);
}

self.addEventListener('message', ({ data }: MessageEvent<JobCall>) => {
  void run(data)
    .catch((cause: unknown) => err(problem('portfolio/typeset-failed', { cause })))
    .then((answer) => self.postMessage({ job: data.job, answer } satisfies JobReply));
});
