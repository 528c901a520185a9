import { describe, expect, it } from 'vitest';
import {
  findAll,
  metaOf,
  ofClass,
  readPage,
  visibleLines,
  visibleText,
} from '../../../src/fetchers/html-page.ts';

describe('a served page', () => {
  it('is read by the lines that people see', () => {
    const page = readPage(
      '<!doctype html><html><head><title>t</title></head><body><!-- <p>no</p> --><p>One <b>two</b></p>' +
        '<script>if (a < b) document.title = "<p>no</p>"</script><div>Three<br>four &amp; five&#8217;s</div></body></html>',
    );
    expect(visibleLines(page)).toEqual(['One two', 'Three', 'four & five’s']);
  });

  it('finds elements by class, tag and meta name', () => {
    const page = readPage(
      '<html><head><meta property="og:title" content="A &quot;B&quot;"></head><body>' +
        "<div class='x wanted'><a href=/here>go</a></div><i class=unwanted>no</i></body></html>",
    );
    expect(metaOf(page, 'og:title')).toBe('A "B"');
    expect(ofClass(page, 'wanted').map(visibleText)).toEqual(['go']);
    expect(findAll(page, ({ name }) => name === 'a')[0]?.attributes.get('href')).toBe('/here');
  });

  it.each([
    ['unclosed tags', '<div>'.repeat(50_000)],
    ['an unclosed quote', `<a title="${'x'.repeat(500_000)}`],
    ['many unclosed quotes', '<a "'.repeat(150_000)],
    ['long attribute runs', `<a ${'b'.repeat(400_000)}>`],
    ['stray brackets', '<'.repeat(500_000)],
    ['unfinished entities', '&#'.repeat(200_000)],
    ['closing tags alone', '</div>'.repeat(100_000)],
  ])('is read in good time whatever it holds: %s', (_what, markup) => {
    const start = performance.now();
    visibleLines(readPage(markup));
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});
