// Words, languages and durations as the European Learning Model writes them. Pure look-ups, no reading of
// credentials.
import { isObject, listOf, stringOf, type JsonValue } from './json.ts';
import { passageOf } from './language-text.ts';

const NAME_LENGTH = 1_000;

/**
 * Text in the wanted language (two letters), else as passageOf picks. Knows the wrappers that come from
 * the older XML: `{"text": {"#text": …, "@lang": …}}`, `{"noteLiteral": …}`.
 */
export function europeanPassage(
  value: JsonValue | undefined,
  language: string | undefined,
): string | undefined {
  const wanted = language === undefined ? undefined : inLanguage(value, language);
  return wanted ?? passageOf(value) ?? unwrapped(value, language);
}

/** Like europeanPassage, at a name's length. */
export function europeanText(
  value: JsonValue | undefined,
  language: string | undefined,
): string | undefined {
  return europeanPassage(value, language)?.slice(0, NAME_LENGTH);
}

function inLanguage(value: JsonValue | undefined, language: string): string | undefined {
  for (const one of listOf(value)) {
    if (!isObject(one)) continue;
    const tag = stringOf(one['@language']) ?? stringOf(one['@lang']);
    const literal = stringOf(one['@value']) ?? stringOf(one['#text']);
    if (literal !== undefined && isSameLanguage(tag, language)) return literal;
    const key = Object.keys(one).find((name) => isSameLanguage(name, language));
    const text = key === undefined ? undefined : listOf(one[key]).flatMap((t) => stringOf(t) ?? []);
    if (text?.[0] !== undefined) return text[0];
  }
  return undefined;
}

function unwrapped(value: JsonValue | undefined, language: string | undefined): string | undefined {
  for (const one of listOf(value)) {
    if (!isObject(one)) continue;
    const literal = stringOf(one['#text']);
    if (literal !== undefined) return literal;
    const inner = one['text'] ?? one['noteLiteral'];
    const text = inner === undefined ? undefined : europeanPassage(inner, language);
    if (text !== undefined) return text;
  }
  return undefined;
}

function isSameLanguage(tag: string | undefined, language: string): boolean {
  return tag?.toLowerCase().split(/[-_]/)[0] === language;
}

// The EU's authority list names languages by ISO 639-3; texts and records use ISO 639-1.
const TWO_LETTERS: ReadonlyMap<string, string> = new Map(
  (
    'bul:bg ces:cs dan:da deu:de ell:el eng:en est:et fin:fi fra:fr gle:ga hrv:hr hun:hu isl:is ita:it ' +
    'lav:lv lit:lt mkd:mk mlt:mt nld:nl nor:no pol:pl por:pt ron:ro rus:ru slk:sk slv:sl spa:es ' +
    'srp:sr sqi:sq swe:sv tur:tr ukr:uk cat:ca eus:eu glg:gl ara:ar zho:zh jpn:ja bos:bs'
  )
    .split(' ')
    .map((pair) => [pair.slice(0, 3), pair.slice(4)] as const),
);

/** `en` for `…/authority/language/ENG`, `…/language/EN`, `en_GB` or `en`; undefined for anything else. */
export function languageCode(value: string | undefined): string | undefined {
  const last = value?.split('/').at(-1)?.toLowerCase() ?? '';
  const code = /^([a-z]{2,3})(?:[-_][a-z]{2,4})?$/.exec(last)?.[1];
  return code?.length === 2 ? code : TWO_LETTERS.get(code ?? '');
}

/**
 * Hours of an ISO 8601 duration that is given in hours, minutes or seconds. Days, months and years of
 * learning say nothing about hours of work, so those answer undefined.
 */
export function hoursOfDuration(value: JsonValue | undefined): number | undefined {
  const text = listOf(value).flatMap((one) => stringOf(one) ?? [])[0];
  const match = /^PT(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)S)?$/.exec(
    text ?? '',
  );
  if (!match) return undefined;
  const [hours = 0, minutes = 0, seconds = 0] = match.slice(1).map((part) => Number(part || 0));
  const total = hours + minutes / 60 + seconds / 3600;
  return total > 0 && total < 100_000 ? Math.round(total * 100) / 100 : undefined;
}
