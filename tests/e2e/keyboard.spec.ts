// The main job by keyboard alone: no step here points or clicks.
import type { Locator, Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { expect, test } from './support/launch-laurel.ts';
import {
  chooseFilesButton,
  inboxItem,
  inboxItems,
  list,
  row,
  rows,
  untilRead,
} from './support/library-steps.ts';
import { TITLES, makeMixedHandful } from './support/mixed-handful.ts';

const MOST_TABS = 60;

test('everything from the first file to the printed appendix works by keyboard', async ({
  laurel,
}) => {
  const page = await laurel.open();
  const keys = page.keyboard;

  // The way in has the focus at once.
  await expect(chooseFilesButton(page)).toBeFocused();
  const picker = page.waitForEvent('filechooser');
  await keys.press('Enter');
  const handful = await makeMixedHandful();
  await (await picker).setFiles([...handful]);
  await untilRead(page, handful.length);

  // The inbox: one line is taken by its key, the rest by the button.
  await tabTo(page, inboxItems(page).and(page.locator('[tabindex="0"]')));
  await keys.press('End');
  await expect(inboxItem(page, 'cut short')).toBeFocused();
  await keys.press('Home');
  await expect(inboxItem(page, TITLES.png2)).toBeFocused();
  await keys.press('a');
  await expect(inboxItem(page, TITLES.png2)).toHaveCount(0);
  await expect(inboxItem(page, TITLES.png3)).toBeFocused();
  await tabTo(page, page.getByRole('button', { name: `Accept all ${handful.length - 1}` }));
  await keys.press('Enter');
  await expect(page.getByRole('heading', { name: 'The inbox is empty' })).toBeVisible();
  await tabTo(
    page,
    page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: /^Library/ }),
  );
  await keys.press('Enter');

  // Search, then down into the list.
  await expect(list(page)).toBeVisible();
  await keys.press('/');
  await expect(page.getByRole('searchbox', { name: 'Search the library' })).toBeFocused();
  await keys.type('bridge');
  await expect(rows(page)).toHaveCount(1);
  await keys.press('ArrowDown');
  await expect(row(page, TITLES.png3)).toBeFocused();
  await keys.press('Enter');

  // The credential: its checks, its data, its notes.
  await expect(page.getByRole('heading', { level: 1, name: TITLES.png3 })).toBeVisible();
  await tabTo(page, page.getByRole('tab', { name: 'About' }));
  await keys.press('ArrowRight');
  await expect(page.getByRole('tabpanel', { name: 'Checks' })).toContainText(
    'The signature holds for exactly this content.',
  );
  await keys.press('ArrowLeft');
  await tabTo(page, page.getByRole('textbox', { name: 'Your notes' }));
  await keys.type('Ask for the paper copy.');
  await tabTo(page, page.getByRole('radio', { name: 'Picture' }));
  await keys.press('ArrowRight');
  await keys.press('Enter');
  await expect(page.getByRole('region', { name: 'Original' })).toContainText('OpenBadgeCredential');
  await keys.press('Escape');
  await expect(row(page, TITLES.png3)).toBeFocused();

  // Tag several, take it back.
  await keys.press('Control+k');
  await keys.press('Control+a');
  await keys.press('Delete');
  await expect(row(page, TITLES.png2)).toBeVisible();
  await keys.press('ArrowDown');
  await keys.press('Home');
  await keys.press('Shift+ArrowDown');
  await keys.press('Shift+ArrowDown');
  await expect(page.getByRole('toolbar', { name: 'Selected credentials' })).toContainText(
    '3 selected',
  );
  await keys.press('#');
  await expect(page.getByRole('textbox', { name: 'Tag name' })).toBeFocused();
  await keys.type('Spring');
  await keys.press('Enter');
  await expect(page.getByRole('checkbox', { name: 'Spring' })).toBeChecked();
  await keys.press('Escape');
  await expect(rows(page).filter({ hasText: 'Spring' })).toHaveCount(3);
  await keys.press('Control+z');
  await expect(rows(page).filter({ hasText: 'Spring' })).toHaveCount(0);

  // Print what is selected.
  await keys.press('Control+p');
  await expect(page.getByRole('heading', { name: 'Print an appendix' })).toBeVisible();
  await tabTo(page, page.getByRole('button', { name: 'Build pages' }));
  await keys.press('Enter');
  const save = page.getByRole('button', { name: 'Save PDF…' });
  await expect(save).toBeEnabled();
  await tabTo(page, save);
  const download = page.waitForEvent('download');
  await keys.press('Enter');
  const bytes = await readFile(await (await download).path());
  expect(bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-');
  await laurel.close(page);
});

test('the sheet of shortcuts opens and closes by keyboard and gives the focus back', async ({
  laurel,
}) => {
  const page = await laurel.open();
  await page.getByRole('button', { name: 'Explore with invented samples' }).press('Enter');
  await expect(rows(page).first()).toBeVisible();
  await tabTo(page, rows(page).first());
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(sheet).toBeVisible();
  await laurel.screenshot(page, 'shortcuts');
  await page.keyboard.press('Escape');
  await expect(sheet).toHaveCount(0);
  await expect(rows(page).first()).toBeFocused();
  await laurel.close(page);
});

/** Presses Tab until the target has the focus; fails when it is not on the way. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < MOST_TABS; presses += 1) {
    if (await target.evaluate((node) => node === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(target).toBeFocused();
}
