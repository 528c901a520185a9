// Whose address made the transaction: the issuer Profile lists the addresses it issued with and from when to
// when. An address in the credential itself is only a claim.
import { parseDateValue, rangeOf } from '../../domain/date-value.ts';
import {
  type JsonObject,
  type JsonValue,
  firstObject,
  idOf,
  objectsOf,
  stringOf,
} from '../../formats/json.ts';
import { type Finding, failed, notChecked, passed } from '../check-result.ts';
import { hostOf } from '../did.ts';
import { type DocumentReader, unread } from '../documents.ts';
import type { Transaction } from './chain-lookup.ts';

/** The issuer that a Blockcerts record of any version names. */
export function issuerOfBlockcert(record: JsonObject): JsonValue | undefined {
  const badge = firstObject(record['badge']);
  const certificate = firstObject(firstObject(record['document'])?.['certificate']);
  return record['issuer'] ?? badge?.['issuer'] ?? certificate?.['issuer'];
}

/** The address that a record says it is issued with; it only helps to tell the chain. */
export function claimedAddress(record: JsonObject): string | undefined {
  const verification = firstObject(record['verification'] ?? record['verify']);
  const claimed = stringOf(verification?.['publicKey']) ?? stringOf(verification?.['creator']);
  return claimed === undefined ? undefined : addressOf(claimed);
}

/** Binds the address that made a transaction to the issuer, at the time of the transaction. */
export async function bindAddress(
  record: JsonObject,
  { from, timeMs }: Transaction,
  documents: DocumentReader,
): Promise<Finding> {
  const id = idOf(issuerOfBlockcert(record));
  if (id === undefined) return notChecked('key-binding/issuer-without-id');
  if (!id.startsWith('https://')) return notChecked('blockcerts/keys-without-address');
  const host = hostOf(id);
  const needed = notChecked(
    'key-binding/needs-issuer-document',
    host === undefined ? {} : { host },
  );
  const answer = await documents.askObject(id, 'issuer-profile');
  if (answer.kind !== 'object') return unread(id, answer, needed);
  const profile = answer.object;
  if (idOf(profile) !== id) {
    return unread(id, { kind: 'failed', code: 'net/changed-shape' }, needed);
  }
  const listed = addressesOf(profile);
  const own = listed.filter(({ address }) => sameAddress(address, from));
  if (own.some((key) => isInUse(key, timeMs))) return passed('key-binding/listed-by-issuer');
  if (own.length > 0) return failed('blockcerts/address-not-in-use');
  return listed.length > 0
    ? failed('key-binding/not-listed-by-issuer')
    : notChecked('blockcerts/keys-without-address');
}

type IssuerAddress = {
  readonly address: string;
  readonly created?: JsonValue | undefined;
  readonly ends: readonly (JsonValue | undefined)[];
};

/** `publicKey` (Blockcerts 2.0 and 3), `publicKeys` (2.0-alpha) and `issuerKeys` (1). */
function addressesOf(profile: JsonObject): readonly IssuerAddress[] {
  return ['publicKey', 'publicKeys', 'issuerKeys']
    .flatMap((field) => objectsOf(profile[field]))
    .flatMap((key) => {
      const text = idOf(key) ?? stringOf(key['publicKey']) ?? stringOf(key['key']);
      const address = text === undefined ? undefined : addressOf(text);
      const ends = [key['revoked'], key['expires'], key['invalidated']];
      return address === undefined
        ? []
        : [{ address, created: key['created'] ?? key['date'], ends }];
    });
}

/** The bare address, without the scheme that Blockcerts put before it. */
function addressOf(text: string): string | undefined {
  const address = text.replace(/^ecdsa-koblitz-pubkey:/, '');
  return /^(?:0x[0-9a-f]{40}|[a-z0-9]{25,90})$/i.test(address) ? address : undefined;
}

/** Bitcoin addresses tell capital letters apart; those of Ethereum use them as a checksum only. */
function sameAddress(a: string, b: string): boolean {
  return a === b || (/^0x/i.test(a) && a.toLowerCase() === b.toLowerCase());
}

/** A date that cannot be read never makes a key good. */
function isInUse({ created, ends }: IssuerAddress, timeMs: number): boolean {
  const start = parseDateValue(created);
  if (created !== undefined && (!start || rangeOf(start).from > timeMs)) return false;
  return ends.every((end) => {
    if (end === undefined || end === null) return true;
    const date = parseDateValue(end);
    return date !== undefined && rangeOf(date).from > timeMs;
  });
}
