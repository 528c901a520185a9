import { describe, expect, it } from 'vitest';
import {
  concerns,
  hasMoreEntries,
  readEntries,
  type StatusEntry,
} from '../../../src/verify/status-entry.ts';
import { entryOf, LIST } from '../../support/status-lists.ts';

function one(credentialStatus: unknown): StatusEntry | undefined {
  return readEntries({ credentialStatus } as never)[0];
}

const TABLE = [
  { status: '0x0', message: 'in review' },
  { status: '0x1', message: 'accepted' },
  { status: '0x2', message: 'refused' },
  { status: '0x3', message: 'undefined' },
];

describe('readEntries', () => {
  it('reads a place in a Bitstring Status List', () => {
    expect(one(entryOf())).toEqual({
      kind: 'place',
      name: 'BitstringStatusListEntry',
      purpose: 'revocation',
      listUrl: LIST,
      place: 5n,
      size: 1,
      meanings: [],
      references: [],
    });
  });

  it('reads the older kinds by their own names for the same things', () => {
    expect(one(entryOf({ type: 'StatusList2021Entry', statusSize: 2 }))).toMatchObject({
      kind: 'place',
      size: 1,
    });
    const old = {
      type: 'RevocationList2020Status',
      revocationListIndex: '7',
      revocationListCredential: LIST,
    };
    expect(one(old)).toMatchObject({ kind: 'place', purpose: 'revocation', place: 7n });
  });

  it('finds a known kind among several types', () => {
    expect(one(entryOf({ type: ['Something', 'BitstringStatusListEntry'] }))?.kind).toBe('place');
  });

  it('keeps the meanings of larger places and where they are explained', () => {
    const entry = one(
      entryOf({
        statusSize: 2,
        statusMessage: TABLE,
        statusReference: ['https://a.example/codes', 'javascript:1'],
      }),
    );
    expect(entry).toMatchObject({
      size: 2,
      meanings: [{ value: 0 }, { value: 1 }, { value: 2, message: 'refused' }, { value: 3 }],
      references: ['https://a.example/codes'],
    });
  });

  it.each([
    ['no purpose', { statusPurpose: undefined }, 'statusPurpose'],
    ['a purpose that is no text', { statusPurpose: 1 }, 'statusPurpose'],
    ['no list', { statusListCredential: undefined }, 'statusListCredential'],
    ['a list that is no web address', { statusListCredential: 'urn:x' }, 'statusListCredential'],
    ['a place with a leading zero', { statusListIndex: '07' }, 'statusListIndex'],
    ['a negative place', { statusListIndex: '-1' }, 'statusListIndex'],
    ['a place in another notation', { statusListIndex: '1e9' }, 'statusListIndex'],
    ['half a place', { statusListIndex: 1.5 }, 'statusListIndex'],
    ['a number beyond exact numbers', { statusListIndex: 2 ** 53 + 2 }, 'statusListIndex'],
    ['a place that is true', { statusListIndex: true }, 'statusListIndex'],
    ['size 0', { statusSize: 0 }, 'statusSize'],
    ['size as text', { statusSize: '2' }, 'statusSize'],
    ['size 9', { statusSize: 9 }, 'statusSize'],
    ['size 2 without meanings', { statusSize: 2 }, 'statusMessage'],
    ['too few meanings', { statusSize: 2, statusMessage: TABLE.slice(1) }, 'statusMessage'],
    [
      'a meaning twice',
      { statusSize: 2, statusMessage: [...TABLE.slice(1), TABLE[1]] },
      'statusMessage',
    ],
    ['more meanings than values', { statusMessage: TABLE }, 'statusMessage'],
  ])('says which field cannot be read: %s', (_, changes, field) => {
    expect(one(entryOf(changes))).toMatchObject({ kind: 'malformed', field });
  });

  it('drops nothing: other kinds, bare addresses and numbers are of an unknown kind', () => {
    const entries = readEntries({
      credentialStatus: [{ type: 'CredentialStatusList2017' }, LIST, 7, {}],
    });
    expect(entries).toEqual([
      { kind: 'unknown', name: 'CredentialStatusList2017' },
      { kind: 'unknown', name: LIST },
      { kind: 'unknown', name: '' },
      { kind: 'unknown', name: '' },
    ]);
  });

  it('reads the first sixteen entries and says that there are more', () => {
    const many = { credentialStatus: Array.from({ length: 17 }, () => entryOf()) } as never;
    expect(readEntries(many)).toHaveLength(16);
    expect(hasMoreEntries(many)).toBe(true);
  });
});

describe('concerns', () => {
  it.each([
    [entryOf(), true, false],
    [entryOf({ statusPurpose: 'suspension' }), false, true],
    [entryOf({ statusPurpose: 'message' }), false, false],
    [{ type: '1EdTechRevocationList', id: LIST }, true, false],
    [{ type: '1EdTechRevocationList' }, true, false],
    [{ type: 'Unheard' }, true, true],
    [entryOf({ statusPurpose: undefined }), true, true],
    [entryOf({ statusListIndex: '07' }), true, false],
  ])('%j: revocation %s, suspension %s', (status, revocation, suspension) => {
    const entry = one(status);
    expect(entry && concerns(entry, 'revocation')).toBe(revocation);
    expect(entry && concerns(entry, 'suspension')).toBe(suspension);
  });
});
