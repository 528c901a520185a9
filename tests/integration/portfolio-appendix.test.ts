// From records to a finished appendix, re-opened with a PDF reader: pages, words, bookmarks, attachments.
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { printFontFolders } from '../../electron/host/fonts.ts';
import { type TypesetCore, createTypesetCore } from '../../electron/host/typeset-core.ts';
import type { RequestOf } from '../../src/contract/channels.ts';
import { CHANNELS } from '../../src/contract/channels.ts';
import { validate } from '../../src/contract/validate.ts';
import type { CredentialRecord } from '../../src/domain/credential.ts';
import type { CredentialId, Sha256 } from '../../src/domain/id.ts';
import {
  type FinishedPortfolio,
  type PortfolioPicture,
  type PortfolioPlanOptions,
  finishPortfolio,
  planPortfolio,
  preparePortfolio,
} from '../../src/portfolio/index.ts';
import {
  cyclicPdf,
  hostilePdf,
  ownerLockedPdf,
  plainPdf,
} from '../fixtures/portfolio/originals.ts';
import { badgePng, certificateJpeg } from '../fixtures/portfolio/pictures.ts';
import { readPdf } from '../fixtures/portfolio/read-pdf.ts';
import { recordOf, tenRecords } from '../fixtures/portfolio/records.ts';

const ROOT = join(import.meta.dirname, '../..');
let core: TypesetCore;

beforeAll(() => {
  core = createTypesetCore({
    resourcesFolder: join(ROOT, 'resources'),
    fontFolders: printFontFolders(join(ROOT, 'node_modules')),
  });
});

const OPTIONS: PortfolioPlanOptions = {
  template: 'appendix',
  title: 'Appendix to my application',
  personName: 'Maren Okonkwo-Sørensen',
  paper: 'a4',
  standard: 'none',
  appendOriginals: false,
  locale: 'en-GB',
  createdAt: '2026-05-14T10:00:00Z',
  appVersion: '0.1.0',
};

type Given = {
  readonly options?: Partial<PortfolioPlanOptions>;
  readonly records: readonly CredentialRecord[];
  readonly pictures?: ReadonlyMap<CredentialId, PortfolioPicture>;
  readonly originals?: ReadonlyMap<Sha256, Uint8Array>;
};

async function print(given: Given): Promise<FinishedPortfolio> {
  const plan = planPortfolio({ ...OPTIONS, ...given.options }, given.records);
  if (!plan.ok) throw new Error(plan.problem.code);
  const prepared = await preparePortfolio(
    plan.value,
    given.pictures ?? new Map<CredentialId, PortfolioPicture>(),
    given.originals ?? new Map<Sha256, Uint8Array>(),
  );
  const request: RequestOf<'typeset.render'> = prepared.request;
  const valid = validate(CHANNELS['typeset.render'].request, request, 'host/bad-request');
  if (!valid.ok) throw new Error(valid.problem.cause);
  const finished = await finishPortfolio(plan.value, prepared, core.render(valid.value));
  if (!finished.ok) throw new Error(finished.problem.cause);
  return finished.value;
}

function picturesFor(records: readonly CredentialRecord[]): Map<CredentialId, PortfolioPicture> {
  const pictures = new Map<CredentialId, PortfolioPicture>();
  records.forEach((record, i) => {
    if (record.original.mediaType === 'image/png') {
      const bytes = badgePng(400, i);
      pictures.set(record.id, { bytes, mediaType: 'image/png', width: 400, height: 400 });
    } else if (record.original.mediaType !== 'application/json') {
      const bytes = certificateJpeg(800, 566, i);
      pictures.set(record.id, { bytes, mediaType: 'image/jpeg', width: 800, height: 566 });
    }
  });
  return pictures;
}

describe.each(['none', 'ua-1', 'a-3a'] as const)('an appendix of ten under %s', (standard) => {
  test.each(['a4', 'letter'] as const)('reads back whole on %s', async (paper) => {
    const records = tenRecords();
    const pictures = picturesFor(records);
    const printed = await print({ options: { standard, paper }, records, pictures });
    const pdf = await readPdf(printed.pdf);
    expect(pdf.title).toBe('Appendix to my application');
    expect(pdf.author).toBe('Maren Okonkwo-Sørensen');
    expect(pdf.language).toBe('en');
    expect(pdf.pages).toHaveLength(printed.pages);
    expect(pdf.bookmarks.map((bookmark) => bookmark.title)).toEqual([
      'Credentials in this document',
      ...records.map((record) => record.achievement.name),
    ]);
    expect(pdf.structure).toEqual(expect.arrayContaining(['H1', 'Table', 'TH', 'TD', 'Link']));
    expect(pdf.alternatives.filter((alt) => alt.startsWith('Copy of the original'))).toHaveLength(
      5,
    );
    pdf.pages.forEach((text, i) => expect(text).toContain(`Page ${i + 1} of ${printed.pages}`));
    expect(printed.problems).toEqual(standard === 'a-3a' ? expect.anything() : []);
  });
});

describe.each(['none', 'ua-1', 'a-3a'] as const)('check reports under %s', (standard) => {
  test.each(['a4', 'letter'] as const)('stand behind each credential on %s', async (paper) => {
    const [first, second] = tenRecords();
    const never = recordOf(9, { title: 'Volunteer First Aider', checked: false });
    if (!first || !second) throw new Error('no sample');
    const records = [first, second, never];
    const pictures = picturesFor(records);
    const options = { standard, paper, checkReports: true };
    const pdf = await readPdf((await print({ options, records, pictures })).pdf);
    const at = pdf.pages.findIndex((text) => text.includes('Check report of credential 1'));
    const page = pdf.pages[at] ?? '';
    expect(pdf.pages[at - 1]).toContain(`The whole check report is on page ${at + 1}.`);
    for (const words of [
      'Checked on 12 May 2026, 09:30 UTC',
      'Standing: Proven',
      'Outcome',
      'Passed',
      'The signature holds for exactly this content.',
      'Not checked',
      'The issuer keeps a list at issuer.example, and nothing was fetched.',
      'No document of any site was used.',
      'What Laurel does not know',
      'what has changed since 12 May 2026',
    ]) {
      expect(page).toContain(words);
    }
    expect(page).not.toMatch(/\byour?\b|\{\w+\}/iu);
    expect(pdf.structures[at]).toEqual(expect.arrayContaining(['H2', 'H3', 'Table', 'TH', 'TD']));
    expect(pdf.bookmarks.slice(1).map(({ children }) => children)).toEqual([
      ['Check report'],
      ['Check report'],
      [],
    ]);
    expect(pdf.pages.join(' ')).not.toContain('Check report of credential 3');
  });
});

test('no check report is printed unless it was asked for', async () => {
  const pdf = await readPdf((await print({ records: tenRecords() })).pdf);
  expect(pdf.pages.join(' ')).not.toContain('heck report');
});

test('a check report of hundreds of details and endless names stays on paper', async () => {
  const [record] = tenRecords();
  if (!record?.latestReport) throw new Error('no sample');
  const item = 'x'.repeat(3_000);
  const details = Array.from({ length: 500 }, () => ({
    outcome: 'failed' as const,
    reason: 'nested/item' as const,
    params: { item, because: 'proof/wrong-signature' },
  }));
  const checks = record.latestReport.checks.map((check) =>
    check.check === 'nested'
      ? { ...check, outcome: 'failed' as const, reason: 'nested/some' as const, details }
      : check,
  );
  const materials = Array.from({ length: 300 }, (_, i) => ({
    url: `https://${'deep.'.repeat(30)}issuer.example/${i}`,
    sha256: 'ab'.repeat(32),
    use: 'status-list' as const,
    readAt: '2026-05-12T09:30:00Z',
    status: 200,
  }));
  const records = [{ ...record, latestReport: { ...record.latestReport, checks, materials } }];
  const options = { checkReports: true, standard: 'ua-1' } as const;
  const pdf = await readPdf((await print({ options, records })).pdf);
  expect(pdf.pages.length).toBeLessThan(10);
  expect(pdf.pages.join(' ')).toContain('and 492 more');
  expect(pdf.pages.join(' ')).toContain('And 276 more documents');
});

test.each(['a4', 'letter'] as const)(
  'a credential with a picture and ordinary text stays on one page of %s',
  async (paper) => {
    const records = Array.from({ length: 12 }, (_, i) =>
      recordOf(i, {
        title: 'Applied methods '.repeat(1 + (i % 5)),
        issuer: 'Nordlys Academy',
        recipient: 'Maren Okonkwo-Sørensen',
        issued: '2024-05-12',
        standing: i % 2 ? 'proven' : 'document',
        description: 'They plan, run and review small projects with a team. '.repeat(i),
        skills: Array.from({ length: i }, (__, n) => `Skill number ${n}`),
        ...(i % 3 ? { verifyUrl: `https://issuer.example/verify/${i}` } : {}),
        mediaType: 'application/pdf',
      }),
    );
    const printed = await print({ options: { paper }, records, pictures: picturesFor(records) });
    const { pages } = await readPdf(printed.pdf);
    const last = pages.slice(-records.length);
    last.forEach((text, i) => expect(text).toContain(`Credential ${i + 1} `));
  },
);

test('says on each page what was checked, what was not, and when', async () => {
  const [first] = tenRecords();
  if (!first) throw new Error('no sample');
  const pdf = await readPdf(
    (await print({ records: [first], pictures: picturesFor([first]) })).pdf,
  );
  const page = pdf.pages[1] ?? '';
  const parts = [
    'Data Analysis with Open Tools',
    'Lindenhof University of Applied Sciences',
    'Issued on',
    '12 May 2024',
    'Skills',
    'Exploratory data analysis',
    'How it was checked',
    'Proven',
    'Checked on 12 May 2026.',
    'Not checked',
    'Not revoked',
    'nothing was fetched',
    'Passed',
    'Signature',
    'data-analysis.pdf',
  ];
  let at = -1;
  for (const part of parts) {
    const next = page.indexOf(part, at + 1);
    expect(next, `“${part}” after position ${at}`).toBeGreaterThan(at);
    at = next;
  }
  expect(pdf.links).toContain('https://credentials.lindenhof.example/verify/7f3a2c9e-11b4-4f0e');
  expect(page.replace(/\s/g, '')).toContain(
    'https://credentials.lindenhof.example/verify/7f3a2c9e-11b4-4f0e',
  );
});

test('attaches the originals byte for byte, with a list of pages, under a-3a', async () => {
  const records = tenRecords().slice(0, 3);
  const originals = new Map(
    records.map((record, i) => [record.original.sha256, new Uint8Array([i, 0, 255, 13, 10, 7])]),
  );
  const printed = await print({ options: { standard: 'a-3a' }, records, originals });
  const { attachments } = await readPdf(printed.pdf);
  expect(printed.attachments).toBe(4);
  expect(Object.keys(attachments).sort()).toEqual([
    '01-data-analysis-with-open-tools.pdf',
    '02-project-leadership-in-distributed-and-multilingual.png',
    '03-credential.pdf',
    'portfolio.json',
  ]);
  expect(attachments['03-credential.pdf']).toEqual(new Uint8Array([2, 0, 255, 13, 10, 7]));
  const manifest = JSON.parse(new TextDecoder().decode(attachments['portfolio.json'])) as {
    credentials: { page: number; file: string; sha256: string }[];
  };
  expect(manifest.credentials.map((entry) => entry.page)).toEqual([2, 3, 4]);
  expect(manifest.credentials[0]?.sha256).toBe(records[0]?.original.sha256);
});

describe('appending originals', () => {
  test('keeps tags and bookmarks, and the index names the pages', async () => {
    const records = [
      recordOf(1, { title: 'First', mediaType: 'application/pdf', fileName: 'first.pdf' }),
      recordOf(2, { title: 'Second', mediaType: 'application/pdf', fileName: 'second.pdf' }),
      recordOf(3, { title: 'Locked', mediaType: 'application/pdf', fileName: 'locked.pdf' }),
    ];
    const files = [
      await plainPdf(2, 'alpha'),
      await plainPdf(1, 'beta'),
      await ownerLockedPdf('gamma'),
    ];
    const originals = new Map(
      records.map((record, i) => [record.original.sha256, files[i] ?? new Uint8Array()]),
    );
    const printed = await print({ options: { appendOriginals: true }, records, originals });
    const pdf = await readPdf(printed.pdf);
    expect(printed.typesetPages).toBe(4);
    expect(printed.pages).toBe(8);
    expect(pdf.pages[0]).toContain('The original follows as pages 5–6.');
    expect(pdf.pages[0]).toContain('The original follows as page 7.');
    expect(pdf.pages.slice(4)).toEqual(['alpha 1', 'alpha 2', 'beta 1', 'gamma']);
    expect(pdf.pages[3]).toContain('Page 4 of 4');
    expect(pdf.labels).toEqual(['1', '2', '3', '4', '5', '6', '7', '8']);
    expect(pdf.bookmarks.at(-1)).toEqual({
      title: 'Originals',
      children: ['First', 'Second', 'Locked'],
    });
    expect(pdf.structure).toContain('Table');
  });

  test('one unreadable original does not cost the others', async () => {
    const records = [
      recordOf(1, { title: 'Cyclic', mediaType: 'application/pdf', fileName: 'cyclic.pdf' }),
      recordOf(2, { title: 'Fine', mediaType: 'application/pdf', fileName: 'fine.pdf' }),
      recordOf(3, { title: 'Rubbish', mediaType: 'application/pdf', fileName: 'rubbish.pdf' }),
    ];
    const files = [cyclicPdf(), await plainPdf(1, 'fine'), new Uint8Array([1, 2, 3])];
    const originals = new Map(
      records.map((record, i) => [record.original.sha256, files[i] ?? new Uint8Array()]),
    );
    const printed = await print({ options: { appendOriginals: true }, records, originals });
    const failures = printed.problems.filter(({ code }) => code === 'portfolio/append-failed');
    expect(failures.map((one) => one.params?.['file'])).toEqual(['cyclic.pdf', 'rubbish.pdf']);
    expect((await readPdf(printed.pdf)).pages.at(-1)).toBe('fine 1');
  });

  test('brings no scripts, launches or attached programs along', async () => {
    const records = [recordOf(1, { title: 'Trap', mediaType: 'application/pdf' })];
    const originals = new Map<Sha256, Uint8Array>();
    for (const record of records) originals.set(record.original.sha256, await hostilePdf());
    const printed = await print({ options: { appendOriginals: true }, records, originals });
    const { PDFDocument } = await import('pdf-lib');
    const document = await PDFDocument.load(printed.pdf);
    const objects = document.context
      .enumerateIndirectObjects()
      .map(([, object]) => object.toString())
      .join('\n');
    const active = ['JavaScript', '/JS', '/Launch', '/OpenAction', '/EmbeddedFile', '/AA', 'file:'];
    expect([...active, '/Rendition'].filter((word) => objects.includes(word))).toEqual([]);
    expect((await readPdf(printed.pdf)).links).toContain('https://issuer.example/kept');
  });

  test('drops the claim of a standard and says so', async () => {
    const records = [recordOf(1, { title: 'One', mediaType: 'application/pdf' })];
    const originals = new Map<Sha256, Uint8Array>();
    for (const record of records) originals.set(record.original.sha256, await plainPdf(1, 'x'));
    for (const [standard, claim] of [
      ['ua-1', 'pdfuaid:part'],
      ['a-3a', 'pdfaid:part'],
    ] as const) {
      const plain = await print({ options: { standard }, records, originals });
      expect(Buffer.from(plain.pdf).toString('latin1')).toContain(claim);
      const appended = await print({
        options: { standard, appendOriginals: true },
        records,
        originals,
      });
      const claims = Buffer.from(appended.pdf).toString('latin1').includes(claim);
      expect(claims).toBe(false);
      expect(appended.problems.map(({ code }) => code)).toContain(
        'portfolio/append-drops-standard',
      );
    }
  });
});

describe('hostile text', () => {
  const MARKUP = '#evil $x$ [y] *not bold* @ref <label> // gone? \\u{41} = Heading';

  test.each(['none', 'ua-1', 'a-3a'] as const)(
    'markup prints as text under %s',
    async (standard) => {
      const records = [
        recordOf(1, {
          title: MARKUP,
          issuer: MARKUP,
          description: MARKUP,
          skills: [MARKUP],
          recipient: MARKUP,
        }),
      ];
      const options = { standard, title: MARKUP, personName: MARKUP };
      const pdf = await readPdf((await print({ options, records })).pdf);
      expect(pdf.title).toBe(MARKUP);
      const squeezed = pdf.pages[1]?.replace(/\s/g, '') ?? '';
      expect(squeezed.split(MARKUP.replace(/\s/g, '')).length - 1).toBeGreaterThanOrEqual(5);
    },
  );

  test('direction overrides, missing letters and piles of marks neither fail nor deceive', async () => {
    const title = `Harvard\u202edrow\u{e0041}\u0000 ${'a' + '\u0301'.repeat(500)} 🏆 ไทย \ue000 \ud800`;
    const records = [recordOf(1, { title, issuer: '\u200b\u200b', skills: ['\u2066'] })];
    const pdf = await readPdf((await print({ options: { standard: 'a-3a' }, records })).pdf);
    expect(pdf.pages[1]).toContain('Harvarddrow');
    expect(pdf.pages[1]).toContain('holds hidden characters');
    expect(pdf.pages[1]).toContain('Issuer not named');
  });

  test('a title of 5,000 characters, one endless word and 3,000 words of criteria stay on paper', async () => {
    const criteria = Array.from({ length: 3_000 }, (_, i) => `word${i}`).join(' ');
    const records = [
      recordOf(1, { title: 'Very long title '.repeat(313), criteria }),
      recordOf(2, { title: 'W'.repeat(5_000), issuer: 'i'.repeat(5_000) }),
    ];
    const printed = await print({ options: { standard: 'ua-1' }, records });
    const pdf = await readPdf(printed.pdf);
    expect(pdf.pages.length).toBeLessThan(12);
    const text = pdf.pages.join(' ');
    const missing = Array.from({ length: 3_000 }, (_, i) => `word${i}`).filter(
      (word) => !text.includes(word),
    );
    expect(missing).toEqual([]);
    expect(/W+/.exec((pdf.pages.at(-1) ?? '').replace(/\s/g, ''))?.[0].length).toBeGreaterThan(300);
  });

  test('a damaged picture leaves the text of its page', async () => {
    const records = [recordOf(1, { title: 'Broken picture', mediaType: 'image/jpeg' })];
    const bytes = certificateJpeg(300, 200, 1).slice(0, 60);
    const pictures = new Map(
      records.map((record) => [
        record.id,
        { bytes, mediaType: 'image/jpeg', width: 300, height: 200 },
      ]),
    );
    const pdf = await readPdf((await print({ records, pictures })).pdf);
    expect(pdf.pages[1]).toContain('Broken picture');
    expect(pdf.pages[1]).not.toContain('Copy of the original');
  });
});

test('prints two hundred credentials with every page numbered', async () => {
  const records = Array.from({ length: 200 }, (_, i) =>
    recordOf(i, { title: `Credential ${i}`, issuer: 'Somebody' }),
  );
  const printed = await print({ records });
  expect(printed.pages).toBeGreaterThan(200);
  const pdf = await readPdf(printed.pdf, [1, printed.pages]);
  expect(pdf.pages.at(-1)).toContain(`Page ${printed.pages} of ${printed.pages}`);
  expect(pdf.bookmarks).toHaveLength(201);
});
