// Keys over time: a site that changes hands can publish keys of its own under the issuer's address. Where an
// earlier copy of the issuer's document was kept and none of its keys are left, a new key is not taken for the
// issuer's until the person says so. Decides from documents alone.
import type { JsonValue } from '../formats/json.ts';
import { idOf, isObject, parseJson } from '../formats/json.ts';
import { type Finding, notChecked } from './check-result.ts';
import { didWebUrl, hostOf } from './did.ts';
import type { DocumentReader } from './documents.ts';
import { keyOfEntry, methodsOf } from './key-lookup.ts';
import type { SigningKey } from './key-binding.ts';

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
  const [before, after] = [keysIn(earlier.text), keysIn(text)];
  if (before.size === 0 || keys.some(({ key }) => before.has(key.fingerprint))) return undefined;
  if ([...before].some((fingerprint) => after.has(fingerprint))) return undefined;
  return notChecked('key-binding/issuer-keys-replaced', {
    host,
    date: earlier.readAt.slice(0, 10),
  });
}

function keysIn(text: string): ReadonlySet<string> {
  const parsed = parseJson(text);
  if (!parsed.ok || !isObject(parsed.value.value)) return new Set();
  const found = methodsOf(parsed.value.value).flatMap((entry) => {
    const key = keyOfEntry(entry);
    return key ? [key.fingerprint] : [];
  });
  return new Set(found);
}
