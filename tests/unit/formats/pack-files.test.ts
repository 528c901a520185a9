import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { packFiles } from '../../../src/formats/pack-files.ts';

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

describe('packing files', () => {
  it('gives every file back as it was, in folders', async () => {
    const files = new Map([
      ['report.json', bytesOf('{"a":1}')],
      ['original/Zeugnis Ä.pdf', Uint8Array.of(0, 255, 1)],
      ['empty', new Uint8Array()],
    ]);
    const unpacked = unzipSync(await packFiles(files));
    expect(Object.keys(unpacked)).toEqual([...files.keys()]);
    for (const [name, content] of files) expect([...(unpacked[name] ?? [])]).toEqual([...content]);
  });

  it('gives equal files for equal contents', async () => {
    const files = new Map([['a', bytesOf('same')]]);
    expect(await packFiles(files)).toEqual(await packFiles(new Map(files)));
  });
});
