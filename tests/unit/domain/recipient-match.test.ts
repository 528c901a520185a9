import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Recipient } from '../../../src/domain/credential.ts';
import type { Identity } from '../../../src/domain/identity.ts';
import { matchRecipient, withRecipientMatch } from '../../../src/domain/recipient-match.ts';
import { uncheckedReport } from '../../support/in-memory-reader.ts';

const name: Identity = { id: 'n', kind: 'name', value: 'Ada Okafor' };
const email: Identity = { id: 'e', kind: 'email', value: 'Ada@Example.org' };

function recipient(fields: Partial<Recipient>): Recipient {
  return { identifiers: [], hashedIdentities: [], ...fields };
}

function hashed(text: string, salt: string): Recipient {
  const hash = `sha256$${createHash('sha256')
    .update(text + salt)
    .digest('hex')}`;
  return recipient({ hashedIdentities: [{ type: 'email', hash, salt }] });
}

describe('a credential is mine', () => {
  it.each([
    [
      'by an address in clear',
      recipient({ identifiers: [{ type: 'email', value: 'mailto:ada@example.org' }] }),
      'e',
      false,
    ],
    [
      'by a salted hash of the address in lower case',
      hashed('ada@example.org', 'deadsea'),
      'e',
      true,
    ],
    ['by a salted hash of the address as written', hashed('Ada@Example.org', 's'), 'e', true],
    ['by my name in another order', recipient({ name: 'OKAFOR Ada' }), 'n', false],
  ])('%s', async (_how, given, by, isHashed) => {
    const match = await matchRecipient(given, [name, email]);
    expect(match).toEqual({ state: 'mine', by, hashed: isHashed });
  });
});

describe('a hash of an address', () => {
  const sha = (text: string): string => createHash('sha256').update(text).digest('hex');
  const old = (text: string): string => createHash('md5').update(text).digest('hex');
  const of = (hash: string, type = 'email', salt?: string): Recipient =>
    recipient({ hashedIdentities: [{ type, hash, ...(salt === undefined ? {} : { salt }) }] });

  it.each([
    ['without a salt', of(`sha256$${sha('ada@example.org')}`)],
    ['in capital hex', of(`SHA256$${sha('ada@example.org').toUpperCase()}`)],
    ['as bare hex', of(sha('Ada@Example.org'))],
    [
      'by the name of a later version',
      of(`sha256$${sha('ada@example.orgs')}`, 'emailAddress', 's'),
    ],
    ['of a kind without a name', of(`sha256$${sha('ada@example.org')}`, 'ext:card')],
  ])('%s is mine', async (_how, given) => {
    expect(await matchRecipient(given, [email])).toEqual({ state: 'mine', by: 'e', hashed: true });
  });

  it('of composed letters is mine when I typed them apart', async () => {
    const typed: Identity = { ...email, value: ' Zoe\u0301@example.org ' };
    const given = of(`sha256$${sha('zo\u00e9@example.org')}`);
    expect((await matchRecipient(given, [typed])).state).toBe('mine');
  });

  it('of the old kind is mine, and said to be weak', async () => {
    const match = await matchRecipient(of(`md5$${old('ada@example.orgx')}`, 'email', 'x'), [email]);
    expect(match).toEqual({ state: 'mine', by: 'e', hashed: true, isWeak: true });
    const report = withRecipientMatch(uncheckedReport('2026-05-12T08:00:00Z'), match);
    expect(report.checks.find(({ check }) => check === 'recipient')?.reason).toBe(
      'recipient/weak-hash-is-yours',
    );
    expect((await matchRecipient(of(`md5$${old('bo@example.org')}`), [email])).state).toBe(
      'somebody-else',
    );
  });

  it('is not tried with an identity of another kind', async () => {
    const did: Identity = { id: 'd', kind: 'did', value: 'did:example:ada' };
    const given = of(`sha256$${sha('did:example:ada')}`);
    expect((await matchRecipient(given, [did])).state).toBe('unknown');
  });

  it('of an unknown kind convicts nobody', async () => {
    expect((await matchRecipient(of('sha1$abcdef'), [email])).state).toBe('unknown');
    expect((await matchRecipient(of(`sha256$${sha('1')}`, 'studentId'), [email])).state).toBe(
      'unknown',
    );
  });
});

describe('a credential is somebody else’s', () => {
  it('when it names another address, in clear or hashed', async () => {
    const other = recipient({ identifiers: [{ type: 'email', value: 'bo@example.org' }] });
    expect((await matchRecipient(other, [email])).state).toBe('somebody-else');
    expect((await matchRecipient(hashed('bo@example.org', 'x'), [email])).state).toBe(
      'somebody-else',
    );
  });

  it('when no word of the name is one of mine', async () => {
    expect((await matchRecipient(recipient({ name: 'Bo Lind' }), [name])).state).toBe(
      'somebody-else',
    );
    expect((await matchRecipient(recipient({ name: 'Ada Lind' }), [name])).state).toBe('unknown');
  });
});

it('does not judge what it cannot compare', async () => {
  const md5 = recipient({ hashedIdentities: [{ type: 'email', hash: 'md5$0123456789abcdef' }] });
  expect((await matchRecipient(md5, [email])).state).toBe('unknown');
  const did = recipient({ identifiers: [{ type: 'id', value: 'did:example:1' }] });
  expect((await matchRecipient(did, [email])).state).toBe('unknown');
  expect((await matchRecipient(did, [])).state).toBe('unknown');
  expect((await matchRecipient(recipient({}), [email])).state).toBe('nobody');
});

it('sets and takes back the flag and the check in a report, and nothing else', () => {
  const report = uncheckedReport('2026-05-12T08:00:00Z');
  const flagged = withRecipientMatch(report, { state: 'somebody-else' });
  expect(flagged.flags).toEqual(['issued-to-somebody-else']);
  expect(flagged.checks.find(({ check }) => check === 'recipient')?.outcome).toBe('failed');
  const mine = withRecipientMatch(flagged, { state: 'mine', by: 'e', hashed: true });
  expect(mine.flags).toEqual([]);
  expect(mine.checks.filter(({ check }) => check !== 'recipient')).toEqual(
    report.checks.filter(({ check }) => check !== 'recipient'),
  );
});
