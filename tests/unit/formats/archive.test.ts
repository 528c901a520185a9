import { describe, expect, it } from 'vitest';
import type { FileReading } from '../../../src/domain/credential.ts';
import { findingWording } from '../../../src/domain/finding-wording.ts';
import { problemWording } from '../../../src/domain/problem-wording.ts';
import { readArchive } from '../../../src/formats/archive.ts';
import { rawZip, type RawEntry } from '../../support/raw-zip.ts';

const MIB = 1024 * 1024;
const TEXT: RawEntry = { name: 'badge.json', data: '{"a":1}' };

function read(entries: readonly RawEntry[], fileName = 'badges.zip'): FileReading {
  return readArchive(rawZip(entries), fileName);
}

function names(reading: FileReading): readonly string[] {
  return (reading.parts ?? []).map(({ name }) => name);
}

function told(reading: FileReading): readonly string[] {
  return [...reading.problems.map(problemWording), ...(reading.findings ?? []).map(findingWording)];
}

describe('readArchive', () => {
  it('gives every file as a part and does not store the archive', () => {
    const reading = read([
      TEXT,
      { name: 'My badges/', data: '' },
      { name: 'My badges/safety_03_May_2024_0badcafe.png', data: 'png', stored: true },
    ]);
    expect(reading).toMatchObject({ outcome: 'kept', items: [], problems: [], storesParts: true });
    expect(names(reading)).toEqual(['badge.json', 'safety_03_May_2024_0badcafe.png']);
    expect(new TextDecoder().decode(reading.parts?.[0]?.bytes)).toBe('{"a":1}');
    expect(told(reading)).toEqual(['2 files in the archive.']);
  });

  it('leaves out what never is a credential, and says how many', () => {
    const reading = read([
      TEXT,
      ...['index.html', 'a.css', 'run.exe', 'film.mp4', '__MACOSX/._badge.json', '.DS_Store'].map(
        (name) => ({ name, data: 'x' }),
      ),
    ]);
    expect(names(reading)).toEqual(['badge.json']);
    expect(told(reading)).toContain('6 other files that hold no credential were left out.');
  });

  it('does not open archives inside, whatever their name', () => {
    const inner = rawZip([TEXT]);
    const reading = read([
      TEXT,
      { name: 'lib 0.zip', data: inner },
      { name: 'hidden.json', data: inner },
      { name: 'old.tar.gz', data: 'x' },
    ]);
    expect(names(reading)).toEqual(['badge.json']);
    expect(told(reading)).toContain(
      '“lib 0.zip” is an archive inside the archive and was not opened.',
    );
    expect(reading.findings?.filter(({ code }) => code === 'left-out/nested-archive')).toHaveLength(
      3,
    );
  });

  it('keeps an archive with nothing inside that it can read', () => {
    const reading = read([{ name: 'a.zip', data: rawZip([TEXT]) }]);
    expect(reading).toMatchObject({
      outcome: 'kept',
      problems: [{ code: 'archive/nothing-inside' }],
    });
    expect(reading.storesParts).toBeUndefined();
  });

  it('lists what is locked, and keeps an archive that is locked as a whole', () => {
    const locked = { name: 'b.pdf', data: 'x', claims: { flags: 0x801 } };
    expect(told(read([TEXT, locked]))).toContain('“b.pdf” was skipped: locked with a password.');
    expect(read([locked])).toMatchObject({
      outcome: 'kept',
      problems: [{ code: 'archive/encrypted' }],
    });
  });

  it('skips a file whose bytes are damaged and takes the others', () => {
    const reading = read([TEXT, { name: 'b.pdf', data: 'abc', claims: { crc: 1 } }]);
    expect(names(reading)).toEqual(['badge.json']);
    expect(reading.findings?.some(({ code }) => code === 'left-out/unreadable')).toBe(true);
  });
});

describe('readArchive, against bombs (hazard C1)', () => {
  it.each<[string, () => Uint8Array, string, string]>([
    [
      'more than 512 MB by its own word',
      () =>
        rawZip(
          Array.from({ length: 6 }, (_, at) => ({
            name: `${at}.pdf`,
            data: 'x',
            claims: { size: 100 * MIB },
          })),
        ),
      'refused',
      'This archive unpacks to more than 512 MB and was not opened. Unpack it yourself and add the credentials.',
    ],
    [
      'a size of ten bytes over a long stream',
      () => rawZip([{ name: 'a.pdf', data: new Uint8Array(4 * MIB), claims: { size: 10 } }]),
      'refused',
      'This archive is built to mislead the program that unpacks it, so it was not opened.',
    ],
    [
      'sizes that differ between the two headers',
      () => rawZip([{ name: 'a.pdf', data: 'abc', claims: { localSize: 4 } }]),
      'refused',
      'This archive is built to mislead the program that unpacks it, so it was not opened.',
    ],
    [
      'names that differ between the two headers',
      () => rawZip([{ name: 'a.pdf', data: 'abc', claims: { localName: 'b.pdf' } }]),
      'refused',
      'This archive is built to mislead the program that unpacks it, so it was not opened.',
    ],
    [
      'entries that share their data',
      () =>
        rawZip([
          { name: 'a.pdf', data: 'abc' },
          { name: 'a.pdf', data: 'abc', sameDataAs: 0 },
        ]),
      'refused',
      'This archive is built to mislead the program that unpacks it, so it was not opened.',
    ],
    [
      'a wrong number of entries',
      () => rawZip([TEXT], { count: 3 }),
      'refused',
      'This archive is built to mislead the program that unpacks it, so it was not opened.',
    ],
    [
      'a wide size that is not there',
      () => rawZip([{ name: 'a.pdf', data: 'abc', claims: { size: 0xffffffff } }]),
      'refused',
      'This archive is built to mislead the program that unpacks it, so it was not opened.',
    ],
    [
      'a million empty entries',
      () => rawZip(Array.from({ length: 20_000 }, (_, at) => ({ name: `${at}`, stored: true }))),
      'refused',
      'This archive holds more than 10,000 files and was not opened. Unpack it yourself and add the credentials.',
    ],
    [
      'no end',
      () => rawZip([TEXT]).slice(0, -10),
      'kept',
      'This archive is damaged and cannot be unpacked. Download it again.',
    ],
    [
      'a directory that points before the start',
      () => rawZip([TEXT]).slice(20),
      'kept',
      'This archive is damaged and cannot be unpacked. Download it again.',
    ],
  ])('answers for %s', (_name, build, outcome, sentence) => {
    const bytes = build();
    const before = process.memoryUsage().arrayBuffers;
    const start = performance.now();
    const reading = readArchive(bytes, 'bomb.zip');
    expect(performance.now() - start).toBeLessThan(5_000);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(64 * MIB);
    expect(reading.outcome).toBe(outcome);
    expect(reading.problems.map(problemWording)).toEqual([sentence]);
    expect(reading.parts).toBeUndefined();
  });

  it('skips a file that unpacks out of all proportion, without unpacking it', () => {
    const reading = read([TEXT, { name: 'zeros.pdf', data: new Uint8Array(4 * MIB) }]);
    expect(names(reading)).toEqual(['badge.json']);
    expect(told(reading)).toContain('“zeros.pdf” was skipped: too large.');
  });

  it('answers for an archive cut or changed anywhere', () => {
    const whole = rawZip([TEXT, { name: 'b.csv', data: 'a,b\n1,2' }]);
    for (let at = 0; at < whole.length; at += 1) {
      expect(['kept', 'refused']).toContain(readArchive(whole.slice(0, at), 'a.zip').outcome);
      const changed = whole.slice();
      changed[at] = (changed[at] ?? 0) ^ 0xff;
      expect(['kept', 'refused']).toContain(readArchive(changed, 'a.zip').outcome);
    }
  });
});

describe('readArchive, against names (hazard C2)', () => {
  it.each([
    '../up.pdf',
    'a/../../up.pdf',
    '/etc/passwd.pdf',
    '\\\\host\\share.pdf',
    'C:\\up.pdf',
    'c:up.pdf',
    '..\\up.pdf',
    'CON',
    'con.pdf',
    'a/NUL.json',
    'lpt1.png',
    'COM¹.pdf',
    'dot..',
    'dot.',
    'space ',
    'a/ /b.pdf',
    'a//b.pdf',
    './a.pdf',
    'nul\u0000.pdf',
    'bell\u0007.pdf',
    'line\nbreak.pdf',
    'gpj\u202efdp.exe.pdf',
    'zero\u200bwidth.pdf',
    'isolate\u2066.pdf',
    'tag\u{e0041}.pdf',
    'stream.pdf:hidden',
    '',
    'x'.repeat(2_000),
  ])('skips %j and says so', (name) => {
    const reading = read([TEXT, { name, data: 'x' }]);
    expect(names(reading)).toEqual(['badge.json']);
    const skipped = reading.findings?.find(({ code }) => code === 'left-out/unsafe-name');
    expect(skipped && findingWording(skipped)).toMatch(
      /^“[^\p{Cc}\p{Cf}]+” was skipped: unsafe name\.$/u,
    );
  });

  it.each<[string, readonly RawEntry[]]>([
    [
      'a symbolic link',
      [TEXT, { name: 'link.pdf', data: '/etc/passwd', claims: { unixMode: 0o120777 } }],
    ],
    ['names that differ by case alone', [TEXT, { name: 'BADGE.json', data: 'x' }]],
    [
      'names that differ by composition alone',
      [
        { name: 'caf\u00e9.json', data: '{}' },
        { name: 'cafe\u0301.json', data: '{}' },
      ],
    ],
  ])('skips %s', (_name, entries) => {
    const reading = read(entries);
    expect(reading.parts).toHaveLength(1);
    expect(reading.findings?.some(({ code }) => code === 'left-out/unsafe-name')).toBe(true);
  });
});

describe('readArchive, of a LinkedIn export', () => {
  const files = [
    'messages.csv',
    'Connections.csv',
    'Ad_Targeting.csv',
    'Email Addresses.csv',
    'Jobs/Saved Jobs.csv',
    'media/photo.jpg',
  ];

  it('opens the lists of achievements alone', () => {
    const reading = read(
      [...files, 'Skills.csv', 'Certifications.csv', 'Learning.csv'].map((name) => ({
        name,
        data: 'Name\nx',
      })),
      'Basic_LinkedInDataExport_01-02-2026.zip',
    );
    expect(names(reading)).toEqual(['Certifications.csv', 'Learning.csv']);
    expect(told(reading)).toContain(
      '6 files with private matters (messages, contacts) were not opened.',
    );
  });

  it('knows it by its files, in a top folder as well', () => {
    const reading = read(
      ['Certifications.csv', 'Positions.csv', 'messages.csv', 'Profile.csv'].map((name) => ({
        name: `export/${name}`,
        data: 'Name\nx',
      })),
      'download.zip',
    );
    expect(names(reading)).toEqual(['Certifications.csv']);
  });

  it('keeps nothing of one without a list of achievements', () => {
    const reading = read(
      files.map((name) => ({ name, data: 'x' })),
      'Basic_LinkedInDataExport.zip',
    );
    expect(reading).toMatchObject({
      outcome: 'refused',
      problems: [{ code: 'archive/only-private' }],
    });
    expect(reading.parts).toBeUndefined();
  });
});
