// What runs without a window: checks, print, the journal and the search index.
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { printFontFolders } from '../../electron/host/fonts.ts';
import { createTypesetCore } from '../../electron/host/typeset-core.ts';
import type { CredentialId } from '../../src/domain/id.ts';
import { readFile as readCredentialFile } from '../../src/formats/index.ts';
import {
  assemblePortfolio,
  planPortfolio,
  preparePortfolio,
  type PortfolioPicture,
} from '../../src/portfolio/index.ts';
import { type IndexedCredential, createLibraryIndex } from '../../src/search/library-index.ts';
import { verifyCredential } from '../../src/verify/index.ts';
import { plainPdf } from '../fixtures/portfolio/originals.ts';
import { certificateJpeg } from '../fixtures/portfolio/pictures.ts';
import { recordOf } from '../fixtures/portfolio/records.ts';
import { openBadge3 } from '../support/invented-credentials.ts';
import { changeNumber, expectOk, startHost, temporaryFolder } from '../support/library-host.ts';
import { issuedByDidKey, signVcJwt, signWithProof } from '../support/sign-credential.ts';
import type { Figure } from './figure.ts';
import { inventedNumber } from './support/invented-many.ts';
import { bundledContexts } from './support/node-reader.ts';
import { mergeWithQpdf, qpdfMissing } from './support/qpdf.ts';

const ROOT = join(import.meta.dirname, '../..');

/** Each of the works once, timed in milliseconds. */
async function timeEach(works: readonly (() => unknown)[]): Promise<number[]> {
  const samples: number[] = [];
  for (const work of works) {
    const startedAt = performance.now();
    await work();
    samples.push(performance.now() - startedAt);
  }
  return samples;
}

function times<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

async function verification(signed: (n: number) => Promise<string> | string): Promise<number[]> {
  const contexts = await bundledContexts();
  const noDocument = (): never => {
    throw new Error('not asked');
  };
  const works: (() => Promise<void>)[] = [];
  for (let n = 0; n < 130; n += 1) {
    const bytes = new TextEncoder().encode(await signed(n));
    const readers = {
      readPdf: noDocument,
      readPicture: noDocument,
      readLink: () => undefined,
      readExport: () => undefined,
    };
    const { items } = await readCredentialFile({ bytes, fileName: `${n}.json` }, readers);
    const [reading] = items;
    if (!reading) throw new Error('a credential was not read');
    works.push(async () => {
      const now = new Date('2026-06-01T00:00:00Z');
      const integrity = { outcome: 'matches' as const };
      const report = await verifyCredential({ reading, integrity, now, contexts });
      const proof = report.checks.find(({ check }) => check === 'proof');
      if (proof?.outcome !== 'passed') throw new Error(`proof: ${proof?.reason ?? 'missing'}`);
    });
  }
  // The first ones load the contexts and warm the code.
  return (await timeEach(works)).slice(30);
}

async function appendix(): Promise<number[]> {
  const core = createTypesetCore({
    resourcesFolder: join(ROOT, 'resources'),
    fontFolders: printFontFolders(join(ROOT, 'node_modules')),
  });
  const records = times(PAGES - CONTENTS_PAGES, (n) => {
    const it = inventedNumber(n);
    const facsimile = { mediaType: 'image/jpeg', fileName: `certificate-${n}.jpg` };
    const skills = it.skills.map(({ name }) => name);
    const { title, issuer, learner, issued, criteria } = it;
    const words = { title, issuer, recipient: learner, issued, criteria, skills };
    return recordOf(n, { ...words, description: it.description.slice(0, 300), ...facsimile });
  });
  const pictures = new Map<CredentialId, PortfolioPicture>(
    records.map(({ id }, n) => [
      id,
      { bytes: certificateJpeg(800, 566, n), mediaType: 'image/jpeg', width: 800, height: 566 },
    ]),
  );
  const plan = expectOk(
    planPortfolio(
      {
        template: 'appendix',
        title: 'Appendix to my application',
        personName: 'Imke Tornquist',
        paper: 'a4',
        standard: 'none',
        appendOriginals: false,
        locale: 'en-GB',
        createdAt: '2026-05-14T10:00:00Z',
        appVersion: '0.1.0',
      },
      records,
    ),
  );
  const { request } = await preparePortfolio(plan, pictures, new Map());
  const samples = await timeEach(
    times(5, () => () => {
      const { pages } = core.render(request);
      if (pages < PAGES) throw new Error(`only ${pages} pages`);
    }),
  );
  return samples.map((ms) => ms / 1_000);
}

const PAGES = 200;
const CONTENTS_PAGES = 5;

async function appendAgainstQpdf(): Promise<number[]> {
  const typeset = await plainPdf(1, 'Cover');
  const files = await Promise.all(times(100, (n) => plainPdf(1, `Certificate ${n}`)));
  const originals = files.map((bytes, n) => ({
    name: `${n}.pdf`,
    title: `Certificate ${n}`,
    bytes,
  }));
  const input = { typeset, originals, claimsStandard: false, originalsTitle: 'Originals' };
  const ours = await timeEach(
    times(6, () => async () => {
      const { pages, problems } = expectOk(await assemblePortfolio(input));
      if (pages !== 101 || problems.length > 0) throw new Error('pages were not appended');
    }),
  );
  const theirs = await mergeWithQpdf([typeset, ...files], 6);
  // The first of both warms the code and the disk.
  return ours.slice(1).map((ms, run) => ms / (theirs[run + 1] ?? Number.NaN));
}

async function journalAppend(): Promise<number[]> {
  const folder = await temporaryFolder();
  const { host, close } = startHost(folder.path);
  try {
    const opened = await host.invoke('library.open', { create: true, name: 'Bench', kind: 'own' });
    const library = expectOk(opened).library.id;
    const works = times(230, (n) => async () => {
      const changes = [changeNumber(n, 1_000)];
      expectOk(await host.invoke('library.append', { library, changes }));
    });
    return (await timeEach(works)).slice(30);
  } finally {
    await close();
    await rm(folder.path, { recursive: true, force: true });
  }
}

const QUERIES = [
  'welding', 'harbour data', 'hydrology', 'l', 'li', 'lig', 'light', 'statistcs', 'negotation',
  'imke', 'food safety level 3', 'joinery', 'bee', 'zzzz', 'machine learning', 'quillstone',
]; // prettier-ignore

async function search(): Promise<number[]> {
  const index = createLibraryIndex();
  index.put(times(10_000, entryNumber));
  const works = times(3, () => QUERIES.map((query) => () => index.search(query))).flat();
  return (await timeEach(works)).slice(QUERIES.length);
}

function entryNumber(n: number): IndexedCredential {
  const it = inventedNumber(n);
  return {
    id: `c-${n}` as CredentialId,
    title: it.title,
    issuer: it.issuer,
    skills: it.skills.map(({ name }) => name).join(' \n '),
    tags: it.tags.join(' \n '),
    recipient: it.learner,
    fileName: `badge-${n}.png`,
  };
}

export const figures: readonly Figure[] = [
  {
    name: 'check of an Open Badge 3.0 with a Data Integrity proof',
    unit: 'ms',
    budget: 3,
    run: () =>
      verification(async (n) =>
        JSON.stringify(
          await signWithProof(issuedByDidKey(openBadge3(inventedNumber(n))), 'eddsa-rdfc-2022'),
        ),
      ),
  },
  {
    name: 'check of an Open Badge 3.0 as VC-JWT (ES256)',
    unit: 'ms',
    budget: 3,
    run: () => verification((n) => signVcJwt(openBadge3(inventedNumber(n), '1.1'), 'ES256')),
  },
  {
    name: 'appendix of 200 pages with a picture on each, typeset',
    unit: 's',
    budget: 1,
    run: appendix,
  },
  {
    name: '100 one-page PDFs appended, against the time of qpdf',
    unit: '×',
    budget: 4,
    unavailable: qpdfMissing,
    run: appendAgainstQpdf,
  },
  { name: 'a change appended to the journal and flushed', unit: 'ms', run: journalAppend },
  { name: 'search among 10,000 credentials', unit: 'ms', run: search },
];
