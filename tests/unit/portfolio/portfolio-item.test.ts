import { expect, test } from 'vitest';
import type { CredentialRecord } from '../../../src/domain/credential.ts';
import { ENGLISH_LABELS } from '../../../src/portfolio/labels.ts';
import { printItem } from '../../../src/portfolio/portfolio-item.ts';
import type { PortfolioItem } from '../../../src/portfolio/printed.ts';
import { recordOf } from '../../fixtures/portfolio/records.ts';

const OPTIONS = { labels: ENGLISH_LABELS, locale: 'en-GB', paper: 'a4' } as const;

function print(item: PortfolioItem) {
  return printItem(item, 1, OPTIONS);
}

test('never says passed of a check that did not run', () => {
  const { verification } = print({ record: recordOf(1, { title: 'A', standing: 'document' }) });
  const passed = verification.passed.map((check) => check.name);
  expect(passed).not.toContain('Signature');
  expect(passed).not.toContain('Not revoked');
  expect(verification.notChecked.map((check) => check.name)).toContain('Signature');
});

test('shows flags beside the standing and failed checks with a reason and a written-out date', () => {
  const item = print({
    record: recordOf(1, { title: 'A', standing: 'proven', flags: ['expired'] }),
  });
  expect(item.standing.word).toBe('Proven');
  expect(item.flags).toEqual([{ kind: 'expired', word: 'Expired' }]);
  expect(item.verification.failed).toEqual([
    {
      name: 'Not expired',
      reason: 'It expired on 1 March 2025. It still shows what was achieved then.',
    },
  ]);
});

test('speaks of the holder, not to them', () => {
  const item = print({ record: recordOf(1, { title: 'A', standing: 'seen' }) });
  const words = JSON.stringify([item.standing, item.verification]);
  expect(words).not.toMatch(/\byou(r|rself)?\b/i);
});

test('prints a recipient by name and never an e-mail address', () => {
  const record = recordOf(1, { title: 'A' });
  const recipient = {
    identifiers: [{ type: 'email', value: 'a@b.example' }],
    hashedIdentities: [],
  };
  expect(JSON.stringify(print({ record: { ...record, recipient } }))).not.toContain('a@b.example');
});

test('keeps skills named by the issuer apart from those added by the holder, each once', () => {
  const record = recordOf(1, { title: 'A', skills: ['Python', 'Python'] });
  const skills = [...record.skills, { name: 'Rust', source: 'holder' as const, level: 'Expert' }];
  expect(
    print({ record: { ...record, skills } }).skills.map((group) => [
      group.label,
      group.names.map((name) => name.text),
    ]),
  ).toEqual([
    ['Named by the issuer', ['Python']],
    ['Added by the holder', ['Rust (Expert)']],
  ]);
});

test.each([
  [1200, 848, 'landscape'],
  [848, 1200, 'portrait'],
  [600, 600, 'badge'],
] as const)('a picture of %i × %i is placed as %s', (width, height, shape) => {
  const item = print({
    record: recordOf(1, { title: 'A' }),
    facsimile: { name: 'p.png', width, height },
  });
  expect(item.picture).toMatchObject({ shape, name: 'p.png' });
  expect(item.picture?.alt).toContain('“A”');
});

test('an address too long to scan is printed as text alone, and only web addresses are', () => {
  const long = print({
    record: recordOf(1, { title: 'A', verifyUrl: `https://a.example/${'x'.repeat(300)}` }),
  });
  expect(long.verify).toMatchObject({ qr: '', qrSideMm: 0 });
  expect(
    print({ record: recordOf(1, { title: 'A', verifyUrl: 'javascript:x' }) }).verify,
  ).toBeNull();
});

test('what the holder saw on the issuer’s page counts for a bare file, and not above a check', () => {
  const seen = (record: CredentialRecord): CredentialRecord => ({
    ...record,
    seen: {
      credential: record.id,
      url: 'https://issuer.example/v/1',
      seenAt: '2026-05-13T10:00:00Z',
      said: 'same',
    },
  });
  const kindOf = (record: CredentialRecord) => print({ record }).standing.kind;
  expect(kindOf(seen(recordOf(1, { title: 'A', standing: 'document' })))).toBe('seen');
  expect(kindOf(seen(recordOf(1, { title: 'A', checked: false })))).toBe('seen');
  expect(kindOf(seen(recordOf(1, { title: 'A', standing: 'proven' })))).toBe('proven');
});
