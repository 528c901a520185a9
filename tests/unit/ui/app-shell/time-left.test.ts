// The time that work still takes.
import { expect, test } from 'vitest';
import { timeLeft, timeLeftWording } from '../../../../src/ui/app-shell/time-left.ts';

test('goes by the pace so far, and says nothing while there is little to go by', () => {
  expect(timeLeft(0, 10, 100, 10_000)).toBe(90_000);
  expect(timeLeft(0, 10, 100, 1_000)).toBeUndefined();
  expect(timeLeft(0, 0, 100, 10_000)).toBeUndefined();
  expect(timeLeft(Number.NaN, 10, 100, 10_000)).toBeUndefined();
});

test('is told in minutes', () => {
  expect(timeLeftWording(90_000)).toBe('about 2 minutes left');
  expect(timeLeftWording(20_000)).toBe('less than a minute left');
});
