import { describe, expect, it } from 'vitest';
import { plainPassage } from '../../../src/formats/plain-passage.ts';

describe('plainPassage', () => {
  it.each([
    [
      '<p>Grows <b>beans</b> &amp; peas</p><ul><li>one</li><li>two</li></ul>',
      'Grows beans & peas\n• one\n• two',
    ],
    ['a < b and c > d', 'a < b and c > d'],
    ['line<br/>break', 'line\nbreak'],
    ['<script>alert(1)</script>Safe', 'Safe'],
    ['&#8220;Tea&#x201D; &unknown; &lt;b&gt;', '“Tea” &unknown; <b>'],
    ['&#1114112;', '&#1114112;'],
  ])('makes words of %s', (passage, plain) => {
    expect(plainPassage(passage)).toBe(plain);
  });

  it('is nothing where only markup stood', () => {
    expect(plainPassage('<p> </p>')).toBeUndefined();
    expect(plainPassage(undefined)).toBeUndefined();
  });

  it('stays fast on markup that never ends', () => {
    const started = performance.now();
    plainPassage(`${'<script>'.repeat(20_000)}${'<'.repeat(20_000)}`);
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});
