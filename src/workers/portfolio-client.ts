// The page's end of the portfolio worker.
import type { Result } from '../domain/result.ts';
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
  const options = { timeoutMs: ASSEMBLY_MS };
  return {
    plan: (...input) => pool.run('plan', input, options),
    prepare: (...input) => pool.run('prepare', input, options),
    finish: (answer) => pool.run('finish', answer, options),
  };
}
