// Regression: more than a hundred files at once failed in a real browser, though not in an IndexedDB in memory.
import { expect, test } from './support/launch-laurel.ts';
import { acceptAll, untilRead, untilSaved } from './support/library-steps.ts';

const FILES = 150;

test('a hundred and fifty files come in at once and are saved', async ({ laurel }) => {
  const page = await laurel.open();
  const files = Array.from({ length: FILES }, (_, at) => ({
    name: `course-${at}.json`,
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(assertion(at))),
  }));
  await page.locator('input[type=file]').first().setInputFiles(files);
  await untilRead(page, FILES);
  await expect(page.getByText(`${FILES} credentials wait for you`)).toBeVisible();
  await untilSaved(page);
  await acceptAll(page);
  await expect(page.getByText(`${FILES} credentials`, { exact: true })).toBeVisible();
  await untilSaved(page);
  await laurel.close(page);
});

function assertion(at: number): object {
  const issuer = {
    type: 'Issuer',
    id: 'https://larkfield.example/issuer',
    name: 'Larkfield College',
  };
  return {
    '@context': 'https://w3id.org/openbadges/v2',
    type: 'Assertion',
    id: `https://larkfield.example/assertions/${at}`,
    recipient: { type: 'email', hashed: false, identity: 'noor@halvorsen.example' },
    issuedOn: '2025-03-01T00:00:00Z',
    verification: { type: 'hosted' },
    badge: {
      type: 'BadgeClass',
      id: `https://larkfield.example/badges/${at}`,
      name: `Course number ${at}`,
      description: 'An invented course.',
      criteria: { narrative: 'Take part.' },
      image: 'https://larkfield.example/badge.png',
      issuer,
    },
  };
}
