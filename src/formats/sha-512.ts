// SHA-512 and SHA-384 (FIPS 180-4 §6.4, §6.5) without waiting, as sha-256.ts: for comparing digests of disclosures
// only; signatures are left to the libraries of the verify layer.

/** The SHA-512 digest of the bytes, 64 bytes long. */
export function sha512(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return digest(bytes, INITIAL_512);
}

/** The SHA-384 digest of the bytes, 48 bytes long. */
export function sha384(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return digest(bytes, INITIAL_384).slice(0, 48);
}

const MASK = 0xffffffffffffffffn;

function digest(bytes: Uint8Array, initial: readonly bigint[]): Uint8Array<ArrayBuffer> {
  let state = [...initial];
  const padded = new Uint8Array((Math.floor((bytes.length + 16) / 128) + 1) * 128);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setBigUint64(padded.length - 8, BigInt(bytes.length) * 8n);
  for (let block = 0; block < padded.length; block += 128) state = compress(state, view, block);
  const out = new DataView(new ArrayBuffer(64));
  state.forEach((word, i) => {
    out.setBigUint64(i * 8, word);
  });
  return new Uint8Array(out.buffer);
}

function compress(state: readonly bigint[], view: DataView, block: number): bigint[] {
  const words = Array.from({ length: 16 }, (_, i) => view.getBigUint64(block + i * 8));
  const word = (i: number): bigint => words[i] ?? 0n;
  for (let i = 16; i < 80; i += 1) {
    const [near, far] = [word(i - 2), word(i - 15)];
    const s1 = rotate(near, 19n) ^ rotate(near, 61n) ^ (near >> 6n);
    const s0 = rotate(far, 1n) ^ rotate(far, 8n) ^ (far >> 7n);
    words.push((s1 + word(i - 7) + s0 + word(i - 16)) & MASK);
  }
  let [a = 0n, b = 0n, c = 0n, d = 0n, e = 0n, f = 0n, g = 0n, h = 0n] = state;
  for (let i = 0; i < 80; i += 1) {
    const s1 = rotate(e, 14n) ^ rotate(e, 18n) ^ rotate(e, 41n);
    const t1 = h + s1 + ((e & f) ^ (~e & MASK & g)) + (ROUND[i] ?? 0n) + word(i);
    const s0 = rotate(a, 28n) ^ rotate(a, 34n) ^ rotate(a, 39n);
    const t2 = s0 + ((a & b) ^ (a & c) ^ (b & c));
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) & MASK, c, b, a, (t1 + t2) & MASK];
  }
  return [a, b, c, d, e, f, g, h].map((value, i) => ((state[i] ?? 0n) + value) & MASK);
}

function rotate(value: bigint, by: bigint): bigint {
  return ((value >> by) | (value << (64n - by))) & MASK;
}

function primes(count: number): readonly bigint[] {
  const found: bigint[] = [];
  for (let n = 2n; found.length < count; n += 1n) {
    if (found.every((prime) => n % prime !== 0n)) found.push(n);
  }
  return found;
}

/** The first 64 bits of the fractional part of a root (§4.2.3, §5.3.4, §5.3.5), by bisection. */
function fraction(prime: bigint, power: bigint): bigint {
  const wanted = prime << (64n * power);
  let [low, high] = [0n, 1n << 72n];
  while (high - low > 1n) {
    const middle = (low + high) >> 1n;
    if (middle ** power <= wanted) low = middle;
    else high = middle;
  }
  return low & MASK;
}
const INITIAL_512 = primes(8).map((prime) => fraction(prime, 2n));
const INITIAL_384 = primes(16)
  .slice(8)
  .map((prime) => fraction(prime, 2n));
const ROUND = primes(80).map((prime) => fraction(prime, 3n));
