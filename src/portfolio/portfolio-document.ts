// The whole portfolio as plain data for a template. Pure and deterministic: the same input gives the
// same document, whatever the machine.
import { STANDINGS } from '../domain/report.ts';
import { ENGLISH_LABELS, type PortfolioLabels, fillLabel } from './labels.ts';
import { printItem } from './portfolio-item.ts';
import { printInstantDay } from './print-date.ts';
import { cleanLine, printText } from './print-text.ts';
import type { PortfolioDocument, PortfolioItem, PortfolioPaper } from './printed.ts';
import { printStanding } from './print-wording.ts';

export type PortfolioInput = {
  readonly title: string;
  readonly personName: string;
  readonly paper: PortfolioPaper;
  /** BCP 47 tag for dates; an unknown one reads as English. */
  readonly locale: string;
  /** UTC instant. */
  readonly createdAt: string;
  readonly template: 'appendix';
  readonly items: readonly PortfolioItem[];
  /** True to print the check report of each credential behind its page. */
  readonly checkReports?: boolean;
  /** English when left out. */
  readonly labels?: PortfolioLabels;
};

const MAX_NAME = 200;

/** Builds the document. Titles and names may be untrusted; an empty title becomes the contents label. */
export function buildPortfolioDocument(input: PortfolioInput): PortfolioDocument {
  const labels = input.labels ?? ENGLISH_LABELS;
  const items = input.items.map((item, index) =>
    printItem(item, index + 1, {
      labels,
      locale: input.locale,
      paper: input.paper,
      checkReports: input.checkReports === true,
    }),
  );
  const used = STANDINGS.filter((kind) => items.some((item) => item.standing.kind === kind));
  const counts = used.map((kind) => {
    const count = items.filter((item) => item.standing.kind === kind).length;
    return `${printStanding(kind).word} ${count}`;
  });
  const [year = 1970, month = 1, day = 1] = input.createdAt.slice(0, 10).split('-').map(Number);
  return {
    schema: 1,
    title: printText(cleanLine(input.title, MAX_NAME) || labels.contents),
    personName: printText(cleanLine(input.personName, MAX_NAME)),
    paper: input.paper === 'letter' ? 'us-letter' : 'a4',
    created: { year, month, day },
    preparedOn: fillLabel(labels.preparedOn, {
      date: printInstantDay(input.createdAt, input.locale),
    }),
    summary: [countOf(items.length, labels), ...counts].join(' · '),
    legend: used.map((kind) => ({ kind, ...printStanding(kind) })),
    labels,
    items,
  };
}

function countOf(count: number, labels: PortfolioLabels): string {
  return count === 1 ? labels.indexSummaryOne : fillLabel(labels.indexSummary, { count });
}
