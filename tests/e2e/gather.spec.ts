// Everything that people are handed comes in by its own way, waits in the inbox, and is taken from there:
// an archive, a table, a mail and a pasted link; a watched folder; copies of one achievement.
import type { Page } from '@playwright/test';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bakePng, plainPng } from '../support/bake.ts';
import { makeCertificatePdf } from '../support/certificate-pdf.ts';
import { invented, openBadge2 } from '../support/invented-credentials.ts';
import { rawZip } from '../support/raw-zip.ts';
import { expect, test } from './support/launch-laurel.ts';
import {
  acceptAll,
  addFiles,
  chooseFilesButton,
  chooseFromAdd,
  goTo,
  inboxItem,
  inboxItems,
  reportOn,
  row,
  rows,
  untilSaved,
} from './support/library-steps.ts';
import { handed, makeWeldingPdf } from './support/mixed-handful.ts';

const TABLE = [
  'What;Where;When',
  'Lathe Basics;Larkfield Workshop;23/04/2025',
  'Glazing;Larkfield Workshop;21/05/2025',
].join('\r\n');
const VERIFY = 'https://www.credly.com/badges/4c1de2f3-8a7b-4c6d-9e0f-1a2b3c4d5e6f';

function badge(title: string): string {
  return JSON.stringify(
    openBadge2(invented({ title, slug: title.toLowerCase().replaceAll(' ', '-') })),
  );
}

/** A mail of three parts: words with an address, and a badge as an attachment. */
function mailWithBadge(title: string): string {
  const attached = Buffer.from(bakePng(plainPng(), 'openbadges', badge(title)));
  return [
    'From: Larkfield Open College <badges@larkfield.example>',
    'To: Imke Tornquist <imke@tornquist.example>',
    'Subject: Your new badge',
    'Date: Fri, 14 Mar 2025 09:00:00 +0000',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="edge"',
    '',
    '--edge',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'Well done. Your badge is attached.',
    '--edge',
    'Content-Type: image/png; name="badge.png"',
    'Content-Transfer-Encoding: base64',
    'Content-Disposition: attachment; filename="badge.png"',
    '',
    attached.toString('base64').replace(/.{76}/g, '$&\r\n'),
    '--edge--',
    '',
  ].join('\r\n');
}

test('an archive, a table, a mail and a pasted link come in together and are accepted', async ({
  laurel,
}) => {
  const page = await laurel.open();
  await test.step('all of them are read, and the table asks for its columns', async () => {
    const picker = page.waitForEvent('filechooser');
    await chooseFilesButton(page).click();
    await (
      await picker
    ).setFiles([
      handed(
        'from-the-school.zip',
        rawZip([
          { name: 'badges/rope.json', data: badge('Rope Work') },
          {
            name: 'badges/sails.png',
            data: bakePng(plainPng(), 'openbadges', badge('Sail Repair')),
          },
          { name: '../outside.json', data: badge('Steering') },
        ]),
      ),
      handed('courses.csv', TABLE),
      handed('new-badge.eml', mailWithBadge('Knot Lore')),
    ]);
    for (const title of ['Rope Work', 'Sail Repair', 'Knot Lore']) {
      await expect(inboxItem(page, title)).toBeVisible();
    }
    await inboxItem(page, 'Rope Work').click();
    await expect(reportOn(page, 'Rope Work')).toContainText(
      'It came inside “from-the-school.zip”, as “rope.json”.',
    );
    // Nothing in an archive chooses where it goes by its name.
    await inboxItem(page, 'from-the-school.zip').click();
    await expect(reportOn(page, 'from-the-school.zip')).toContainText(
      '“outside.json” was skipped: unsafe name.',
    );
    await inboxItem(page, 'Knot Lore').click();
    await expect(reportOn(page, 'Knot Lore')).toContainText('It came inside “new-badge.eml”');
    await laurel.screenshot(page, 'gather-mixed');
  });

  await test.step('a pasted link is kept, and what is behind it is offered', async () => {
    await chooseFromAdd(page, 'Paste text…');
    await page.getByRole('textbox', { name: 'Text' }).fill(VERIFY);
    await page.getByRole('dialog').getByRole('button', { name: 'Add' }).click();
    const link = inboxItems(page).first();
    await expect(page.getByText(/^Pasted at/)).toBeVisible();
    await link.click();
    const report = page.getByRole('region', { name: /^Report on/ });
    await expect(report).toContainText(VERIFY);
    await report.getByRole('button', { name: 'Get it from credly.com' }).click();
    const sheet = page.getByRole('dialog', { name: 'Ask Credly?' });
    await expect(sheet).toContainText('www.credly.com');
    await expect(sheet).toContainText('Which credential you ask for');
    await sheet.getByRole('button', { name: 'Cancel' }).click();
  });

  await test.step('the table becomes credentials', async () => {
    await inboxItem(page, 'courses.csv').click();
    await choose(page, 'Title', 'What');
    await choose(page, 'Issuer', 'Where');
    await choose(page, 'Date issued', 'When');
    await page.getByRole('button', { name: 'Import 2 rows' }).click();
    await expect(inboxItem(page, 'Lathe Basics')).toContainText('23 Apr 2025');
    await expect(inboxItem(page, 'Glazing')).toContainText('21 May 2025');
  });

  await test.step('all of it is accepted', async () => {
    await acceptAll(page);
    for (const title of ['Rope Work', 'Sail Repair', 'Knot Lore', 'Lathe Basics', 'Glazing']) {
      await expect(row(page, title)).toHaveCount(1);
    }
    await untilSaved(page);
  });
  await goTo(page, 'Settings');
  await expect(page.getByText('None. Laurel has not asked anybody.')).toBeVisible();
  await laurel.close(page);
});

test('a file that is put into a watched folder arrives by itself, once', async ({ laurel }) => {
  const folder = await mkdtemp(join(tmpdir(), 'laurel-watched-'));
  const page = await laurel.open();
  await addFiles(page, chooseFilesButton(page), [handed('welding.pdf', await makeWeldingPdf())]);
  await chooseFromAdd(page, 'Watch a folder…');
  const dialog = page.getByRole('dialog', { name: 'Watch a folder' });
  await dialog.getByRole('textbox', { name: 'Path of the folder' }).fill(`${folder}/not-there`);
  await dialog.getByRole('button', { name: 'Watch this folder' }).click();
  await expect(dialog).toContainText('There is no folder at that place. Check the spelling.');
  await dialog.getByRole('textbox', { name: 'Path of the folder' }).fill(folder);
  await dialog.getByRole('button', { name: 'Watch this folder' }).click();
  await expect(dialog).toContainText('Watching “');
  await dialog.getByRole('button', { name: 'Done' }).click();

  await writeFile(join(folder, 'night-sailing.json'), badge('Night Sailing'));
  await expect(inboxItem(page, 'Night Sailing')).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText(/^1 file from the watched folder at/)).toBeVisible();
  await laurel.screenshot(page, 'gather-watched');
  await untilSaved(page);
  const profile = page.context();
  await laurel.close(page);

  // It is watched again after a restart, and what was taken stays taken.
  const again = await laurel.open(profile);
  await goTo(again, 'Inbox');
  await writeFile(join(folder, 'day-sailing.json'), badge('Day Sailing'));
  await expect(inboxItem(again, 'Day Sailing')).toBeVisible({ timeout: 30_000 });
  await expect(inboxItem(again, 'Night Sailing')).toHaveCount(1);
  await expect(inboxItems(again)).toHaveCount(3);
  await goTo(again, 'Settings');
  await again.getByRole('button', { name: 'Stop watching' }).click();
  await expect(again.getByText('No folder is watched.')).toBeVisible();
  await laurel.close(again);
  await rm(folder, { recursive: true });
});

test('copies are merged and separated, and a correction stays until it is taken back', async ({
  laurel,
}) => {
  const page = await laurel.open();
  const pdf = await makeCertificatePdf({
    title: 'Certificate of completion',
    pages: [
      [
        { text: 'Certificate of completion', size: 30 },
        { text: 'This certifies that' },
        { text: 'Imke Tornquist', size: 22 },
        { text: 'has completed the course' },
        { text: 'Marsh Botany for All', size: 22 },
        { text: '2 June 2024' },
      ],
    ],
  });
  await addFiles(page, chooseFilesButton(page), [
    handed('marsh.json', badge('Marsh Botany')),
    handed('marsh.pdf', pdf),
    handed('rope.json', badge('Rope Work')),
  ]);

  await test.step('two that look different are merged by hand', async () => {
    await inboxItem(page, 'Marsh Botany for All').click();
    await inboxItems(page)
      .filter({ hasText: /Marsh Botany(?! for All)/ })
      .click({ modifiers: ['Control'] });
    await expect(page.getByText('2 selected')).toBeVisible();
    await page.keyboard.press('m');
    await expect(page.getByText('Merged. 1 left.')).toBeAttached();
    await acceptAll(page);
    await expect(rows(page)).toHaveCount(2);
    await expect(row(page, 'Marsh Botany')).toContainText('+1 copy');
  });

  await test.step('their family says why, and they are separated again', async () => {
    await row(page, 'Marsh Botany').dblclick();
    const about = page.getByRole('tabpanel', { name: 'About' });
    await expect(about).toContainText('Same achievement');
    await expect(about).toContainText('You merged them.');
    await laurel.screenshot(page, 'gather-family');
    await about
      .getByRole('button', { name: /^Separate:/ })
      .first()
      .click();
    await expect(about).not.toContainText('Same achievement');
    await page.keyboard.press('Escape');
    await expect(rows(page)).toHaveCount(3);
    await page.keyboard.press('Control+z');
    await expect(rows(page)).toHaveCount(2);
    await page.keyboard.press('Control+Shift+Z');
    await expect(rows(page)).toHaveCount(3);
  });

  const profile = page.context();
  await test.step('a correction is shown beside what was read', async () => {
    await row(page, 'Marsh Botany for All').dblclick();
    await page.getByRole('button', { name: 'Put right…' }).click();
    await page.getByRole('textbox', { name: 'Issuer' }).fill('Tidewater Trade School');
    await page.getByRole('button', { name: 'Keep corrections' }).click();
    await expect(page.getByText('added by you · nothing was read')).toBeVisible();
    await untilSaved(page);
    await laurel.close(page);
  });

  const again = await laurel.open(profile);
  await test.step('it is there after a restart, and can be taken back', async () => {
    await expect(row(again, 'Marsh Botany for All')).toContainText('Tidewater Trade School');
    await row(again, 'Marsh Botany for All').dblclick();
    await again.getByRole('button', { name: 'Take back the correction: Issuer' }).click();
    await expect(again.getByText('added by you · nothing was read')).toHaveCount(0);
    await again.keyboard.press('Escape');
    await expect(row(again, 'Marsh Botany for All')).not.toContainText('Tidewater');
  });
  await laurel.close(again);
});

async function choose(page: Page, field: string, column: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`${field}$`) }).click();
  await page.getByRole('option', { name: column, exact: true }).click();
}
