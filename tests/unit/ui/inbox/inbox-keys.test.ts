// The keys of the inbox.
import { expect, test } from 'vitest';
import { actOfKey } from '../../../../src/ui/inbox/inbox-keys.ts';

const plain = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false };

test('letters act anywhere on the screen, Enter and Space on a row alone', () => {
  expect(actOfKey({ ...plain, key: 'a' }, false)).toBe('accept');
  expect(actOfKey({ ...plain, key: 'Delete' }, false)).toBe('decline');
  expect(actOfKey({ ...plain, key: 'Enter' }, false)).toBeUndefined();
  expect(actOfKey({ ...plain, key: 'Enter' }, true)).toBe('accept');
  expect(actOfKey({ ...plain, key: ' ' }, false)).toBeUndefined();
});

test('shortcuts of the window and the browser are left alone', () => {
  expect(actOfKey({ ...plain, key: 'd', ctrlKey: true }, true)).toBeUndefined();
  expect(actOfKey({ ...plain, key: 'a', altKey: true }, true)).toBeUndefined();
  expect(actOfKey({ ...plain, key: 'a', ctrlKey: true }, false)).toBeUndefined();
  expect(actOfKey({ ...plain, key: 'a', ctrlKey: true }, true)).toBe('all');
});

test('a capital A takes the whole batch; other capitals do nothing', () => {
  expect(actOfKey({ ...plain, key: 'A', shiftKey: true }, false)).toBe('accept-batch');
  expect(actOfKey({ ...plain, key: 'D', shiftKey: true }, false)).toBeUndefined();
});
