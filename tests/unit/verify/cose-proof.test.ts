import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { encode } from 'cborg';
import { describe, expect, it } from 'vitest';
import type { VerificationReport } from '../../../src/domain/report.ts';
import { badge, newSigner, readingOf, said, verifyReading } from './workshop.ts';

type Header = ReadonlyMap<number, unknown>;

function didJwk(key: KeyObject): string {
  return `did:jwk:${Buffer.from(JSON.stringify(key.export({ format: 'jwk' }))).toString('base64url')}`;
}
const p256 = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const p384 = generateKeyPairSync('ec', { namedCurve: 'P-384' });
const issuer = didJwk(p256.publicKey);

function ecdsa(key: KeyObject, hash: string) {
  return (data: Uint8Array) => sign(hash, data, { key, dsaEncoding: 'ieee-p1363' });
}
const es256 = ecdsa(p256.privateKey, 'sha256');

/** A message by RFC 9052 §4.4, made apart from the product's own reading. */
function message(
  content: unknown,
  signature: (data: Uint8Array) => Uint8Array,
  signed: Header,
  open: Header = new Map(),
): Uint8Array {
  const head = signed.size > 0 ? encode(signed) : new Uint8Array();
  const body = Buffer.from(JSON.stringify(content));
  const data = encode(['Signature1', head, new Uint8Array(), body]);
  return Buffer.concat([Buffer.from([0xd2]), encode([head, open, body, signature(data)])]);
}

function verifyMessage(
  bytes: Uint8Array,
  content: unknown = badge(issuer),
): Promise<VerificationReport> {
  const text = Buffer.from(bytes).toString('base64url');
  const payload = { kind: 'cose', text, content: JSON.stringify(content) } as const;
  return verifyReading(readingOf('', { carrier: 'cose', payload }));
}
function kid(text: string): readonly [number, unknown] {
  return [4, Buffer.from(text)];
}

describe('a signed message', () => {
  const ed = newSigner();

  it.each<[string, string, number, (data: Uint8Array) => Uint8Array]>([
    ['ES256', issuer, -7, es256],
    ['ES384', didJwk(p384.publicKey), -35, ecdsa(p384.privateKey, 'sha384')],
    ['EdDSA', ed.did, -8, (data) => sign(null, data, ed.privateKey)],
  ])('of %s is proven', async (_, did, algorithm, signature) => {
    for (const more of [[], [kid(`${did}#0`)], [kid('thumbprint')]]) {
      const bytes = message(
        badge(did),
        signature,
        new Map<number, unknown>([[1, algorithm], ...more]),
      );
      const report = await verifyMessage(bytes);
      expect(said(report, 'proof')).toBe('passed proof/verified');
      expect(report.standing).toBe('proven');
    }
  });

  it('with its issuer among its claims, or its key named in the open header, is proven', async () => {
    const claims = new Map<number, unknown>([
      [1, -7],
      [15, new Map([[1, issuer]])],
    ]);
    expect((await verifyMessage(message(badge(issuer), es256, claims))).standing).toBe('proven');
    const open = new Map([kid(`${issuer}#0`)]);
    const bytes = message(badge(issuer), es256, new Map([[1, -7]]), open);
    expect((await verifyMessage(bytes)).standing).toBe('proven');
  });
});

describe('a message that is forged', () => {
  const none = (): Uint8Array => new Uint8Array(64);
  const other = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const content = badge(issuer);

  it.each<[string, Uint8Array, string]>([
    [
      'with another key',
      message(content, ecdsa(other.privateKey, 'sha256'), new Map([[1, -7]])),
      'failed proof/wrong-signature',
    ],
    ['with zeros', message(content, none, new Map([[1, -7]])), 'failed proof/wrong-signature'],
    [
      'with a signature too short',
      message(content, () => new Uint8Array(10), new Map([[1, -7]])),
      'failed proof/malformed',
    ],
    [
      'with a method of secrets',
      message(content, es256, new Map([[1, 5]])),
      'failed proof/algorithm-not-allowed',
    ],
    ['without a method', message(content, es256, new Map()), 'failed proof/algorithm-not-allowed'],
    [
      'with its method unsigned',
      message(content, es256, new Map(), new Map([[1, -7]])),
      'failed proof/algorithm-not-allowed',
    ],
    [
      'with a method of other keys',
      message(content, es256, new Map([[1, -8]])),
      'failed proof/key-invalid',
    ],
    [
      'with rules that must be understood',
      message(
        content,
        es256,
        new Map<number, unknown>([
          [1, -7],
          [2, [99]],
        ]),
      ),
      'failed proof/malformed',
    ],
    [
      'with a label in both headers',
      message(content, es256, new Map([[1, -7]]), new Map([[1, -7]])),
      'failed proof/malformed',
    ],
    [
      'with a path for a key',
      message(content, es256, new Map<number, unknown>([[1, -7], kid('../../key')])),
      'failed proof/malformed',
    ],
    [
      'with another issuer in its claims',
      message(
        content,
        es256,
        new Map<number, unknown>([
          [1, -7],
          [15, new Map([[1, 'did:example:x']])],
        ]),
      ),
      'failed proof/claims-disagree',
    ],
  ])('%s is not accepted', async (_, bytes, proof) => {
    const report = await verifyMessage(bytes);
    expect(said(report, 'proof')).toBe(proof);
    expect(report.standing).toBe('document');
  });

  it('with the content of another is not accepted', async () => {
    const genuine = Buffer.from(message(content, es256, new Map([[1, -7]])));
    const at = genuine.indexOf('Night sky');
    genuine.write('Light', at);
    expect(said(await verifyMessage(genuine), 'proof')).toBe('failed proof/wrong-signature');
  });

  it('with a key that the issuer does not hold is not the issuer’s', async () => {
    const did = didJwk(other.publicKey);
    const bytes = message(
      content,
      ecdsa(other.privateKey, 'sha256'),
      new Map<number, unknown>([[1, -7], kid(`${did}#0`)]),
    );
    const report = await verifyMessage(bytes);
    expect(said(report, 'key-binding')).toBe('failed key-binding/not-listed-by-issuer');
  });
});
