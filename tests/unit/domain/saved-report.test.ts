// Reading the shape of saved reports, which come from anybody.
import { expect, it } from 'vitest';
import { isSavedReport } from '../../../src/domain/saved-report.ts';

const REPORT = {
  checkedAt: '2026-05-12T10:00:00Z',
  asOf: '2026-05-12T10:00:00Z',
  standing: 'document',
  flags: ['expired'],
  checks: [{ check: 'expiry', outcome: 'passed', reason: 'expiry/expired', params: { days: 3 } }],
  materials: [{ url: 'https://larkfield.example/key', sha256: 'ab' }],
};
const SAVED = {
  laurelReport: 1,
  title: 'Night sky reading',
  original: { fileName: 'badge.json', sha256: 'ab', index: 0 },
  report: REPORT,
  words: [{ check: 'expiry', outcome: 'passed', reason: 'It ended.' }],
};

it('takes a report of the shape that is saved, with codes it may not know', () => {
  expect(isSavedReport(SAVED)).toBe(true);
  const later = { ...REPORT.checks[0], reason: 'expiry/of-a-later-version' };
  expect(isSavedReport({ ...SAVED, report: { ...REPORT, checks: [later] } })).toBe(true);
});

it.each([
  ['another version', { ...SAVED, laurelReport: 2 }],
  ['no original', { ...SAVED, original: undefined }],
  ['a place before the first', { ...SAVED, original: { ...SAVED.original, index: -1 } }],
  ['an instant that is none', { ...SAVED, report: { ...REPORT, asOf: 'yesterday' } }],
  ['an unknown check', { ...SAVED, report: { ...REPORT, checks: [{ check: 'luck' }] } }],
  ['an unknown standing', { ...SAVED, report: { ...REPORT, standing: 'perfect' } }],
  ['an unknown flag', { ...SAVED, report: { ...REPORT, flags: ['great'] } }],
  ['materials that are none', { ...SAVED, report: { ...REPORT, materials: [null] } }],
  ['failures that are none', { ...SAVED, report: { ...REPORT, unanswered: [{}] } }],
  ['values that are no text', { ...SAVED, words: [{ check: 'expiry', outcome: 1, reason: '' }] }],
  ['a list', [SAVED]],
  ['nothing', null],
])('refuses %s', (_, value) => {
  expect(isSavedReport(value)).toBe(false);
});
