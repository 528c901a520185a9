// What a chosen folder and a drop of text become.
import { expect, test } from 'vitest';
import { filesOfFolder, MOST_FILES, textOf } from '../../../src/ui/intake.ts';

function fileAt(path: string): File {
  const file = new File(['x'], path.split('/').at(-1) ?? '');
  Object.defineProperty(file, 'webkitRelativePath', { value: path });
  return file;
}

function transferOf(data: Readonly<Record<string, string>>): DataTransfer {
  return { getData: (type: string) => data[type] ?? '' } as unknown as DataTransfer;
}

test('a folder keeps its paths and leaves hidden files and folders out', () => {
  const { files, cut } = filesOfFolder(
    ['badges/a.png', 'badges/.DS_Store', 'badges/.git/x.json', 'badges/old/b.pdf'].map(fileAt),
  );
  expect(files.map(({ name }) => name)).toEqual(['badges/a.png', 'badges/old/b.pdf']);
  expect(cut).toBe(false);
});

test('a folder of too many files is cut and says so', () => {
  const one = fileAt('badges/a.png');
  const { files, cut } = filesOfFolder(Array.from({ length: MOST_FILES + 1 }, () => one));
  expect(files).toHaveLength(MOST_FILES);
  expect(cut).toBe(true);
});

test('a dropped link is its address, not the words it was shown with', () => {
  const link = transferOf({
    'text/uri-list': '# from a page\r\nhttps://badges.example/1\r\n',
    'text/plain': 'My badge',
  });
  expect(textOf(link)).toBe('https://badges.example/1');
  expect(textOf(transferOf({ 'text/plain': ' words ' }))).toBe('words');
});
