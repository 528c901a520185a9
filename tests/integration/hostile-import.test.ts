// Every named hostile file in one import, through the product's own readers, into a library that already holds
// something: each file gets one answer, and what was there stays as it was, byte for byte.
import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ImportReport, IncomingFile } from '../../src/app/laurel-app.ts';
import { problemWording } from '../../src/domain/problem-wording.ts';
import { activePdfs } from '../support/hostile-active-pdfs.ts';
import { type AppOverFolder, startAppOverFolder, textFile } from '../support/app-over-folder.ts';
import { bakePng, bakeSvg, plainPng } from '../support/bake.ts';
import { expectNothingRan, startCanary } from '../support/hostile-desk.ts';
import {
  activeDrawings,
  activeDrawingsWithBadge,
  endlessDrawings,
} from '../support/hostile-drawings.ts';
import { costlyPdfs, endlessPdfs, unreadablePdfs } from '../support/hostile-exhausting-pdfs.ts';
import { type HostileFile, hostile } from '../support/hostile-file.ts';
import { bombPictures, damagedPictures, tooLargePictures } from '../support/hostile-pictures.ts';
import { FORMULAS, HIDDEN_TEXTS, NARRATIVES, PILE } from '../support/hostile-texts.ts';
import { invented, openBadge2, openBadge3 } from '../support/invented-credentials.ts';
import { rawZip } from '../support/raw-zip.ts';
import { nodeJobs } from '../bench/support/node-reader.ts';

const NOW = Date.parse('2026-05-12T08:00:00Z');
const canary = await startCanary();
let desk: AppOverFolder;

beforeAll(async () => {
  const jobs = await nodeJobs();
  desk = await startAppOverFolder({ reader: () => jobs, nowMs: () => NOW });
});
afterAll(async () => {
  await desk.close();
  await canary.close();
});

function badge(slug: string, changes: Parameters<typeof invented>[0] = {}): string {
  return JSON.stringify(openBadge3(invented({ slug, title: `Course ${slug}`, ...changes })));
}

/** One or two of each class that has tests of its own elsewhere: archives, PNG text, XML, JSON, tables, data. */
function otherClasses(): readonly HostileFile[] {
  const old = JSON.stringify(openBadge2(invented({ slug: 'other-classes' })));
  const png = plainPng();
  return [
    hostile(
      'sizes that lie',
      'lies.zip',
      rawZip([{ name: 'a.pdf', data: 'abc', claims: { localSize: 4 } }]),
    ),
    hostile(
      '20,000 empty files',
      'many.zip',
      rawZip(Array.from({ length: 20_000 }, (_, at) => ({ name: `${at}`, stored: true }))),
    ),
    hostile(
      'names that climb out',
      'slip.zip',
      rawZip([
        { name: '../../.bashrc', data: 'x' },
        { name: '/etc/passwd', data: 'x' },
        { name: 'C:\\x.json', data: 'x' },
        { name: 'CON', data: 'x' },
      ]),
    ),
    hostile(
      'an archive in an archive',
      'nested.zip',
      rawZip([{ name: 'a.zip', data: rawZip([{ name: 'b.json', data: '{}' }]) }]),
    ),
    hostile('2 MB of hidden text', 'text.png', bakePng(png, 'openbadges', 'x'.repeat(2 ** 21))),
    hostile('a cut picture', 'cut.png', bakePng(png, 'openbadges', old).slice(0, 100)),
    hostile(
      'a billion laughs',
      'laughs.svg',
      '<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><svg xmlns="http://www.w3.org/2000/svg">&b;</svg>',
    ),
    hostile(
      'a local file',
      'file.svg',
      '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg">&x;</svg>',
    ),
    hostile('a million lists', 'deep.json', '['.repeat(1_000_000)),
    hostile('300,000 empty objects', 'many.json', `[${'{},'.repeat(300_000)}{}]`),
    hostile('a prototype', 'proto.json', old.replace('{', '{"__proto__":{"polluted":1},')),
    hostile('a field twice', 'twice.json', old.replace('"badge":', '"badge":{},"badge":')),
    hostile(
      'a field twice in a drawing',
      'twice.svg',
      bakeSvg(
        '<svg xmlns="http://www.w3.org/2000/svg"></svg>',
        2,
        old.replace('"badge":', '"badge":{},"badge":'),
      ),
    ),
    hostile('half a letter', 'half.json', old.replace('Soil', String.raw`\ud800Soil`)),
    hostile('120,000 columns', 'wide.csv', `Title,Issuer,Date\na,b,c\n${','.repeat(119_999)}\n`),
    hostile(
      'a quote without end',
      'quote.csv',
      `Title,Issuer,Date\na,b,2024\n"${'x\n'.repeat(10_000)}`,
    ),
    hostile(
      'a page as a picture',
      'data.json',
      old.replace(
        'https://larkfield.example/badges/other-classes.png',
        'data:image/png;base64,PHNjcmlwdD4=',
      ),
    ),
    hostile('nothing', 'empty.pdf', ''),
    hostile(
      'noise',
      'noise.bin',
      Uint8Array.from({ length: 5_000 }, (_, at) => (at * 7_919) % 251),
    ),
  ];
}

/** Every class, and each file under a name of its own. */
function everyHostileFile(): readonly HostileFile[] {
  const texts = [
    ...HIDDEN_TEXTS.map(({ what, text }, at) =>
      hostile(what, `hidden ${text}.json`, badge(`hidden-${at}`, { title: text, issuer: text })),
    ),
    hostile('a pile of marks', `${PILE.slice(0, 200)}.json`, badge('pile', { title: PILE })),
    ...NARRATIVES.map(([what, source], at) =>
      hostile(
        what,
        'narrative.json',
        badge(`narrative-${at}`, { criteria: source, description: source }),
      ),
    ),
    ...FORMULAS.map((cell) => {
      const quoted = `"${cell.replaceAll('"', '""')}"`;
      return hostile(cell, 'formula.csv', `Title,Issuer,Date\n${quoted},${quoted},2025-03-14\n`);
    }),
  ];
  const all = [
    ...tooLargePictures(),
    ...damagedPictures(),
    ...bombPictures(),
    ...activeDrawings(canary.address),
    ...activeDrawingsWithBadge(canary.address),
    ...endlessDrawings(),
    ...activePdfs(canary.address),
    ...unreadablePdfs(),
    ...costlyPdfs(),
    ...endlessPdfs(),
    ...texts,
    ...otherClasses(),
  ];
  return all.map((file, at) => ({ ...file, fileName: `${at} ${file.fileName}` }));
}

function incoming({ fileName, bytes }: HostileFile): IncomingFile {
  return { name: fileName, size: bytes.byteLength, read: () => Promise.resolve(bytes) };
}

async function add(files: readonly IncomingFile[]): Promise<ImportReport> {
  const imported = await desk.app().importFiles(files, 'drop');
  if (!imported.ok) throw new Error(imported.problem.code);
  return imported.value;
}

/** What lies in the library folder, by path, as a hash; journals only as long as they were. */
async function onDisk(lengths?: ReadonlyMap<string, number>) {
  const folder = join(desk.dataFolder, 'libraries');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const hashes = new Map<string, string>();
  const sizes = new Map<string, number>();
  for (const entry of entries) {
    if (!entry.isFile() || entry.name.includes('lock')) continue;
    const path = join(entry.parentPath, entry.name);
    const bytes = await readFile(path);
    sizes.set(path, bytes.length);
    const before = path.endsWith('.jsonl') ? bytes.subarray(0, lengths?.get(path)) : bytes;
    hashes.set(path, createHash('sha256').update(before).digest('hex'));
  }
  return { hashes, sizes };
}

it('answers for every hostile file, keeps what was there, and takes the next good file', async () => {
  const app = desk.app();
  await add([
    textFile('first.json', badge('first')),
    textFile(
      'second.json',
      JSON.stringify(openBadge2(invented({ slug: 'second', title: 'Course second' }))),
    ),
  ]);
  const accepted = app.state.get().waiting.map(({ id }) => id);
  expect(accepted).toHaveLength(2);
  await app.accept(accepted);
  const recordsBefore = await Promise.all(accepted.map((id) => app.credential(id)));
  const before = await onDisk();

  const files = everyHostileFile();
  expect(files.length).toBeGreaterThan(150);
  const report = await add(files.map(incoming));
  expect(report.cancelled).toBe(false);
  expectNothingRan();
  expect(canary.asked).toEqual([]);

  // Exactly one answer each; parts of containers come on top, under names of their own.
  for (const { what, fileName } of files) {
    const answers = report.files.filter(({ name }) => name === fileName);
    expect.soft(answers, what).toHaveLength(1);
    const [answer] = answers;
    if (!answer) continue;
    expect
      .soft(['read', 'kept', 'refused', 'needs-columns', 'duplicate'], what)
      .toContain(answer.outcome);
    const codes = answer.problems.map(({ code }) => code);
    expect.soft(codes, what).not.toContain('input/reader-crashed');
    const sentences = answer.problems.map(problemWording);
    for (const sentence of sentences) {
      expect.soft(sentence, what).toMatch(/^[A-Z“].{20,}\.$/s);
      expect.soft(sentence, what).not.toMatch(/undefined|NaN|Error:|\bat \w+ \(/);
    }
    // What is not read says why, unless it is a container whose parts speak for it.
    const isContainer = report.files.length > files.length && fileName.endsWith('.zip');
    if (answer.outcome !== 'read' && !isContainer)
      expect.soft(sentences.length, what).toBeGreaterThan(0);
    for (const { standing } of answer.credentials) expect.soft(standing, what).not.toBe('proven');
    // Not one of them went past the person.
    expect
      .soft(
        answer.credentials.some(({ id }) => accepted.includes(id)),
        what,
      )
      .toBe(false);
  }

  const after = await onDisk(before.sizes);
  for (const [path, hash] of before.hashes) expect.soft(after.hashes.get(path), path).toBe(hash);
  expect(await Promise.all(accepted.map((id) => app.credential(id)))).toEqual(recordsBefore);
  expect(
    app.state
      .get()
      .credentials.map(({ title }) => title)
      .sort(),
  ).toEqual(['Course first', 'Course second']);

  const next = await add([textFile('third.json', badge('third'))]);
  expect(next.files).toMatchObject([{ outcome: 'read', problems: [] }]);
  expect(app.state.get().waiting.map(({ title }) => title)).toContain('Course third');

  // The same after the window was closed and opened again.
  await desk.restart();
  expect(await Promise.all(accepted.map((id) => desk.app().credential(id)))).toEqual(recordsBefore);
});
