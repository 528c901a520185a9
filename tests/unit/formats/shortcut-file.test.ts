import { describe, expect, it } from 'vitest';
import { readFile } from '../../../src/formats/index.ts';
import { addressOfShortcut } from '../../../src/formats/shortcut-file.ts';
import { documentReaders } from '../../support/document-readers.ts';

describe('addressOfShortcut', () => {
  it.each([
    [
      '[InternetShortcut]\r\nIDList=\r\nURL=https://larkfield.example/?a=1&b=2\r\n',
      'https://larkfield.example/?a=1&b=2',
    ],
    ['[Desktop Entry]\nName=x\nURL[$e]=file:///etc/passwd\nIcon=x', undefined],
    ['[Desktop Entry]\nURL=https://larkfield.example/\nExec=rm -rf', 'https://larkfield.example/'],
    [
      '<plist><dict><key>URL</key> <string>https://larkfield.example/?a=1&amp;b=2</string></dict></plist>',
      'https://larkfield.example/?a=1&b=2',
    ],
    ['[InternetShortcut]\nURL=javascript:alert(1)', undefined],
  ])('of %j is %s', (text, address) => {
    expect(addressOfShortcut(text)).toBe(address);
  });
});

describe('readFile, of shortcuts', () => {
  it('is the credential its address names, else a link that is kept', async () => {
    const read = (url: string) =>
      readFile(
        { bytes: new TextEncoder().encode(`[InternetShortcut]\nURL=${url}`), fileName: 'a.url' },
        documentReaders(),
      );
    expect(await read('https://verify.larkfield.example/LC-1')).toMatchObject({
      outcome: 'read',
      items: [{ credentialNumber: 'LC-1' }],
    });
    expect(await read('https://larkfield.example/')).toMatchObject({
      outcome: 'kept',
      problems: [{ code: 'credential/only-a-link' }],
    });
  });
});
