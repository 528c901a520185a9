// Where a field was read, in words and boxes.
import { expect, test } from 'vitest';
import { boxesOf, isGuess, sourceWording } from '../../../../src/ui/detail/provenance.ts';

const box = { x: 0.1, y: 0.2, width: 0.3, height: 0.05 };

test('says the path, the page, the cell or the kind of place', () => {
  expect(sourceWording({ kind: 'path', path: 'badge.issuer.name' })).toBe(
    'data: badge.issuer.name',
  );
  expect(sourceWording({ kind: 'page', page: 2, box, confidence: 0.9 })).toBe('page 2');
  expect(sourceWording({ kind: 'page', page: 1, box, confidence: 0.9, ocr: 0.834 })).toBe(
    'page 1, read from the picture (83 % sure)',
  );
  expect(sourceWording({ kind: 'cell', row: 5, column: 'Course' })).toBe('row 5, column Course');
  expect(sourceWording({ kind: 'file-name', confidence: 0.3 })).toBe('from the file’s name');
});

test('calls only an unsure reading a guess', () => {
  expect(isGuess({ kind: 'file-name', confidence: 0.3 })).toBe(true);
  expect(isGuess({ kind: 'file-name', confidence: 0.5 })).toBe(false);
  expect(isGuess({ kind: 'path', path: 'name' })).toBe(false);
});

test('boxes are those of fields read from pages', () => {
  const sources = {
    title: { kind: 'page', page: 1, box, confidence: 1 },
    issuer: { kind: 'provider', confidence: 1 },
  } as const;
  expect(boxesOf({ sources })).toEqual([{ field: 'title', page: 1, box }]);
  expect(boxesOf({})).toEqual([]);
});
