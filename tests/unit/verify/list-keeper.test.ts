import { describe, expect, it } from 'vitest';
import type { IssuerTrust } from '../../../src/domain/trust.ts';
import { isKeeperTrusted, isOnIssuersSite, partyName } from '../../../src/verify/list-keeper.ts';
import { trustIn } from '../../support/status-lists.ts';

const ISSUER = 'did:web:quarry.example';
const KEEPER = 'https://lists.example/keeper';
const NOBODY = trustIn();

function registryOf(ids: readonly string[], url?: string): IssuerTrust {
  const entry = { name: 'Quarry Hill', ids, ...(url === undefined ? {} : { url }) };
  const registry = {
    id: 'r1',
    name: 'Registry',
    kind: 'list' as const,
    source: { fileName: 'r.json' },
    receivedAt: '2026-01-01T00:00:00Z',
    sha256: `${ids.join()}${url}` as never,
    entries: [entry],
  };
  return { registries: [registry], pins: [], known: [], trustLists: [] };
}

describe('the keeper of a list', () => {
  it('is trusted when it is the issuer, pinned, or in a registry', () => {
    expect(isKeeperTrusted(ISSUER, ISSUER, NOBODY)).toBe(true);
    expect(isKeeperTrusted(KEEPER, ISSUER, NOBODY)).toBe(false);
    expect(isKeeperTrusted(KEEPER, ISSUER, trustIn(KEEPER))).toBe(true);
    expect(isKeeperTrusted(KEEPER, ISSUER, registryOf([KEEPER]))).toBe(true);
  });

  it('is never trusted without a name', () => {
    expect(isKeeperTrusted(undefined, undefined, NOBODY)).toBe(false);
    expect(isKeeperTrusted(undefined, ISSUER, NOBODY)).toBe(false);
  });
});

describe('the site of an issuer', () => {
  it.each([
    ['https://quarry.example/list', ISSUER, true],
    ['http://quarry.example/list', ISSUER, false],
    ['https://lists.quarry.example/list', ISSUER, false],
    ['https://quarry.example/list', 'https://quarry.example/issuer', true],
    ['https://quarry.example/list', 'did:key:z6MkAnything', false],
    ['https://quarry.example/list', undefined, false],
  ])('%s of %s: %s', (address, issuer, expected) => {
    expect(isOnIssuersSite(address, issuer, NOBODY)).toBe(expected);
  });

  it('reaches as far as a registry or pin ties the issuer to a site', () => {
    const did = 'did:key:z6MkAnything';
    const address = 'https://quarry.example/list';
    expect(isOnIssuersSite(address, did, registryOf([did], 'https://quarry.example'))).toBe(true);
    expect(
      isOnIssuersSite(address, did, registryOf(['did:key:z6Mk2'], 'https://quarry.example')),
    ).toBe(false);
    expect(isOnIssuersSite(address, did, trustIn(did, 'https://quarry.example/issuer'))).toBe(true);
  });
});

describe('partyName', () => {
  it('is a host where there is one, and short otherwise', () => {
    expect(partyName(ISSUER)).toBe('quarry.example');
    expect(partyName(`did:key:z${'6'.repeat(60)}`)).toHaveLength(41);
    expect(partyName(undefined)).toBe('somebody unnamed');
  });
});
