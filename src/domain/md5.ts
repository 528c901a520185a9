// MD5 (RFC 1321), for one thing only: comparing the recipient hashes of old badges (`md5$…`). It protects nothing,
// and whoever shows a match says that it is weak.

/** The digest of the bytes, 16 bytes long. */
export function md5(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const padded = new Uint8Array((Math.floor((bytes.length + 8) / 64) + 1) * 64);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 8, (bytes.length << 3) >>> 0, true);
  view.setUint32(padded.length - 4, Math.floor(bytes.length / 0x20000000), true);
  const state = Uint32Array.from([0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476]);
  for (let block = 0; block < padded.length; block += 64) compress(state, view, block);
  const digest = new Uint8Array(16);
  const out = new DataView(digest.buffer);
  state.forEach((word, i) => {
    out.setUint32(i * 4, word, true);
  });
  return digest;
}

/** How far each of the four rounds turns (§3.4). */
const TURNS = [
  [7, 12, 17, 22],
  [5, 9, 14, 20],
  [4, 11, 16, 23],
  [6, 10, 15, 21],
] as const;
const SINES = Uint32Array.from({ length: 64 }, (_, i) =>
  Math.floor(Math.abs(Math.sin(i + 1)) * 0x100000000),
);

function compress(state: Uint32Array, view: DataView, block: number): void {
  let [a = 0, b = 0, c = 0, d = 0] = state;
  for (let i = 0; i < 64; i += 1) {
    const round = i >> 4;
    const { mix, place } = step(round, i, b, c, d);
    const sum = (a + mix + (SINES[i] ?? 0) + view.getUint32(block + place * 4, true)) | 0;
    const by = TURNS[round]?.[i & 3] ?? 0;
    [a, d, c, b] = [d, c, b, (b + ((sum << by) | (sum >>> (32 - by)))) | 0];
  }
  [a, b, c, d].forEach((value, i) => {
    state[i] = ((state[i] ?? 0) + value) | 0;
  });
}

function step(
  round: number,
  i: number,
  b: number,
  c: number,
  d: number,
): { readonly mix: number; readonly place: number } {
  if (round === 0) return { mix: (b & c) | (~b & d), place: i };
  if (round === 1) return { mix: (b & d) | (c & ~d), place: (5 * i + 1) & 15 };
  if (round === 2) return { mix: b ^ c ^ d, place: (3 * i + 5) & 15 };
  return { mix: c ^ (b | ~d), place: (7 * i) & 15 };
}
