// Printing an appendix: what the person chose is what is built.
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { PortfolioOptions } from '../../../../src/app/laurel-app.ts';
import { PortfolioScreen } from '../../../../src/ui/portfolio/portfolio-screen.tsx';
import { fakeApp, inventedRecord, renderWithApp } from '../../../support/fake-app.tsx';

afterEach(cleanup);

test('adds check reports only when the person asks for them', async () => {
  const record = inventedRecord(1);
  const built: PortfolioOptions[] = [];
  const app = fakeApp([record]);
  app.buildPortfolio = (options) => {
    built.push(options);
    return Promise.resolve({ ok: false, problem: { code: 'portfolio/typeset-failed' } });
  };
  renderWithApp(app, <PortfolioScreen ids={[record.id]} />);
  const build = () => fireEvent.click(screen.getByRole('button', { name: 'Build pages' }));
  build();
  await waitFor(() => expect(built).toHaveLength(1));
  await screen.findAllByRole('alert');
  fireEvent.click(screen.getByRole('switch', { name: /Add check reports/ }));
  build();
  await waitFor(() => expect(built).toHaveLength(2));
  expect(built.map(({ checkReports }) => checkReports)).toEqual([false, true]);
});
