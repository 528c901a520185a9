// Gathering in the real window: a long table, a folder of PDFs, and pictures whose printed words are read
// in the background while the list is scrolled.
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { certificatePng } from '../support/badge-art.ts';
import { makeCertificatePdf } from '../support/certificate-pdf.ts';
import { temporaryFolder } from '../support/library-host.ts';
import type { Figure } from './figure.ts';
import { importInWindow, secondsOf } from './support/import-window.ts';
import { watchFrames } from './support/probe.ts';

const RUNS = 3;
const SUBJECTS = ['Tide tables', 'Harbour safety', 'Soil science', 'Light and colour', 'Welding'];

/** Files that `make` writes into a folder which is gone afterwards. */
async function withFiles<T>(
  make: (folder: string) => Promise<readonly string[]>,
  work: (files: readonly string[]) => Promise<T>,
): Promise<T> {
  const { path } = await temporaryFolder();
  await mkdir(path, { recursive: true });
  try {
    return await work(await make(path));
  } finally {
    await rm(path, { recursive: true, force: true });
  }
}

async function table(folder: string): Promise<readonly string[]> {
  const rows = Array.from({ length: 10_000 }, (_, n) => {
    const subject = SUBJECTS[n % SUBJECTS.length] ?? '';
    const date = `20${10 + (n % 15)}-${String(1 + (n % 12)).padStart(2, '0')}-17`;
    return `"${subject}, part ${n}",Harbour Data School,${date},,HDS-${100_000 + n},https://badges.example/${n}`;
  });
  const text = `Title,Issuer,Issued,Expires,Credential number,URL\n${rows.join('\n')}\n`;
  const file = join(folder, 'courses.csv');
  await writeFile(file, text);
  return [file];
}

async function certificates(folder: string): Promise<readonly string[]> {
  return Promise.all(
    Array.from({ length: 200 }, async (_, n) => {
      const pdf = await makeCertificatePdf({
        pages: [
          [
            { text: 'Certificate of Completion', size: 28 },
            { text: 'This is to certify that' },
            { text: 'Ada Okafor', size: 24 },
            { text: 'has successfully completed' },
            { text: `${SUBJECTS[n % SUBJECTS.length] ?? ''}, part ${n}`, size: 22 },
            { text: 'offered by Harbour Data School' },
            { text: `Issued on 17 March ${2_000 + (n % 25)}` },
            { text: `Certificate number: HDS-${100_000 + n}` },
          ],
        ],
      });
      const file = join(folder, `certificate-${n}.pdf`);
      await writeFile(file, pdf);
      return file;
    }),
  );
}

function design(n: number): Parameters<typeof certificatePng>[0] {
  return {
    title: `${SUBJECTS[n % SUBJECTS.length] ?? ''}, part ${n}`,
    issuer: 'Harbour Data School',
    shape: 'seal',
    emblem: 'award',
    colours: ['#2f6b4f', '#16382b', '#e7dcc3'],
  };
}

async function pictures(folder: string): Promise<readonly string[]> {
  const files: string[] = [];
  for (let n = 0; n < 50; n += 1) {
    const file = join(folder, `certificate-${n}.png`);
    await writeFile(file, await certificatePng(design(n), 'Ada Okafor', '17 March 2024'));
    files.push(file);
  }
  return files;
}

/** Scrolls what waits in the inbox up and down while words are read, and takes the time between frames. */
async function framesWhileReading(page: Page): Promise<{ frames: number[]; seconds: number }> {
  const list = page.getByRole('grid').or(page.getByRole('listbox')).first();
  await list.hover();
  await page.evaluate(watchFrames);
  const before = performance.now();
  const reading = page.getByRole('progressbar');
  for (let turn = 0; (await reading.count()) > 0 && turn < 600; turn += 1) {
    await page.mouse.wheel(0, turn % 8 < 4 ? 120 : -120);
    await page.waitForTimeout(100);
  }
  const seconds = (performance.now() - before) / 1_000;
  return { frames: (await page.evaluate(() => window.laurelFrames)).gaps, seconds };
}

let readings: Promise<{ frames: number[]; seconds: number } | undefined> | undefined;

function reading(): NonNullable<typeof readings> {
  readings ??= withFiles(pictures, async (files) => {
    const { seen } = await importInWindow(files, 'Accept all 50', framesWhileReading);
    return seen;
  });
  return readings;
}

async function times(
  make: (folder: string) => Promise<readonly string[]>,
  shown: string,
): Promise<number[]> {
  return withFiles(make, async (files) => {
    const seconds: number[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      seconds.push(secondsOf((await importInWindow(files, shown)).probe));
    }
    return seconds;
  });
}

export const figures: readonly Figure[] = [
  {
    name: 'import of a table of 10,000 rows in the window, until saved on disk',
    unit: 's',
    budget: 3,
    run: () => times(table, 'Accept all 10,000'),
  },
  {
    name: 'import of 200 one-page PDFs in the window, until saved on disk',
    unit: 's',
    budget: 20,
    run: () => times(certificates, 'Accept all 200'),
  },
  {
    name: 'time between frames (95th of 100) while printed words are read and the list is scrolled',
    unit: 'ms',
    budget: 17.5,
    run: async () => {
      const gaps = [...((await reading())?.frames ?? [])].sort((a, b) => a - b);
      return [gaps[Math.floor(gaps.length * 0.95)] ?? Number.NaN];
    },
  },
  {
    name: 'printed words of 50 pictures in the background',
    unit: 's',
    run: async () => [(await reading())?.seconds ?? Number.NaN],
  },
];
