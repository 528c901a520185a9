// The first screen: files dropped on it begin a library of one's own.
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { DropOverlay } from '../../../../src/ui/app-shell/drop-overlay.tsx';
import { FirstRun } from '../../../../src/ui/first-run/first-run.tsx';
import { fakeApp, renderWithApp } from '../../../support/fake-app.tsx';

afterEach(cleanup);

function start() {
  const app = fakeApp([]);
  app.change({ phase: { kind: 'first-run' } });
  renderWithApp(
    app,
    <>
      <FirstRun />
      <DropOverlay />
    </>,
  );
  return app;
}

function dropOn(target: Element, files: readonly File[]): void {
  const event = new Event('drop', { bubbles: true, cancelable: true });
  Object.assign(event, { dataTransfer: { types: ['Files'], files, items: [] } });
  fireEvent(target, event);
}

test('a drop on the box makes the library first and then imports', async () => {
  const app = start();
  dropOn(screen.getByText('Add your own files'), [
    new File(['x'], 'a.png'),
    new File(['y'], 'b.pdf'),
  ]);
  await waitFor(() => expect(app.calls).toEqual(['startOwn', 'importFiles 2 drop']));
});

test('pasted text is handed over as text, into a library of one’s own', async () => {
  const app = start();
  const event = new Event('paste', { bubbles: true, cancelable: true });
  Object.assign(event, { clipboardData: { files: [], getData: () => '{"type":"Assertion"}' } });
  fireEvent(document.body, event);
  await waitFor(() => expect(app.calls).toEqual(['startOwn', 'importText {"type":"Assertion"}']));
});

test('the samples are one button away', async () => {
  const app = start();
  fireEvent.click(screen.getByRole('button', { name: 'Explore with invented samples' }));
  await waitFor(() => expect(app.calls).toEqual(['startSamples']));
});
