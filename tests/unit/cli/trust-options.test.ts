// Names, addresses and files of trust as options.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { identitiesOf, readTrust } from '../../../electron/cli/trust-options.ts';
import { certify } from '../../support/seal-maker.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'laurel-trust-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it('takes each name and address for what it looks like', () => {
  const kinds = identitiesOf([
    'Ada Okafor',
    ' ada@larkfield.example ',
    'mailto:ada@larkfield.example',
    'did:key:z6Mk',
    'https://ada.example/',
    'did you know',
    '',
  ]).map(({ kind, value }) => [kind, value]);
  expect(kinds).toEqual([
    ['name', 'Ada Okafor'],
    ['email', 'ada@larkfield.example'],
    ['email', 'mailto:ada@larkfield.example'],
    ['did', 'did:key:z6Mk'],
    ['url', 'https://ada.example/'],
    ['name', 'did you know'],
  ]);
});

it('joins registries and lists of authorities, with the names to compare look-alikes with', async () => {
  const registry = join(folder, 'members.json');
  const list = join(folder, 'authorities.pem');
  const authority = certify({ organisation: 'Fernhill Seals', isAuthority: true });
  await writeFile(
    registry,
    JSON.stringify({ registry: { 'did:web:larkfield.example': { name: 'Larkfield' } } }),
  );
  const body = authority.der.toString('base64');
  await writeFile(list, `-----BEGIN CERTIFICATE-----\n${body}\n-----END CERTIFICATE-----\n`);
  const receivedAt = '2026-06-01T12:00:00.000Z';
  const read = await readTrust({ registries: [registry], trustLists: [list] }, receivedAt);
  expect(read.ok && read.value).toMatchObject({
    registries: [{ id: registry, name: 'members', receivedAt }],
    trustLists: [{ id: list, certificates: [authority.sha256], receivedAt }],
    known: [{ name: 'Larkfield', host: 'larkfield.example', rung: 'registry' }],
    pins: [],
  });
});

it('names the file that is missing or of the other kind', async () => {
  const missing = join(folder, 'missing.json');
  const read = await readTrust({ registries: [missing], trustLists: [] }, '');
  expect(!read.ok && read.problem).toMatchObject({
    path: missing,
    problem: { code: 'input/no-such-path' },
  });
  const list = join(folder, 'authorities.pem');
  const other = await readTrust({ registries: [list], trustLists: [] }, '');
  expect(!other.ok && other.problem.problem.code).toBe('trust/not-a-registry');
});
