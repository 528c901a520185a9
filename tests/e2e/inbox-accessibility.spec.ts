// axe over the inbox, its dialogs and the settings of gathering: light and dark, wide, narrow and large.
import type { Page } from '@playwright/test';
import { createRequire } from 'node:module';
import { expect, test } from './support/launch-laurel.ts';
import { chooseFilesButton, chooseFromAdd, goTo } from './support/library-steps.ts';
import { handed, makeMixedHandful, TITLES } from './support/mixed-handful.ts';

type AxeResults = {
  readonly violations: readonly {
    readonly id: string;
    readonly help: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
  }[];
  readonly passes: readonly unknown[];
};
const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const LINK = 'https://www.credly.com/badges/4c1de2f3-8a7b-4c6d-9e0f-1a2b3c4d5e6f';
const TABLE = 'What;Where;When\r\nLathe Basics;Larkfield Workshop;03/04/2025';

for (const colorScheme of ['light', 'dark'] as const) {
  test(`no part of gathering breaks a rule of accessibility (${colorScheme})`, async ({
    laurel,
  }) => {
    const profile = await laurel.newProfile({ colorScheme });
    // Ahead of the page, since its policy lets no script in later.
    await profile.addInitScript({ path: AXE });
    const page = await laurel.open(profile);
    const look = async (name: string): Promise<void> => {
      await laurel.screenshot(page, `gather-${name}-${colorScheme}`);
      expect.soft(await violations(page), name).toEqual([]);
    };
    const picker = page.waitForEvent('filechooser');
    await chooseFilesButton(page).click();
    await (await picker).setFiles([...(await makeMixedHandful()), handed('courses.csv', TABLE)]);
    await expect(page.getByText(/^Finished reading/)).toBeAttached();

    const item = (text: string) =>
      page.getByRole('grid', { name: 'What came in' }).getByRole('row').filter({ hasText: text });
    await item('Safe Welding').click();
    await expect(page.getByRole('img', { name: /^The original, page 1/ })).toBeVisible();
    await look('report');
    for (const [name, width] of [
      ['900', 900],
      ['640', 640],
      ['2560', 2560],
    ] as const) {
      await page.setViewportSize({ width, height: width === 2560 ? 1440 : 800 });
      await look(name);
    }
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.keyboard.press('Shift+ArrowDown');
    await expect(page.getByText('2 selected')).toBeVisible();
    await look('several');
    await item(TITLES.png3).click();
    await page.keyboard.press('e');
    await expect(page.getByRole('textbox', { name: 'Title' })).toBeFocused();
    await look('correct');
    await page.keyboard.press('Escape');
    await page.keyboard.press('m');
    await expect(page.getByRole('dialog')).toBeVisible();
    await look('merge');
    await page.keyboard.press('Escape');
    await item('courses.csv').click();
    await expect(page.getByText('Match the columns')).toBeVisible();
    await look('columns');
    for (const [words, name] of [
      ['Paste text…', 'paste'],
      ['From a provider…', 'provider'],
      ['Watch a folder…', 'watch'],
    ] as const) {
      await page.getByRole('button', { name: 'Add', exact: true }).click();
      await page.getByRole('menuitem', { name: words }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await look(name);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    }
    await chooseFromAdd(page, 'From a provider…');
    await page.getByRole('textbox', { name: 'Address' }).fill('badges.tidewater.example');
    await page.getByRole('button', { name: 'Go on' }).click();
    const account = page.getByRole('button', { name: /^Look for an account/ });
    await expect(account).toBeVisible();
    await look('provider-unknown');
    await account.click();
    await expect(page.getByRole('button', { name: 'Ask this once' })).toBeVisible();
    await look('consent');
    await page.keyboard.press('Escape');
    await chooseFromAdd(page, 'Paste text…');
    await page.getByRole('textbox', { name: 'Text' }).fill(LINK);
    await page.getByRole('dialog').getByRole('button', { name: 'Add' }).click();
    await expect(page.getByText(/^Pasted at/)).toBeVisible();
    await item('Credly').click();
    await expect(page.getByRole('group', { name: 'Text of the original' })).toBeVisible();
    await look('link');
    await goTo(page, 'Library');
    await expect(page.getByRole('button', { name: 'Review' })).toBeVisible();
    await look('banner');
    await goTo(page, 'Settings');
    await look('settings');
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
