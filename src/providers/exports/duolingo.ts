// Duolingo English Test: the answer behind a result that was shared. Date of birth and photographs are not taken.
import { finding } from '../../domain/finding.ts';
import type { Problem } from '../../domain/problem.ts';
import {
  dateAt,
  firstAt,
  rootPlace,
  textAt,
  type Place,
  type Placed,
} from '../../formats/place.ts';
import { isObject, numberOf, type JsonValue } from '../../formats/json.ts';
import type { NodeSource, PayloadReading } from '../../formats/reading-parts.ts';
import { always, buildExportReading } from './export-reading.ts';

/** The result of an untrusted answer, or undefined where it is none of this test's. */
export function readDuolingo(value: JsonValue, source: NodeSource): PayloadReading | undefined {
  if (!isObject(value)) return undefined;
  const result = rootPlace(value);
  const score = firstAt(result, ['overall_score'], numberOf);
  if (!score || !textAt(result, ['test_date']) || !textAt(result, ['full_name'])) return undefined;
  const problems: Problem[] = [];
  const item = buildExportReading(source, {
    format: 'duolingo-json',
    provider: always('Duolingo English Test'),
    title: always('Duolingo English Test'),
    issuer: always('Duolingo'),
    recipient: holderOf(result),
    issuedOn: dateAt(result, ['test_date'], problems),
    validUntil: dateAt(result, ['expiration_date', 'expires_at'], problems),
    achievement: { achievementType: 'Test', level: `Overall score ${score.value}` },
  });
  const isPersonal = Object.keys(value).some((key) => /birth|photo|picture|passport/iu.test(key));
  return {
    items: [item],
    problems,
    ...(isPersonal ? { findings: [finding('left-out/personal-fields')] } : {}),
  };
}

/** `SURNAME, Given` in the order people say it. */
function holderOf(result: Place): Placed<string> | undefined {
  const name = textAt(result, ['full_name']);
  const [family, given, ...more] = (name?.value ?? '').split(',').map((part) => part.trim());
  if (!name || !family || !given || more.length > 0) return name;
  return { value: `${given} ${family}`, path: name.path };
}
