import { expect, test } from 'vitest';
import { attachmentMediaType, attachmentName } from '../../../src/portfolio/attachment-name.ts';
import { recordOf } from '../../fixtures/portfolio/records.ts';

test.each([
  [{ title: 'Data Analysis: Éclair' }, 3, 10, '03-data-analysis-eclair.json'],
  [{ title: '数据' }, 7, 200, '007-credential.json'],
  [{ title: '../../etc/passwd' }, 1, 1, '01-etc-passwd.json'],
  [{ title: 'A', mediaType: 'image/jpeg', fileName: 'x.exe' }, 1, 1, '01-a.jpg'],
  [{ title: 'A', mediaType: 'application/x-unknown', fileName: 'x.P7M' }, 1, 1, '01-a.p7m'],
  [{ title: 'A', mediaType: 'application/x-unknown', fileName: 'none' }, 1, 1, '01-a.bin'],
] as const)('names %o', (sketch, number, of, expected) => {
  expect(attachmentName(recordOf(1, sketch), number, of)).toBe(expected);
});

test('names the media type of the credential standards, else the file’s own', () => {
  const record = recordOf(1, { title: 'A' });
  expect(attachmentMediaType(record)).toBe('application/vc');
  expect(attachmentMediaType({ ...record, format: 'vc vcdm1.1' })).toBe('application/vc+ld+json');
  expect(attachmentMediaType({ ...record, carrier: 'jwt' })).toBe('text/plain');
  const odd = recordOf(1, { title: 'A', mediaType: 'not a type' });
  expect(attachmentMediaType({ ...odd, carrier: 'file' })).toBe('application/octet-stream');
});
