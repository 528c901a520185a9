// Whose key it is: the key that made a verified proof must be one that the named issuer lists.
import { type JsonObject, type JsonValue, idOf, stringOf } from '../formats/json.ts';
import { type Finding, failed, notApplicable, notChecked, passed } from './check-result.ts';
import { hostOf, isSelfContainedDid, keyOfDid, splitMethod } from './did.ts';
import type { DocumentReader } from './documents.ts';
import {
  absoluteName,
  keyOfEntry,
  listsForIssuing,
  methodOf,
  methodsOf,
  readController,
} from './key-lookup.ts';
import type { PublicKey } from './public-key.ts';

/** A key that made a proof which verified; `method` is the name the proof gave it, if any. */
export type SigningKey = { readonly key: PublicKey; readonly method?: string };

/** Judges every signing key and gives the best answer: one bound proof is enough (Open Badges 3.0 §8). */
export async function checkKeyBinding(
  issuer: JsonValue | undefined,
  keys: readonly SigningKey[],
  documents: DocumentReader,
): Promise<Finding> {
  const issuerId = idOf(issuer);
  if (issuerId === undefined) return notChecked('key-binding/issuer-without-id');
  const findings: Finding[] = [];
  for (const key of keys) findings.push(await judgeKey(issuerId, key, documents));
  const best = (['passed', 'not-checked', 'failed'] as const)
    .map((outcome) => findings.find((finding) => finding.outcome === outcome))
    .find((finding) => finding !== undefined);
  return best ?? notApplicable('key-binding/no-proof');
}

async function judgeKey(
  issuerId: string,
  signing: SigningKey,
  documents: DocumentReader,
): Promise<Finding> {
  if (isSelfContainedDid(issuerId)) {
    const own = keyOfDid(issuerId);
    return own?.fingerprint === signing.key.fingerprint
      ? passed('key-binding/listed-by-issuer')
      : failed('key-binding/not-listed-by-issuer');
  }
  const host = hostOf(issuerId);
  if (host === undefined) return notChecked('key-binding/issuer-id-has-no-keys');
  const controller =
    signing.method === undefined ? undefined : splitMethod(signing.method).controller;
  const methodHost = controller === undefined ? undefined : hostOf(controller);
  // A key on another host than the issuer's is somebody else's, whatever it is called.
  if (methodHost !== undefined && methodHost !== host)
    return failed('key-binding/not-listed-by-issuer');
  const document = await readController(issuerId, documents);
  if (!document) return notChecked('key-binding/needs-issuer-document', { host });
  return judgeDocument(document, signing);
}

function judgeDocument(document: JsonObject, { key, method }: SigningKey): Finding {
  const named = method ?? nameOfKey(document, key);
  if (named === undefined) return failed('key-binding/not-listed-by-issuer');
  const entry = methodOf(document, named);
  const isListed = listsForIssuing(document, named);
  if (!entry) {
    // A reference to a did:key method lists that very key.
    return isListed && isSelfContainedDid(named)
      ? passed('key-binding/listed-by-issuer')
      : failed('key-binding/not-listed-by-issuer');
  }
  if (keyOfEntry(entry)?.fingerprint !== key.fingerprint)
    return failed('key-binding/not-listed-by-issuer');
  const controller = idOf(entry['controller'] ?? entry['owner']);
  if (controller !== undefined && controller !== document['id'])
    return failed('key-binding/not-listed-by-issuer');
  return isListed ? passed('key-binding/listed-by-issuer') : failed('key-binding/wrong-purpose');
}

/** The name under which a document lists a key that the proof did not name. */
function nameOfKey(document: JsonObject, key: PublicKey): string | undefined {
  const entry = methodsOf(document).find((one) => keyOfEntry(one)?.fingerprint === key.fingerprint);
  return entry && absoluteName(stringOf(entry['id']), document);
}
