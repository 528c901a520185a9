// Import rules.
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { ruleWording, tagsOf } from '../../../../src/ui/settings/rule-wording.ts';
import { RulesSettings } from '../../../../src/ui/settings/rules-settings.tsx';
import { fakeApp, renderWithApp } from '../../../support/fake-app.tsx';

afterEach(cleanup);

test('a rule reads as a sentence', () => {
  const words = ruleWording({
    id: 'r-1',
    when: { provider: 'Larkfield', standing: 'proven' },
    then: { accept: true, tags: ['work'] },
  });
  expect(words).toBe('from Larkfield, standing “Proven”: accept, tag work');
});

test('tags are split at commas, each once', () => {
  expect(tagsOf(' work, night,,work ')).toEqual(['work', 'night']);
});

test('a rule that fits everything is refused', async () => {
  const app = fakeApp([]);
  renderWithApp(app, <RulesSettings />);
  fireEvent.click(screen.getByRole('button', { name: 'Add rule' }));
  await screen.findByText('Say at least one thing it must fit, and one thing to do.');
  expect(app.calls).toEqual([]);
});

test('a rule is added and taken away', async () => {
  const app = fakeApp([]);
  renderWithApp(app, <RulesSettings />);
  fireEvent.change(screen.getByLabelText('Issuer is'), { target: { value: 'Larkfield' } });
  fireEvent.change(screen.getByLabelText('Tag it'), { target: { value: 'work' } });
  fireEvent.click(screen.getByRole('button', { name: 'Add rule' }));
  await waitFor(() =>
    expect(app.state.get().rules[0]).toMatchObject({
      when: { issuer: 'Larkfield' },
      then: { accept: true, tags: ['work'] },
    }),
  );
  fireEvent.click(screen.getByRole('button', { name: /^Remove the rule/ }));
  await waitFor(() => expect(app.state.get().rules).toEqual([]));
});
