// Human text that a credential gives in one or in several languages.
import { isObject, listOf, stringOf, type JsonObject, type JsonValue } from './json.ts';

const NAME_LENGTH = 1_000;
const PASSAGE_LENGTH = 50_000;
const LANGUAGE_TAG = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$|^@none$/;
const PREFERRED = 'en';

type Spoken = { readonly text: string; readonly language?: string };

/**
 * The text of a value that is a string, a language value object (`@value`, VC Data Model 2.0 §11.1),
 * a language map (`{"en": …}`) or a list of them. Which one: text without a language, then English,
 * then the first. The reading stays the same on every machine; all languages stay in the original.
 */
export function textOf(value: JsonValue | undefined): string | undefined {
  const text = pick(value);
  return text === undefined ? undefined : text.slice(0, NAME_LENGTH);
}

/** Like textOf for descriptions and narratives. Several bare strings stay the first. */
export function passageOf(value: JsonValue | undefined): string | undefined {
  return pick(value)?.slice(0, PASSAGE_LENGTH);
}

/** The first of the given fields that holds text. */
export function firstTextOf(node: JsonObject, fields: readonly string[]): string | undefined {
  for (const field of fields) {
    const text = textOf(node[field]);
    if (text !== undefined) return text;
  }
  return undefined;
}

function pick(value: JsonValue | undefined): string | undefined {
  if (typeof value === 'string') return stringOf(value);
  const spoken = listOf(value).flatMap(spokenOf);
  const chosen =
    spoken.find((one) => one.language === undefined) ??
    spoken.find((one) => one.language?.toLowerCase().split('-')[0] === PREFERRED) ??
    spoken[0];
  return chosen?.text;
}

function spokenOf(value: JsonValue): readonly Spoken[] {
  const bare = stringOf(value);
  if (bare !== undefined) return [{ text: bare }];
  if (!isObject(value)) return [];
  const literal = stringOf(value['@value']);
  if (literal !== undefined) {
    const language = stringOf(value['@language']);
    return [{ text: literal, ...(language === undefined ? {} : { language }) }];
  }
  // `id` is both Indonesian and a node's identifier, so every key must be a language for a map.
  if (!Object.keys(value).every((key) => LANGUAGE_TAG.test(key))) return [];
  return Object.entries(value).flatMap(([language, inner]) => {
    const text = listOf(inner).flatMap((one) => stringOf(one) ?? [])[0];
    if (text === undefined) return [];
    return [language === '@none' ? { text } : { text, language }];
  });
}
