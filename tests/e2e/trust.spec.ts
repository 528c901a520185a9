// Checking with the issuer, as a person does it: a signed badge whose list has to be asked, one yes, the answer
// kept; later the issuer revokes, and both reports can be read.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  LIST,
  badgeWith,
  encodedList,
  entryOf,
  listOfBits,
  newSigner,
} from '../support/status-lists.ts';
import { expect, test } from './support/launch-laurel.ts';
import { acceptAll, addFiles, chooseFilesButton, goTo, rows } from './support/library-steps.ts';
import { handed } from './support/mixed-handful.ts';

const HOST = new URL(LIST).hostname;

test('a list is asked after one yes, its answer is kept, and a later revocation stands beside it', async ({
  laurel,
}) => {
  const signer = newSigner();
  const badge = await badgeWith(signer, entryOf());
  let list = await listOfBits(signer, encodedList({ 6: 1 }));
  const asked: string[] = [];
  const issuer = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.setHeader('Content-Type', 'application/json');
    response.end(JSON.stringify(list));
  });
  await new Promise<void>((resolve) => issuer.listen(0, '127.0.0.1', resolve));
  const { port } = issuer.address() as AddressInfo;
  try {
    const page = await laurel.open(undefined, { [HOST]: port });
    const file = handed('badge.json', Buffer.from(JSON.stringify(badge)));
    await addFiles(page, chooseFilesButton(page), [file]);
    await acceptAll(page);
    await rows(page).first().click();
    await page.getByRole('tab', { name: /^Checks/ }).click();
    await expect(rows(page).first()).toContainText('Document');

    const ask = page.getByRole('button', { name: 'Ask the issuer…' });
    await ask.click();
    const sheet = page.getByRole('dialog', { name: 'Check with the issuer' });
    await expect(sheet).toContainText(HOST);
    expect(asked).toEqual([]);
    await sheet.getByRole('button', { name: 'Ask this once' }).click();
    await expect(page.getByRole('dialog')).toContainText('1 credential was checked.');
    await page.getByRole('dialog').getByRole('button', { name: 'Done' }).click();
    await expect(rows(page).first()).toContainText('Proven');
    expect(asked).toHaveLength(1);
    await laurel.screenshot(page, 'trust-proven');

    list = await listOfBits(signer, encodedList({ 5: 1 }));
    await ask.click();
    await page.getByRole('dialog').getByRole('button', { name: /^Ask/ }).last().click();
    await page.getByRole('dialog').getByRole('button', { name: 'Done' }).click();
    await expect(rows(page).first()).toContainText('Revoked');

    await page.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('menuitem', { name: /History/ }).click();
    const history = page.getByRole('dialog', { name: 'History of the checks' });
    await expect(history.getByText('Latest')).toBeVisible();
    await expect(history.getByRole('button', { name: 'Show the checks' })).toHaveCount(3);
    await laurel.screenshot(page, 'trust-history');
    await history.getByRole('tab', { name: 'Kept documents' }).click();
    await expect(history).toContainText(LIST);
    await history.getByRole('button', { name: 'Close' }).last().click();

    await goTo(page, 'Settings');
    const requests = page.getByRole('group', { name: 'Requests that were made' });
    await expect(requests.getByRole('row')).toHaveCount(asked.length + 1);
    await laurel.close(page);
  } finally {
    issuer.closeAllConnections();
    issuer.close();
  }
});
