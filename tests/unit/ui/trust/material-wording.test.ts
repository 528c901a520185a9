// Kept answers in words.
import { expect, test } from 'vitest';
import { MATERIAL_USES } from '../../../../src/domain/material.ts';
import {
  answerWording,
  documentName,
  learnsWording,
} from '../../../../src/ui/trust/material-wording.ts';
import { inventedMaterial } from '../../../support/fake-trust.ts';

test('not found, taken back and an answer are three things', () => {
  const words = [200, 404, 410, 500].map((status) =>
    answerWording(inventedMaterial(1, { status })),
  );
  expect(new Set(words).size).toBe(4);
  expect(words[1]).toMatch(/Not found/);
  expect(words[2]).toMatch(/taken back/);
});

test('a failure says its own reason', () => {
  const { id, url, use, readAt } = inventedMaterial(1);
  const slow = answerWording({ id, url, use, readAt, failure: 'net/timed-out' });
  const unsafe = answerWording({ id, url, use, readAt, failure: 'net/insecure' });
  expect(slow).not.toBe(unsafe);
});

test('a status list does not tell which entry is looked at, a copy of the credential does', () => {
  expect(learnsWording(['status-list'])).toMatch(/though not the entry in it/);
  expect(learnsWording(['status-list'])).not.toMatch(/exactly/);
  expect(learnsWording(['status-list', 'hosted-assertion'])).toMatch(/exactly which credential/);
});

test.each(MATERIAL_USES)('%s has a name, and what it tells is said with the connection', (use) => {
  expect(documentName(use)).not.toBe('');
  expect(learnsWording([use])).toMatch(/address of your computer’s connection/);
});
