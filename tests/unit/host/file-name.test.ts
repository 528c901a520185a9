import { expect, it } from 'vitest';
import { safeFileName } from '../../../electron/host/file-name.ts';

const PDF = 'application/pdf';

it.each([
  ['Appendix.pdf', PDF, 'Appendix.pdf'],
  ['Appendix', PDF, 'Appendix.pdf'],
  ['Zertifikate für Ü 2024.PDF', PDF, 'Zertifikate für Ü 2024.pdf'],
  ['..\\..\\start.bat\u202efdp.exe', PDF, 'start.batfdp.exe.pdf'],
  ['../../etc/passwd', PDF, 'passwd.pdf'],
  ['C:\\Windows\\x.pdf', PDF, 'x.pdf'],
  ['.hidden', PDF, 'hidden.pdf'],
  ['a<b>:"|?*c', PDF, 'abc.pdf'],
  ['a\u0000b\nc', PDF, 'abc.pdf'],
  ['ends in dots... ', PDF, 'ends in dots.pdf'],
  ['', PDF, 'laurel.pdf'],
  ['///', PDF, 'laurel.pdf'],
  ['con', PDF, '_con.pdf'],
  ['COM1.pdf', PDF, '_COM1.pdf'],
  ['aux.txt', PDF, '_aux.txt.pdf'],
  ['x.exe', 'image/png', 'x.exe.png'],
])('turns %o (%s) into %o', (suggested, mediaType, expected) => {
  expect(safeFileName(suggested, mediaType)).toBe(expected);
});

it('keeps long names short without cutting a character in two', () => {
  const name = safeFileName('\u{1F600}'.repeat(400), PDF);
  expect([...name].length).toBeLessThanOrEqual(154);
  expect(name).not.toMatch(/\p{Cs}/u);
});
