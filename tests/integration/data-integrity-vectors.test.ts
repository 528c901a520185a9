// The test vectors of the W3C, at every step that they publish: canonical forms, hashes, keys, signatures and
// the answer. See tests/vectors/README.md.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { Fact, VerificationReport } from '../../src/domain/report.ts';
import { verifyCredential } from '../../src/verify/index.ts';
import { parseSelectiveValue } from '../../src/verify/ecdsa-sd.ts';
import { parseMultikey } from '../../src/verify/public-key.ts';
import { contexts, readingOf, resultOf, said, type Json } from '../unit/verify/workshop.ts';

const FOLDER = new URL('../vectors/w3c/data-integrity/', import.meta.url);

async function read(name: string): Promise<Json> {
  return JSON.parse(await readFile(new URL(`${name}.json`, FOLDER), 'utf8')) as Json;
}

async function documentOf(set: Json): Promise<Json> {
  const { document } = set;
  const whole =
    typeof document === 'string' ? await read(document.replace('.json', '')) : (document as Json);
  const more = (set['moreContexts'] ?? []) as readonly string[];
  return { ...whole, '@context': [...(whole['@context'] as readonly string[]), ...more] };
}

type Seen = { readonly report: VerificationReport; readonly step: (name: string) => string };

async function watch(credential: Json): Promise<Seen> {
  const facts: Fact[] = [];
  const report = await verifyCredential({
    reading: readingOf(credential),
    integrity: { outcome: 'matches' },
    now: new Date('2025-06-01T12:00:00Z'),
    contexts,
    note: (fact) => facts.push(fact),
  });
  const step = (name: string): string =>
    facts.find((fact) => fact.check === 'proof' && fact.name === `proof 1: ${name}`)?.value ?? '';
  return { report, step };
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

describe.each([
  'eddsa-rdfc-2022',
  'eddsa-rdfc-2022-employment',
  'eddsa-jcs-2022',
  'eddsa-jcs-2022-with-context',
  'ed25519-signature-2020',
  'ed25519-signature-2020-earlier',
  'ecdsa-rdfc-2019-p256',
  'ecdsa-rdfc-2019-p384',
  'ecdsa-jcs-2019-p256',
  'ecdsa-jcs-2019-p384',
])('the published vector %s', (name) => {
  it('agrees at every step and verifies', async () => {
    const set = await read(name);
    const { report, step } = await watch({ ...(await documentOf(set)), proof: set['proof'] });
    const published = {
      'canonical content': set['canonicalDocument'],
      'canonical options': set['canonicalOptions'],
      'hash of content': set['documentHash'],
      'hash of options': set['optionsHash'],
      signature: set['signature'],
      key: parseMultikey(set['publicKey'] as string)?.fingerprint,
    };
    for (const [at, value] of Object.entries(published)) {
      if (value !== undefined) expect(step(at), at).toBe(value);
    }
    if (set['combinedHash'] !== undefined) {
      expect(step('hash of options') + step('hash of content')).toBe(set['combinedHash']);
    }
    const algorithm = name.endsWith('p384') ? 'sha384' : 'sha256';
    const hash = createHash(algorithm).update(step('canonical content')).digest('hex');
    expect(hash).toBe(set['documentHash']);
    expect(said(report, 'proof')).toBe('passed proof/verified');
    // The key is not shown to be the issuer's: a holding signature alone proves nothing about it.
    expect(report.standing).toBe('document');
  });

  it('no longer verifies after a change of one letter', async () => {
    const set = await read(name);
    const document = { ...(await documentOf(set)), description: 'A changed example.' };
    const { report } = await watch({ ...document, proof: set['proof'] });
    expect(said(report, 'proof')).toBe('failed proof/wrong-signature');
  });
});

describe('the published vector of selective disclosure', () => {
  it('agrees at every step and verifies', async () => {
    const set = await read('ecdsa-sd-2023-derived');
    const proof = set['proof'] as Json;
    const parsed = parseSelectiveValue(proof['proofValue']);
    if (parsed.kind !== 'derived') throw new Error(parsed.kind);
    const { value } = parsed;
    expect(hex(value.baseSignature)).toBe(set['baseSignature']);
    expect(value.publicKey).toEqual(parseMultikey(set['publicKey'] as string));
    expect(value.signatures.map(hex)).toEqual(set['signatures']);
    expect([...value.mandatoryIndexes]).toEqual(set['mandatoryIndexes']);
    expect(
      Object.fromEntries([...value.labels].map(([from, to]) => [from.slice(2), to.slice(2)])),
    ).toEqual(set['labelMap']);

    const { report, step } = await watch({ ...(await documentOf(set)), proof });
    expect(step('canonical options')).toBe(set['canonicalOptions']);
    expect(step('hash of options')).toBe(set['optionsHash']);
    expect(step('hash of statements for all')).toBe(set['mandatoryHash']);
    expect(step('statements the holder chose')).toBe((set['nonMandatory'] as string[]).join(''));
    const all = [step('statements for all'), step('statements the holder chose')];
    const lines = all.join('').split(/(?<=\n)/);
    expect(lines.sort()).toEqual(set['statements']);
    expect(said(report, 'proof')).toBe('passed proof/verified-partly-hidden');
  });
});

describe('the published proof set and chain', () => {
  it.each([
    ['one proof', 1],
    ['a set of two', 2],
    ['a proof over both of them', 3],
    ['a proof over that proof', 4],
  ])('verifies with %s', async (_, count) => {
    const set = await read('proof-set-chain');
    const proof = (set['proofs'] as readonly Json[]).slice(0, count);
    const { report } = await watch({ ...(await documentOf(set)), proof });
    expect(resultOf(report, 'proof').details?.map(({ reason }) => reason)).toEqual(
      proof.map(() => 'proof/verified'),
    );
  });

  it('does not verify where the chain lacks a link', async () => {
    const set = await read('proof-set-chain');
    const [first, , third, fourth] = set['proofs'] as readonly Json[];
    const { report } = await watch({ ...(await documentOf(set)), proof: [first, third, fourth] });
    expect(resultOf(report, 'proof').details?.map(({ reason }) => reason)).toEqual([
      'proof/verified',
      'proof/chain-incomplete',
      'proof/chain-broken',
    ]);
  });
});
