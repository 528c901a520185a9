// Looking around with invented samples, and leaving them without a trace in one's own library.
import { expect, test } from './support/launch-laurel.ts';
import {
  acceptAll,
  addFiles,
  chooseFilesButton,
  chooseFromAdd,
  inboxItem,
  list,
  row,
  rows,
} from './support/library-steps.ts';
import { handed, makeWeldingPdf } from './support/mixed-handful.ts';

test('the samples open, say that they are invented, and stay apart from one’s own library', async ({
  laurel,
}) => {
  const page = await laurel.open();
  await page.getByRole('button', { name: 'Explore with invented samples' }).click();
  const banner = page.getByRole('complementary', { name: 'Invented samples' });
  await expect(banner).toContainText('You are exploring invented credentials.');
  await expect(page.getByText('14 credentials', { exact: true })).toBeVisible();
  await expect(row(page, 'Data Storytelling')).toBeVisible();
  await laurel.screenshot(page, 'samples');

  await page.getByRole('searchbox', { name: 'Search the library' }).fill('statist');
  await expect(row(page, 'Applied Statistics for Everyday Decisions')).toBeVisible();

  await banner.getByRole('button', { name: 'Start my own' }).click();
  await expect(chooseFilesButton(page)).toBeVisible();
  await expect(banner).toHaveCount(0);

  await addFiles(page, chooseFilesButton(page), [handed('welding.pdf', await makeWeldingPdf())]);
  await acceptAll(page);
  await expect(list(page)).toBeVisible();
  await expect(rows(page)).toHaveCount(1);
  await expect(row(page, 'Safe Welding')).toBeVisible();
  await laurel.close(page);
});

test('own files added among the samples go into one’s own library', async ({ laurel }) => {
  const page = await laurel.open();
  await page.getByRole('button', { name: 'Explore with invented samples' }).click();
  await expect(rows(page).first()).toBeVisible();
  const picker = page.waitForEvent('filechooser');
  await chooseFromAdd(page, 'Choose files…');
  const { name, mimeType, buffer } = handed('welding.pdf', await makeWeldingPdf());
  await (await picker).setFiles([{ name, mimeType, buffer }]);
  await page
    .getByRole('dialog', { name: 'Add these to your own library?' })
    .getByRole('button', { name: 'Add 1 file to my library' })
    .click();
  await expect(inboxItem(page, 'Safe Welding')).toBeVisible();
  await acceptAll(page);
  await expect(rows(page)).toHaveCount(1);
  await expect(page.getByRole('complementary', { name: 'Invented samples' })).toHaveCount(0);
  await laurel.close(page);
});
