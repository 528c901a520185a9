// One message as bytes: a JSON head whose byte arrays are replaced by references, then the byte arrays
// themselves. Binary stays binary on the wire. Used by the loopback transport on both ends.
import { problem } from '../domain/problem.ts';
import { type Result, err, ok } from '../domain/result.ts';

/** The media type of a frame over HTTP; no form or beacon of another site can send it. */
export const FRAME_MEDIA_TYPE = 'application/vnd.laurel.frame';

const HEAD_LENGTH_BYTES = 4;
const MAX_HEAD_BYTES = 256 * 1024 * 1024;
const REFERENCE = '$bytes';
/** Keys of the value itself that look like a reference travel with one more `$`. */
const ESCAPED = /^\$+bytes$/;

/** Encodes a structured-cloneable plain value, whatever its keys are. */
export function encodeFrame(value: unknown): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [];
  const head = new TextEncoder().encode(JSON.stringify(withReferences(value, parts)));
  const total = parts.reduce(
    (sum, part) => sum + part.byteLength,
    HEAD_LENGTH_BYTES + head.byteLength,
  );
  const frame = new Uint8Array(total);
  new DataView(frame.buffer).setUint32(0, head.byteLength);
  frame.set(head, HEAD_LENGTH_BYTES);
  let offset = HEAD_LENGTH_BYTES + head.byteLength;
  for (const part of parts) {
    frame.set(part, offset);
    offset += part.byteLength;
  }
  return frame;
}

/** Decodes an untrusted frame; byte arrays are views into it. Lengths that do not add up are refused. */
export function decodeFrame(
  frame: Uint8Array,
  code: 'host/bad-request' | 'host/bad-response',
): Result<unknown> {
  if (frame.byteLength < HEAD_LENGTH_BYTES) return err(problem(code));
  const headBytes = new DataView(frame.buffer, frame.byteOffset).getUint32(0);
  const headEnd = HEAD_LENGTH_BYTES + headBytes;
  if (headBytes > MAX_HEAD_BYTES || headEnd > frame.byteLength) return err(problem(code));
  let offset = headEnd;
  try {
    const head = new TextDecoder('utf-8', { fatal: true }).decode(
      frame.subarray(HEAD_LENGTH_BYTES, headEnd),
    );
    const value: unknown = JSON.parse(head, (key, entry: unknown) => {
      if (key === '__proto__') return undefined;
      const length = referenceLength(entry);
      if (length === undefined) return unescaped(entry);
      if (offset + length > frame.byteLength) throw new RangeError('byte array past the end');
      offset += length;
      return frame.subarray(offset - length, offset);
    });
    if (offset !== frame.byteLength) return err(problem(code, { cause: 'bytes left over' }));
    return ok(value);
  } catch (cause) {
    return err(problem(code, { cause }));
  }
}

/** A copy with every byte array set aside in order. Not a replacer: Node's Buffer has a toJSON that would come first. */
function withReferences(value: unknown, parts: Uint8Array[]): unknown {
  if (value instanceof Uint8Array) {
    parts.push(value);
    return { [REFERENCE]: value.byteLength };
  }
  if (Array.isArray(value)) return value.map((entry) => withReferences(entry, parts));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [
      ESCAPED.test(key) ? `$${key}` : key,
      withReferences(entry, parts),
    ]),
  );
}

function unescaped(entry: unknown): unknown {
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) return entry;
  if (entry instanceof Uint8Array || !Object.keys(entry).some((key) => ESCAPED.test(key)))
    return entry;
  return Object.fromEntries(
    Object.entries(entry).map(([key, value]) => [ESCAPED.test(key) ? key.slice(1) : key, value]),
  );
}

function referenceLength(entry: unknown): number | undefined {
  if (typeof entry !== 'object' || entry === null) return undefined;
  const length = (entry as Record<string, unknown>)[REFERENCE];
  const isReference = Number.isSafeInteger(length) && Object.keys(entry).length === 1;
  return isReference && (length as number) >= 0 ? (length as number) : undefined;
}
