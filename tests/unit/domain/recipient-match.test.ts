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
