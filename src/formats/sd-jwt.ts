// Selective Disclosure for JWTs (RFC 9901): puts the disclosed claims back into the payload that the issuer
// signed digests of. Checks digests, never signatures; what was not disclosed stays undisclosed.
import { problem } from '../domain/problem.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { decodeBase64url, encodeBase64url } from './base64.ts';
import { isObject, parseJson, stringOf, type JsonObject, type JsonValue } from './json.ts';
import { isPrototypeKey } from './json-scan.ts';
import { sha256 } from './sha-256.ts';
import { sha384, sha512 } from './sha-512.ts';
import { decodeText } from './text.ts';

export type Disclosed = {
  readonly payload: JsonObject;
  /** How many digests were left without a disclosure (decoys among them). */
  readonly undisclosed: number;
  /** True when some of them stand for fields of the credential itself, not only of its parts. */
  readonly hidesTopFields: boolean;
  /** The kind of digest, where it is one that disclosures cannot be matched with here. */
  readonly unmatched?: string;
};

/** Names of the IANA registry of hash algorithms (RFC 9901 §4.1.1). */
const DIGESTS: ReadonlyMap<string, (bytes: Uint8Array) => Uint8Array> = new Map([
  ['sha-256', sha256],
  ['sha-384', sha384],
  ['sha-512', sha512],
]);

/** More disclosures than any credential has claims. */
const MAX_DISCLOSURES = 1_000;
const MAX_CHARACTERS = 1_000_000;
const MAX_DEPTH = 32;

/** The disclosures of a token in combined format (`<jwt>~<disclosure>~…~[<key binding jwt>]`). */
export function disclosuresOf(token: string): readonly string[] {
  const [, ...rest] = token.trim().split('~');
  // The last piece is empty or the holder's key binding token (RFC 9901 §4).
  return rest.slice(0, -1).filter((piece) => piece !== '');
}

/**
 * Applies the disclosures (RFC 9901 §7.1). Fails with `jwt/invalid` where the section rejects: a disclosure
 * that no digest stands for, that stands for two, that is malformed, or that names a field already there.
 */
export function discloseClaims(
  payload: JsonObject,
  disclosures: readonly string[],
): Result<Disclosed> {
  const algorithm = stringOf(payload['_sd_alg']) ?? 'sha-256';
  // Nothing can be matched then, so nothing is shown that the issuer may not have signed.
  const hash = DIGESTS.get(algorithm);
  if (!hash) {
    const bare = apply(payload, new Map());
    return bare.ok ? ok({ ...bare.value, unmatched: algorithm.slice(0, 40) }) : bare;
  }
  const characters = disclosures.reduce((sum, one) => sum + one.length, 0);
  if (disclosures.length > MAX_DISCLOSURES || characters > MAX_CHARACTERS)
    return err(problem('json/too-many-values'));
  const byDigest = new Map<string, readonly JsonValue[]>();
  for (const disclosure of disclosures) {
    const content = parseDisclosure(disclosure);
    if (!content) return err(problem('jwt/invalid', { at: 'disclosures', cause: 'malformed' }));
    const digest = encodeBase64url(hash(new TextEncoder().encode(disclosure)));
    if (byDigest.has(digest)) {
      return err(problem('jwt/invalid', { at: 'disclosures', cause: 'twice' }));
    }
    byDigest.set(digest, content);
  }
  return apply(payload, byDigest);
}

/** `[salt, value]` for an array element, `[salt, name, value]` for a claim (RFC 9901 §4.2). */
function parseDisclosure(text: string): readonly JsonValue[] | undefined {
  const bytes = decodeBase64url(text);
  const decoded = bytes ? decodeText(bytes) : undefined;
  const parsed = decoded?.ok ? parseJson(decoded.value) : undefined;
  if (!parsed?.ok || !Array.isArray(parsed.value.value)) return undefined;
  const content = parsed.value.value as readonly JsonValue[];
  return content.length === 2 || content.length === 3 ? content : undefined;
}

function apply(
  payload: JsonObject,
  byDigest: ReadonlyMap<string, readonly JsonValue[]>,
): Result<Disclosed> {
  const disclosing = new Disclosing(byDigest);
  const value = disclosing.object(payload, 0);
  const unused = byDigest.size - disclosing.used.size;
  if (disclosing.fault === undefined && unused > 0) disclosing.fault = `${unused} without digest`;
  if (disclosing.fault !== undefined) {
    return err(problem('jwt/invalid', { at: 'disclosures', cause: disclosing.fault }));
  }
  const { _sd_alg: _, ...claims } = value;
  const { undisclosed, hidesTopFields } = disclosing;
  return ok({ payload: claims, undisclosed, hidesTopFields });
}

/** One walk over the payload, counting which digests were met. */
class Disclosing {
  readonly used = new Set<string>();
  undisclosed = 0;
  hidesTopFields = false;
  fault: string | undefined;
  readonly #byDigest: ReadonlyMap<string, readonly JsonValue[]>;

  constructor(byDigest: ReadonlyMap<string, readonly JsonValue[]>) {
    this.#byDigest = byDigest;
  }

  object(node: JsonObject, depth: number): JsonObject {
    const fields: Record<string, JsonValue> = {};
    for (const [name, value] of Object.entries(node)) {
      if (name !== '_sd') fields[name] = this.#value(value, depth + 1);
    }
    const digests = Array.isArray(node['_sd']) ? (node['_sd'] as readonly JsonValue[]) : [];
    for (const digest of digests) {
      const content = this.#take(digest, 3);
      // The credential is the payload, or in the older form its `vc` one step below.
      if (!content && (depth === 0 || isObject(node['credentialSubject']))) {
        this.hidesTopFields = true;
      }
      if (!content) continue;
      const [, name, value = null] = content;
      const isTaken = typeof name !== 'string' || Object.hasOwn(fields, name);
      if (isTaken || name === '_sd' || name === '...') this.fault = 'claim name';
      else if (!isPrototypeKey(name)) fields[name] = this.#value(value, depth + 1);
    }
    return fields;
  }

  #value(value: JsonValue, depth: number): JsonValue {
    if (depth > MAX_DEPTH) {
      this.fault = 'nesting';
      return null;
    }
    if (isObject(value)) return this.object(value, depth);
    if (!Array.isArray(value)) return value;
    return (value as readonly JsonValue[]).flatMap((element) => {
      const isHidden = isObject(element) && Object.keys(element).length === 1 && '...' in element;
      if (!isHidden) return [this.#value(element, depth + 1)];
      const content = this.#take(element['...'], 2);
      return content ? [this.#value(content[1] ?? null, depth + 1)] : [];
    });
  }

  #take(digest: JsonValue | undefined, length: number): readonly JsonValue[] | undefined {
    const content = typeof digest === 'string' ? this.#byDigest.get(digest) : undefined;
    if (typeof digest !== 'string' || !content) {
      this.undisclosed += 1;
      return undefined;
    }
    if (this.used.has(digest)) this.fault = 'digest twice';
    if (content.length !== length) this.fault = 'kind';
    this.used.add(digest);
    return content;
  }
}
