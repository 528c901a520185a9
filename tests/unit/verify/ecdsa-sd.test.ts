import { describe, expect, it } from 'vitest';
import { parseSelectiveValue, selectStatements } from '../../../src/verify/ecdsa-sd.ts';
import {
  type DerivedParts,
  derivedBy,
  newOwner,
  packed,
  rawSignature,
} from './embedded-proof-signer.ts';
import { badge, resultOf, said, verify, type Json } from './workshop.ts';

const owner = newOwner('P-256');
/** Without an id, so that the credential is a nameless node of its own. */
const { id: _, ...credential } = badge(owner.did);

function isMandatory(statement: string): boolean {
  return /#(issuer|Profile)>|issuer/.test(statement);
}

async function shown(bend: (parts: DerivedParts) => void = () => undefined): Promise<Json> {
  const { proof, parts } = await derivedBy(owner, credential, isMandatory);
  bend(parts);
  return { ...credential, proof: { ...proof, proofValue: packed(parts) } };
}

describe('a copy with parts left out', () => {
  it('is proven when genuine, and says that there may be more', async () => {
    const report = await verify(await shown());
    expect(said(report, 'proof')).toBe('passed proof/verified-partly-hidden');
    expect(said(report, 'key-binding')).toBe('passed key-binding/listed-by-issuer');
    // A status list that is not named may have been left out, so nobody knows whether it was revoked.
    expect(resultOf(report, 'revocation').outcome).toBe('not-checked');
    expect(report.standing).toBe('document');
    expect(report.flags).toEqual([]);
  });

  it.each([
    ['a changed name', { name: 'Day sky reading' }],
    ['an added end', { validUntil: '2999-01-01T00:00:00Z' }],
    ['a name left out without its signature', { name: undefined }],
  ])('does not hold with %s', async (_, change: Json) => {
    const report = await verify({ ...(await shown()), ...change });
    expect(said(report, 'proof')).toBe('failed proof/wrong-signature');
  });

  const forger = newOwner('P-256');
  it.each<readonly [string, (parts: DerivedParts) => void]>([
    ['a signature too few', (parts) => void parts.signatures.pop()],
    ['a signature too many', (parts) => void parts.signatures.push(new Uint8Array(64))],
    ['two signatures swapped', (parts) => void parts.signatures.reverse()],
    [
      'another key for the statements',
      (parts) => void (parts.publicKey = new Uint8Array(forger.bytes)),
    ],
    ['a place outside', (parts) => void parts.mandatoryIndexes.push(9_999)],
    [
      'everything made mandatory',
      (parts) => {
        parts.mandatoryIndexes = Array.from({ length: 40 }, (__, index) => index);
        parts.signatures = [];
      },
    ],
    ['nothing mandatory', (parts) => void (parts.mandatoryIndexes = [])],
    ['a node without a name', (parts) => void parts.labelMap.delete(0)],
    [
      'two nodes’ names swapped',
      (parts) => {
        const [first, second] = [parts.labelMap.get(0), parts.labelMap.get(1)];
        if (first && second) parts.labelMap.set(0, second).set(1, first);
      },
    ],
    [
      'somebody else’s base signature',
      (parts) => {
        parts.baseSignature = new Uint8Array(rawSignature(forger, Buffer.from('x')));
      },
    ],
  ])('does not hold with %s', async (_, bend) => {
    const report = await verify(await shown(bend));
    expect(said(report, 'proof')).toBe('failed proof/wrong-signature');
  });

  it.each<readonly [string, (parts: DerivedParts) => void]>([
    [
      'one name for two nodes',
      (parts) => {
        const first = parts.labelMap.get(0);
        if (first) parts.labelMap.set(1, first);
      },
    ],
    [
      'a place named twice',
      (parts) => void parts.mandatoryIndexes.push(parts.mandatoryIndexes[0] ?? 0),
    ],
    ['a place before the first', (parts) => void parts.mandatoryIndexes.push(-1)],
    ['a short signature', (parts) => void (parts.signatures[0] = new Uint8Array(63))],
    ['a long base signature', (parts) => void (parts.baseSignature = new Uint8Array(65))],
    [
      'a key of another curve',
      (parts) => {
        parts.publicKey = new Uint8Array(newOwner('P-384').bytes);
      },
    ],
  ])('is malformed with %s', async (_, bend) => {
    const report = await verify(await shown(bend));
    expect(said(report, 'proof')).toBe('failed proof/malformed');
  });

  it('is refused as the issuer’s own original, with its own reason', async () => {
    const { proof, parts } = await derivedBy(owner, credential, isMandatory);
    const report = await verify({
      ...credential,
      proof: { ...proof, proofValue: packed(parts, 0) },
    });
    expect(said(report, 'proof')).toBe('not-checked proof/not-for-showing');
    expect(report.standing).toBe('document');
  });

  it('is not signed with a key of another curve', async () => {
    const proof = {
      ...((await shown())['proof'] as Json),
      verificationMethod: newOwner('P-384').method,
    };
    const report = await verify({ ...credential, proof });
    expect(said(report, 'proof')).toBe('failed proof/key-of-other-kind');
  });

  it('is too much with thousands of statements', async () => {
    const report = await verify(
      await shown((parts) => {
        parts.signatures = Array.from({ length: 2_001 }, () => new Uint8Array(64));
      }),
    );
    expect(resultOf(report, 'proof').reason).toBe('proof/too-complex');
  });
});

describe('parseSelectiveValue', () => {
  it.each([
    undefined,
    7,
    '',
    'u',
    'z2V0B',
    'u2V0C',
    'u2V0B',
    'u2V0BgA',
    `u2V0B${'gQ'.repeat(50_000)}`,
  ])('never throws for %j', (value) => {
    expect(parseSelectiveValue(value).kind).not.toBe('derived');
  });
});

describe('selectStatements', () => {
  it('leaves text alone that looks like the name of a node', () => {
    const proof = {
      labels: new Map([['_:c14n0', '_:uAAA']]),
      mandatoryIndexes: new Set<number>(),
    } as unknown as Parameters<typeof selectStatements>[1];
    const line = '_:c14n0 <urn:p> "_:c14n0 <urn:q> \\"_:c14n0\\" ."@en <urn:g> .\n';
    expect(selectStatements(line, proof)?.others).toEqual([
      '_:uAAA <urn:p> "_:c14n0 <urn:q> \\"_:c14n0\\" ."@en <urn:g> .\n',
    ]);
    expect(selectStatements('_:c14n1 <urn:p> "x" .\n', proof)).toBeUndefined();
    expect(selectStatements('_:c14n0 <urn:p> "x" . <urn:y> .\n', proof)).toBeUndefined();
  });
});
