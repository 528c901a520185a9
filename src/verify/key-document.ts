// Keys as documents give them: Multikey, JWK, PEM, a set of JWKs, or entries of a controller document or Profile.
// Takes untrusted text apart and finds the entry of a name; never says whose key it is.
import {
  type JsonObject,
  type JsonValue,
  idOf,
  isObject,
  listOf,
  objectsOf,
  parseJson,
  stringOf,
} from '../formats/json.ts';
import { splitMethod } from './did.ts';
import { readPem } from './pem.ts';
import { type PublicKey, parseJwk, parseMultikey } from './public-key.ts';

/** Every method that a controller document describes, wherever it stands. */
export function methodsOf(document: JsonObject): readonly JsonObject[] {
  return ['verificationMethod', 'publicKey', 'assertionMethod'].flatMap((name) =>
    objectsOf(document[name]),
  );
}

/**
 * The entry of a controller document that describes a method: by its name, else by the `kid` of its JWK where
 * the method is named under the document's own id (VC-JOSE-COSE §4.1.1).
 */
export function methodOf(document: JsonObject, method: string): JsonObject | undefined {
  const entries = methodsOf(document);
  const named = entries.find((entry) => absoluteName(idOf(entry), document) === method);
  const { controller, fragment } = splitMethod(method);
  if (named || fragment === undefined || controller !== idOf(document)) return named;
  return entries.find(
    ({ publicKeyJwk: jwk }) => isObject(jwk) && stringOf(jwk['kid']) === fragment,
  );
}

/**
 * True when the document lists the entry for issuing: by reference or embedded under
 * `assertionMethod` (Controlled Identifiers §2.3). A plain issuer Profile has no such property; its
 * `publicKey` and `verificationMethod` entries count then (Open Badges 3.0 §8.5).
 */
export function listsForIssuing(document: JsonObject, method: string): boolean {
  const isDid = idOf(document)?.startsWith('did:') ?? false;
  const field = document['assertionMethod'];
  const lists =
    field === undefined && !isDid
      ? [document['verificationMethod'], document['publicKey']]
      : [field];
  return lists.flatMap(listOf).some((entry) => absoluteName(idOf(entry), document) === method);
}

/** True when a document names any key at all, and so says which ones count. */
export function listsKeys(document: JsonObject): boolean {
  return ['verificationMethod', 'publicKey', 'assertionMethod'].some(
    (name) => listOf(document[name]).length > 0,
  );
}

/** Multikey, Ed25519VerificationKey2020 and JsonWebKey entries. */
export function keyOfEntry(entry: JsonObject): PublicKey | undefined {
  return parseMultikey(entry['publicKeyMultibase']) ?? parseJwk(entry['publicKeyJwk']);
}

/** The same for every kind of entry, PEM among them. */
export async function readEntry(entry: JsonObject): Promise<PublicKey | undefined> {
  const pem = stringOf(entry['publicKeyPem']);
  return keyOfEntry(entry) ?? parseJwk(entry) ?? (pem === undefined ? undefined : readPem(pem));
}

/** The name of a method with a relative one completed by the document's own id. */
export function absoluteName(id: string | undefined, document: JsonObject): string | undefined {
  return id?.startsWith('#') ? `${idOf(document) ?? ''}${id}` : id;
}

/** A key found in a document of its own, and whom that document names as its owner. */
export type KeyInDocument = { readonly key: PublicKey; readonly owner?: string };

/**
 * The key that an address leads to (Open Badges 3.0 §8.2.3): a JWK, a Multikey, a PEM text or a set of JWKs
 * behind it. `method` is the address with its fragment, which must pick one where there are several; a
 * document that says another address of itself gives nothing.
 */
export async function readKeyDocument(
  text: string,
  method: string,
): Promise<KeyInDocument | undefined> {
  if (/^\s*-----BEGIN /u.test(text)) {
    const key = await readPem(text);
    return key && { key };
  }
  const parsed = parseJson(text);
  if (!parsed.ok || !isObject(parsed.value.value)) return undefined;
  const document = parsed.value.value;
  const entry = entryOfKeyDocument(document, method);
  const key = entry && (await readEntry(entry));
  const owner = entry && ownerOf(entry, document);
  return key && { key, ...(owner === undefined ? {} : { owner }) };
}

function entryOfKeyDocument(document: JsonObject, method: string): JsonObject | undefined {
  const { controller, fragment } = splitMethod(method);
  const id = idOf(document);
  if (document['keys'] !== undefined) {
    const keys = objectsOf(document['keys']);
    if (fragment === undefined) return keys.length === 1 ? keys[0] : undefined;
    return keys.find((key) => stringOf(key['kid']) === fragment);
  }
  if (id !== undefined && id !== method && id !== controller) return undefined;
  return listsKeys(document) ? methodOf(document, method) : document;
}

/** The owner that an entry names, else the document it stands in where that is a controller's. */
function ownerOf(entry: JsonObject, document: JsonObject): string | undefined {
  const named: JsonValue | undefined = entry['controller'] ?? entry['owner'];
  return idOf(named) ?? (listsKeys(document) ? idOf(document) : undefined);
}
