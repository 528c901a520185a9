// The whole main job, as a person does it: from the first screen to a printed appendix, and back after a
// restart with and without the browser's memory.
import type { Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { PDFDocument } from 'pdf-lib';
import { expect, test } from './support/launch-laurel.ts';
import {
  acceptAll,
  addFiles,
  chooseFilesButton,
  goTo,
  inboxItem,
  list,
  reportOn,
  row,
  rows,
  untilSaved,
} from './support/library-steps.ts';
import { TITLES, makeMixedHandful } from './support/mixed-handful.ts';

const TAG = 'Job hunt';
const NOTE = 'Bring the original to the interview.';
/** Eight credentials, a PDF, a picture, and the broken picture, which is kept as it came. */
const HELD = 11;
const PRINTED = 10;
/** What the picture says in print; its words are read in the background. */
const PICTURED = 'Woodshop Safety Induction';

test('a mixed handful comes in, is checked, found, tagged, printed, and is there again', async ({
  laurel,
}) => {
  const page = await laurel.open();

  await test.step('the first screen', async () => {
    await expect(
      page.getByRole('heading', { name: 'A home for everything you have earned' }),
    ).toBeVisible();
    await laurel.screenshot(page, 'first-run');
  });

  await test.step('the report says per file what was found', async () => {
    await addFiles(page, chooseFilesButton(page), await makeMixedHandful());
    await laurel.screenshot(page, 'import-report');
    await expect(page.getByText(`${HELD} credentials wait for you`)).toBeVisible();
    const found: readonly (readonly [title: string, file: string, outcome: RegExp])[] = [
      [TITLES.png2, 'soil.png', /inside the picture file.*Open Badge 2, inside a PNG picture/s],
      [TITLES.png3, 'bridge.png', /inside the picture file.*Open Badge 3, inside a PNG picture/s],
      [TITLES.svg2, 'choir.svg', /inside the drawing.*Open Badge 2, inside an SVG picture/s],
      [TITLES.json2, 'bees.json', /is a credential.*Open Badge 2, as a data file/s],
      [TITLES.json3, 'archive.json', /is a credential.*Open Badge 3, as a data file/s],
      [TITLES.es256, 'night.jwt', /is a credential.*Open Badge 3, as a signed token/s],
      [TITLES.rs256, 'harbour.jwt', /is a credential.*Open Badge 3, as a signed token/s],
      [TITLES.eddsa, 'paper.jwt', /is a credential.*Open Badge 3, as a signed token/s],
      ['Safe Welding', 'welding.pdf', /Text that can be read.*12 May 2025.*PDF document/s],
      [PICTURED, 'wall-certificate.png', /Printed words, read from the picture.*3 May 2024/s],
      ['cut short', 'cut-short.png', /is damaged or cut short. Download it again/s],
    ];
    for (const [title, file, outcome] of found) {
      await inboxItem(page, title).click();
      const report = reportOn(page, title);
      await expect(report, file).toContainText(outcome);
      await expect(report, file).toContainText(new RegExp(`“${file}” .* is kept exactly`));
    }
  });

  await test.step('nothing is in the library before it is accepted', async () => {
    await goTo(page, 'Library');
    await expect(page.getByText('11 new in the inbox')).toBeVisible();
    await expect(rows(page)).toHaveCount(0);
    await goTo(page, 'Inbox');
    await acceptAll(page);
    await expect(page.getByText('new in the inbox')).toHaveCount(0);
  });

  await test.step('the library lists them', async () => {
    await expect(page.getByText(`${HELD} credentials`, { exact: true })).toBeVisible();
    for (const title of Object.values(TITLES)) await expect(row(page, title)).toHaveCount(1);
    await laurel.screenshot(page, 'library');
  });

  await test.step('search finds as one types', async () => {
    const box = page.getByRole('searchbox', { name: 'Search the library' });
    await box.pressSequentially('archi');
    await expect(rows(page)).toHaveCount(1);
    await expect(row(page, TITLES.json3)).toBeVisible();
    await box.fill('larkfield');
    await expect(rows(page)).toHaveCount(8);
    await box.fill('no such words at all');
    await expect(page.getByRole('heading', { name: 'Nothing found' })).toBeVisible();
    await box.fill('');
    await expect(row(page, TITLES.png2)).toBeVisible();
  });

  await test.step('one opened says what it is, and how it was checked', () =>
    readOne(page, laurel));

  await test.step('several are tagged at once, and it is undone and done again', () =>
    tagThree(page));

  await test.step('an appendix of ten is printed on A4 and on Letter', async () => {
    await printTen(page);
    await laurel.screenshot(page, 'appendix');
  });

  await untilSaved(page);
  const profile = page.context();
  await laurel.close(page);

  await test.step('the same browser shows everything again', async () => {
    const again = await laurel.open(profile);
    await expectAllThere(again);
    await laurel.close(again);
  });

  await test.step('a browser without memory shows everything, rebuilt from the disk', async () => {
    const again = await laurel.open();
    await expectAllThere(again);
    await laurel.screenshot(again, 'rebuilt-library');
    await laurel.close(again);
  });
});

async function readOne(
  page: Page,
  laurel: { screenshot(page: Page, name: string): Promise<void> },
): Promise<void> {
  await row(page, TITLES.png3).dblclick();
  await expect(page.getByRole('heading', { level: 1, name: TITLES.png3 })).toBeVisible();
  const about = page.getByRole('tabpanel', { name: 'About' });
  await expect(about).toContainText('Imke Tornquist');
  await expect(about).toContainText('14 Mar 2025');
  await expect(about).toContainText('No end date');
  await expect(about).toContainText('Bridge Inspection (named by the issuer)');

  const original = page.getByRole('region', { name: 'Original' });
  await expect(original.getByRole('img', { name: 'The original, page 1 of 1' })).toBeVisible();
  await laurel.screenshot(page, 'credential-about');
  await original.getByRole('radio', { name: 'Data' }).click();
  await expect(original).toContainText('OpenBadgeCredential');

  const notes = page.getByRole('textbox', { name: 'Your notes' });
  await notes.fill(NOTE);
  await notes.blur();
  await untilSaved(page);

  await page.getByRole('tab', { name: 'Checks' }).click();
  const checks = page.getByRole('tabpanel', { name: 'Checks' });
  await expect(checks).toContainText('The signature holds for exactly this content.');
  await expect(checks).toContainText('It has no end date.');
  await expect(checks).toContainText('Nothing was fetched.');
  await laurel.screenshot(page, 'credential-checks');

  await page.keyboard.press('Escape');
  await row(page, 'Safe Welding').dblclick();
  await expect(original.getByRole('img', { name: 'The original, page 1 of 2' })).toBeVisible();
  await original.getByRole('button', { name: 'Next page' }).click();
  await expect(original.getByRole('img', { name: 'The original, page 2 of 2' })).toBeVisible();
  await laurel.screenshot(page, 'credential-pdf');
  await page.keyboard.press('Escape');
  await expect(list(page)).toBeVisible();
}

async function tagThree(page: Page): Promise<void> {
  await row(page, TITLES.png2).click();
  await row(page, TITLES.png3).click({ modifiers: ['Control'] });
  await row(page, TITLES.svg2).click({ modifiers: ['Control'] });
  await page
    .getByRole('toolbar', { name: 'Selected credentials' })
    .getByRole('button', { name: 'Tag…' })
    .click();
  const dialog = page.getByRole('dialog', { name: 'Tags of 3 credentials' });
  await dialog.getByRole('textbox', { name: 'Tag name' }).fill(TAG);
  await dialog.getByRole('button', { name: 'Make tag' }).click();
  await expect(dialog.getByRole('checkbox', { name: TAG })).toBeChecked();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(rows(page).filter({ hasText: TAG })).toHaveCount(3);
  const toast = page.getByRole('status').filter({ hasText: `Tagged 3 credentials “${TAG}”` });
  await toast.getByRole('button', { name: 'Undo' }).click();
  await expect(rows(page).filter({ hasText: TAG })).toHaveCount(0);
  await page.keyboard.press('Control+Shift+Z');
  await expect(rows(page).filter({ hasText: TAG })).toHaveCount(3);
}

async function printTen(page: Page): Promise<void> {
  await row(page, TITLES.png2).press('Control+a');
  const bar = page.getByRole('toolbar', { name: 'Selected credentials' });
  await expect(bar).toContainText(`${HELD} selected`);
  await row(page, 'cut short').click({ modifiers: ['Control'] });
  await expect(bar).toContainText(`${PRINTED} selected`);
  await bar.getByRole('button', { name: 'Print appendix…' }).click();
  await expect(page.getByRole('heading', { name: 'Print an appendix' })).toBeVisible();
  await page.getByRole('textbox', { name: 'Your name' }).fill('Imke Tornquist');

  const a4 = await buildAndSave(page, 'A4', 'Build pages');
  expect(a4.getPageCount()).toBeGreaterThanOrEqual(PRINTED + 1);
  expect(sizes(a4)).toEqual(['595 × 842']);

  const letter = await buildAndSave(page, 'Letter', 'Build again');
  expect(letter.getPageCount()).toBeGreaterThanOrEqual(PRINTED + 1);
  expect(sizes(letter)).toEqual(['612 × 792']);

  await page.getByRole('switch', { name: /Append original PDFs/ }).press('Space');
  const appended = await buildAndSave(page, 'A4', 'Build again');
  expect(appended.getPageCount()).toBe(a4.getPageCount() + 2);
  expect(sizes(appended)).toEqual(['595 × 842', '792 × 612']);
}

/** Builds, looks at the preview, saves, and reads back the file that arrived. */
async function buildAndSave(
  page: Page,
  paper: 'A4' | 'Letter',
  button: string,
): Promise<PDFDocument> {
  await page.getByRole('radio', { name: paper, exact: true }).click();
  await page.getByRole('button', { name: button }).click();
  const preview = page.getByRole('region', { name: 'Preview' });
  const save = page.getByRole('button', { name: 'Save PDF…' });
  await expect(save).toBeEnabled();
  const drawn = preview.getByRole('img', { name: /^The original, page 1 of \d+$/ });
  await expect(drawn).toBeVisible();
  const download = page.waitForEvent('download');
  await save.click();
  const saved = await download;
  expect(saved.suggestedFilename()).toMatch(/\.pdf$/);
  const bytes = await readFile(await saved.path());
  expect(bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-');
  const pdf = await PDFDocument.load(bytes);
  await expect(preview).toContainText(`${pdf.getPageCount()} pages`);
  await expect(drawn).toHaveAccessibleName(`The original, page 1 of ${pdf.getPageCount()}`);
  return pdf;
}

function sizes(pdf: PDFDocument): readonly string[] {
  const all = pdf
    .getPages()
    .map((page) => `${Math.round(page.getWidth())} × ${Math.round(page.getHeight())}`);
  return [...new Set<string>(all)];
}

async function expectAllThere(page: Page): Promise<void> {
  await expect(page.getByText(`${HELD} credentials`, { exact: true })).toBeVisible();
  for (const title of Object.values(TITLES)) await expect(row(page, title)).toHaveCount(1);
  await expect(rows(page).filter({ hasText: TAG })).toHaveCount(3);
  await row(page, TITLES.png3).dblclick();
  await expect(page.getByRole('textbox', { name: 'Your notes' })).toHaveValue(NOTE);
  await expect(page.getByRole('img', { name: 'The original, page 1 of 1' })).toBeVisible();
  await goTo(page, 'Library');
}
