// Applies the tables of class-rules.ts to a node: the first field that is missing or of another kind, by its
// path. Interprets data; compiles nothing, so hostile input can only make it stop early.
import { type JsonObject, type JsonValue, isObject, listOf, typesOf } from '../../formats/json.ts';
import { type Finding, failed } from '../check-result.ts';
import { CLASS_RULES, type ClassName, type FieldKind } from './class-rules.ts';
import { isAbsolute, isText, judgeDate, missing, wrongType } from './form-words.ts';

/** Judges an untrusted node as a node of that class; `path` is where it stands, empty for the whole. */
export function judgeClass(node: JsonObject, name: ClassName, path: string): Finding | undefined {
  const rule = CLASS_RULES[name];
  const wanted = [rule.type ?? []].flat();
  const types = typesOf(node).map(localName);
  if (wanted.length > 0 && !wanted.some((type) => types.includes(type))) {
    return failed('format/lacks-type', { field: path || 'type', type: wanted[0] ?? '' });
  }
  for (const [field, text] of Object.entries(rule.fields)) {
    const [kind, ...words] = text.split(' ') as [FieldKind, ...string[]];
    const at = path === '' ? field : `${path}.${field}`;
    const found = judgeField(node[field], kind, words, at);
    if (found) return found;
  }
  return undefined;
}

function judgeField(
  value: JsonValue | undefined,
  kind: FieldKind,
  words: readonly string[],
  at: string,
): Finding | undefined {
  const values = listOf(value);
  if (values.length === 0) return words.includes('required') ? missing(at) : undefined;
  // Where one value belongs, several let a reader pick: linked data keeps no order among them.
  const isOne = !words.includes('many');
  if (isOne && values.length > 1 && !(kind === 'text' && values.every(isObject))) {
    return wrongType(at);
  }
  for (const one of values) {
    const found = judgeValue(one, kind, at);
    if (found) return found;
  }
  return undefined;
}

function judgeValue(value: JsonValue, kind: FieldKind, at: string): Finding | undefined {
  switch (kind) {
    case 'text':
      return isText(value) ? undefined : wrongType(at);
    case 'word':
      return typeof value === 'string' ? undefined : wrongType(at);
    case 'number':
      return typeof value === 'number' ? undefined : wrongType(at);
    case 'yes-or-no':
      return typeof value === 'boolean' ? undefined : wrongType(at);
    case 'date':
      return judgeDate(value, at);
    case 'address':
      if (typeof value !== 'string') return wrongType(at);
      return isAbsolute(value) ? undefined : failed('format/not-an-address', { field: at });
    case 'credential':
      return typeof value === 'string' || isObject(value) ? undefined : wrongType(at);
    default:
      return judgeNode(value, kind, at);
  }
}

function judgeNode(value: JsonValue, name: ClassName, at: string): Finding | undefined {
  if (isObject(value)) return judgeClass(value, name, at);
  if (typeof value !== 'string' || CLASS_RULES[name].mayBeAddress !== true) return wrongType(at);
  return isAbsolute(value) ? undefined : failed('format/not-an-address', { field: at });
}

/** The last part of a type written as an address. */
function localName(type: string): string {
  return /^https?:/.test(type) ? (type.split(/[#/]/).at(-1) ?? type) : type;
}
