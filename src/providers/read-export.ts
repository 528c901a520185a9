// Exports and public answers of providers in shapes of their own, each read by its provider's module.
import { finding, type Finding } from '../domain/finding.ts';
import { isEuropassJson, readEuropassJson } from '../formats/europass-json.ts';
import { formatName } from '../formats/format-name.ts';
import { isObject, type JsonValue } from '../formats/json.ts';
import type { NodeSource, PayloadReading } from '../formats/reading-parts.ts';
import { readAccredible } from './exports/accredible.ts';
import { readCredly } from './exports/credly.ts';
import { readDigilocker } from './exports/digilocker.ts';
import { readDuolingo } from './exports/duolingo.ts';
import { readEdxRecord } from './exports/edx.ts';
import { readFreecodecamp } from './exports/freecodecamp.ts';
import { readHackerrank } from './exports/hackerrank.ts';
import { readJsonResume } from './exports/json-resume.ts';
import { readMicrosoftLearn } from './exports/microsoft-learn.ts';
import { readOpenBadgePassport } from './exports/open-badge-passport.ts';
import { readTrailhead } from './exports/trailhead.ts';

type ExportReader = (value: JsonValue, source: NodeSource) => PayloadReading | undefined;

// Each fails closed on another's shape; the résumé stands last because its fields are the commonest words.
const READERS: readonly ExportReader[] = [
  readCredly,
  readAccredible,
  readOpenBadgePassport,
  readMicrosoftLearn,
  readTrailhead,
  readHackerrank,
  readFreecodecamp,
  readDuolingo,
  readEdxRecord,
  readDigilocker,
  (value, source) =>
    isObject(value) && isEuropassJson(value) ? readEuropassJson(value, source) : undefined,
  readJsonResume,
];

/** The credentials of untrusted JSON, by the first provider that knows its shape. */
export function readExport(value: JsonValue, source: NodeSource): PayloadReading | undefined {
  for (const read of READERS) {
    const reading = read(value, source);
    if (reading) return { ...reading, findings: [...listed(reading), ...(reading.findings ?? [])] };
  }
  return undefined;
}

/** One credential speaks for itself, but a CV or résumé is a list even of one. */
function listed({ items }: PayloadReading): readonly Finding[] {
  const [first] = items;
  if (!first || (items.length === 1 && !/^(?:jsonresume|europass)/u.test(first.format))) return [];
  return [finding('found/listed', { count: items.length, name: formatName(first.format) })];
}
