// The whole files that are broken: our own fixtures and samples, containers made out of them, and, when it
// lies beside the project, a corpus of real files, which is read and never copied.
import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { zipSync } from 'fflate';
import { coseSign1 } from '../support/cose-message.ts';
import type { Seed } from './mutate.ts';

const ROOT = join(import.meta.dirname, '../..');
/** Larger files teach a parser nothing that a small one does not, and cost time. */
const LARGEST = 150_000;

/** Our own files and what is built from them. */
export async function ownSeeds(): Promise<Seed[]> {
  const files = await Promise.all([
    filesIn(join(ROOT, 'tests/fixtures/credentials')),
    filesIn(join(ROOT, 'resources/samples')),
  ]);
  const seeds = files.flat().filter(({ name }) => name !== 'README.md');
  return [...seeds, ...builtFrom(seeds)];
}

/** Real files beside the project, if there are any. */
export async function corpusSeeds(): Promise<Seed[]> {
  const folder = process.env['LAUREL_CORPUS'] ?? join(ROOT, '../shared/corpus');
  if (!existsSync(join(folder, 'manifest.json'))) return [];
  const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as {
    file: string;
    kind: string;
  }[];
  const paths = manifest
    .filter(({ kind }) => kind !== 'remote')
    .map(({ file }) => join(folder, file));
  const seeds = await Promise.all(paths.map(seedOf));
  return seeds.filter(({ bytes }) => bytes.length <= LARGEST);
}

async function filesIn(folder: string): Promise<Seed[]> {
  const names = await readdir(folder);
  return Promise.all(names.map((name) => seedOf(join(folder, name))));
}

async function seedOf(path: string): Promise<Seed> {
  return { name: basename(path), bytes: new Uint8Array(await readFile(path)) };
}

/** One small example of every carrier that the fixtures do not hold. */
function builtFrom(seeds: readonly Seed[]): Seed[] {
  const text = (name: string, content: string): Seed => ({
    name,
    bytes: new TextEncoder().encode(content),
  });
  const json = seeds.find(({ name }) => name === 'ob3-eddsa.json');
  const png = seeds.find(({ name }) => name === 'ob3-baked.png');
  if (!json || !png) throw new Error('the fixtures of the fuzz run are missing');
  const credential = new TextDecoder().decode(json.bytes);
  const list = Object.fromEntries([json, png].map(({ name, bytes }) => [`folder/${name}`, bytes]));
  const certifications =
    'Name,Url,Authority,Started On,Finished On,License Number\n' +
    '"Data, basics",https://badges.example/1,Harbour Data School,Mar 2021,,HDS-1\n';
  const mail =
    'From: badges@harbour.example\nTo: ada@example.org\nSubject: Your badge\nMIME-Version: 1.0\n' +
    'Content-Type: multipart/mixed; boundary="b"\n\n--b\nContent-Type: text/html\n\n' +
    '<a href="https://www.credly.com/badges/00000000-0000-4000-8000-000000000000">Open</a>\n' +
    '--b\nContent-Type: application/json; name="badge.json"\n' +
    `Content-Disposition: attachment; filename="badge.json"\n\n${credential}\n--b--\n`;
  const message = coseSign1(JSON.parse(credential));
  const graph = {
    '@graph': [
      { '@id': 'urn:a:1', '@type': 'elm:EuropeanDigitalCredential', issuer: 'urn:a:2' },
      { '@id': 'urn:a:2', legalName: { '@language': 'en', '@value': 'Harbour' }, is: 'urn:a:1' },
    ],
  };
  return [
    { name: 'badge.cbor', bytes: new Uint8Array(message) },
    text('badge-message.txt', message.toString('base64')),
    text('graph.jsonld', JSON.stringify(graph)),
    { name: 'badges.zip', bytes: zipSync(list) },
    {
      name: 'export.zip',
      bytes: zipSync({ 'Certifications.csv': new TextEncoder().encode(certifications) }),
    },
    text('Certifications.csv', certifications),
    text('courses.csv', 'Kurs;Anbieter;Datum\nStatistik;Hafenschule;03.04.2024\n'),
    text('mail.eml', mail),
    text(
      'mails.mbox',
      `From x@y.example Mon Jan  1 00:00:00 2024\n${mail}\nFrom x@y.example Mon Jan  1 00:00:01 2024\n${mail}`,
    ),
    text(
      'links.txt',
      'See https://www.credly.com/badges/00000000-0000-4000-8000-000000000000 and VP1-AAAA',
    ),
    text(
      'wallet.json',
      JSON.stringify([
        {
          type: 'UniversalWallet2020',
          contents: [
            JSON.parse(credential),
            { type: 'Ed25519VerificationKey2020', privateKeyMultibase: 'zInvented' },
          ],
        },
      ]),
    ),
    text(
      'resume.json',
      JSON.stringify({
        basics: { name: 'Ada' },
        certificates: [{ name: 'Statistics', date: '2024-03', issuer: 'Harbour' }],
      }),
    ),
  ];
}
