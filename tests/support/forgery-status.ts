// Status entries and lists bent in favour of a forger: revoked by any entry of any kind, and lists that are foreign,
// replayed, cut short, too old or for another purpose, and so may not clear a credential.
import { badge, type Json } from '../unit/verify/workshop.ts';
import { answering, editing, type Family, type Forgery } from './forgery-bench.ts';
import {
  asToken,
  badgeOf2021,
  badgeWith,
  encodedList,
  entryOf,
  LIST,
  type ListChanges,
  listOf2021,
  listOfBits,
  NAMED,
  newSigner,
  type Signer,
  unsignedList,
} from './status-lists.ts';

const CLEAR = encodedList();
const SET = encodedList({ 5: 1 });
const OTHER = 'https://lists.quarry.example/status/4';

/** Every kind of list, genuine and bent. */
export async function statusFamilies(): Promise<readonly Family[]> {
  return [await bitstring(), await several(), await of2021(), await named()];
}

/** What one list of one entry may not be. */
function bentLists(
  signer: Signer,
  make: (by: Signer, encoded: string, changes?: ListChanges) => Promise<Json>,
  until: 'validUntil' | 'expirationDate',
  from: 'validFrom' | 'issuanceDate',
): readonly Forgery[] {
  const stranger = newSigner();
  const list = (name: string, document: () => unknown): Forgery =>
    answering(`list: ${name}`, async () => ({ [LIST]: await document() }));
  return [
    list('revokes', () => make(signer, SET)),
    list('of another issuer', () => make(stranger, CLEAR)),
    list('of another issuer in the issuer’s name', () =>
      make({ ...stranger, did: signer.did }, CLEAR),
    ),
    list('changed after it was signed', async () => {
      const own = await make(signer, SET);
      const subject = own['credentialSubject'] as Json;
      return { ...own, credentialSubject: { ...subject, encodedList: CLEAR } };
    }),
    list('without its proof', async () => ({ ...(await make(signer, CLEAR)), proof: undefined })),
    list('of another address, replayed', () => make(signer, CLEAR, { list: { id: OTHER } })),
    list('of years ago, replayed', () =>
      make(signer, CLEAR, { list: { [until]: '2025-06-01T00:00:00Z' } }),
    ),
    list('of the future', () => make(signer, CLEAR, { list: { [from]: '2029-01-01T00:00:00Z' } })),
    list('for another purpose', () =>
      make(signer, CLEAR, { subject: { statusPurpose: 'suspension' } }),
    ),
    list('empty', () => make(signer, encodedList({}, { bytes: 0 }))),
    list('no list', () => make(signer, 'uAAAA')),
    list('unpacks without end', () => make(signer, encodedList({}, { bytes: 40 * 1024 * 1024 }))),
    list('not found', () => 404),
    list('an error', () => 503),
    list('a page', () => '<html>Sign in</html>'),
    list('not asked for', () => undefined),
  ];
}

async function bitstring(): Promise<Family> {
  const signer = newSigner();
  const content = await badgeWith(signer, entryOf());
  const entry = (name: string, changes: Json, documents: Json = {}): Forgery => ({
    name: `entry: ${name}`,
    forge: async (genuine) => ({
      content: await badgeWith(signer, entryOf(changes)),
      documents: { ...genuine.documents, ...documents },
    }),
  });
  return {
    kind: 'BitstringStatusList',
    genuine: { content, documents: { [LIST]: await listOfBits(signer, CLEAR) } },
    forgeries: [
      ...bentLists(signer, listOfBits, 'validUntil', 'validFrom'),
      answering('list: a token of another issuer', () => ({
        [LIST]: asToken(newSigner(), unsignedList(signer.did, CLEAR)),
      })),
      editing('stripped: the entry', ['credentialStatus'], undefined),
      editing('edited: the place', ['credentialStatus', 'statusListIndex'], '6'),
      editing('edited: the list', ['credentialStatus', 'statusListCredential'], OTHER),
      editing('edited: the purpose', ['credentialStatus', 'statusPurpose'], 'message'),
      entry('a place with a leading zero', { statusListIndex: '05' }),
      entry('a place below the first', { statusListIndex: '-1' }),
      entry('a place outside', { statusListIndex: '131072' }),
      entry('a place no double holds', { statusListIndex: '9007199254740993' }),
      entry('a place in hex', { statusListIndex: '0x5' }),
      entry('at the forger’s address', { statusListCredential: OTHER }),
    ],
  };
}

/** Two purposes and two lists: each must answer. */
async function several(): Promise<Family> {
  const signer = newSigner();
  const entries = [
    entryOf(),
    entryOf({ statusListIndex: '7' }),
    entryOf({ statusPurpose: 'suspension', statusListCredential: OTHER }),
  ];
  const suspending = (encoded: string): Promise<Json> =>
    listOfBits(signer, encoded, {
      subject: { statusPurpose: 'suspension' },
      list: { id: OTHER },
    });
  const of = (name: string, url: string, document: () => unknown): Forgery =>
    answering(name, async () => ({ [url]: await document() }));
  return {
    kind: 'several status entries',
    genuine: {
      content: await badgeWith(signer, entries),
      documents: { [LIST]: await listOfBits(signer, CLEAR), [OTHER]: await suspending(CLEAR) },
    },
    forgeries: [
      of('revoked by the first', LIST, () => listOfBits(signer, SET)),
      of('revoked by the second', LIST, () => listOfBits(signer, encodedList({ 7: 1 }))),
      of('suspended by the third', OTHER, () => suspending(SET)),
      of('the third was not read', OTHER, () => undefined),
      of('the third is for revocation', OTHER, () =>
        listOfBits(signer, CLEAR, { list: { id: OTHER } }),
      ),
      of('the first list stands for the third', OTHER, () => listOfBits(signer, CLEAR)),
      editing('stripped: the second', ['credentialStatus'], [entries[0], entries[2]]),
    ],
  };
}

async function of2021(): Promise<Family> {
  const signer = newSigner();
  const entry = (changes: Json = {}): Json => ({
    ...entryOf({ id: `${LIST}#5`, type: 'StatusList2021Entry', ...changes }),
  });
  return {
    kind: 'StatusList2021',
    genuine: {
      content: await badgeOf2021(signer, entry()),
      documents: { [LIST]: await listOf2021(signer, CLEAR) },
    },
    forgeries: [
      ...bentLists(signer, listOf2021, 'expirationDate', 'issuanceDate'),
      editing('edited: the place', ['credentialStatus', 'statusListIndex'], '6'),
      editing('stripped: the entry', ['credentialStatus'], undefined),
    ],
  };
}

/** 1EdTechRevocationList: a list of names. */
async function named(): Promise<Family> {
  const key = newSigner();
  const did = 'did:web:quarry.example';
  const signer = { ...key, did, method: `${did}#key-1` };
  const document = {
    id: did,
    verificationMethod: [
      {
        id: signer.method,
        type: 'Multikey',
        controller: did,
        publicKeyMultibase: key.did.slice('did:key:'.length),
      },
    ],
    assertionMethod: [signer.method],
  };
  const status = { id: NAMED, type: '1EdTechRevocationList' };
  const content = await badgeWith(signer, status);
  const { id } = badge(signer.did);
  const list = (revokedCredential: unknown, changes: Json = {}): Json => ({
    id: NAMED,
    issuer: signer.did,
    revokedCredential,
    ...changes,
  });
  const of = (name: string, document: unknown): Forgery =>
    answering(`list: ${name}`, () => ({ [NAMED]: document }));
  return {
    kind: '1EdTechRevocationList',
    genuine: {
      content,
      documents: {
        [NAMED]: list([{ id: 'urn:uuid:other' }]),
        'https://quarry.example/.well-known/did.json': document,
      },
    },
    forgeries: [
      of('names it', list([{ id }])),
      of('names it last and says revoked', list([{ id: 'urn:uuid:1' }, { id, revoked: true }])),
      of('names it with a reason', list([{ id, revocationReason: 'By mistake' }])),
      of('of another issuer', list([], { issuer: 'did:example:other' })),
      {
        name: 'list: not on the issuer’s site',
        forge: async (genuine) => {
          const entry = { ...status, id: OTHER };
          const foreign = { [OTHER]: list([], { id: OTHER }) };
          return {
            content: await badgeWith(signer, entry),
            documents: { ...genuine.documents, ...foreign },
          };
        },
      },
      of('of another address', list([], { id: OTHER })),
      of('without entries', list(undefined)),
      of('not found', 404),
      of('a page', '<html></html>'),
      of('not asked for', undefined),
      editing('stripped: the entry', ['credentialStatus'], undefined),
      editing('edited: the list', ['credentialStatus', 'id'], OTHER),
      editing('edited: the name it would be listed by', ['id'], 'urn:uuid:another'),
    ],
  };
}
