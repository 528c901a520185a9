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
/** Where the text fills the page by itself there is no use in a small picture. */
const HOPELESS_MM = -30;
const SPILLING_MM = 85;
const SLACK_MM = 5;
const POINT_MM = 0.3528;
/** Line to line per point of size: cap height plus the template's leading. */
const PITCH = 1.34 * POINT_MM;
const SECTION_MM = 9;
/** Around the picture, its caption included. */
const PICTURE_GAPS_MM = 10;

type MeasuredItem = Omit<PrintedItem, 'pictureHeightMm'>;

/** Height in millimetres for a picture across the page; for the other shapes the template has its own bounds. */
export function pictureHeightMm(item: MeasuredItem, paper: PortfolioPaper): number {
  const { width, height } = TEXT_AREA[paper];
  const left = height - headMm(item, width) - belowMm(item, width) - SLACK_MM;
  if (left < HOPELESS_MM) return SPILLING_MM;
  return Math.round(Math.max(MIN_MM, Math.min(MAX_MM, left)));
}

function headMm(item: MeasuredItem, width: number): number {
  const rows = item.facts.length === 4 ? 2 : Math.ceil(item.facts.length / 3);
  const title = linesOf(item.title.text, width, item.titleSize);
  return (
    12 +
    title * item.titleSize * 1.13 * POINT_MM +
    3.2 +
    linesOf(item.issuer.text, width, 12) * 12 * PITCH +
    6 +
    rows * 9
  );
}

function belowMm(item: MeasuredItem, width: number): number {
  const body = (text: string): number => linesOf(text, width, 9.5) * 9.5 * PITCH;
  const small = (text: string, across: number): number =>
    linesOf(text, across - 5, 8.5) * 8.5 * PITCH + 1.2;
  const { verification, verify } = item;
  const beside = verify !== null && verify.qr !== '' ? width - 54 : width;
  const skills = item.skills.reduce(
    (sum, group) => sum + 5 + body(group.names.map((name) => name.text).join(', ')),
    item.skills.length > 0 ? SECTION_MM : 0,
  );
  const prose = [item.description, item.criteria].reduce((sum, part) => {
    if (part.paragraphs.length === 0) return sum;
    return part.paragraphs.reduce((own, one) => own + body(one.text) + 1, sum + SECTION_MM);
  }, 0);
  const lists = [verification.failed, verification.notChecked, verification.passed];
  // Behind a check report the page names what was not checked and leaves the sentences to the report.
  const hasReport = item.checkReport !== null;
  const explained = hasReport
    ? verification.failed
    : [...verification.failed, ...verification.notChecked];
  const named = hasReport ? [verification.notChecked, verification.passed] : [verification.passed];
  const checks =
    small(`${item.standing.word} ${item.standing.meaning} ${verification.summary}`, beside) +
    item.flags.length * 5 +
    (hasReport ? small('', beside) : 0) +
    explained.reduce((sum, check) => sum + small(`${check.name}. ${check.reason}`, beside), 0) +
    named.reduce(
      (sum, list) => sum + small(list.map((check) => check.name).join(' · '), beside),
      0,
    ) +
    lists.filter((list) => list.length > 0).length * 5.5;
  const address = verify === null ? 0 : linesOf(verify.url, verify.qr === '' ? width : 40, 7.5) * 4;
  const code = verify === null ? 0 : 5 + verify.qrSideMm + address;
  const proof = SECTION_MM + (beside < width ? Math.max(checks, code) : checks + code);
  const file = 10 + item.notices.length * 4 + (item.appended ? 4 : 0);
  return PICTURE_GAPS_MM + skills + prose + proof + file;
}

// Half an em is the mean width of Latin text in the print faces; CJK letters take a whole one.
function linesOf(text: string, widthMm: number, sizePt: number): number {
  const wide = (text.match(/[\u2e80-\u9fff\uac00-\ud7af\uff00-\uff60]/g) ?? []).length;
  const ems = (text.length - wide) * 0.5 + wide;
  return Math.max(1, Math.ceil((ems * sizePt * POINT_MM * 1.03) / widthMm));
}

/** The title's size by its length in characters, in points; the template sets what this says. */
export function titleSize(characters: number): number {
  if (characters > 220) return 13;
  if (characters > 110) return 16;
  return characters > 60 ? 20 : 24;
}
