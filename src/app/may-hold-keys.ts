// Bytes that may be private keys: a wallet's backup, an archive with one inside. They are not stored unread.

const MOST_TEXT = 1024 * 1024;
const KEY_WORDS = /private|secret|seed|mnemonic|UniversalWallet|"d"\s*:/iu;

/**
 * Whether bytes that nobody read may be private keys, and so must not be stored. Archives and mails may hold
 * anything; of text, the words that stand beside keys decide.
 */
export function mayHoldKeys(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  const isArchive = first === 0x50 && second === 0x4b;
  if (isArchive || bytes.byteLength === 0) return true;
  const isBinary = bytes.subarray(0, 512).includes(0);
  if (isBinary) return false;
  if (bytes.byteLength > MOST_TEXT) return true;
  return KEY_WORDS.test(new TextDecoder().decode(bytes));
}
