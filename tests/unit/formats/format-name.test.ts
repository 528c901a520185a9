import { describe, expect, it } from 'vitest';
import { formatName } from '../../../src/formats/format-name.ts';

describe('formatName', () => {
  it.each([
    ['ob0.5 assertion', 'Open Badges 0.5'],
    ['ob3 vcdm2.0', 'Open Badges 3.0'],
    ['clr1 assertion', 'Comprehensive Learner Record 1.0'],
    ['blockcerts3 vcdm1.1', 'Blockcerts'],
    ['something-new', 'something-new'],
  ])('calls %s “%s”', (format, name) => {
    expect(formatName(format)).toBe(name);
  });
});
