// axe over every screen, light and dark. Its rules find part of what can be wrong; the keyboard run and
// the unit tests of labels and announcements look for other parts.
import type { Page } from '@playwright/test';
import { createRequire } from 'node:module';
import { expect, test } from './support/launch-laurel.ts';
import {
  acceptAll,
  addFiles,
  chooseFilesButton,
  goTo,
  row,
  rows,
} from './support/library-steps.ts';
import { TITLES, makeMixedHandful } from './support/mixed-handful.ts';

type AxeResults = {
  readonly violations: readonly {
    readonly id: string;
    readonly help: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
  }[];
  readonly passes: readonly unknown[];
};
const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

for (const colorScheme of ['light', 'dark'] as const) {
  test(`no screen breaks a rule of accessibility (${colorScheme})`, async ({ laurel }) => {
    const profile = await laurel.newProfile({ colorScheme });
    // Ahead of the page, since its policy lets no script in later.
    await profile.addInitScript({ path: AXE });
    const page = await laurel.open(profile);
    const look = async (name: string): Promise<void> => {
      await laurel.screenshot(page, `${name}-${colorScheme}`);
      expect.soft(await violations(page), name).toEqual([]);
    };

    await expect(chooseFilesButton(page)).toBeVisible();
    await look('first-run');
    await addFiles(page, chooseFilesButton(page), await makeMixedHandful());
    await look('import-report');
    await acceptAll(page);
    await expect(row(page, TITLES.png3)).toBeVisible();
    await look('library-filled');
    await row(page, TITLES.png3).click();
    await expect(page.getByRole('toolbar', { name: 'Selected credentials' })).toBeVisible();
    await look('library-selected');
    await page.keyboard.press('#');
    await expect(page.getByRole('dialog')).toBeVisible();
    await look('tag-dialog');
    await page.keyboard.press('Escape');
    await row(page, TITLES.png3).dblclick();
    await expect(page.getByRole('img', { name: 'The original, page 1 of 1' })).toBeVisible();
    await look('credential-about');
    await page.getByRole('tab', { name: 'Checks' }).click();
    await expect(page.getByRole('tabpanel', { name: 'Checks' })).toContainText('Passed');
    await page.getByRole('radio', { name: 'Data' }).click();
    await expect(page.getByRole('region', { name: 'Original' })).toContainText('achievement');
    await look('credential-checks');
    await page.getByRole('button', { name: 'Print appendix…' }).click();
    await look('portfolio-before');
    await page.getByRole('button', { name: 'Build pages' }).click();
    await expect(page.getByRole('img', { name: /page 1 of/ })).toBeVisible();
    await look('portfolio-built');
    await goTo(page, 'Settings');
    await look('settings');
    await goTo(page, 'Inbox');
    await expect(page.getByRole('heading', { name: 'The inbox is empty' })).toBeVisible();
    await look('inbox-empty');
    await goTo(page, 'Bin');
    await look('bin-empty');
    await goTo(page, 'Library');
    await rows(page).first().press('Control+a');
    await page.keyboard.press('Delete');
    await expect(page.getByRole('heading', { name: 'Your library is empty' })).toBeVisible();
    await look('library-empty');
    await goTo(page, 'Bin');
    await expect(page.getByRole('button', { name: 'Restore all 11' })).toBeVisible();
    await look('bin-filled');
    await laurel.close(page);
  });
}

/** What axe found, each with the elements it means. */
async function violations(page: Page): Promise<readonly string[]> {
  const results = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run(): Promise<AxeResults> } };
    return axe.run();
  });
  // A run that looked at nothing would find nothing.
  expect(results.passes.length).toBeGreaterThan(5);
  return results.violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}\n${nodes.map((node) => `  ${node.html}\n  ${node.failureSummary ?? ''}`).join('\n')}`,
  );
}
