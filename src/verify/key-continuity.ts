// Keys over time: a site that changes hands can publish keys of its own under the issuer's address. Where an
// earlier copy of the issuer's document was kept and none of its keys are left, a new key is not taken for the
// issuer's until the person says so. Decides from documents alone.
import type { JsonValue } from '../formats/json.ts';
import { idOf, isObject, objectsOf, parseJson } from '../formats/json.ts';
import { type Finding, notChecked } from './check-result.ts';
import { didWebUrl, hostOf } from './did.ts';
import type { DocumentReader } from './documents.ts';
import { methodsOf, readEntry } from './key-document.ts';
import type { SigningKey } from './key-binding.ts';

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

/**
 * A finding where every key that the issuer published earlier is gone and the proof was made with a new one;
 * nothing where the keys overlap, nothing was kept, or the key was published before as well.
 */
export async function judgeContinuity(
  issuer: JsonValue | undefined,
  keys: readonly SigningKey[],
  documents: DocumentReader,
): Promise<Finding | undefined> {
  const id = idOf(issuer);
  const host = id === undefined ? undefined : hostOf(id);
  if (id === undefined || host === undefined) return undefined;
  const url = id.startsWith('did:web:') ? didWebUrl(id) : id;
  const answer = url === undefined ? undefined : await documents.ask(url, 'controller-document');
  if (answer?.kind !== 'answered' || !answer.document.earlier) return undefined;
  const { earlier, text } = answer.document;
  const [before, after] = await Promise.all([keysIn(earlier.text), keysIn(text)]);
  if (before.size === 0 || keys.some(({ key }) => before.has(key.fingerprint))) return undefined;
  if (overlaps(before, after)) return undefined;
  return notChecked('key-binding/issuer-keys-replaced', {
    host,
    date: earlier.readAt.slice(0, 10),
  });
}

function overlaps(some: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  return [...some].some((fingerprint) => others.has(fingerprint));
}

async function keysIn(text: string): Promise<ReadonlySet<string>> {
  const parsed = parseJson(text);
  if (!parsed.ok || !isObject(parsed.value.value)) return new Set();
  const document = parsed.value.value;
  const keys = await Promise.all(
    [...methodsOf(document), ...objectsOf(document['keys'])].map(readEntry),
  );
  return new Set(keys.flatMap((key) => (key ? [key.fingerprint] : [])));
}
