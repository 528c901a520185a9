// What a file says about a badge that the issuer's own documents do not say. Compares meaning, not spelling: a
// date in another zone or a lone value in a list is the same.
import { type JsonObject, type JsonValue, idOf, isObject } from '../formats/json.ts';
import { sameMeaning } from './same-json.ts';
import { isSameAddress } from './same-site.ts';

/** One field that differs, with both values cut to what fits a line. */
export type Difference = { readonly field: string; readonly here: string; readonly there: string };

/** What only says how a document is written, or is compared apart. */
const APART: ReadonlySet<string> = new Set([
  '@context',
  'type',
  '@type',
  'id',
  '@id',
  'badge',
  'issuer',
  'verify',
  'verification',
]);

/** Every field that the file states and the issuer's copies do not, and an end that the file leaves out. */
export function differencesOf(
  assertion: JsonObject,
  hosted: JsonObject,
  badge: JsonObject,
  profile: JsonObject,
): readonly Difference[] {
  const own = compared(assertion, hosted, '');
  const { expires } = hosted;
  const isEndLeftOut =
    expires !== undefined && expires !== null && assertion['expires'] === undefined;
  const end = isEndLeftOut ? [differing('expires', undefined, expires)] : [];
  const [mine, theirs] = [assertion['badge'], hosted['badge']];
  const isOtherBadge =
    idOf(mine) !== undefined &&
    idOf(mine) !== idOf(theirs) &&
    !isSameAddress(idOf(mine), idOf(theirs));
  const other = isOtherBadge ? [differing('badge', idOf(mine), idOf(theirs))] : [];
  return [...own, ...end, ...other, ...inBadge(mine, badge, profile)];
}

function inBadge(
  embedded: JsonValue | undefined,
  badge: JsonObject,
  profile: JsonObject,
): readonly Difference[] {
  if (!isObject(embedded)) return [];
  const { issuer } = embedded;
  const id = idOf(issuer);
  const isOther =
    id !== undefined && !isSameAddress(id, idOf(badge['issuer'])) && id !== idOf(profile);
  return [
    ...compared(embedded, badge, 'badge.'),
    ...(isOther ? [differing('badge.issuer', id, idOf(badge['issuer']))] : []),
    ...(isObject(issuer) ? compared(issuer, profile, 'badge.issuer.') : []),
  ];
}

function compared(mine: JsonObject, theirs: JsonObject, path: string): readonly Difference[] {
  return Object.entries(mine).flatMap(([name, value]) =>
    APART.has(name) || value === null || sameMeaning(value, theirs[name])
      ? []
      : [differing(`${path}${name}`, value, theirs[name])],
  );
}

function differing(
  field: string,
  here: JsonValue | undefined,
  there: JsonValue | undefined,
): Difference {
  return { field: field.slice(0, 100), here: shown(here), there: shown(there) };
}

function shown(value: JsonValue | undefined): string {
  if (value === undefined || value === null) return '';
  return (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 300);
}
