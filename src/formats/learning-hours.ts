// How many hours of learning a credential states, in the fields that issuers and extensions use for it.
import { isObject, stringOf, type JsonObject, type JsonValue } from './json.ts';

const HOUR_FIELDS = [
  'hours',
  'totalHours',
  'learningHours',
  'creditHours',
  'contactHours',
  'clockHours',
  'studyHours',
  'workloadHours',
  'notionalHours',
];
// Durations of ISO 8601, or words such as "40 hours".
const DURATION_FIELDS = ['timeRequired', 'workload', 'volumeOfLearning', 'studyLoad', 'duration'];
const MAX_HOURS = 20_000;

/** The hours that the first of the nodes (or one of its Open Badges extensions) states. */
export function hoursOf(...nodes: readonly (JsonObject | undefined)[]): number | undefined {
  for (const node of nodes) {
    if (!node) continue;
    for (const place of [node, ...extensionsOf(node)]) {
      const hours = statedIn(place);
      if (hours !== undefined) return hours;
    }
  }
  return undefined;
}

/** Extensions of Open Badges stand under a prefixed name (Open Badges 2.0 §Extensions). */
function extensionsOf(node: JsonObject): readonly JsonObject[] {
  return Object.entries(node).flatMap(([name, value]) =>
    /^(?:extensions?|ext|schema):/i.test(name) && isObject(value) ? [value] : [],
  );
}

function statedIn(node: JsonObject): number | undefined {
  for (const field of HOUR_FIELDS) {
    const value = node[field] ?? node[`schema:${field}`];
    const hours = typeof value === 'number' ? value : Number(stringOf(value) ?? Number.NaN);
    if (isPlausible(hours)) return hours;
  }
  for (const field of DURATION_FIELDS) {
    const hours = durationOf(node[field] ?? node[`schema:${field}`]);
    if (hours !== undefined) return hours;
  }
  return undefined;
}

/** Hours of `PT40H`, `PT1H30M` or "40 hours"; days and months say nothing about hours of learning. */
function durationOf(value: JsonValue | undefined): number | undefined {
  const text = stringOf(value) ?? '';
  const iso = /^PT(?:(\d{1,6}(?:[.,]\d{1,3})?)H)?(?:(\d{1,6})M)?(?:\d{1,6}S)?$/.exec(text);
  if (iso && (iso[1] ?? iso[2]) !== undefined) {
    const hours = Number((iso[1] ?? '0').replace(',', '.')) + Number(iso[2] ?? 0) / 60;
    return isPlausible(hours) ? hours : undefined;
  }
  const words = /^(\d{1,5}(?:[.,]\d{1,2})?)\s*(?:h|hrs?|hours?)\.?$/i.exec(text);
  const hours = Number(words?.[1]?.replace(',', '.') ?? Number.NaN);
  return isPlausible(hours) ? hours : undefined;
}

function isPlausible(hours: number): boolean {
  return Number.isFinite(hours) && hours > 0 && hours <= MAX_HOURS;
}
