// The sample library and the fixtures are read and checked as a person's own files would be.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { FileReading } from '../../src/domain/credential.ts';
import type { VerificationReport } from '../../src/domain/report.ts';
import { readFile, type DocumentReaders } from '../../src/formats/index.ts';
import {
  createContextSource,
  verifyCredential,
  type ContextIndex,
} from '../../src/verify/index.ts';

const CONTEXTS = new URL('../../resources/contexts/', import.meta.url);
const SAMPLES = new URL('../../resources/samples/', import.meta.url);
const FIXTURES = new URL('../fixtures/credentials/', import.meta.url);
const NOW = new Date('2026-11-23T12:00:00Z');

const contexts = createContextSource(
  JSON.parse(readFileSync(new URL('index.json', CONTEXTS), 'utf8')) as ContextIndex,
  (file) => Promise.resolve(readFileSync(new URL(file, CONTEXTS), 'utf8')),
);
/** Documents are outside this test: what is left to them is listed as kept. */
const readers: DocumentReaders = {
  readPdf: () => Promise.resolve(document('application/pdf')),
  readPicture: (_bytes, mediaType) => Promise.resolve(document(mediaType)),
  readLink: () => undefined,
  readExport: () => undefined,
};

function document(mediaType: string): FileReading {
  return { outcome: 'kept', mediaType, items: [], problems: [{ code: 'picture/no-credential' }] };
}

function readAt(folder: URL, fileName: string): Promise<FileReading> {
  const bytes = new Uint8Array(readFileSync(new URL(fileName, folder)));
  return readFile({ bytes, fileName }, readers);
}

async function verifyAt(folder: URL, fileName: string): Promise<readonly VerificationReport[]> {
  const { items } = await readAt(folder, fileName);
  return Promise.all(
    items.map((reading) =>
      verifyCredential({ reading, integrity: { outcome: 'matches' }, now: NOW, contexts }),
    ),
  );
}

function standings(reports: readonly VerificationReport[]): string {
  return reports.map((one) => [one.standing, ...one.flags].join('+')).join(' ');
}

describe('the sample library', () => {
  const names = readdirSync(SAMPLES).filter((name) => !/^readme/i.test(name));

  it('holds fourteen files, twelve of them with credentials of one invented person', async () => {
    expect(names).toHaveLength(14);
    const readings = await Promise.all(names.map((name) => readAt(SAMPLES, name)));
    const items = readings.flatMap((one) => one.items);
    expect(items).toHaveLength(12);
    expect(new Set(items.map((one) => one.recipient.name))).toEqual(new Set(['Noor Halvorsen']));
    expect(items.every((one) => one.achievement.name !== '' && one.issuer.name !== undefined)).toBe(
      true,
    );
    expect(readings.flatMap((one) => one.problems).map((one) => one.code)).toEqual([
      'picture/no-credential',
      'picture/no-credential',
    ]);
  });

  it.each([
    ['applied-statistics.png', 'document'],
    ['cloud-foundations.png', 'proven'],
    ['cloud-operations-practitioner.png', 'proven'],
    ['data-storytelling.png', 'proven'],
    ['first-response-at-work.png', 'proven+expired'],
    ['food-hygiene-level-2.png', 'proven'],
    ['francais-professionnel-b2.png', 'document'],
    ['information-design.png', 'proven'],
    ['ocean-plastics-field-methods.svg', 'document'],
    ['project-management-basics.png', 'proven'],
    ['secure-coding-essentials.jwt', 'proven'],
    ['soil-and-climate.json', 'proven'],
  ])('shows %s as %s', async (name, expected) => {
    expect(standings(await verifyAt(SAMPLES, name))).toBe(expected);
  });
});

describe('the fixtures', () => {
  it.each([
    ['ob2-hosted.json', 'document'],
    ['ob2-linked-badge.json', 'document'],
    ['ob3-eddsa.json', 'proven'],
    ['ob3-ed25519-2020.json', 'proven'],
    ['ob3-expired.json', 'proven+expired'],
    ['ob3-changed.json', 'document+invalid'],
    ['ob3-unsigned.json', 'document'],
    ['ob3-baked.png', 'proven'],
    ['ob3-baked-token-compressed.png', 'proven'],
    ['ob3-baked-token.svg', 'proven'],
    ['ob3-rs256.jwt', 'proven'],
    ['ob3-es256.jwt', 'proven'],
    ['ob3-eddsa.jwt', 'proven'],
    ['vc-plain.json', 'document'],
    ['two-credentials.png', 'document proven'],
    ['picture-only.png', ''],
    ['repeated-field.json', ''],
  ])('shows %s as "%s"', async (name, expected) => {
    expect(standings(await verifyAt(FIXTURES, name))).toBe(expected);
  });
});
