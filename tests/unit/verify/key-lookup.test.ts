import { generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { VerificationReport } from '../../../src/domain/report.ts';
import { NO_TRUST, type IssuerTrust } from '../../../src/domain/trust.ts';
import { keyOfDid } from '../../../src/verify/did.ts';
import { verifyCredential } from '../../../src/verify/index.ts';
import {
  badge,
  contexts,
  type Json,
  newSigner,
  readingOf,
  said,
  token,
  withProof,
} from './workshop.ts';

const ISSUER = 'https://quarry.example/issuers/1';
const KEY = 'https://quarry.example/keys/7';
const ec = generateKeyPairSync('ec', { namedCurve: 'P-384' });
const jwk = ec.publicKey.export({ format: 'jwk' });
const pem = String(ec.publicKey.export({ type: 'spki', format: 'pem' }));
const profile = { id: ISSUER, type: 'Profile', name: 'Quarry Hill Observatory' };

function signed(kid: string | undefined, issuer = ISSUER): string {
  const credential = badge(issuer);
  return token(
    { alg: 'ES384', ...(kid === undefined ? {} : { kid }) },
    { ...credential, iss: issuer },
    (data) => sign('sha384', data, { key: ec.privateKey, dsaEncoding: 'ieee-p1363' }),
  );
}

async function check(
  payload: string | Json,
  documents: Readonly<Record<string, unknown>>,
  trust: IssuerTrust = NO_TRUST,
): Promise<{ readonly report: VerificationReport; readonly asked: readonly string[] }> {
  const asked: string[] = [];
  const report = await verifyCredential({
    reading: readingOf(payload),
    integrity: { outcome: 'matches' },
    now: new Date('2026-06-01T12:00:00Z'),
    contexts,
    trust,
    documents: (url) => {
      asked.push(url);
      const answer = documents[url];
      if (answer === undefined) return Promise.resolve(undefined);
      if (typeof answer === 'number')
        return Promise.resolve({ status: answer, mediaType: 'text/plain', text: '' });
      if (typeof answer === 'object' && answer !== null && 'failure' in answer)
        return Promise.resolve(answer as { failure: 'net/timed-out' });
      const text = typeof answer === 'string' ? answer : JSON.stringify(answer);
      return Promise.resolve({
        status: 200,
        mediaType: 'application/json',
        text,
        readAt: '2026-05-12T08:00:00Z',
      });
    },
  });
  return { report, asked };
}

describe('a key at an address on the issuer’s own site', () => {
  it.each<[string, string, unknown]>([
    ['a JWK', KEY, jwk],
    ['PEM text', KEY, pem],
    ['a PEM entry', KEY, { id: KEY, owner: ISSUER, publicKeyPem: pem }],
    ['an entry with a JWK', KEY, { id: KEY, controller: ISSUER, publicKeyJwk: jwk }],
    [
      'a set of keys',
      `${KEY}#b`,
      {
        keys: [
          { ...jwk, kid: 'a', x: 'AA' },
          { ...jwk, kid: 'b' },
        ],
      },
    ],
    ['a set of one', KEY, { keys: [jwk] }],
  ])('is the issuer’s when it is %s', async (_, kid, document) => {
    const { report } = await check(signed(kid), { [ISSUER]: profile, [KEY]: document });
    expect(said(report, 'key-binding')).toBe('passed key-binding/on-issuer-site');
    expect(report.standing).toBe('proven');
  });

  it.each<[string, string, unknown]>([
    [
      'of another owner',
      KEY,
      { id: KEY, owner: 'https://quarry.example/issuers/2', publicKeyPem: pem },
    ],
    ['of another name', KEY, { id: `${KEY}7`, publicKeyJwk: jwk }],
    ['in a set that does not hold it', `${KEY}#c`, { keys: [{ ...jwk, kid: 'b' }] }],
    ['among several without a name', KEY, { keys: [jwk, { ...jwk, kid: 'b' }] }],
    ['with its private part', KEY, ec.privateKey.export({ format: 'jwk' })],
    ['a page', KEY, '<html>Sign in</html>'],
  ])('is not when it is %s', async (_, kid, document) => {
    const { report } = await check(signed(kid), { [ISSUER]: profile, [KEY]: document });
    expect(report.standing).toBe('document');
    expect(said(report, 'key-binding')).not.toContain('passed');
  });

  it('does not count beside the keys that the issuer lists', async () => {
    const other = { id: `${ISSUER}#1`, publicKeyMultibase: newSigner().did.slice(8) };
    const listing = { ...profile, verificationMethod: [other] };
    const { report } = await check(signed(KEY), { [ISSUER]: listing, [KEY]: jwk });
    expect(said(report, 'key-binding')).toBe('failed key-binding/not-listed-by-issuer');
  });

  it('does not make neighbours on a host of many owners one', async () => {
    const issuer = 'https://raw.githubusercontent.com/quarry/issuer.json';
    const neighbour = 'https://raw.githubusercontent.com/attacker/key.json';
    const own = 'https://raw.githubusercontent.com/quarry/key.json';
    const site = { [issuer]: { ...profile, id: issuer }, [neighbour]: jwk, [own]: jwk };
    const forged = await check(signed(neighbour, issuer), site);
    expect(forged.report.standing).toBe('document');
    expect(forged.asked).not.toContain(neighbour);
    expect((await check(signed(own, issuer), site)).report.standing).toBe('proven');
  });
});

describe('a key on another site', () => {
  const elsewhere = 'https://keys.example/quarry';

  it('is asked for only where the issuer lists it, and is then the issuer’s', async () => {
    const listing = { ...profile, verificationMethod: [elsewhere] };
    const listed = await check(signed(elsewhere), { [ISSUER]: listing, [elsewhere]: jwk });
    expect(listed.report.standing).toBe('proven');
    const { report, asked } = await check(signed(elsewhere), {
      [ISSUER]: profile,
      [elsewhere]: jwk,
    });
    expect(said(report, 'proof')).toBe('not-checked proof/key-elsewhere');
    expect(asked).toEqual([ISSUER]);
  });
});

describe('a credential that names no issuer', () => {
  it('makes nobody ask the site that its proof names', async () => {
    const credential = await withProof(
      badge(ISSUER, { issuer: { type: ['Profile'] } }),
      newSigner(),
      {
        method: 'https://attacker.example/key',
      },
    );
    const { report, asked } = await check(credential, {});
    expect(said(report, 'proof')).toBe('not-checked proof/key-elsewhere');
    expect(asked).toEqual([]);
  });
});

describe('the issuer’s document', () => {
  const method = `${ISSUER}#thumb`;
  const entry = { id: `${ISSUER}#1`, controller: ISSUER, publicKeyJwk: { ...jwk, kid: 'thumb' } };

  it('names a key by the kid of its JWK as well', async () => {
    const listing = { ...profile, verificationMethod: [entry] };
    expect((await check(signed('thumb'), { [ISSUER]: listing })).report.standing).toBe('proven');
  });

  it('with several keys needs a name', async () => {
    const second = { ...entry, id: `${ISSUER}#2` };
    const listing = { ...profile, verificationMethod: [entry, second] };
    const { report } = await check(signed(undefined), { [ISSUER]: listing });
    expect(said(report, 'proof')).toBe('not-checked proof/key-not-named');
  });

  it('of somebody else says nothing', async () => {
    const other = {
      ...profile,
      id: 'https://quarry.example/issuers/2',
      verificationMethod: [entry],
    };
    const { report } = await check(signed(method), { [ISSUER]: other });
    expect(said(report, 'proof')).toBe('not-checked remote/other-document');
  });

  it.each<[string, unknown, string, string | undefined]>([
    ['was not asked for', undefined, 'proof/key-not-available', undefined],
    ['did not come in time', { failure: 'net/timed-out' }, 'remote/no-answer', 'net/timed-out'],
    ['is not there', 404, 'remote/no-answer', 'net/not-found'],
    ['is gone', 410, 'remote/no-answer', 'net/gone'],
    ['is a page', '<html></html>', 'remote/no-answer', 'net/wrong-type'],
    ['is no object', '[1]', 'remote/no-answer', 'net/changed-shape'],
    ['lost the key', { ...profile, publicKey: [`${ISSUER}#9`] }, 'proof/key-not-listed', undefined],
  ])('that %s leaves the proof open, with that reason', async (_, answer, reason, problem) => {
    const { report } = await check(signed(method), { [ISSUER]: answer });
    const proof = report.checks.find((one) => one.check === 'proof');
    expect(proof).toMatchObject({ outcome: 'not-checked', reason });
    expect(proof?.params?.['problem']).toBe(problem);
    expect(report.standing).toBe('document');
  });

  it('that says the identifier was switched off takes its keys back', async () => {
    const DID = 'did:web:quarry.example';
    const did = {
      id: DID,
      verificationMethod: [{ id: `${DID}#1`, controller: DID, publicKeyJwk: jwk }],
      assertionMethod: [`${DID}#1`],
    };
    const url = 'https://quarry.example/.well-known/did.json';
    const on = await check(signed(`${DID}#1`, DID), { [url]: did });
    expect(on.report.standing).toBe('proven');
    const off = await check(signed(`${DID}#1`, DID), { [url]: { ...did, deactivated: true } });
    expect(said(off.report, 'key-binding')).toBe('failed key-binding/issuer-deactivated');
  });

  it('is not replaced by another name the issuer goes by', async () => {
    const signer = newSigner();
    const listing = { ...profile, alsoKnownAs: [signer.did] };
    const { report } = await check(await withProof(badge(ISSUER), signer), { [ISSUER]: listing });
    expect(said(report, 'key-binding')).toBe('failed key-binding/not-listed-by-issuer');
  });

  it('says how old it is', async () => {
    const listing = { ...profile, verificationMethod: [{ ...entry, id: method }] };
    const { report } = await check(signed(method), { [ISSUER]: listing });
    const binding = report.checks.find((one) => one.check === 'key-binding');
    expect(binding?.params).toMatchObject({ asOf: '2026-05-12' });
  });
});

describe('an issuer that the person pinned', () => {
  const signer = newSigner();
  const DID = 'did:web:quarry.example';
  const url = 'https://quarry.example/.well-known/did.json';
  const document = {
    id: DID,
    assertionMethod: [
      { id: `${DID}#1`, controller: DID, publicKeyMultibase: signer.did.slice('did:key:'.length) },
    ],
  };
  const pin = (keys: readonly string[], issuerIds = [DID]): IssuerTrust => ({
    ...NO_TRUST,
    pins: [{ id: 'p', issuerIds, name: 'Quarry', keys, pinnedAt: '2025-03-04T00:00:00Z' }],
  });
  const own = keyOfDid(signer.did)?.fingerprint ?? '';
  const other = keyOfDid(newSigner().did)?.fingerprint ?? '';

  it.each<[string, IssuerTrust, string]>([
    ['with this key', pin([other, own]), 'passed key-binding/listed-by-issuer'],
    ['without keys', pin([]), 'passed key-binding/listed-by-issuer'],
    [
      'under another id',
      pin([other], ['did:web:other.example']),
      'passed key-binding/listed-by-issuer',
    ],
    ['with another key', pin([other]), 'not-checked key-binding/pinned-key-differs'],
  ])('%s', async (_, trust, expected) => {
    const credential = await withProof(badge(DID), signer, { method: `${DID}#1` });
    const { report } = await check(credential, { [url]: document }, trust);
    expect(said(report, 'key-binding')).toBe(expected);
    expect(report.standing).toBe(expected.startsWith('passed') ? 'proven' : 'document');
  });
});
