import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PRINT_FONTS, fontFilesIn, printFontFolders } from '../../../electron/host/fonts.ts';

test('every listed weight is one installed font file', () => {
  const folders = printFontFolders(join(import.meta.dirname, '../../../node_modules'));
  expect(folders).toHaveLength(PRINT_FONTS.flatMap((font) => font.weights).length);
  for (const folder of folders) expect(fontFilesIn([folder])).toHaveLength(1);
});

test('a missing folder is said at once', () => {
  expect(() => fontFilesIn(['/no/such/folder'])).toThrow();
});
