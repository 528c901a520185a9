// Files made to break readers: each gets an outcome and a sentence, soon, and nothing that was in the
// library before changes.
import type { Locator, Page } from '@playwright/test';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { bakePng, plainPng } from '../support/bake.ts';
import { cyclicPdf } from '../support/certificate-pdf.ts';
import { invented, openBadge2 } from '../support/invented-credentials.ts';
import { expect, test } from './support/launch-laurel.ts';
import {
  acceptAll,
  addFiles,
  chooseFilesButton,
  chooseFromAdd,
  inboxItems,
  rows,
  untilSaved,
} from './support/library-steps.ts';
import { type HandedFile, handed, makeMixedHandful } from './support/mixed-handful.ts';

const WITHIN_MS = 5_000;
const DEEP = 1_000_000;
const PROBE = 'probe-of-an-svg-script';

function badFiles(): readonly (readonly [string, HandedFile])[] {
  const badge = JSON.stringify(openBadge2(invented()));
  const baked = bakePng(plainPng(), 'openbadges', badge);
  const hugeChunk = Buffer.from(baked);
  // The length of the first chunk after the header.
  hugeChunk.writeUInt32BE(0x4000_0000, 33);
  const script = `<script>document.title = '${PROBE}'; fetch('https://elsewhere.example/')</script>`;
  return [
    ['a truncated PNG', handed('truncated.png', baked.slice(0, 150))],
    ['a chunk that claims 1 GB', handed('huge-chunk.png', hugeChunk)],
    ['JSON nested a million deep', handed('deep.json', '['.repeat(DEEP) + ']'.repeat(DEEP))],
    [
      'objects nested a million deep',
      handed('deep-objects.json', '{"a":'.repeat(DEEP) + '1' + '}'.repeat(DEEP)),
    ],
    [
      'duplicate keys',
      handed('twice.json', badge.replace('"type"', '"issuedOn":"2020-01-01","type"')),
    ],
    ['a cyclic page tree', handed('cyclic.pdf', cyclicPdf())],
    [
      'an SVG with script',
      handed(
        'script.svg',
        `<svg xmlns="http://www.w3.org/2000/svg" onload="document.title='${PROBE}'" viewBox="0 0 9 9">${script}<rect width="9" height="9" fill="#234"/></svg>`,
      ),
    ],
    ['a zero-byte file', handed('empty.png', '')],
    [
      'a name with control characters',
      handed('certi\u0007ficate\u202egnp.\u0000\u001b[31m.json', '{"not":"a badge"}'),
    ],
  ];
}

test('files made to break readers are each answered with a sentence, and change nothing', async ({
  laurel,
}) => {
  const page = await laurel.open();
  await addFiles(page, chooseFilesButton(page), (await makeMixedHandful()).slice(0, 4));
  await untilSaved(page);
  const before = await filesUnder(join(laurel.dataFolder, 'libraries'));
  expect([...before.keys()].filter((path) => path.includes('originals')).length).toBe(4);

  for (const [what, file] of badFiles()) {
    await test.step(what, async () => {
      const { took, outcome, sentences } = await importOne(page, file);
      expect.soft(took, `${what}: milliseconds`).toBeLessThan(WITHIN_MS);
      expect.soft(outcome, what).toMatch(/^(Read|Kept as a document|Could not be read)$/);
      const said = sentences.join(' ');
      expect.soft(said, `${what}: a sentence`).toMatch(/^[A-Z“].{20,}\.$/s);
      // No stack, no code, no class name.
      expect.soft(said).not.toMatch(/\bat \w+ \(|Error:|[a-z]+\/[a-z-]+-[a-z-]+|undefined|NaN/);
      expect.soft(said, what).not.toContain('did not expect');
    });
  }
  await laurel.screenshot(page, 'bad-input');
  expect(await page.title()).not.toContain(PROBE);

  // What was kept can be looked at without harm.
  await acceptAll(page);
  await expect(rows(page).first()).toBeVisible();
  await page.getByRole('searchbox', { name: 'Search the library' }).fill('script');
  await rows(page).filter({ hasText: 'script' }).dblclick();
  await expect(page.getByRole('region', { name: 'Original' })).toBeVisible();
  expect(await page.title()).not.toContain(PROBE);
  await untilSaved(page);
  await laurel.close(page);

  const after = await filesUnder(join(laurel.dataFolder, 'libraries'));
  const changed = [...before].filter(([path, bytes]) => {
    const now = after.get(path);
    // A journal is only ever added to.
    const same = path.endsWith('.jsonl') ? now?.subarray(0, bytes.length) : now;
    return same?.equals(bytes) !== true;
  });
  expect(changed.map(([path]) => path)).toEqual([]);
});

type Answer = {
  readonly took: number;
  readonly outcome: string;
  readonly sentences: readonly string[];
};

async function importOne(page: Page, file: HandedFile): Promise<Answer> {
  const item = inboxItems(page).first();
  const before = (await item.getAttribute('data-key')) ?? '';
  const picker = page.waitForEvent('filechooser');
  await chooseFromAdd(page, 'Choose files…');
  const chooser = await picker;
  const from = Date.now();
  await chooser.setFiles([file]);
  // What came last stands first.
  await expect(item).not.toHaveAttribute('data-key', before);
  await expect(item).not.toContainText('Waiting to be read');
  const took = Date.now() - from;
  await item.click();
  const report = page.getByRole('region', { name: /^Report on/ });
  await expect(report).toContainText(shownName(file.name));
  const isCredential = (await item.getAttribute('data-key'))?.startsWith('c:') === true;
  const outcome = isCredential ? 'Read' : await item.innerText();
  const sentences = await problemsOf(report).allInnerTexts();
  return {
    took,
    outcome: /Read|Kept as a document|Could not be read/.exec(outcome)?.[0] ?? outcome,
    sentences: sentences.map((text) => text.trim()),
  };
}

/** The sentences about what stands in the way. */
function problemsOf(report: Locator): Locator {
  return report
    .locator('section')
    .filter({ has: report.page().getByRole('heading', { name: 'What stands in the way' }) })
    .getByRole('listitem');
}

/** The part of a name before its first hidden character. */
function shownName(name: string): string {
  return /^[\w.-]+/.exec(name)?.[0] ?? name;
}

async function filesUnder(folder: string): Promise<ReadonlyMap<string, Buffer>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const found = new Map<string, Buffer>();
  for (const entry of entries) {
    if (!entry.isFile() || entry.name.includes('lock')) continue;
    const path = join(entry.parentPath, entry.name);
    found.set(path, await readFile(path));
  }
  return found;
}
