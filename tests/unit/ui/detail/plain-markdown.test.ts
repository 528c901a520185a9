// Markdown from outside becomes plain blocks.
import { expect, test } from 'vitest';
import { readPlainMarkdown } from '../../../../src/ui/detail/plain-markdown.ts';

function textOf(source: string): string {
  return readPlainMarkdown(source)
    .flatMap((block) => (block.kind === 'list' ? block.items.flat() : block.inlines))
    .map((inline) => inline.text)
    .join('|');
}

test('raw HTML never survives, its words do', () => {
  expect(textOf('<p>Read &amp; write</p><script>alert(1)</script><b onclick=x>bold</b>')).toBe(
    'Read & write|bold',
  );
});

test('decoded entities stay text', () => {
  expect(textOf('&lt;script&gt;alert(1)&lt;/script&gt;')).toBe('<script>alert(1)</script>');
});

test('links keep their words and address, whatever the scheme; asking comes later', () => {
  expect(readPlainMarkdown('See [the page](https://example.org/a).')).toEqual([
    {
      kind: 'paragraph',
      inlines: [
        { kind: 'text', text: 'See ' },
        { kind: 'link', text: 'the page', url: 'https://example.org/a' },
        { kind: 'text', text: '.' },
      ],
    },
  ]);
});

test('a picture is named, not loaded', () => {
  const [block] = readPlainMarkdown('![pixel](https://tracker.example/p.gif)');
  expect(block).toEqual({
    kind: 'paragraph',
    inlines: [{ kind: 'picture', text: 'pixel', url: 'https://tracker.example/p.gif' }],
  });
});

test('lists, headings and strong words', () => {
  expect(readPlainMarkdown('# Aims\n- one\n- **two**\n\nEnd').map((block) => block.kind)).toEqual([
    'heading',
    'list',
    'paragraph',
  ]);
});

test('hostile nesting and length end quickly', () => {
  const started = performance.now();
  readPlainMarkdown('*'.repeat(100_000));
  readPlainMarkdown('['.repeat(100_000));
  readPlainMarkdown('<a '.repeat(50_000));
  readPlainMarkdown('_a '.repeat(40_000));
  readPlainMarkdown('![a]('.repeat(40_000));
  expect(performance.now() - started).toBeLessThan(2000);
});
