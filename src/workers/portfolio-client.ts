// The page's end of the portfolio worker.
import { problem } from '../domain/problem.ts';
import { type Result, err } from '../domain/result.ts';
import type { FinishedPortfolio, PortfolioPlan, PreparedPortfolio } from '../portfolio/index.ts';
import type { JobPool } from './job-pool.ts';
import type { FinishInput, PlanInput, PrepareInput } from './portfolio-worker.ts';

const ASSEMBLY_MS = 120_000;

export type PortfolioClient = {
  plan(...input: PlanInput): Promise<Result<PortfolioPlan>>;
  prepare(...input: PrepareInput): Promise<Result<Pick<PreparedPortfolio, 'request'>>>;
  finish(answer: FinishInput): Promise<Result<FinishedPortfolio>>;
};

/** Talks to a pool of exactly one portfolio worker. */
export function createPortfolioClient(pool: JobPool): PortfolioClient {
  async function run<T>(name: string, input: unknown): Promise<Result<T>> {
    const answer = await pool.run<T>(name, input, { timeoutMs: ASSEMBLY_MS });
    if (answer.ok || answer.problem.code.startsWith('portfolio/')) return answer;
    // The pool speaks of files being read; what failed here is the making of pages.
    return err(problem('portfolio/typeset-failed', { cause: answer.problem.cause }));
  }
  return {
    plan: (...input) => run('plan', input),
    prepare: (...input) => run('prepare', input),
    finish: (answer) => run('finish', answer),
  };
}
