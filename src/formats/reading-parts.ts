// Pieces that the readings of every credential format are put together from.
import type {
  CredentialPayload,
  CredentialReading,
  Evidence,
  FilePart,
  ImageReference,
} from '../domain/credential.ts';
import { parseDateValue, type DateValue } from '../domain/date-value.ts';
import type { Finding } from '../domain/finding.ts';
import { problem, type Problem } from '../domain/problem.ts';
import { judgeDataPicture } from './data-picture.ts';
import {
  firstObject,
  idOf,
  isObject,
  listOf,
  stringOf,
  type JsonObject,
  type JsonValue,
} from './json.ts';
import { passageOf, textOf } from './language-text.ts';

/** Where a credential node was found; goes into the reading as it is. */
export type NodeSource = {
  readonly carrier: string;
  readonly payload: CredentialPayload;
  /** True when the carrier of the node is itself signed, such as a JWS. */
  readonly signed: boolean;
  /** The node's own JSON text where the payload is a token around it. */
  readonly bodyText?: string;
  /** Where a path of the node stands in the payload: a token nests it, or states it as a claim. */
  readonly rename?: (path: string) => string;
};

/** What a reader made of a payload: no item is no error by itself, the problems say why. */
export type PayloadReading = {
  readonly items: readonly CredentialReading[];
  readonly problems: readonly Problem[];
  /** What was found and what was left out on purpose. */
  readonly findings?: readonly Finding[];
  /** Credentials that must be read and stored apart from what they came in. */
  readonly parts?: readonly FilePart[];
  /** True where the payload holds what must not be stored: only its parts are, if there are any. */
  readonly storesParts?: boolean;
};

/** The first of the fields that holds a date. A value that is no date is `credential/bad-date`. */
export function dateOf(
  node: JsonObject,
  fields: readonly string[],
  problems: Problem[],
): DateValue | undefined {
  for (const field of fields) {
    const value = node[field];
    if (value === undefined || value === null || value === '') continue;
    const date = parseDateValue(literalOf(value)) ?? epochDate(value);
    if (date) return date;
    problems.push(problem('credential/bad-date', { params: { field }, at: field }));
  }
  return undefined;
}

/** A typed value of JSON-LD (`{"@value": …}`) as its bare value. */
function literalOf(value: JsonValue): JsonValue {
  return isObject(value) ? (value['@value'] ?? value) : value;
}

/**
 * Open Badges 0.5 and 1.0 allow seconds since 1970 for dates, and some issuers write milliseconds; shown as
 * the UTC instant they mean.
 */
function epochDate(value: JsonValue): DateValue | undefined {
  const number = typeof value === 'string' && /^\d{9,13}$/.test(value) ? Number(value) : value;
  if (typeof number !== 'number') return undefined;
  const seconds = number > 1e11 ? number / 1000 : number;
  if (seconds < 1e8 || seconds > 1e10) return undefined;
  return parseDateValue(new Date(seconds * 1000).toISOString().replace('.000Z', 'Z'));
}

/** A picture by URL. `data:` pictures stay in the original: they would swell every list. */
export function imageOf(value: JsonValue | undefined): ImageReference | undefined {
  const node = firstObject(value);
  const url = pictureUrlOf(value);
  if (url === undefined || isDataUrl(url)) return undefined;
  const caption = node ? textOf(node['caption']) : undefined;
  return { url, ...(caption === undefined ? {} : { caption }) };
}

/** Reports `data:` pictures that no one will be shown: too large, or no picture (hazard C19). */
export function reportDataPictures(
  fields: Readonly<Record<string, JsonValue | undefined>>,
  problems: Problem[],
): void {
  for (const [at, value] of Object.entries(fields)) {
    const url = pictureUrlOf(value);
    if (url === undefined || !isDataUrl(url)) continue;
    const found = judgeDataPicture(url);
    if (found) problems.push({ ...found, at });
  }
}

function pictureUrlOf(value: JsonValue | undefined): string | undefined {
  const node = firstObject(value);
  return idOf(value) ?? (node ? stringOf(node['url']) : undefined);
}

function isDataUrl(url: string): boolean {
  return /^data:/i.test(url);
}

/** Evidence entries; a bare URL is evidence without words. */
export function evidenceOf(value: JsonValue | undefined): readonly Evidence[] {
  return listOf(value).flatMap((one) => {
    const id = idOf(one);
    if (!isObject(one)) return id === undefined ? [] : [{ id }];
    const entry = defined({
      id: id ?? stringOf(one['url']),
      name: textOf(one['name']),
      description: passageOf(one['description']),
      narrative: passageOf(one['narrative']),
    });
    return Object.keys(entry).length > 0 ? [entry] : [];
  });
}

/** True for an http or https URL. */
export function isWebUrl(value: string | undefined): value is string {
  return value !== undefined && /^https?:\/\//i.test(value) && URL.canParse(value);
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** The object without its undefined fields, as exactOptionalPropertyTypes wants it. */
export function defined<T extends Record<string, unknown>>(fields: T): Defined<T> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as Defined<T>;
}
