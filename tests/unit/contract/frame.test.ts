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
        fc.dictionary(fc.stringMatching(/^[a-z]{1,6}$/), tie('node'), { maxKeys: 4 }),
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
    const lying = encodeFrame({ bytes: { $bytes: 10 } });
    expect(decodeFrame(lying, code).ok).toBe(false);
    const polluted = encodeFrame(JSON.parse('{"__proto__":{"polluted":true},"a":1}'));
    const decoded = decodeFrame(polluted, code);
    expect(decoded.ok && (decoded.value as { polluted?: boolean }).polluted).toBe(undefined);
  });

  it('survive arbitrary bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
        expect(typeof decodeFrame(bytes, code).ok).toBe('boolean');
      }),
    );
  });
});
