import { createHash, sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { VerificationReport } from '../../../src/domain/report.ts';
import { readPayload } from '../../../src/formats/payload.ts';
import { badge, type Json, newSigner, said, token, verify, verifyReading } from './workshop.ts';

const signer = newSigner();
const claims = {
  vct: 'https://quarry.example/credentials/night-sky',
  iss: signer.did,
  iat: 1738368000,
  exp: 1893456000,
  credential_name: 'Night sky reading',
  given_name: 'Ines',
};
const header = { alg: 'EdDSA', typ: 'dc+sd-jwt', kid: signer.method };

function signed(payload: Json, by = signer, head: Json = header): string {
  return token(head, payload, (data) => sign(null, data, by.privateKey));
}
function disclosure(...content: readonly unknown[]): string {
  return Buffer.from(JSON.stringify(content)).toString('base64url');
}
function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
async function check(text: string): Promise<VerificationReport> {
  const [item] = readPayload(text, 'jwt').items;
  if (!item) throw new Error('not read');
  return verifyReading(item);
}

describe('an SD-JWT VC', () => {
  it.each([
    ['alone', `${signed(claims)}~`],
    ['with the holder’s own token', `${signed(claims)}~${signed({ nonce: '1' }, newSigner())}`],
  ])('%s is proven by its issuer’s key', async (_, text) => {
    const report = await check(text);
    expect(said(report, 'proof')).toBe('passed proof/verified');
    expect(said(report, 'revocation')).toBe('not-applicable status/no-way-to-revoke');
    expect(report.standing).toBe('proven');
  });

  it('is not proven with the key of somebody else', async () => {
    const other = newSigner();
    expect(said(await check(`${signed(claims, other)}~`), 'proof')).toBe(
      'failed proof/wrong-signature',
    );
    const named = await check(`${signed(claims, other, { ...header, kid: other.method })}~`);
    expect(said(named, 'key-binding')).toBe('failed key-binding/not-listed-by-issuer');
    expect(named.standing).toBe('document');
  });

  it('must name its issuer', async () => {
    const { iss: _, ...rest } = claims;
    const report = await check(`${signed(rest)}~`);
    expect(said(report, 'proof')).toBe('failed proof/missing-claim');
  });

  it('with a list that cannot be read yet is not proven', async () => {
    const status = { status_list: { idx: 1, uri: 'https://quarry.example/list' } };
    const report = await check(`${signed({ ...claims, status })}~`);
    expect(said(report, 'revocation')).toBe('not-checked status/kind-not-supported');
    expect(report.standing).toBe('document');
  });
});

describe('fields that a holder may keep back', () => {
  const credential: Json = { ...badge(signer.did), iss: signer.did };
  const head = { ...header, typ: 'vc+sd-jwt' };
  const until = disclosure('salt', 'validUntil', '2030-01-01T00:00:00Z');
  const hiding = signed({ ...credential, _sd: [digestOf(until)] }, signer, head);

  it('leave the end and the status open, and nothing is proven', async () => {
    const report = await check(`${hiding}~`);
    expect(said(report, 'expiry')).toBe('not-checked expiry/may-be-hidden');
    expect(said(report, 'revocation')).toBe('not-checked status/may-be-hidden');
    expect(said(report, 'suspension')).toBe('not-checked status/may-be-hidden');
    expect(report.standing).toBe('document');
  });

  it('do not when all were shared', async () => {
    const report = await check(`${hiding}~${until}~`);
    expect(said(report, 'expiry')).toBe('passed expiry/in-date');
    expect(report.standing).toBe('proven');
  });

  it('do not when they are fields of a part', async () => {
    const subject = { ...(credential['credentialSubject'] as Json), _sd: [digestOf('part')] };
    const report = await check(
      `${signed({ ...credential, credentialSubject: subject }, signer, head)}~`,
    );
    expect(said(report, 'expiry')).toBe('not-applicable expiry/no-end');
    expect(report.standing).toBe('proven');
  });

  it('make no difference to an ordinary token', async () => {
    const report = await verify(signed(credential, signer, { alg: 'EdDSA', kid: signer.method }));
    expect(said(report, 'expiry')).toBe('not-applicable expiry/no-end');
    expect(report.standing).toBe('proven');
  });
});
