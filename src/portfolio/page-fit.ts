// How tall the copy of the original may be so that a credential stays on one page. An estimate from the
// amount of text: measuring in the typesetter costs more than setting the page. Errs on the small side.
import type { PortfolioPaper, PrintedItem } from './printed.ts';

/** The text area of the template's pages: paper less its margins, in millimetres. */
const TEXT_AREA = {
  a4: { width: 166, height: 251 },
  letter: { width: 171.9, height: 233.4 },
} as const;

const MIN_MM = 45;
const MAX_MM = 118;
const SLACK_MM = 5;
const POINT_MM = 0.3528;

/** Height in millimetres for a picture across the page; for the other shapes the template has its own bounds. */
export function pictureHeightMm(
  item: Omit<PrintedItem, 'pictureHeightMm'>,
  paper: PortfolioPaper,
): number {
  const { width, height } = TEXT_AREA[paper];
  const left = height - headMm(item, width) - belowMm(item, width) - SLACK_MM;
  return Math.round(Math.max(MIN_MM, Math.min(MAX_MM, left)));
}

function headMm(item: Omit<PrintedItem, 'pictureHeightMm'>, width: number): number {
  const title = titleSize([...item.title.text].length);
  const rows = Math.ceil(item.facts.length / 3) + (item.facts.length === 4 ? 1 : 0);
  return (
    12 +
    linesOf(item.title.text, width, title) * title * 1.15 * POINT_MM +
    linesOf(item.issuer.text, width, 12) * 5.6 +
    9 +
    rows * 12
  );
}

function belowMm(item: Omit<PrintedItem, 'pictureHeightMm'>, width: number): number {
  const body = (text: string): number => linesOf(text, width, 9.5) * 5.1;
  const small = (text: string, across: number): number => linesOf(text, across, 8.5) * 4.6 + 1.2;
  const { verification, verify } = item;
  const beside = verify !== null && verify.qr !== '' ? width - 54 : width;
  const skills = item.skills.reduce(
    (sum, group) => {
      return sum + 7 + body(group.names.map((name) => name.text).join(', '));
    },
    item.skills.length > 0 ? 10 : 0,
  );
  const prose = [item.description, item.criteria].reduce((sum, part) => {
    if (part.paragraphs.length === 0) return sum;
    return sum + 11 + part.paragraphs.reduce((own, one) => own + body(one.text) + 1, 0);
  }, 0);
  const explained = [...verification.failed, ...verification.notChecked];
  const checks =
    small(`${item.standing.word} ${item.standing.meaning} ${verification.summary}`, beside) +
    item.flags.length * 5.5 +
    explained.reduce((sum, check) => sum + small(`${check.name}. ${check.reason}`, beside), 0) +
    small(verification.passed.map((check) => check.name).join(' · '), beside) +
    [verification.failed, verification.notChecked, verification.passed].filter(
      (list) => list.length > 0,
    ).length *
      6.5;
  const code =
    verify === null
      ? 0
      : 8 + verify.qrSideMm + linesOf(verify.url, verify.qr ? 46 : width, 7.5) * 4;
  const proof = 11 + (beside < width ? Math.max(checks, code) : checks + code);
  return 20 + skills + prose + proof + 18 + item.notices.length * 4 + (item.appended ? 4 : 0);
}

// Half an em is the mean width of Latin text in the print faces; CJK letters take a whole one.
function linesOf(text: string, widthMm: number, sizePt: number): number {
  const wide = (text.match(/[\u2e80-\u9fff\uac00-\ud7af\uff00-\uff60]/g) ?? []).length;
  const ems = (text.length - wide) * 0.54 + wide;
  return Math.max(1, Math.ceil((ems * sizePt * POINT_MM * 1.04) / widthMm));
}

/** The title's size by its length in characters, in points; the template sets what this says. */
export function titleSize(characters: number): number {
  if (characters > 220) return 13;
  if (characters > 110) return 16;
  return characters > 60 ? 20 : 24;
}
