// What was recorded of a verification page, with the picture.
import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { Sha256 } from '../../../../src/domain/id.ts';
import { ok } from '../../../../src/domain/result.ts';
import type { SeenRecord } from '../../../../src/domain/trust.ts';
import { SeenNotice } from '../../../../src/ui/trust/seen-notice.tsx';
import { axeViolations } from '../../../support/axe-violations.ts';
import { fakeApp, inventedRecord, renderWithApp } from '../../../support/fake-app.tsx';

afterEach(cleanup);

const SEEN: SeenRecord = {
  credential: inventedRecord(0).id,
  url: 'https://verify.academy.example/c/1',
  seenAt: '2026-11-20T12:00:00Z',
  said: 'differs',
  note: 'The title was another one.',
  picture: { sha256: 'ab'.repeat(32) as Sha256, mediaType: 'image/png' },
};

test('a page that said something else is never called the same', async () => {
  const record = inventedRecord(0, { seen: SEEN });
  renderWithApp(fakeApp([record]), <SeenNotice record={record} />);
  const notice = screen.getByRole('region', { name: 'What you saw' });
  expect(notice.textContent).toContain('something else');
  expect(notice.textContent).not.toContain('the same');
  expect(notice.textContent).toContain('The title was another one.');
  expect(await axeViolations()).toEqual([]);
});

test('the picture is shown where its bytes can be had, and said where not', async () => {
  const record = inventedRecord(0, { seen: SEEN });
  const app = fakeApp([record]);
  const shown = renderWithApp(app, <SeenNotice record={record} />);
  expect(await screen.findByText('You saved a picture of the page.')).toBeTruthy();
  shown.unmount();
  const trust = { ...app.trust, seenPicture: () => Promise.resolve(ok(new Uint8Array([137, 80]))) };
  renderWithApp({ ...app, trust }, <SeenNotice record={record} />);
  const picture = await screen.findByRole('img', {
    name: 'The picture of the page that you saved',
  });
  expect(picture.getAttribute('src')).toMatch(/^blob:/);
});

test('nothing recorded, nothing shown', () => {
  renderWithApp(fakeApp([]), <SeenNotice record={inventedRecord(0)} />);
  expect(screen.queryByRole('region', { name: 'What you saw' })).toBeNull();
});
