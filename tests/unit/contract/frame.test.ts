import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeFrame, encodeFrame } from '../../../src/contract/frame.ts';

const code = 'host/bad-request';

describe('frames', () => {
  it('bring plain values with bytes back unchanged', () => {
    const value = fc.letrec((tie) => ({
      node: fc.oneof(
        { maxDepth: 4 },
        fc.string(),
        fc.integer(),
        fc.boolean(),
        fc.constant(null),
        fc.uint8Array(),
        fc.array(tie('node'), { maxLength: 4 }),
        fc.dictionary(fc.stringMatching(/^(\$*bytes|[a-z]{1,6})$/), tie('node'), { maxKeys: 4 }),
      ),
    })).node;
    fc.assert(
      fc.property(value, (input) => {
        const decoded = decodeFrame(encodeFrame(input), code);
        expect(decoded).toEqual({ ok: true, value: input });
      }),
    );
  });

  it('refuse every truncation and any surplus', () => {
    const frame = encodeFrame({
      name: 'x',
      bytes: new Uint8Array([1, 2, 3]),
      more: new Uint8Array(5),
    });
    for (let length = 0; length < frame.length; length += 1) {
      expect(decodeFrame(frame.subarray(0, length), code).ok).toBe(false);
    }
    const longer = new Uint8Array(frame.length + 1);
    longer.set(frame);
    expect(decodeFrame(longer, code).ok).toBe(false);
  });

  it('refuse lengths that lie and never set a prototype', () => {
    const lying = frameWithHead('{"bytes":{"$bytes":10}}');
    expect(decodeFrame(lying, code).ok).toBe(false);
    const polluted = frameWithHead('{"__proto__":{"polluted":true},"a":1}');
    const decoded = decodeFrame(polluted, code);
    expect(decoded.ok && (decoded.value as { polluted?: boolean }).polluted).toBe(undefined);
  });

  it('keep contents whose keys look like references to bytes', () => {
    const value = { x: { $bytes: 3 }, y: { $$bytes: 1 }, $bytes: Uint8Array.of(9) };
    expect(decodeFrame(encodeFrame(value), code)).toEqual({ ok: true, value });
  });

  it('keep the bytes of a Node Buffer, which has its own JSON form', () => {
    const frame = encodeFrame({ bytes: Buffer.from([7, 8]) });
    expect(decodeFrame(frame, code)).toEqual({ ok: true, value: { bytes: Uint8Array.of(7, 8) } });
  });

  it('refuse a head that is too long, not JSON or not UTF-8', () => {
    const heads = [
      [0xff, 0xff, 0xff, 0xff, 1],
      [0, 0, 0, 1, 0x7b],
      [0, 0, 0, 1, 0xff],
    ];
    for (const bytes of heads) expect(decodeFrame(Uint8Array.from(bytes), code).ok).toBe(false);
  });

  it('survive arbitrary bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
        expect(typeof decodeFrame(bytes, code).ok).toBe('boolean');
      }),
    );
  });
});

function frameWithHead(json: string): Uint8Array {
  const head = new TextEncoder().encode(json);
  const frame = new Uint8Array(4 + head.byteLength);
  new DataView(frame.buffer).setUint32(0, head.byteLength);
  frame.set(head, 4);
  return frame;
}
