// Reads how many hours of learning a certificate states.
import type { Found } from '../formats/document-recogniser.ts';
import type { PageLine } from './certificate-page.ts';

const HOUR = String.raw`(?:hours?|hrs?|heures?|stunden?|std|horas?|ore|uren|uur|часов|часа|академических\s+часов|godzin)`;
const KIND = String.raw`(?:(?:total|contact|academic|clock|learning|training|teaching|credit)\s+)?`;
const HOURS = new RegExp(
  String.raw`(?<![\p{L}\d.,:/-])(\d{1,4}(?:[.,]\d{1,2})?)[\s-]?${KIND}${HOUR}(?![\p{L}\d])(?:\s*(?:and\s+)?(\d{1,2})\s?min(?:ute)?s?)?`,
  'iu',
);
const SHORT = /(?<![\p{L}\d.,:])(\d{1,3})\s?h(?:\s?(\d{1,2})\s?m(?:in)?)?(?![\p{L}\d])/u;
const OTHER_HOURS = /\b(?:ago|before|within|per|every|24\/7|o['’]?clock)\b/iu;

/** The hours, minutes as a part of one; `undefined` where none are stated or the words mean something else. */
export function readHours(lines: readonly PageLine[]): Found<number> | undefined {
  for (const pattern of [HOURS, SHORT]) {
    for (const line of lines) {
      if (line.text.length > 250 || OTHER_HOURS.test(line.text)) continue;
      const match = pattern.exec(line.text);
      if (!match) continue;
      const [whole, hours = '', minutes = '0'] = match;
      const value = Number(hours.replace(',', '.')) + Number(minutes) / 60;
      if (!(value > 0 && value <= 5_000)) continue;
      return {
        value: Math.round(value * 100) / 100,
        in: { kind: 'line', line: line.index, start: match.index, end: match.index + whole.length },
        confidence: pattern === HOURS ? 0.8 : 0.6,
      };
    }
  }
  return undefined;
}
