// Named hostile PDFs: those that act (hazard C15) and those that wear out their reader (hazard C16).
import { createRequire } from 'node:module';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { assemblePortfolio } from '../../src/portfolio/assemble.ts';
import { activePdfs } from '../support/hostile-active-pdfs.ts';
import {
  type HostileDesk,
  MOST_MS,
  expectNothingRan,
  factsOf,
  openHostileDesk,
  sentencesOf,
  startCanary,
} from '../support/hostile-desk.ts';
import { costlyPdfs, endlessPdfs, unreadablePdfs } from '../support/hostile-exhausting-pdfs.ts';
import { hostile } from '../support/hostile-file.ts';
import { actionsIn } from '../support/pdf-actions.ts';
import { rawCertificate } from '../support/raw-pdf.ts';

const DAMAGED = 'This PDF is damaged. It is stored as a file, but could not be read.';
const TITLE = 'Soil Science Basics';
const childProcess = createRequire(import.meta.url)('node:child_process') as {
  spawn: (...given: unknown[]) => unknown;
};
const canary = await startCanary();
const spawn = childProcess.spawn;
let desk: HostileDesk;
let started = 0;

beforeAll(async () => {
  desk = await openHostileDesk();
  childProcess.spawn = (...given) => {
    started += 1;
    return spawn(...given);
  };
});
afterEach(() => {
  expect(canary.asked).toEqual([]);
  expect(started).toBe(0);
});
afterAll(async () => {
  childProcess.spawn = spawn;
  await canary.close();
});

async function typeset(): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  document.addPage([400, 300]).drawText('Appendix', { x: 40, y: 150, size: 20, font });
  return document.save();
}

describe('C15: certificates that act', () => {
  const files = activePdfs(canary.address);

  it.each(files.map((file) => [file.what, file] as const))('reads past %s', async (_, file) => {
    const reading = await desk.read(file);
    expect(reading).toMatchObject({ outcome: 'read', mediaType: 'application/pdf', problems: [] });
    expect(reading.items).toHaveLength(1);
    expect(factsOf(reading.items[0])).toMatchObject({ title: TITLE, issued: '2025-03-14' });
    // No address of an action becomes the credential's, and nothing attached becomes a file of its own.
    expect(reading.items[0]?.verifyUrl).toBeUndefined();
    expect(reading.parts).toBeUndefined();
    const shown = await desk.jobs.picture({
      bytes: file.bytes,
      mediaType: 'application/pdf',
      page: 1,
      maxPixels: 90_000,
      as: 'image/jpeg',
    });
    expect(shown.ok).toBe(true);
    expectNothingRan();
  });

  it.each(files.map((file) => [file.what, file] as const))(
    'appends the page without %s',
    async (_, { bytes }) => {
      const result = await assemblePortfolio({
        typeset: await typeset(),
        originals: [{ name: 'certificate.pdf', title: 'Certificate', bytes }],
        claimsStandard: false,
        originalsTitle: 'Originals',
      });
      if (!result.ok) throw new Error(result.problem.code);
      expect(result.value).toMatchObject({ pages: 2, problems: [] });
      expect(await actionsIn(result.value.pdf)).toEqual([]);
    },
  );

  it('finds the actions in the originals, so that none found means something', async () => {
    const found = await Promise.all(files.map(({ bytes }) => actionsIn(bytes)));
    expect(found.filter((actions) => actions.length > 0).length).toBeGreaterThanOrEqual(20);
  });
});

describe('C16: PDFs without end', () => {
  it.each(unreadablePdfs().map((file) => [file.what, file] as const))(
    'calls damaged: %s',
    async (_, file) => {
      const reading = await desk.read(file);
      expect(reading).toMatchObject({ outcome: 'kept', mediaType: 'application/pdf' });
      expect(reading.problems.map(({ code }) => code)).toEqual(['pdf/damaged']);
      expect(sentencesOf(reading)).toEqual([DAMAGED]);
      expect(factsOf(reading.items[0])).toEqual({ title: 'scan' });
    },
  );

  // Read, kept as a page without words, damaged, or given up with a sentence: each file has one answer.
  const ANSWERS: Readonly<Record<string, readonly string[]>> = {
    'a table that claims four thousand million objects': ['pdf/no-text'],
    'a table in a stream that claims endless entries': ['pdf/damaged'],
    'lists in lists, 100,000 deep': ['pdf/damaged'],
    'drawings in drawings, ten to the power of eight': ['input/took-too-long'],
    'a page as large as a country': ['pdf/no-text'],
  };
  const SLOW = 'a page of 24 MB packed twice into next to nothing';

  it.each(costlyPdfs().map((file) => [file.what, file] as const))(
    'answers: %s',
    async (what, file) => {
      const reading = await desk.read(file);
      const codes = reading.problems.map(({ code }) => code);
      if (what === SLOW) {
        // Which of the two depends on the machine.
        expect([['pdf/no-text'], ['input/took-too-long']]).toContainEqual(codes);
        return;
      }
      expect(codes).toEqual(ANSWERS[what] ?? []);
      const isRead = !['pdf/no-text', 'pdf/damaged'].includes(codes[0] ?? '');
      expect(reading.outcome).toBe(isRead ? 'read' : 'kept');
      expect(factsOf(reading.items[0])).toMatchObject({ title: isRead ? TITLE : 'scan' });
      for (const sentence of sentencesOf(reading)) expect(sentence).toMatch(/^[A-Z].{20,}\.$/s);
    },
  );

  it.each(endlessPdfs().map((file) => [file.what, file] as const))(
    'counts: %s',
    async (_, file) => {
      const reading = await desk.read(file);
      expect(reading.outcome).toBe('kept');
      // pdf.js corrects a count that is a lie; a count that is true is too much.
      expect(['pdf/no-text', 'pdf/too-many-pages']).toContain(reading.problems[0]?.code);
      expect(sentencesOf(reading)).toHaveLength(1);
    },
  );

  it('says of a file cut at any of twenty places that it is damaged, or reads what is left', async () => {
    const whole = rawCertificate({ content: '% padding\n'.repeat(200) });
    const outcomes = new Map<string, number>();
    for (let part = 1; part <= 20; part += 1) {
      const bytes = whole.slice(0, Math.floor((whole.length * part) / 21));
      const reading = await desk.read(hostile(`cut at ${part}/21`, 'scan.pdf', bytes));
      const code = reading.problems[0]?.code ?? 'read';
      outcomes.set(code, (outcomes.get(code) ?? 0) + 1);
      if (code === 'pdf/damaged') expect(sentencesOf(reading)).toEqual([DAMAGED]);
      else if (code === 'read') expect(factsOf(reading.items[0]).title).toBe(TITLE);
      // A page whose words are gone, or some of them.
      else expect(code).toBe('pdf/no-text');
    }
    expect(outcomes.get('pdf/damaged') ?? 0).toBeGreaterThanOrEqual(1);
  });

  it('does not hang when such files are to be printed', async () => {
    for (const { what, bytes } of [...unreadablePdfs(), ...endlessPdfs(), ...costlyPdfs()]) {
      const from = performance.now();
      const result = await assemblePortfolio({
        typeset: await typeset(),
        originals: [{ name: 'scan.pdf', title: 'Scan', bytes }],
        claimsStandard: false,
        originalsTitle: 'Originals',
      });
      expect.soft(performance.now() - from, what).toBeLessThan(MOST_MS);
      expect.soft(result.ok, what).toBe(true);
    }
  });
});
