// Nodes that stand once in full and elsewhere by their id alone, as the European Learning Model writes them.
import { idOf, isObject, listOf, type JsonObject, type JsonValue } from './json.ts';
import type { Place } from './place.ts';

const MAX_NODES = 20_000;

/**
 * A function that gives the full node for one that only names it (`{"id": …}`, or the older
 * `{"@idref": …}`). The path stays that of the reference. A node that is defined nowhere stays as it is.
 */
export function createReferences(document: JsonObject): (place: Place) => Place {
  const byId = new Map<string, JsonObject>();
  let budget = MAX_NODES;
  const walk = (value: JsonValue): void => {
    if (budget <= 0 || typeof value !== 'object' || value === null) return;
    budget -= 1;
    if (isObject(value)) {
      const id = idOf(value);
      const known = id === undefined ? undefined : byId.get(id);
      if (id !== undefined && sizeOf(value) > (known ? sizeOf(known) : 0)) byId.set(id, value);
      for (const inner of Object.values(value)) walk(inner);
    } else {
      for (const inner of listOf(value)) walk(inner);
    }
  };
  walk(document);
  return (place) => {
    if (Object.keys(place.node).some((key) => !REFERENCE_KEYS.has(key))) return place;
    const id = idOf(place.node) ?? idOf(place.node['@idref']);
    const full = id === undefined ? undefined : byId.get(id);
    return full ? { node: full, path: place.path } : place;
  };
}

const REFERENCE_KEYS = new Set(['id', '@id', '@idref', 'type', '@type']);

function sizeOf(node: JsonObject): number {
  return Object.keys(node).length;
}

/**
 * The id, if it means the same outside its file. `urn:epass:org:1` and the like count the nodes of one file:
 * taken for an id, it would make one issuer of all of them.
 */
export function lastingId(id: string | undefined): string | undefined {
  if (id === undefined) return undefined;
  return /^(?:https?:|did:|urn:uuid:|urn:oid:)/i.test(id) ? id : undefined;
}
