// What an embedded proof signs, as bytes: the content and the proof's own options, each in canonical form and
// hashed (Data Integrity EdDSA §3.2, §3.3, ECDSA §3.2, §3.3). Checks no signature and looks up no key.
import { type JsonObject, type JsonValue, listOf } from '../formats/json.ts';
import { type Finding, failed } from './check-result.ts';
import { contextEntries } from './context-lists.ts';
import type { DocumentLoader } from './contexts.ts';
import { canonicalJson } from './jcs.ts';
import {
  type Dataset,
  type HashName,
  type LinkedDataOutcome,
  canonicalize,
  hashText,
  parseDataset,
} from './linked-data.ts';

export type ContentInput = {
  readonly credential: JsonObject;
  /** The meaning of the credential without proofs, or why there is none. */
  readonly dataset: LinkedDataOutcome<Dataset>;
  readonly loader: DocumentLoader;
};

/** Both halves of what is signed. `hashes` joined are the signed bytes: options first. */
export type SignedContent = {
  readonly content: string;
  readonly options: string;
  readonly hashes: readonly [options: Uint8Array<ArrayBuffer>, content: Uint8Array<ArrayBuffer>];
};

/** Canonical forms of one credential; what several proofs share is worked out once. */
export type ContentSource = {
  /** `earlier` are the proofs that this one builds on (Data Integrity §4.3), `undefined` for none. */
  readonly rdfc: (
    proof: JsonObject,
    earlier: readonly JsonObject[] | undefined,
    hash: HashName,
    optionsContext?: JsonValue,
  ) => Promise<LinkedDataOutcome<SignedContent>>;
  readonly jcs: (
    proof: JsonObject,
    earlier: readonly JsonObject[] | undefined,
    hash: HashName,
  ) => Promise<LinkedDataOutcome<SignedContent>>;
};

/** Opens the contents of one credential. */
export function createContentSource(input: ContentInput): ContentSource {
  const whole = new Map<HashName, Promise<LinkedDataOutcome<string>>>();
  const wholeAs = (hash: HashName): Promise<LinkedDataOutcome<string>> => {
    const { dataset } = input;
    if (!dataset.ok) return Promise.resolve(dataset);
    const known = whole.get(hash) ?? canonicalize(dataset.value, hash);
    whole.set(hash, known);
    return known;
  };
  return {
    rdfc: async (proof, earlier, hash, optionsContext) => {
      const content = earlier ? await chainedContent(input, earlier, hash) : await wholeAs(hash);
      if (!content.ok) return content;
      const options = await linkedOptions(input, proof, hash, optionsContext);
      return options.ok ? joined(content.value, options.value, hash) : options;
    },
    jcs: async (proof, earlier, hash) => {
      const { proofValue: _, ...options } = proof;
      const document = jsonContent(input.credential, options, earlier);
      const content = document && canonicalJson(document);
      const optionsText = canonicalJson(options);
      if (content === undefined) return refused(failed('proof/wrong-signature'));
      if (optionsText === undefined) return refused(failed('proof/malformed'));
      return joined(content, optionsText, hash);
    },
  };
}

/** The bytes that are signed. */
export function signedBytes({
  hashes: [options, content],
}: SignedContent): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(options.length + content.length);
  bytes.set(options);
  bytes.set(content, options.length);
  return bytes;
}

async function joined(
  content: string,
  options: string,
  hash: HashName,
): Promise<LinkedDataOutcome<SignedContent>> {
  const hashes = await Promise.all([hashText(options, hash), hashText(content, hash)]);
  return { ok: true, value: { content, options, hashes } };
}

/** The proof without its value, read with the credential's own contexts (Data Integrity EdDSA §3.2.5). */
async function linkedOptions(
  input: ContentInput,
  proof: JsonObject,
  hash: HashName,
  optionsContext: JsonValue = contextEntries(input.credential),
): Promise<LinkedDataOutcome<string>> {
  const { proofValue: _, jws: __, ...options } = proof;
  const dataset = await parseDataset({ ...options, '@context': optionsContext }, input.loader);
  return dataset.ok ? canonicalize(dataset.value, hash) : refused(asProofFault(dataset.finding));
}

async function chainedContent(
  { credential, dataset, loader }: ContentInput,
  earlier: readonly JsonObject[],
  hash: HashName,
): Promise<LinkedDataOutcome<string>> {
  if (!dataset.ok) return dataset;
  const chained = await parseDataset({ ...credential, proof: earlier }, loader);
  return chained.ok ? canonicalize(chained.value, hash) : refused(asProofFault(chained.finding));
}

/**
 * The document that a JCS proof covers. Contexts that were added behind those of the proof are not covered
 * and left out; any other difference is a change (Data Integrity EdDSA §3.3.2).
 */
function jsonContent(
  credential: JsonObject,
  options: JsonObject,
  earlier: readonly JsonObject[] | undefined,
): JsonObject | undefined {
  const { proof: _, ...unsecured } = credential;
  const document = earlier ? { ...unsecured, proof: earlier } : unsecured;
  const context = options['@context'];
  if (context === undefined) return document;
  const present = contextEntries(credential).map(canonicalJson);
  const isPrefix = listOf(context)
    .map(canonicalJson)
    .every((entry, index) => entry !== undefined && entry === present[index]);
  return isPrefix ? { ...document, '@context': context } : undefined;
}

function asProofFault(finding: Finding): Finding {
  return finding.reason === 'proof/too-complex' ? finding : failed('proof/malformed');
}

function refused(finding: Finding): { readonly ok: false; readonly finding: Finding } {
  return { ok: false, finding };
}
