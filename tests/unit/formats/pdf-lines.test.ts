import { describe, expect, it } from 'vitest';
import {
  buildLines,
  looksLetterSpaced,
  respaceRuns,
  tidyText,
  type TextRun,
} from '../../../src/formats/pdf-lines.ts';

const BOX = { page: 1, width: 600, height: 800 };

function run(text: string, x: number, y: number, width: number, fontSize = 10): TextRun {
  return { text, x, y, width, fontSize };
}

describe('buildLines', () => {
  it('joins runs on one baseline, with a space only where there is a gap', () => {
    const lines = buildLines(
      [run('Har', 10, 50, 15), run('bour', 25, 50, 20), run('School', 49, 50, 30)],
      BOX,
    );
    expect(lines.map(({ text }) => text)).toEqual(['Harbour School']);
  });

  it('keeps columns apart and reads from top to bottom, left to right', () => {
    const lines = buildLines(
      [run('below', 10, 90, 25), run('right', 300, 50, 25), run('left', 10, 50, 20)],
      BOX,
    );
    expect(lines.map(({ text }) => text)).toEqual(['left', 'right', 'below']);
  });

  it('drops the second print of a word that was printed twice to look bold', () => {
    const lines = buildLines([run('Bergen', 10, 50, 30), run('Bergen', 10.4, 50, 30)], BOX);
    expect(lines.map(({ text }) => text)).toEqual(['Bergen']);
  });
});

describe('respaceRuns', () => {
  it('takes the spaces of letter-spaced runs from the glyphs', () => {
    const runs = [run('J un 1 7, 2 01 8', 0, 0, 50), run('M ar a L ind qvist', 0, 20, 50)];
    const texts = respaceRuns(runs, 'Jun 17, 2018Mara Lindqvist').map(({ text }) => text);
    expect(texts).toEqual(['Jun 17, 2018', 'Mara Lindqvist']);
  });

  it('leaves runs alone whose glyphs are not found or carry no spaces', () => {
    const runs = [run('another page', 0, 0, 50), run('placed by position', 0, 20, 50)];
    expect(respaceRuns(runs, 'placedbyposition').map(({ text }) => text)).toEqual([
      'another page',
      'placed by position',
    ]);
  });
});

it('knows letter-spaced text from text of short words', () => {
  expect(looksLetterSpaced('O c t 2 3 , 2 0 1 8')).toBe(true);
  expect(looksLetterSpaced('M ar a L ind qvist')).toBe(true);
  expect(looksLetterSpaced('Fundamentals of Navigation')).toBe(false);
  expect(looksLetterSpaced('This is to certify that')).toBe(false);
});

describe('tidyText', () => {
  it('opens ligatures and restores those that the font lost', () => {
    expect(tidyText('certi\ufb01cate of\ufb01ce')).toBe('certificate office');
    expect(tidyText('This con\u0000rms o\u0000ered work\u0000ow')).toBe(
      'This confirms offered workflow',
    );
  });

  it('drops what cannot be seen, but not the joiners that scripts need', () => {
    expect(tidyText('a\u202eb\u200bc \u0007d')).toBe('abc d');
    expect(tidyText('می\u200cخواهم')).toBe('می\u200cخواهم');
  });
});
