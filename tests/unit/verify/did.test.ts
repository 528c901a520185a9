import { describe, expect, it } from 'vitest';
import { didWebUrl, hostOf, keyOfDid, keyOfMethod } from '../../../src/verify/did.ts';
import { newSigner } from './workshop.ts';

const signer = newSigner();
const jwk = signer.publicKey.export({ format: 'jwk' });
function didJwk(key: object): string {
  return `did:jwk:${Buffer.from(JSON.stringify(key)).toString('base64url')}`;
}

describe('keyOfMethod', () => {
  it('finds the key of a did:key and of the same key as did:jwk', () => {
    expect(keyOfMethod(signer.method)?.fingerprint).toBe(
      keyOfMethod(`${didJwk(jwk)}#0`)?.fingerprint,
    );
  });

  it.each([
    `${signer.did}#${newSigner().did.slice(8)}`,
    `${signer.did}#0`,
    `${didJwk(jwk)}#1`,
    'did:key:z6Mk#z6Mk',
    'did:example:1#0',
  ])('refuses %s', (method) => {
    expect(keyOfMethod(method)).toBeUndefined();
  });
});

describe('keyOfDid', () => {
  it('refuses a did:jwk that publishes its private key', () => {
    expect(keyOfDid(didJwk(signer.privateKey.export({ format: 'jwk' })))).toBeUndefined();
  });

  it.each(['did:jwk:', 'did:jwk:!!!', 'did:jwk:bm90IGpzb24', `did:jwk:${'A'.repeat(9_000)}`])(
    'refuses %s',
    (did) => {
      expect(keyOfDid(did)).toBeUndefined();
    },
  );
});

describe('didWebUrl', () => {
  it.each([
    ['did:web:quarry.example', 'https://quarry.example/.well-known/did.json'],
    ['did:web:quarry.example:dept:sky', 'https://quarry.example/dept/sky/did.json'],
    ['did:web:quarry.example%3A8443', 'https://quarry.example:8443/.well-known/did.json'],
  ])('%s stands at %s', (did, url) => {
    expect(didWebUrl(did)).toBe(url);
  });

  it.each([
    'did:web:',
    'did:web:a/b',
    'did:web:a%2Fb',
    'did:web:user%40host',
    'did:web:a::b',
    'did:web:a%zz',
    'did:web:127.0.0.1',
    'did:web:2130706433',
    'did:web:0x7f.1',
    'did:web:127.1%3A8443',
    'did:web:quarry.example:..:..:etc',
    'did:web:quarry.example:%2e%2E:etc',
    'did:web:quarry.example:a%2F..',
    'did:web:quarry.example%3A99999',
    'did:web:%5B::1%5D',
  ])('refuses %s', (did) => {
    expect(didWebUrl(did)).toBeUndefined();
  });
});

describe('hostOf', () => {
  it.each([
    ['https://Quarry.Example/x#y', 'quarry.example'],
    ['did:web:quarry.example:a#k', 'quarry.example'],
    ['urn:uuid:1', undefined],
    ['did:key:z6Mk', undefined],
    ['javascript:alert(1)', undefined],
  ])('of %s is %s', (id, host) => {
    expect(hostOf(id)).toBe(host);
  });
});
