// What a person does again and again in the library, by roles and labels. Holds no expectations but those
// that the next step needs.
import type { Locator, Page } from '@playwright/test';
import { expect } from './launch-laurel.ts';
import type { HandedFile } from './mixed-handful.ts';

/** Presses a button that opens the file picker, hands the files in, and waits until all are read. */
export async function addFiles(
  page: Page,
  button: Locator,
  files: readonly HandedFile[],
): Promise<void> {
  const picker = page.waitForEvent('filechooser');
  await button.click();
  await (await picker).setFiles([...files]);
  await expect(page.getByRole('heading', { level: 1, name: 'Inbox' })).toBeVisible();
  await untilRead(page, files.length);
}

/** Chooses one way of the Add menu. */
export async function chooseFromAdd(page: Page, words: string): Promise<void> {
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('menuitem', { name: words }).click();
}

/** Waits for the word that everything that came in was read. */
export async function untilRead(page: Page, files: number): Promise<void> {
  const words = files === 1 ? 'Finished reading 1 file.' : `Finished reading ${files} files.`;
  await expect(page.getByText(words)).toBeAttached();
}

/** The button of the first screen. */
export function chooseFilesButton(page: Page): Locator {
  return page.getByRole('button', { name: 'Choose files…' });
}

/** The lines of the inbox, without the headings of what came in together. */
export function inboxItems(page: Page): Locator {
  return page.getByRole('grid', { name: 'What came in' }).locator('[role="row"][aria-selected]');
}

export function inboxItem(page: Page, text: string): Locator {
  return inboxItems(page).filter({ hasText: text });
}

/** The report on the file or credential of that name. */
export function reportOn(page: Page, name: string): Locator {
  return page.getByRole('region', { name: `Report on ${name}` });
}

/** Takes everything that waits into the library, and goes there. */
export async function acceptAll(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Accept (1|all \d+)$/ }).click();
  await expect(
    page
      .getByText('Nothing waits for you')
      .or(page.getByRole('heading', { name: 'The inbox is empty' })),
  ).toBeVisible();
  await goTo(page, 'Library');
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
