// Fetching through the shell's fetch door, against a stub on this computer that stands in for the hosts:
// nothing is asked before a yes, and everything that was asked is listed.
import type { Page } from '@playwright/test';
import { SITE, API, accountStub } from '../support/account-stub.ts';
import { startProviderStub, type ProviderStub } from '../support/provider-stub.ts';
import { expect, test as base } from './support/launch-laurel.ts';
import {
  acceptAll,
  addFiles,
  chooseFilesButton,
  chooseFromAdd,
  goTo,
  inboxItem,
  inboxItems,
  row,
  untilSaved,
} from './support/library-steps.ts';
import { handed, makeWeldingPdf } from './support/mixed-handful.ts';

const HOST = 'www.credly.com';
const PROFILE = 'https://www.credly.com/users/ada-fernside/badges';

const test = base.extend<{ stub: ProviderStub }>({
  stub: async ({}, use) => {
    const stub = await startProviderStub();
    await use(stub);
    await stub.close();
  },
});

test('a profile is fetched after one yes, lands in the inbox, and is listed', async ({
  laurel,
  stub,
}) => {
  const page = await laurel.open(undefined, { [HOST]: stub.port });
  await addFiles(page, chooseFilesButton(page), [handed('welding.pdf', await makeWeldingPdf())]);
  const sheet = await askFor(page, PROFILE);
  await expect(sheet).toContainText('Laurel will ask this host:');
  await expect(sheet).toContainText(HOST);
  await expect(sheet).toContainText('ada-fernside');
  await expect(sheet).toContainText('The name of the profile you pasted');
  await laurel.screenshot(page, 'gather-consent');
  expect(stub.requests).toEqual([]);
  await sheet.getByRole('button', { name: 'Cancel' }).click();
  expect(stub.requests).toEqual([]);

  const again = await askFor(page, PROFILE);
  await again.getByRole('button', { name: 'Ask this once' }).click();
  for (const title of ['Meadow Keeping', 'Hedge Laying', 'Bee Watching']) {
    await expect(inboxItem(page, title)).toBeVisible();
  }
  await expect(page.getByText(/^3 files fetched at/)).toBeVisible();
  await inboxItem(page, 'Meadow Keeping').click();
  await expect(page.getByRole('region', { name: 'Report on Meadow Keeping' })).toContainText(
    `It was fetched from https://${HOST}/badges/`,
  );
  expect(stub.requests.length).toBeGreaterThan(0);
  expect(new Set(stub.requests.map(({ host }) => host))).toEqual(new Set([HOST]));

  await acceptAll(page);
  await expect(row(page, 'Meadow Keeping')).toContainText('Larkfield Trust');
  await goTo(page, 'Settings');
  const history = page.getByRole('group', { name: 'Requests that were made' });
  // A heading, and a line for each request that the stub saw.
  await expect(history.getByRole('row')).toHaveCount(stub.requests.length + 1);
  await expect(history).toContainText(HOST);
  await expect(page.getByText('None. Laurel asks you each time.')).toBeVisible();
  await laurel.screenshot(page, 'gather-history');
  await laurel.close(page);
});

test('a host that asks for a pause is left alone, and what it said is told', async ({
  laurel,
  stub,
}) => {
  const page = await laurel.open(undefined, { [HOST]: stub.port });
  await addFiles(page, chooseFilesButton(page), [handed('welding.pdf', await makeWeldingPdf())]);
  stub.misbehave('too-many-requests');
  const sheet = await askFor(page, PROFILE);
  await sheet.getByRole('button', { name: 'Ask, and remember this host' }).click();
  await expect(page.getByRole('alert')).toContainText(
    `${HOST} asks for a pause of 7 seconds. Try again later.`,
  );
  await expect(inboxItems(page)).toHaveCount(1);
  expect(stub.requests.length).toBe(1);

  await test.step('the host that was remembered can be forbidden again', async () => {
    await goTo(page, 'Settings');
    await page.getByRole('button', { name: `Forbid ${HOST}` }).click();
    await expect(page.getByText('None. Laurel asks you each time.')).toBeVisible();
  });

  await test.step('a provider whose terms forbid it is not asked at all', async () => {
    await goTo(page, 'Inbox');
    await chooseFromAdd(page, 'From a provider…');
    const dialog = page.getByRole('dialog', { name: 'From a provider' });
    await dialog
      .getByRole('textbox', { name: 'Address' })
      .fill('https://www.coursera.org/verify/ZZ9');
    await dialog.getByRole('button', { name: 'Go on' }).click();
    await expect(dialog).toContainText('coursera.org');
    await expect(dialog.getByRole('button', { name: /Look for an account/ })).toHaveCount(0);
    await page.keyboard.press('Escape');
  });
  expect(stub.requests.length).toBe(1);
  await laurel.close(page);
});

test('an account is looked for and named in full before anybody signs in', async ({
  laurel,
  stub,
}) => {
  stub.answerWith(accountStub({ kind: 'open-badges-3.0', holds: [], paging: 'none' }).answer);
  const page = await laurel.open(undefined, { [SITE]: stub.port, [API]: stub.port });
  await addFiles(page, chooseFilesButton(page), [handed('welding.pdf', await makeWeldingPdf())]);
  await chooseFromAdd(page, 'From a provider…');
  const dialog = page.getByRole('dialog', { name: 'From a provider' });
  await dialog.getByRole('textbox', { name: 'Address' }).fill(SITE);
  await dialog.getByRole('button', { name: 'Go on' }).click();
  await dialog.getByRole('button', { name: `Look for an account at ${SITE}` }).click();
  const look = page.getByRole('dialog', { name: `Ask ${SITE} about accounts?` });
  await expect(look).toContainText(SITE);
  expect(stub.requests).toEqual([]);
  await look.getByRole('button', { name: 'Ask this once' }).click();
  const consent = page.getByRole('dialog', { name: /^Fetch your badges from/ });
  await expect(consent).toContainText(API);
  await expect(consent).toContainText('Your account there, because you sign in');
  await laurel.screenshot(page, 'gather-account');
  expect(new Set(stub.requests.map(({ host }) => host))).toEqual(new Set([SITE]));
  await consent.getByRole('button', { name: 'Cancel' }).click();
  expect(new Set(stub.requests.map(({ host }) => host))).toEqual(new Set([SITE]));
  await untilSaved(page);
  await laurel.close(page);
});

/** Pastes an address into the provider dialog and goes on to the question. */
async function askFor(page: Page, address: string) {
  await chooseFromAdd(page, 'From a provider…');
  const dialog = page.getByRole('dialog', { name: 'From a provider' });
  await dialog.getByRole('textbox', { name: 'Address' }).fill(address);
  await dialog.getByRole('button', { name: 'Go on' }).click();
  return page.getByRole('dialog', { name: 'Ask Credly?' });
}
