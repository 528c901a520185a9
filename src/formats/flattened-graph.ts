// Flattened JSON-LD (JSON-LD 1.1 §4.8 and its flattening algorithm): credentials in an `@graph` whose parts stand
// beside them and are named by their ids. Puts the parts back where they are named; looks nothing up outside the file.
import { isCredentialNode, isEndorsement } from './credential-kind.ts';
import { isElm } from './elm.ts';
import { isObject, listOf, typesOf, type JsonObject, type JsonValue } from './json.ts';
import { isPrototypeKey } from './json-scan.ts';

/** A credential of the graph, made whole, and which element of the graph it is. */
export type GraphCredential = { readonly index: number; readonly node: JsonObject };

const MAX_NODES = 20_000;
const MAX_DEPTH = 24;
const KEPT = new Set(['@id', 'id', '@context', '@language', '@value', '@direction']);

/** The credentials of an untrusted document with `@graph`, in its order; undefined for any other document. */
export function credentialsOfGraph(document: JsonObject): readonly GraphCredential[] | undefined {
  const graph = document['@graph'];
  if (!Array.isArray(graph)) return undefined;
  const elements = graph as readonly JsonValue[];
  const byId = new Map<string, JsonObject>();
  for (const one of elements) {
    const id = isObject(one) ? idOfNode(one) : undefined;
    if (id !== undefined && isObject(one)) byId.set(id, one);
  }
  const assembly = new Assembly(byId);
  return elements.flatMap((one, index) => {
    if (!isObject(one) || one['@context'] !== undefined) return [];
    // What the parts say decides in some formats whether it is a credential, but its type must hint at one.
    if (!typesOf(one).some((type) => HINT.test(type))) return [];
    const whole = assembly.object(one, new Set(), 0);
    const context = document['@context'];
    const node = { ...(context === undefined ? {} : { '@context': context }), ...whole };
    const isOne = (isCredentialNode(node) || isElm(node)) && !isEndorsement(node);
    return isOne ? [{ index, node }] : [];
  });
}

const HINT = /(?:Credential|Attestation|Assertion|Clr|CLR)$/;

/** One document's parts put together, under one bound for all of its credentials. */
class Assembly {
  #budget = MAX_NODES;
  readonly #byId: ReadonlyMap<string, JsonObject>;

  constructor(byId: ReadonlyMap<string, JsonObject>) {
    this.#byId = byId;
  }

  /** `within` holds the ids around the node: a part that names its whole stays a name. */
  object(node: JsonObject, within: ReadonlySet<string>, depth: number): JsonObject {
    const id = idOfNode(node);
    const around = id === undefined ? within : new Set([...within, id]);
    const fields = new Map<string, JsonValue>();
    for (const [key, value] of Object.entries(node)) {
      const name = bareName(key);
      if (isPrototypeKey(name) || (name !== key && node[name] !== undefined)) continue;
      if (name === 'type' || name === '@type') {
        fields.set(name, typeNames(value, this.#byId));
      } else {
        fields.set(name, KEPT.has(name) ? value : this.#value(value, around, depth + 1));
      }
    }
    return Object.fromEntries(fields);
  }

  #value(value: JsonValue, within: ReadonlySet<string>, depth: number): JsonValue {
    this.#budget -= 1;
    if (this.#budget < 0 || depth > MAX_DEPTH) return typeof value === 'object' ? null : value;
    if (typeof value === 'string') return this.#named(value, within, depth) ?? value;
    if (Array.isArray(value)) {
      return (value as readonly JsonValue[]).map((one) => this.#value(one, within, depth + 1));
    }
    if (!isObject(value)) return value;
    const literal = value['@value'];
    if (literal !== undefined) return value['@language'] === undefined ? literal : value;
    const items = value['@list'] ?? value['@set'];
    if (items !== undefined) return this.#value(listOf(items), within, depth + 1);
    const isName = Object.keys(value).every((key) => key === '@id' || key === 'id');
    const id = isName ? idOfNode(value) : undefined;
    if (id !== undefined) return this.#named(id, within, depth) ?? value;
    return this.object(value, within, depth);
  }

  /** The part that an id names; undefined where the file says no more about it than the name. */
  #named(id: string, within: ReadonlySet<string>, depth: number): JsonObject | undefined {
    const part = within.has(id) ? undefined : this.#byId.get(id);
    return part && Object.keys(part).some((key) => !NAMING.has(key))
      ? this.object(part, within, depth)
      : undefined;
  }
}

const NAMING = new Set(['@id', 'id', '@type', 'type']);

/** In some vocabularies `type` names a concept, which then stands in the graph; classes are mere names. */
function typeNames(value: JsonValue, byId: ReadonlyMap<string, JsonObject>): JsonValue {
  const names = listOf(value).map((one) => {
    if (typeof one !== 'string') return one;
    return byId.has(one) ? one : bareName(one);
  });
  return Array.isArray(value) ? names : (names[0] ?? value);
}

function idOfNode(node: JsonObject): string | undefined {
  const id = node['@id'] ?? node['id'];
  return typeof id === 'string' ? id : undefined;
}

/** `hasClaim` for `elm:hasClaim` and for the whole address of the term. */
function bareName(name: string): string {
  return /^[a-z][\w.+-]*:/i.test(name) ? (name.split(/[:/#]/).findLast(Boolean) ?? name) : name;
}
