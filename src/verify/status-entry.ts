// The entries of `credentialStatus`: what a credential itself says about where its status can be looked up.
// Reads shapes only; nothing is looked up here, and no entry is ever dropped in silence.
import {
  type JsonObject,
  type JsonValue,
  isObject,
  listOf,
  objectsOf,
  stringOf,
  stringsOf,
  typesOf,
} from '../formats/json.ts';
import { parsePlace, parseSize } from './bitstring.ts';
import { hostOf } from './did.ts';

export type StatusPurpose = 'revocation' | 'suspension';

/** What one value of a place means, as the issuer wrote it into the signed credential. */
export type StatusMeaning = { readonly value: number; readonly message: string };

/** One entry. `name` is the kind as the credential names it, cut to a length that can be shown. */
export type StatusEntry =
  /** A place in a compressed list of bits. */
  | {
      readonly kind: 'place';
      readonly name: string;
      /** `revocation`, `suspension`, `message`, `refresh` or a word of the issuer's own. */
      readonly purpose: string;
      readonly listUrl: string;
      readonly place: bigint;
      /** Bits per place. */
      readonly size: number;
      readonly meanings: readonly StatusMeaning[];
      /** Where the issuer explains the meanings. */
      readonly references: readonly string[];
    }
  /** A 1EdTech Revocation List: a document that names what was revoked. */
  | { readonly kind: 'named'; readonly name: string; readonly listUrl: string }
  /** A kind that Laurel knows, with a field that cannot be read; without a purpose it may answer anything. */
  | {
      readonly kind: 'malformed';
      readonly name: string;
      readonly field: string;
      readonly purpose?: string;
    }
  /** A kind that Laurel does not know; it may answer anything. */
  | { readonly kind: 'unknown'; readonly name: string };

/** How the kinds of lists of bits write the same things. */
type PlaceKind = {
  readonly url: string;
  readonly place: string;
  /** The one purpose of kinds that have no field for it. */
  readonly purpose?: StatusPurpose;
  readonly hasSizes: boolean;
};

const PLACE_KINDS: ReadonlyMap<string, PlaceKind> = new Map([
  // Bitstring Status List v1.0 §2.1.
  [
    'BitstringStatusListEntry',
    { url: 'statusListCredential', place: 'statusListIndex', hasSizes: true },
  ],
  // Status List 2021 §4.1.
  [
    'StatusList2021Entry',
    { url: 'statusListCredential', place: 'statusListIndex', hasSizes: false },
  ],
  // Revocation List 2020 §3.1, which knows revocation alone.
  [
    'RevocationList2020Status',
    {
      url: 'revocationListCredential',
      place: 'revocationListIndex',
      purpose: 'revocation',
      hasSizes: false,
    },
  ],
]);

/** 1EdTech Revocation List Status Method v1.0. */
const NAMED_KIND = '1EdTechRevocationList';

/** At most this many entries are read: a credential decides how many there are. */
export const MAX_ENTRIES = 16;

/** Every entry of a credential, in its order. One that is no object is of an unknown kind. */
export function readEntries(credential: JsonObject): readonly StatusEntry[] {
  return listOf(credential['credentialStatus']).slice(0, MAX_ENTRIES).map(readEntry);
}

/** True when a credential has more entries than are read. */
export function hasMoreEntries(credential: JsonObject): boolean {
  return listOf(credential['credentialStatus']).length > MAX_ENTRIES;
}

/** True when the entry has something to say about the purpose, or might. */
export function concerns(entry: StatusEntry, purpose: StatusPurpose): boolean {
  switch (entry.kind) {
    case 'place':
      return entry.purpose === purpose;
    case 'named':
      return purpose === 'revocation';
    case 'malformed':
      return entry.purpose === undefined || entry.purpose === purpose;
    case 'unknown':
      return true;
  }
}

function readEntry(value: JsonValue): StatusEntry {
  if (!isObject(value)) return { kind: 'unknown', name: shown(stringOf(value)) };
  const types = typesOf(value);
  const name = types.find((type) => PLACE_KINDS.has(type) || type === NAMED_KIND);
  if (name === NAMED_KIND) return namedEntry(value);
  const kind = name === undefined ? undefined : PLACE_KINDS.get(name);
  return name === undefined || !kind
    ? { kind: 'unknown', name: shown(types[0]) }
    : placeEntry(value, name, kind);
}

function namedEntry(entry: JsonObject): StatusEntry {
  const listUrl = stringOf(entry['id']);
  return listUrl === undefined || hostOf(listUrl) === undefined
    ? { kind: 'malformed', name: NAMED_KIND, field: 'id', purpose: 'revocation' }
    : { kind: 'named', name: NAMED_KIND, listUrl };
}

function placeEntry(entry: JsonObject, name: string, kind: PlaceKind): StatusEntry {
  const purpose = kind.purpose ?? stringOf(entry['statusPurpose']);
  const bad = (field: string): StatusEntry => ({
    kind: 'malformed',
    name,
    field,
    ...(purpose === undefined ? {} : { purpose }),
  });
  if (purpose === undefined) return bad('statusPurpose');
  const listUrl = stringOf(entry[kind.url]);
  if (listUrl === undefined || hostOf(listUrl) === undefined) return bad(kind.url);
  const place = parsePlace(entry[kind.place]);
  if (place === undefined) return bad(kind.place);
  const size = kind.hasSizes ? parseSize(entry['statusSize']) : 1;
  if (size === undefined) return bad('statusSize');
  const meanings = kind.hasSizes ? meaningsOf(entry['statusMessage'], size) : [];
  if (meanings === undefined) return bad('statusMessage');
  const references = stringsOf(entry['statusReference']).filter((url) => hostOf(url) !== undefined);
  return { kind: 'place', name, purpose, listUrl, place, size, meanings, references };
}

/**
 * The table of meanings: one for each value that the bits can hold, named in hexadecimal (Bitstring Status
 * List §2.1). Nothing where it must be there and is not whole.
 */
function meaningsOf(
  table: JsonValue | undefined,
  size: number,
): readonly StatusMeaning[] | undefined {
  if (table === undefined || table === null) return size === 1 ? [] : undefined;
  const rows = objectsOf(table);
  const meanings = rows.flatMap((row) => {
    const value = stringOf(row['status']);
    const message = stringOf(row['message']);
    const isValue = value !== undefined && /^0x[\da-f]{1,2}$/iu.test(value);
    return isValue && message !== undefined
      ? [{ value: Number(value), message: message.slice(0, 120) }]
      : [];
  });
  const values = new Set(meanings.map(({ value }) => value).filter((value) => value < 2 ** size));
  const isWhole = values.size === 2 ** size && rows.length === values.size;
  return isWhole ? meanings : undefined;
}

function shown(name: string | undefined): string {
  return (name ?? '').slice(0, 60);
}
