// The inbox from end to end: a mixed handful and a table come in, are triaged by keyboard, corrected and
// taken back, and the settings of gathering are kept.
import type { Page } from '@playwright/test';
import { expect, test } from './support/launch-laurel.ts';
import { chooseFilesButton, goTo, list, row, untilSaved } from './support/library-steps.ts';
import { handed, makeMixedHandful, TITLES, type HandedFile } from './support/mixed-handful.ts';

const TABLE = [
  'What;Where;When',
  'Lathe Basics;Larkfield Workshop;03/04/2025',
  'Glazing;Larkfield Workshop;11/05/2025',
].join('\r\n');

test('what comes in is reported on, decided by keyboard, corrected and taken back', async ({
  laurel,
}) => {
  const page = await laurel.open();
  await bringIn(page, await makeMixedHandful());

  await test.step('the report says what was found and where', async () => {
    await itemOf(page, TITLES.png3).click();
    const report = page.getByRole('region', { name: `Report on ${TITLES.png3}` });
    await expect(report).toContainText('What Laurel found');
    await expect(report).toContainText('is kept exactly as it came');
    await expect(page.getByRole('img', { name: 'The original, page 1 of 1' })).toBeVisible();
    await laurel.screenshot(page, 'inbox-credential');
    await itemOf(page, 'cut-short.png').first().click();
    await expect(page.getByRole('region', { name: 'Report on cut short' })).toContainText(
      'damaged or cut short',
    );
    await laurel.screenshot(page, 'inbox-damaged');
  });

  await test.step('E corrects, and the correction can be taken back', async () => {
    await itemOf(page, TITLES.png2).click();
    await page.keyboard.press('e');
    await expect(page.getByRole('textbox', { name: 'Title' })).toBeFocused();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('Soil Science, first part');
    await laurel.screenshot(page, 'inbox-correct');
    await page.keyboard.press('Control+Enter');
    await expect(itemOf(page, 'Soil Science, first part')).toBeVisible();
    const taking = page.getByRole('button', { name: 'Take back the correction: Title' });
    await expect(taking).toBeVisible();
    await taking.click();
    await expect(itemOf(page, TITLES.png2)).toBeVisible();
    await expect(taking).toHaveCount(0);
  });

  await test.step('A accepts and D declines, and the next line is chosen', async () => {
    await itemOf(page, TITLES.png2).click();
    const before = await items(page).count();
    await page.keyboard.press('a');
    await expect(items(page)).toHaveCount(before - 1);
    await expect(items(page).and(page.locator(':focus'))).toHaveCount(1);
    await page.keyboard.press('d');
    await expect(items(page)).toHaveCount(before - 2);
    await page.keyboard.press('Control+z');
    await expect(items(page)).toHaveCount(before - 1);
  });

  await test.step('the rest is accepted by one button and stands in the library', async () => {
    await page.getByRole('button', { name: /^Accept all/ }).click();
    await goTo(page, 'Library');
    await expect(list(page)).toBeVisible();
    for (const title of Object.values(TITLES)) await expect(row(page, title)).toHaveCount(1);
    await untilSaved(page);
  });
  await laurel.close(page);
});

test('a table is matched, previewed and imported row by row', async ({ laurel }) => {
  const page = await laurel.open();
  await bringIn(page, [handed('courses.csv', TABLE)]);
  const report = page.getByRole('region', { name: 'Report on courses.csv' });
  await expect(report).toContainText('Match the columns');
  await choose(page, 'Title', 'What');
  await choose(page, 'Issuer', 'Where');
  await choose(page, 'Date issued', 'When');
  await report.getByText('Month first: 4 March 2025').click();
  await expect(report.getByText('4 Mar 2025')).toBeVisible();
  await laurel.screenshot(page, 'inbox-columns');
  await page.getByRole('button', { name: 'Import 2 rows' }).click();
  await expect(itemOf(page, 'Lathe Basics')).toBeVisible();
  await expect(itemOf(page, 'Glazing')).toBeVisible();
  await laurel.close(page);
});

test('text is pasted in a dialog, and names and rules are kept over a restart', async ({
  laurel,
}) => {
  const page = await laurel.open();
  await bringIn(page, [handed('notes.bin', 'nothing that anybody knows')]);
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Paste text…' }).click();
  await page.getByRole('textbox', { name: 'Text' }).fill('just some words');
  await laurel.screenshot(page, 'add-paste');
  await page.getByRole('dialog').getByRole('button', { name: 'Add' }).click();
  await expect(itemOf(page, 'Pasted text')).toBeVisible();

  await goTo(page, 'Settings');
  await page.getByRole('textbox', { name: 'Name or address' }).fill('mara@larkfield.example');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByText('mara@larkfield.example')).toBeVisible();
  await page.getByRole('textbox', { name: 'Issuer is' }).fill('Larkfield Academy');
  await page.getByRole('textbox', { name: 'Tag it' }).fill('work');
  await page.getByRole('button', { name: 'Add rule' }).click();
  await expect(page.getByText('issued by Larkfield Academy: accept, tag work')).toBeVisible();
  await laurel.screenshot(page, 'settings-gathering');
  await untilSaved(page);
  const profile = page.context();
  await laurel.close(page);
  const again = await laurel.open(profile);
  await goTo(again, 'Settings');
  await expect(again.getByText('mara@larkfield.example')).toBeVisible();
  await expect(again.getByText('issued by Larkfield Academy: accept, tag work')).toBeVisible();
  await laurel.close(again);
});

async function bringIn(page: Page, files: readonly HandedFile[]): Promise<void> {
  const picker = page.waitForEvent('filechooser');
  await chooseFilesButton(page).click();
  await (await picker).setFiles([...files]);
  await expect(page.getByRole('heading', { level: 1, name: 'Inbox' })).toBeVisible();
  await expect(page.getByText(/^Finished reading/)).toBeAttached();
}

function items(page: Page) {
  return page.getByRole('grid', { name: 'What came in' }).locator('[role="row"][aria-selected]');
}

function itemOf(page: Page, text: string) {
  return items(page).filter({ hasText: text });
}

async function choose(page: Page, field: string, column: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`${field}$`) }).click();
  await page.getByRole('option', { name: column, exact: true }).click();
}
