// What a person does again and again in the library, by roles and labels. Holds no expectations but those
// that the next step needs.
import type { Locator, Page } from '@playwright/test';
import { expect } from './launch-laurel.ts';
import type { HandedFile } from './mixed-handful.ts';

/** Presses a button that opens the file picker, hands the files in, and waits for the report. */
export async function addFiles(
  page: Page,
  button: Locator,
  files: readonly HandedFile[],
): Promise<void> {
  const picker = page.waitForEvent('filechooser');
  await button.click();
  await (await picker).setFiles([...files]);
  await expect(page.getByRole('heading', { name: 'What Laurel found' })).toBeVisible();
}

/** The button of the first screen. */
export function chooseFilesButton(page: Page): Locator {
  return page.getByRole('button', { name: 'Choose files…' });
}

/** One file of the import report. */
export function reportedFile(page: Page, name: string): Locator {
  return page
    .getByRole('group', { name: 'Files of this import' })
    .getByRole('listitem')
    .filter({ hasText: name });
}

export async function goTo(page: Page, place: string): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('button', { name: new RegExp(`^${place}`) })
    .click();
}

/** The list of credentials. */
export function list(page: Page): Locator {
  return page.getByRole('grid', { name: 'Library' });
}

/** The rows of the list, without its header. */
export function rows(page: Page): Locator {
  return list(page).locator('[role="row"][aria-selected]');
}

export function row(page: Page, title: string): Locator {
  return rows(page).filter({ hasText: title });
}

/** Waits until nothing is on its way to the disk. */
export async function untilSaved(page: Page): Promise<void> {
  await expect(page.getByRole('status').filter({ hasText: /^Saved$/ })).toBeVisible();
}
