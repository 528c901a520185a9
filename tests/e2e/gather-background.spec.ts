// What goes on behind the list: a large import goes on after its window was closed, and printed words are
// read while the list is used.
import type { Page } from '@playwright/test';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { drawCertificate, DRAWN_CERTIFICATE } from '../support/printed-certificate.ts';
import { invented, openBadge2 } from '../support/invented-credentials.ts';
import { expect, test } from './support/launch-laurel.ts';
import {
  acceptAll,
  addFiles,
  chooseFilesButton,
  goTo,
  inboxItem,
  inboxItems,
  reportOn,
  row,
  rows,
  untilSaved,
} from './support/library-steps.ts';
import { handed, makeWeldingPdf } from './support/mixed-handful.ts';

const FILES = 200;
/** A key press is answered in far less; a list that waits for the reading of a picture takes seconds. */
const KEY_MS = 500;

test('a window closed in the middle of 200 files goes on where it was', async ({ laurel }) => {
  const page = await laurel.open();
  // Its first file makes the library, so that the import begins at once.
  await addFiles(page, chooseFilesButton(page), [handed('welding.pdf', await makeWeldingPdf())]);
  await page
    .getByTestId('file-picker')
    .setInputFiles(Array.from({ length: FILES }, (_, at) => course(at)));
  // All of them are safe on disk now, and most are still to be read.
  await expect(page.getByText(/^200 files chosen/)).toBeVisible();
  await expect(page.getByText(/still to read/)).toBeVisible();
  const profile = page.context();
  await laurel.close(page);

  const again = await laurel.open(profile);
  await goTo(again, 'Inbox');
  await expect(again.getByText(`${FILES + 1} credentials wait for you`)).toBeVisible({
    timeout: 60_000,
  });
  await expect(again.getByText(/still to read/)).toHaveCount(0);
  await expect(again.getByText(/^200 files chosen/)).toBeVisible();
  await acceptAll(again);
  await expect(again.getByText(`${FILES + 1} credentials`, { exact: true })).toBeVisible();
  await again.getByRole('searchbox', { name: 'Search the library' }).fill('"Coastal course 137"');
  await expect(row(again, 'Coastal course 137')).toHaveCount(1);
  await untilSaved(again);
  await laurel.close(again);

  const originals = await readdir(join(laurel.dataFolder, 'libraries'), { recursive: true });
  expect(originals.filter((path) => /originals.[0-9a-f]{2}.[0-9a-f]{64}$/.test(path)).length).toBe(
    FILES + 1,
  );
});

test('printed words are read in the background while the list is used', async ({ laurel }) => {
  const page = await laurel.open();
  const pictures = ['Tidal Energy for Beginners', 'Harbour Safety', 'Reading the Weather'];
  await addFiles(page, chooseFilesButton(page), [
    ...pictures.map((title, at) => handed(`scan-${at}.png`, pictureOf(title))),
    ...Array.from({ length: 12 }, (_, at) => course(at)),
  ]);
  await expect(page.getByText(/^Reading printed words/)).toBeVisible();

  await test.step('keys are answered at once meanwhile', async () => {
    await inboxItems(page).first().click();
    for (let press = 0; press < 8; press += 1) {
      const before = await focusedKey(page);
      const from = Date.now();
      await page.keyboard.press('j');
      await expect.poll(() => focusedKey(page), { intervals: [5] }).not.toBe(before);
      expect.soft(Date.now() - from, 'milliseconds').toBeLessThan(KEY_MS);
    }
    await inboxItem(page, 'Coastal course 4').click();
    await page.keyboard.press('a');
    await expect(inboxItem(page, 'Coastal course 4')).toHaveCount(0);
  });

  await test.step('the records are completed by themselves', async () => {
    for (const title of pictures) {
      await expect(inboxItem(page, title)).toBeVisible({ timeout: 60_000 });
    }
    await expect(page.getByText(/^Reading printed words/)).toHaveCount(0);
    await inboxItem(page, 'Harbour Safety').click();
    const report = reportOn(page, 'Harbour Safety');
    await expect(report).toContainText('Northshore College');
    await expect(report).toContainText('14 Mar 2024');
    await expect(report).toContainText(/read from the picture \(\d+ % sure\)/);
    await expect(report).not.toContainText('still being read');
    // Where each was read stands as a box on the picture.
    await expect(page.getByRole('region', { name: 'Original' })).toContainText('Title');
    await laurel.screenshot(page, 'gather-printed-words');
  });
  await acceptAll(page);
  await expect(rows(page).filter({ hasText: 'Northshore College' })).toHaveCount(3);
  await laurel.close(page);
});

function course(at: number) {
  const title = `Coastal course ${at}`;
  // Long enough that reading two hundred takes a while.
  const criteria = 'Take part in every tide of the month. '.repeat(1_200);
  return handed(
    `coastal-${at}.json`,
    JSON.stringify(openBadge2(invented({ title, slug: `coastal-${at}`, criteria }))),
  );
}

/** The drawn certificate under another title, with a number of its own. */
function pictureOf(title: string): Uint8Array {
  const words: Readonly<Record<string, string>> = {
    'Tidal Energy for Beginners': title,
    'Certificate number: NS-48213-77': `Certificate number: NS-48213-${title.length}`,
  };
  const lines = DRAWN_CERTIFICATE.map((line) => ({ ...line, text: words[line.text] ?? line.text }));
  return drawCertificate({ lines }).toBuffer('image/png');
}

async function focusedKey(page: Page): Promise<string | null> {
  return inboxItems(page).and(page.locator('[tabindex="0"]')).getAttribute('data-key');
}
