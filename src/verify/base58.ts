// base58btc, the encoding behind multibase prefix `z` (Multibase, W3C Controlled Identifiers §2.4).
const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const VALUES = new Map(Array.from(ALPHABET, (character, value) => [character, value] as const));
/** Longest text decoded unless a caller knows better: decoding is quadratic, and no key or signature is longer. */
const MAX_CHARACTERS = 1_024;

/** Decodes untrusted base58btc text; `undefined` when it holds another character or is too long. */
export function decodeBase58(
  text: string,
  maxCharacters: number = MAX_CHARACTERS,
): Uint8Array | undefined {
  if (text === '' || text.length > maxCharacters) return undefined;
  const bytes: number[] = [];
  for (const character of text) {
    const value = VALUES.get(character);
    if (value === undefined) return undefined;
    let carry = value;
    for (let i = 0; i < bytes.length; i += 1) {
      carry += (bytes[i] ?? 0) * 58;
      bytes[i] = carry & 0xff;
      carry >>= 8;
    }
    for (; carry > 0; carry >>= 8) bytes.push(carry & 0xff);
  }
  for (const character of text) {
    if (character !== '1') break;
    bytes.push(0);
  }
  return Uint8Array.from(bytes.reverse());
}

/** Decodes multibase text with prefix `z`; `undefined` for every other base. */
export function decodeMultibase(text: unknown): Uint8Array | undefined {
  return typeof text === 'string' && text.startsWith('z') ? decodeBase58(text.slice(1)) : undefined;
}

/** Encodes bytes as base58btc. */
export function encodeBase58(bytes: Uint8Array): string {
  const digits: number[] = [];
  for (const byte of bytes) {
    let carry = byte;
    for (let i = 0; i < digits.length; i += 1) {
      carry += (digits[i] ?? 0) << 8;
      digits[i] = carry % 58;
      carry = Math.floor(carry / 58);
    }
    for (; carry > 0; carry = Math.floor(carry / 58)) digits.push(carry % 58);
  }
  const zeros = bytes.findIndex((byte) => byte !== 0);
  const lead = '1'.repeat(zeros === -1 ? bytes.length : zeros);
  return (
    lead +
    digits
      .reverse()
      .map((digit) => ALPHABET[digit] ?? '')
      .join('')
  );
}
