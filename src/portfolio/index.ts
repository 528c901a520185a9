// The public door of the printed portfolio.
export {
  finishPortfolio,
  planPortfolio,
  preparePortfolio,
  type FinishedPortfolio,
  type OriginalNeeded,
  type PictureNeeded,
  type PortfolioManifest,
  type PortfolioPicture,
  type PortfolioPlan,
  type PortfolioPlanOptions,
  type PortfolioStandard,
  type PortfolioTypesetRequest,
  type PreparedPortfolio,
} from './portfolio-flow.ts';
export { buildPortfolioDocument, type PortfolioInput } from './portfolio-document.ts';
export type { PortfolioDocument, PortfolioItem, PortfolioPaper } from './printed.ts';
export { ENGLISH_LABELS, type PortfolioLabels } from './labels.ts';
export { assemblePortfolio, type AssembleInput, type Assembled } from './assemble.ts';
