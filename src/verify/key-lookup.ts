// Finds the key that a proof names. A key found here says who signed only as far as `origin` goes:
// the issuer's own identifier, a document of the issuer, or merely a hint that came with the credential.
import { type JsonObject, isObject, listOf, objectsOf, stringOf } from '../formats/json.ts';
import { type Finding, failed, notChecked } from './check-result.ts';
import { didWebUrl, hostOf, isSelfContainedDid, keyOfMethod, splitMethod } from './did.ts';
import type { DocumentReader } from './documents.ts';
import { type PublicKey, parseJwk, parseMultikey } from './public-key.ts';

/** `finding` says why there is no key. */
export type FoundKey =
  { readonly key: PublicKey } | { readonly key?: undefined; readonly finding: Finding };
export type KeyLookup = (method: string) => Promise<FoundKey>;

/**
 * Looks a verification method up: did:key and did:jwk in themselves, did:web and https in a stored
 * document. Without a stored document, a key written in the fragment serves as a hint.
 */
export function createKeyLookup(documents: DocumentReader): KeyLookup {
  return async (method) => {
    const { controller, fragment } = splitMethod(method);
    if (isSelfContainedDid(controller)) {
      const key = keyOfMethod(method);
      return key ? { key } : { finding: failed('proof/key-invalid') };
    }
    const host = hostOf(controller);
    if (host === undefined) {
      return /^did:[a-z0-9]+:/.test(controller)
        ? { finding: notChecked('proof/key-not-available') }
        : { finding: failed('proof/key-invalid') };
    }
    const document = await readController(controller, documents);
    const listed = document ? methodOf(document, method) : undefined;
    const key = (listed && keyOfEntry(listed)) ?? parseMultikey(fragment);
    return key ? { key } : { finding: notChecked('proof/key-not-available', { host }) };
  };
}

/** The stored controller document of a did:web or https identifier; its `id` must be that identifier. */
export async function readController(
  id: string,
  documents: DocumentReader,
): Promise<JsonObject | undefined> {
  const url = id.startsWith('did:web:') ? didWebUrl(id) : id;
  const document =
    url === undefined ? undefined : await documents.readObject(url, 'controller-document');
  return document && stringOf(document['id']) === id ? document : undefined;
}

/** Every method that a controller document describes, wherever it stands. */
export function methodsOf(document: JsonObject): readonly JsonObject[] {
  return ['verificationMethod', 'publicKey', 'assertionMethod'].flatMap((name) =>
    objectsOf(document[name]),
  );
}

/** The entry of a controller document that describes a method. */
export function methodOf(document: JsonObject, method: string): JsonObject | undefined {
  return methodsOf(document).find(
    (entry) => absoluteName(stringOf(entry['id']), document) === method,
  );
}

/**
 * True when the document lists the method for issuing: by reference or embedded under
 * `assertionMethod` (Controlled Identifiers §2.3). A plain issuer Profile has no such property; its
 * `publicKey` and `verificationMethod` entries count then (Open Badges 3.0 §8.5).
 */
export function listsForIssuing(document: JsonObject, method: string): boolean {
  if (document['assertionMethod'] === undefined) {
    const isDid = stringOf(document['id'])?.startsWith('did:') ?? false;
    return !isDid && methodOf(document, method) !== undefined;
  }
  return listOf(document['assertionMethod']).some((entry) => {
    const id = isObject(entry) ? stringOf(entry['id']) : stringOf(entry);
    return absoluteName(id, document) === method;
  });
}

/** Multikey, Ed25519VerificationKey2020 and JsonWebKey entries. */
export function keyOfEntry(entry: JsonObject): PublicKey | undefined {
  return parseMultikey(entry['publicKeyMultibase']) ?? parseJwk(entry['publicKeyJwk']);
}

/** The name of a method with a relative one completed by the document's own id. */
export function absoluteName(id: string | undefined, document: JsonObject): string | undefined {
  return id?.startsWith('#') ? `${stringOf(document['id']) ?? ''}${id}` : id;
}
