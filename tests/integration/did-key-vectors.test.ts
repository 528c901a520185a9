// The published test vectors of did:key, as far as their kinds of key are accepted here.
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { decodeBase58 } from '../../src/verify/base58.ts';
import { keyOfDid } from '../../src/verify/did.ts';
import { ed25519Bytes } from '../../src/verify/public-key.ts';

const FILE = new URL('../vectors/w3c/did-key/keys.json', import.meta.url);
type Published = { readonly publicKeyBase58?: string } | null;
const KEYS = JSON.parse(await readFile(FILE, 'utf8')) as Record<string, Published>;

describe('did:key', () => {
  it.each(Object.entries(KEYS))('%s gives the published key', (did, published) => {
    const key = keyOfDid(did);
    if (published === null) {
      // P-521 is a kind that no accepted signature uses.
      expect(key).toBeUndefined();
    } else if (published.publicKeyBase58 === undefined) {
      expect(key?.jwk).toEqual(published);
    } else {
      expect(key && ed25519Bytes(key)).toEqual(decodeBase58(published.publicKeyBase58));
    }
  });
});
