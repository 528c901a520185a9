// Finds the key that a proof names: in the identifier itself, in the issuer's document, or at an address on the
// issuer's own site. No other site is asked for a key. Says nothing about whose key it is.
import type { MaterialUse } from '../domain/material.ts';
import { type JsonObject, idOf, stringOf } from '../formats/json.ts';
import { type Finding, failed, notChecked } from './check-result.ts';
import { didWebUrl, hostOf, isSelfContainedDid, keyOfMethod, splitMethod } from './did.ts';
import { type DocumentReader, unread } from './documents.ts';
import {
  absoluteName,
  listsForIssuing,
  listsKeys,
  methodOf,
  methodsOf,
  readEntry,
  readKeyDocument,
} from './key-document.ts';
import { type PublicKey, parseMultikey } from './public-key.ts';
import { isOnSiteOf } from './same-site.ts';

export { absoluteName, keyOfEntry, listsForIssuing, methodOf, methodsOf } from './key-document.ts';

/** `finding` says why there is no key. */
export type FoundKey =
  { readonly key: PublicKey } | { readonly key?: undefined; readonly finding: Finding };
export type KeyLookup = (method: string) => Promise<FoundKey>;

/**
 * Looks a verification method up: did:key and did:jwk in themselves, did:web and https in documents of the
 * issuer. `issuerId` is the issuer that the credential names; a method on another site is asked for only where
 * the issuer's own document lists it, so that a forged credential makes nobody look anywhere. A key written in
 * the fragment serves as a hint: it can show that a signature fits, never whose it is.
 */
export function createKeyLookup(documents: DocumentReader, issuerId?: string): KeyLookup {
  return async (method) => {
    const { controller, fragment } = splitMethod(method);
    if (isSelfContainedDid(controller)) {
      const key = keyOfMethod(method);
      return key ? { key } : { finding: failed('proof/key-invalid') };
    }
    if (hostOf(controller) === undefined) {
      return /^did:[a-z0-9]+:/.test(controller)
        ? { finding: notChecked('proof/key-not-available') }
        : { finding: failed('proof/key-invalid') };
    }
    const found = await findAt(method, issuerId ?? controller, documents);
    const hint = found.key ? undefined : parseMultikey(fragment);
    return hint ? { key: hint } : found;
  };
}

async function findAt(
  method: string,
  issuerId: string,
  documents: DocumentReader,
): Promise<FoundKey> {
  const { controller } = splitMethod(method);
  if (controller === issuerId) return findInController(method, issuerId, documents);
  if (isOnSiteOf(controller, issuerId)) return findAtAddress(method, documents);
  const issuer = await readController(issuerId, documents);
  if ('document' in issuer && listsForIssuing(issuer.document, method)) {
    const entry = methodOf(issuer.document, method);
    const key = entry && (await readEntry(entry));
    return key ? { key } : findAtAddress(method, documents);
  }
  return { finding: notChecked('proof/key-elsewhere', { host: hostOf(controller) ?? '' }) };
}

/** The key of a method of the issuer's own document, or its only key where the proof names none. */
async function findInController(
  method: string,
  issuerId: string,
  documents: DocumentReader,
): Promise<FoundKey> {
  const host = hostOf(issuerId) ?? '';
  const needed = notChecked('proof/key-not-available', { host });
  const answer = await readController(issuerId, documents);
  if ('finding' in answer) return { finding: answer.finding(needed) };
  const { document } = answer;
  const entry = method === issuerId ? onlyEntry(document) : methodOf(document, method);
  if (entry === 'several') return { finding: notChecked('proof/key-not-named') };
  const key = entry && (await readEntry(entry));
  if (key) return { key };
  // A Profile may list its keys by their addresses alone.
  if (!method.startsWith('did:')) {
    const atAddress = await readKeyDocument(answer.text, method);
    if (atAddress) return { key: atAddress.key };
  }
  return {
    finding: entry ? failed('proof/key-invalid') : notChecked('proof/key-not-listed', { host }),
  };
}

function onlyEntry(document: JsonObject): JsonObject | 'several' | undefined {
  const entries = methodsOf(document).filter((entry) => {
    const name = absoluteName(idOf(entry), document);
    return name !== undefined && listsForIssuing(document, name);
  });
  return new Set(entries.map((entry) => idOf(entry))).size > 1 ? 'several' : entries[0];
}

async function findAtAddress(method: string, documents: DocumentReader): Promise<FoundKey> {
  const { controller } = splitMethod(method);
  const answer = await readKeyAt(method, documents);
  if (answer.kind === 'found') return { key: answer.key };
  const host = hostOf(controller) ?? '';
  return { finding: answer.finding(notChecked('proof/key-not-available', { host })) };
}

/** What a document at a key's address says, or why it says nothing. */
export type KeyAtAddress =
  | { readonly kind: 'found'; readonly key: PublicKey; readonly owner?: string }
  | { readonly kind: 'none'; readonly finding: (needed: Finding) => Finding };

/** Reads the key at an address; the caller decides first whether that address may be asked. */
export async function readKeyAt(method: string, documents: DocumentReader): Promise<KeyAtAddress> {
  const { controller } = splitMethod(method);
  const url = controller.startsWith('did:web:') ? didWebUrl(controller) : controller;
  if (url === undefined) return none(failed('proof/key-invalid'));
  const use: MaterialUse = controller.startsWith('did:') ? 'controller-document' : 'public-key';
  const answer = await documents.ask(url, use);
  if (answer.kind !== 'answered') {
    return { kind: 'none', finding: (needed) => unread(url, answer, needed) };
  }
  if (answer.document.status === 200) {
    const found = await readKeyDocument(answer.document.text, method);
    if (found) return { kind: 'found', ...found };
  }
  const object = await documents.askObject(url, use);
  if (object.kind !== 'object') {
    return { kind: 'none', finding: (needed) => unread(url, object, needed) };
  }
  return none(notChecked('proof/key-not-listed', { host: hostOf(url) ?? '' }));
}

function none(finding: Finding): KeyAtAddress {
  return { kind: 'none', finding: () => finding };
}

/** A controller document that says of itself that it is the issuer's, or why there is none. */
export type Controller =
  | { readonly document: JsonObject; readonly text: string; readonly asOf?: string }
  | { readonly finding: (needed: Finding) => Finding };

/** The document of a did:web or https identifier; its `id` must be that identifier. */
export async function readController(id: string, documents: DocumentReader): Promise<Controller> {
  const url = id.startsWith('did:web:') ? didWebUrl(id) : id;
  if (url === undefined || hostOf(id) === undefined) return { finding: (needed) => needed };
  const answer = await documents.askObject(url, 'controller-document');
  if (answer.kind !== 'object') return { finding: (needed) => unread(url, answer, needed) };
  const { object, document } = answer;
  // A set of keys alone carries no id; what stands at the identifier itself then is the issuer's.
  const isBareKeys = idOf(object) === undefined && !id.startsWith('did:') && !listsKeys(object);
  if (stringOf(object['id']) !== id && !isBareKeys) {
    return { finding: () => notChecked('remote/other-document', { host: hostOf(url) ?? '' }) };
  }
  return {
    document: object,
    text: document.text,
    ...(document.readAt === undefined ? {} : { asOf: document.readAt.slice(0, 10) }),
  };
}
