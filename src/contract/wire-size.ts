// Bounds on a value before it is copied or encoded: how large, how deep, and plain data only.
const MAX_DEPTH = 200;
const BYTES_PER_VALUE = 8;

/**
 * Why an untrusted value may not travel, or undefined when it may. `too-large`: its characters and bytes
 * add up to more than `maxBytes` (the encoded size is checked again on arrival); `not-plain`: functions,
 * symbols, big integers, or deeper than any request is, which a cycle always is.
 */
export function refusalOfWireValue(
  value: unknown,
  maxBytes: number,
): 'too-large' | 'not-plain' | undefined {
  let left = maxBytes;
  const found = { notPlain: false };
  const visit = (node: unknown, depth: number): boolean => {
    left -= BYTES_PER_VALUE;
    if (left < 0) return false;
    if (typeof node === 'string') {
      left -= node.length;
      return left >= 0;
    }
    if (node === null || node === undefined) return true;
    if (typeof node === 'number' || typeof node === 'boolean') return true;
    if (typeof node !== 'object' || depth === 0) {
      found.notPlain = true;
      return false;
    }
    if (node instanceof Uint8Array) {
      left -= node.byteLength;
      return left >= 0;
    }
    if (Array.isArray(node)) return node.every((entry) => visit(entry, depth - 1));
    return Object.entries(node).every(([key, entry]) => {
      left -= key.length;
      return visit(entry, depth - 1);
    });
  };
  if (visit(value, MAX_DEPTH)) return undefined;
  return found.notPlain ? 'not-plain' : 'too-large';
}
