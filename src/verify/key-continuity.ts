// Keys over time: a site that changes hands can publish keys of its own under the issuer's address. Where an
// earlier copy of the issuer's document was kept and none of its keys are left, a new key is not taken for the
// issuer's until the person says so. Decides from documents alone.
import type { IssuerTrust } from '../domain/trust.ts';
import type { StoredDocument } from '../domain/material.ts';
import {
  type JsonObject,
  type JsonValue,
  idOf,
  isObject,
  listOf,
  parseJson,
} from '../formats/json.ts';
import { type Finding, notChecked } from './check-result.ts';
import { didWebUrl, hostOf, splitMethod } from './did.ts';
import type { DocumentReader } from './documents.ts';
import { comparableId } from './issuer-id.ts';
import type { SigningKey } from './key-binding.ts';
import { readEntry } from './key-document.ts';
import { readPem } from './pem.ts';

/** A document as it was kept at some time. */
export type KeptCopy = { readonly text: string; readonly readAt: string };

/**
 * The copy that new keys are compared with: the latest that shared keys with those before it, back to the first
 * (`copies`, oldest first). A copy whose keys are all new never takes that place, however often it was read, so
 * that asking twice makes nobody's keys the issuer's. Nothing where no copy names a key.
 */
export async function latestContinuous(copies: readonly KeptCopy[]): Promise<KeptCopy | undefined> {
  let found: { readonly copy: KeptCopy; readonly keys: ReadonlySet<string> } | undefined;
  for (const copy of copies) {
    const keys = await keysIn(copy.text);
    if (keys.size === 0) continue;
    if (!found || overlaps(found.keys, keys)) found = { copy, keys };
  }
  return found?.copy;
}

/** True where the person pinned this very issuer with one of these keys: that needs no history. */
export function isVouchedFor(
  issuer: string | undefined,
  keys: readonly SigningKey[],
  { pins }: IssuerTrust,
): boolean {
  if (issuer === undefined) return false;
  return pins.some(
    (pin) =>
      pin.issuerIds.some((id) => comparableId(id) === comparableId(issuer)) &&
      keys.some(({ key }) => pin.keys.includes(key.fingerprint)),
  );
}

/**
 * A finding where every key that the issuer published earlier is gone and the proof was made with a new one;
 * nothing where the keys overlap, nothing was kept, or the key was published before as well. Looks at the
 * issuer's document and at those that stand at the keys' own addresses; asks for none that was not read already.
 */
export async function judgeContinuity(
  issuer: JsonValue | undefined,
  keys: readonly SigningKey[],
  documents: DocumentReader,
): Promise<Finding | undefined> {
  const id = idOf(issuer);
  const host = id === undefined ? undefined : hostOf(id);
  if (id === undefined || host === undefined) return undefined;
  const named = keys.flatMap(({ method }) =>
    method === undefined ? [] : [method, splitMethod(method).controller],
  );
  const read = new Set(documents.materials().map(({ url }) => url));
  for (const url of new Set([id, ...named].map(addressOf))) {
    if (url === undefined || !read.has(url)) continue;
    const answer = await documents.ask(url, 'controller-document');
    const date = answer.kind === 'answered' && (await replacedSince(answer.document, keys));
    if (date) return notChecked('key-binding/issuer-keys-replaced', { host, date });
  }
  return undefined;
}

/** The day of the earlier copy, where nothing of it is left. */
async function replacedSince(
  { text, earlier }: StoredDocument,
  keys: readonly SigningKey[],
): Promise<string | undefined> {
  if (!earlier) return undefined;
  const [before, after] = await Promise.all([keysIn(earlier.text), keysIn(text)]);
  const isKnown = keys.some(({ key }) => before.has(key.fingerprint));
  return before.size === 0 || isKnown || overlaps(before, after)
    ? undefined
    : earlier.readAt.slice(0, 10);
}

function addressOf(id: string): string | undefined {
  return id.startsWith('did:web:') ? didWebUrl(id) : id;
}

function overlaps(some: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  return [...some].some((fingerprint) => others.has(fingerprint));
}

/** Fingerprints of the keys in a document, and addresses of keys that it lists elsewhere. */
async function keysIn(text: string): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  const pem = /^\s*-----BEGIN /u.test(text) ? await readPem(text) : undefined;
  if (pem) found.add(pem.fingerprint);
  const parsed = parseJson(text);
  if (!parsed.ok || !isObject(parsed.value.value)) return found;
  const document = parsed.value.value;
  const listed = KEY_FIELDS.flatMap((name) => listOf(document[name]));
  for (const entry of listed.length > 0 ? listed : [document]) {
    const key = isObject(entry) ? await readEntry(entry) : undefined;
    if (key) found.add(key.fingerprint);
    // A name inside this document says nothing: another key can be put behind it.
    else if (entry !== document && isElsewhere(idOf(entry), document)) found.add(idOf(entry) ?? '');
  }
  return found;
}

const KEY_FIELDS = ['verificationMethod', 'publicKey', 'assertionMethod', 'keys'] as const;

function isElsewhere(name: string | undefined, document: JsonObject): boolean {
  return (
    name !== undefined && !name.startsWith('#') && splitMethod(name).controller !== idOf(document)
  );
}
