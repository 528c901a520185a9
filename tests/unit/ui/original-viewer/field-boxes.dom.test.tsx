// Rectangles over a page.
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { FieldBoxes } from '../../../../src/ui/original-viewer/field-boxes.tsx';

afterEach(cleanup);

test('a box stands at its share of the page, kept inside it, with the name of its field', () => {
  render(
    <FieldBoxes
      boxes={[
        { field: 'title', page: 1, box: { x: 0.1, y: 0.25, width: 0.3, height: 0.05 } },
        { field: 'issuedOn', page: 1, box: { x: 0.8, y: -0.2, width: 4, height: 0.05 } },
      ]}
    />,
  );
  const [title, issued] = screen.getAllByRole('listitem');
  expect(title?.textContent).toBe('Title');
  expect(title?.style.left).toBe('10%');
  expect(title?.style.top).toBe('25%');
  expect(issued?.style.top).toBe('0%');
  expect(issued?.style.width).toBe('100%');
  expect(issued?.dataset['side']).toBe('left');
});
