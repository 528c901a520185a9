// Finds what a certificate was given for: by the wording before it, else by the size of its print.
import type { Found } from '../formats/document-recogniser.ts';
import { linesBelow, sameSize, type PageLine } from './certificate-page.ts';
import { signsTheDocument } from './certificate-recipient.ts';
import {
  BEFORE_ISSUER,
  BEFORE_RECIPIENT,
  BEFORE_TITLE,
  FILLER_ONLY,
  HEADING,
  NUMBER_CUE,
  ROLE,
} from './certificate-wording.ts';
import { findPrintedDates } from './printed-dates.ts';

export type TitleContext = {
  readonly lines: readonly PageLine[];
  /** Line of the recipient's name, which is no title. */
  readonly recipientLine?: number;
  readonly recipient?: string;
  /** The document information's title, already judged meaningful. */
  readonly infoTitle?: string;
  /** Names of the issuer and platform: a line with nothing else is no title. */
  readonly organisations: readonly string[];
};

// Each line is judged many times over; the judgement is kept for the time of one reading.
type Page = TitleContext & { readonly judged: Map<string, boolean> };

type Candidate = {
  readonly text: string;
  readonly line: PageLine;
  /** The largest print among the lines it runs over. */
  readonly size: number;
  readonly bonus: number;
  readonly confidence: number;
};

/** Reads the title; `undefined` when no line is fit to be one. */
export function readTitle(given: TitleContext): Found<string> | undefined {
  const context: Page = { ...given, judged: new Map() };
  const candidates = [...candidatesByWording(context), ...candidatesBySize(context)];
  const largest = Math.max(1, ...candidates.map(({ size }) => size));
  let best: Candidate | undefined;
  let bestScore = 0;
  for (const candidate of candidates) {
    const score =
      candidate.bonus +
      (4 * candidate.size) / largest +
      (agrees(candidate.text, context.infoTitle) ? 2 : 0);
    if (score > bestScore) [best, bestScore] = [candidate, score];
  }
  if (!best) return undefined;
  const value = tidyTitle(best.text, context.lines);
  const start = Math.max(0, best.line.text.indexOf(best.text));
  return {
    value,
    in: {
      kind: 'line',
      line: best.line.index,
      start,
      end: Math.min(best.line.text.length, start + best.text.length),
    },
    confidence: agrees(best.text, context.infoTitle)
      ? Math.max(best.confidence, 0.8)
      : best.confidence,
  };
}

function candidatesByWording(context: Page): Candidate[] {
  const found: Candidate[] = [];
  for (const line of context.lines) {
    for (const cue of BEFORE_TITLE) {
      const match = cue.exec(line.text);
      if (!match) continue;
      const rest = line.text.slice(match.index + match[0].length).trim();
      const quoted = quotedTitle(rest, line, context);
      if (quoted !== undefined) {
        found.push({ text: quoted, line, size: line.fontSize, bonus: 6, confidence: 0.85 });
        continue;
      }
      const bare = FILLER_ONLY.test(rest);
      const below = linesBelow(context.lines, line).slice(0, 5);
      const fit = below.filter((next) => isFit(next, context));
      const bigger = fit.find((next) => next.fontSize >= 1.15 * line.fontSize);
      const next = bigger ?? fit[0];
      if (next && (bare || bigger)) {
        const standsOut = next.fontSize >= 1.1 * line.fontSize || isOwnBlock(next, line, context);
        const title = extendTitle(next, context, standsOut);
        found.push({ ...title, line: next, bonus: bare ? 5 : 4.5, confidence: 0.85 });
      }
      if (bare) continue;
      const inline = inlineTitle(rest, line, context);
      if (inline !== undefined) {
        found.push({ text: inline, line, size: line.fontSize, bonus: 3.5, confidence: 0.65 });
      }
    }
  }
  return found;
}

function candidatesBySize(context: Page): Candidate[] {
  return context.lines
    .filter((line) => isFit(line, context))
    .map((line) => {
      const title = extendTitle(line, context, true);
      const isLogo = title.text === line.text && looksLikeLogo(line, context);
      const confidence = line.ocr === undefined ? 0.5 : 0.45;
      return { ...title, line, bonus: isLogo ? -1.5 : 0, confidence };
    });
}

// A paragraph of its own: farther from the words above than its own lines from each other.
function isOwnBlock(first: PageLine, above: PageLine, context: Page): boolean {
  const next = linesBelow(context.lines, first, 0.12)[0];
  return next !== undefined && first.y - above.y >= 1.5 * (next.y - first.y);
}

// One or two words on top of everything else are the name of whoever made the page.
function looksLikeLogo(line: PageLine, context: Page): boolean {
  if (line.text.split(/\s+/u).length > 2 || line.y > 0.35 * line.pageHeight) return false;
  return context.lines.every((other) => other.page !== line.page || other.y >= line.y - 1);
}

// Text in quotation marks after a cue is the title, also where it runs over the line's end.
function quotedTitle(rest: string, line: PageLine, context: Page): string | undefined {
  if (!/^(?:[\p{L}\s:,-]{0,40})[«"“„]/u.test(rest)) return undefined;
  const next = linesBelow(context.lines, line)[0];
  const text = `${rest} ${next?.text ?? ''}`;
  return /[«"“„]([^«»"“”„]{3,160})[»"”“]/u.exec(text)?.[1]?.trim();
}

function inlineTitle(rest: string, line: PageLine, context: Page): string | undefined {
  let text = rest.replace(/^[\s:,.–—-]+/u, '');
  if (CONNECTOR_END.test(text)) {
    const next = linesBelow(context.lines, line)[0];
    if (next && Math.abs(next.fontSize - line.fontSize) < 1) text = `${text} ${next.text}`;
  }
  text = cutTail(text).replace(KIND_OF_LEARNING, '');
  if (/[:]$/u.test(rest) || text.length < 3 || FILLER_ONLY.test(text)) return undefined;
  if (!/^[\p{Lu}\p{Lo}\d«"“]/u.test(text)) return undefined;
  return isTitleText(text, context) ? text : undefined;
}

// "… has completed the Harbour Radio course": in a sentence the kind is no part of the name.
const KIND_OF_LEARNING =
  /\s+(?:online\s+)?(?:course|training|workshop|webinar|seminar|program(?:me)?|track|path|certification)$/u;
const CONNECTOR_END =
  /(?:^|\s)(?:and|or|of|for|in|on|to|with|from|by|using|the|a|an|&|de|du|des|et|und|für|y|e|и|в|на|с|по)$|[:&–-]$/iu;
const NOT_A_CONTINUATION =
  /^(?:on|by|at|an?\s+(?:online|on-line|course)|offered|through|with\s+\d|held|from|in\s+(?:confirmation|recognition)|issued|date|this|over|\(|•|-\s)/iu;

/** Joins the lines a title runs over: same print, right below, in the same column. */
function extendTitle(
  first: PageLine,
  context: Page,
  standsOut: boolean,
): { readonly text: string; readonly size: number } {
  let text = cutTail(first.text);
  let size = first.fontSize;
  if (text !== first.text) return { text, size };
  let last = first;
  for (let count = 0; count < 3; count += 1) {
    const next = linesBelow(context.lines, last, 0.2)[0];
    if (!next || !sameSize(first, next)) break;
    if (next.y - last.y > 1.75 * size || next.index === context.recipientLine) break;
    // "Sailing on / Example Cloud": an organisation's name may end a title, but not stand alone.
    const unfinished = CONNECTOR_END.test(text);
    if (NOT_A_CONTINUATION.test(next.text)) break;
    if (!isTitleText(next.text, context) && !(unfinished && isOrganisation(next.text, context))) {
      break;
    }
    if (!standsOut && !unfinished) break;
    text = `${text} ${next.text}`;
    size = Math.max(size, next.fontSize);
    last = next;
  }
  return { text, size };
}

// What sentences hang on to a title: "… by Example Academy.", "… on 3 May 2024", "… with distinction".
function cutTail(text: string): string {
  const date = findPrintedDates(text, undefined)[0];
  let cut =
    date && date.start > 3
      ? text.slice(0, date.start).replace(/[\s,]+(?:on|dated?|le|am|el|em|il|in)?\s*$/iu, '')
      : text;
  cut = cut.replace(
    /\s+(?:(?:an\s+online\s+course\s+)?(?:offered|provided|organi[sz]ed|conducted|authori[sz]ed|delivered)\s+by|by\s+(?=\p{Lu})).*$/u,
    '',
  );
  cut = cut.replace(
    /\s+(?:(?:mit\s+Erfolg|erfolgreich|met\s+succes)\s+)?(?:teilgenommen|abgeschlossen|absolviert|bestanden|besucht|gevolgd|afgerond|voltooid)(?![\p{L}\d]).*$/iu,
    '',
  );
  return cut.replace(/[\s,;.]+$/u, '');
}

function isFit(line: PageLine, context: Page): boolean {
  if (line.index === context.recipientLine || signsTheDocument(line, context.lines)) return false;
  if (!line.text.endsWith(':')) return isTitleText(line.text, context);
  // A colon ends a label, unless the same print goes on below: "Example Server: / Installing it".
  const next = linesBelow(context.lines, line, 0.12)[0];
  return (
    next !== undefined &&
    sameSize(line, next) &&
    next.y - line.y <= 1.75 * line.fontSize &&
    isTitleText(next.text, context) &&
    isTitleText(line.text.replace(/\s*:$/u, ''), context)
  );
}

function isTitleText(text: string, context: Page): boolean {
  const known = context.judged.get(text);
  if (known !== undefined) return known;
  const judgement = judgeTitleText(text, context);
  context.judged.set(text, judgement);
  return judgement;
}

function judgeTitleText(text: string, context: Page): boolean {
  const letters = [...text.matchAll(/\p{L}/gu)].length;
  if (letters < 3 || letters < 0.4 * text.length || text.length > 200) return false;
  if (/^\S*\d\S*$/u.test(text) && text.length >= 8) return false;
  if (HEADING.test(text) || HEADING.test(squeezed(text)) || FILLER_ONLY.test(text)) return false;
  if (/:$|https?:\/\/|www\.|@|^(?:\d+[/%]|page\s\d)/iu.test(text)) return false;
  if (text === context.recipient || isOrganisation(text, context)) return false;
  const dates = findPrintedDates(text, undefined);
  if (dates.some(({ start, end }) => end - start > 0.5 * text.length)) return false;
  if (ROLE.test(text) && text.split(/\s+/u).length <= 6 && /,|^(?:CEO|CTO|head|vice)/iu.test(text))
    return false;
  return (
    ![BEFORE_RECIPIENT, BEFORE_TITLE, BEFORE_ISSUER].some((cues) =>
      cues.some((cue) => (cue.exec(text)?.index ?? 99) < 4),
    ) && [...text.matchAll(NUMBER_CUE)].every((match) => match.index > 20)
  );
}

function isOrganisation(text: string, context: Page): boolean {
  return context.organisations.some((name) => sameWords(name, text));
}

// "C E R T I F I C A T E" without its spaces, for comparison alone.
function squeezed(text: string): string {
  return /^(?:\S\s)+\S$/u.test(text)
    ? text
        .replace(/\s/gu, '')
        .replace(/(certificate|verified|of|completion|program)/giu, '$1 ')
        .trim()
    : text;
}

/** Equal but for case and for the scraps of a logo that OCR takes for letters before or after a name. */
function sameWords(name: string, text: string): boolean {
  const [a, b] = [name.toLocaleLowerCase(), text.toLocaleLowerCase()];
  if (a === b) return true;
  return name.length >= 4 && b.length <= a.length + 5 && withoutScraps(b) === withoutScraps(a);
}

function withoutScraps(text: string): string {
  return text
    .split(/\s+/u)
    .filter((word) => word.replace(/[^\p{L}\d]/gu, '').length > 2)
    .join(' ');
}

function agrees(text: string, infoTitle: string | undefined): boolean {
  return (
    infoTitle !== undefined && infoTitle.toLocaleLowerCase().includes(text.toLocaleLowerCase())
  );
}

/** Prefers a copy of the title elsewhere in the document without a trailing "course" or in mixed case. */
function tidyTitle(title: string, lines: readonly PageLine[]): string {
  let text = title.replace(/^["“«„]+|["”»“]+$/gu, '').trim();
  const core = text.replace(
    /\s+(?:course|nanodegree program|program(?:me)?|training|specialization)$/iu,
    '',
  );
  if (core !== text && lines.some((line) => sameWords(line.text, core))) text = core;
  if (!isCapitals(text)) return text;
  const mixed = lines.find((line) => sameWords(line.text, text) && !isCapitals(line.text));
  return mixed ? mixed.text : text.includes(' ') ? lowerCapitals(text) : text;
}

function isCapitals(text: string): boolean {
  return text === text.toLocaleUpperCase() && text !== text.toLocaleLowerCase();
}

const SMALL_WORDS = new Set(
  'a an and as at but by for from in into of on or the to with de du des la le les et en y e da do para por con und der die das für mit von и в на с по'.split(
    ' ',
  ),
);
const ACRONYM =
  /^(?:[^AEIOUYÀ-ÝАЕЁИОУЫЭЮЯ]{2,6}|AI|API|APIS|AWS|IT|IOT|UI|UX|SAP|SQL|NOSQL|ETL|IBM|MERN|MEAN|REST|SEO|AGI|GIS|VBA|ERP|EU|UK|USA|II|III|IV|VI|SRE|OSI|CISA|CISSP|ITIL|AZ|OOP|SAFE|ISO|CCNA|CPE|DEI|ESG|HIPAA|GDPR|AR|VR|NLP|LLM|IA|KI|ИИ|ИТ)$/u;

// Titles printed in capitals are read as people write them; acronyms and letters with digits stay.
function lowerCapitals(text: string): string {
  return text
    .split(' ')
    .map((word, index) => {
      const letters = word.replace(/[^\p{L}]/gu, '');
      if (/\d/u.test(word) || ACRONYM.test(letters)) return word;
      const lower = word.toLocaleLowerCase();
      if (index > 0 && SMALL_WORDS.has(lower)) return lower;
      return lower.replace(
        /(^|[-/(&])(\p{L})/gu,
        (_, before: string, letter: string) => before + letter.toLocaleUpperCase(),
      );
    })
    .join(' ');
}
