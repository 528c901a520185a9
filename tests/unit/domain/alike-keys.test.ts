// Keys for comparing: what counts as the same name, the same look, the same at a glance.
import { describe, expect, it } from 'vitest';
import {
  glanceKey,
  hostLookKey,
  lookKeys,
  plainKey,
  slipKeys,
} from '../../../src/domain/alike-keys.ts';

function looksLike(a: string, b: string): boolean {
  return lookKeys(a).some((key, index) => key === lookKeys(b)[index]);
}

describe('keys of names', () => {
  it('take case, spaces and punctuation for nothing in the same name', () => {
    expect(plainKey('St. Mary’s  College')).toBe(plainKey('ST MARY’S COLLEGE'));
    expect(plainKey('Lаrkfield')).not.toBe(plainKey('Larkfield'));
  });

  it('see a capital I in place of an l, and a Greek capital', () => {
    expect(looksLike('LarkfieId', 'Larkfield')).toBe(true);
    expect(looksLike('lnstitute of Design', 'Institute of Design')).toBe(true);
    expect(looksLike('ΡINECREST', 'Pinecrest')).toBe(true);
    expect(looksLike('Larkfield', 'Parkfield')).toBe(false);
  });

  it('read accents, doubled letters and hyphens over, and figures as figures', () => {
    expect(glanceKey('Coldwäter-School')).toBe(glanceKey('Coldwater School'));
    expect(glanceKey('The Larkfield Universsity')).toBe(glanceKey('Larkfield University'));
    expect(glanceKey('Lyceum II')).not.toBe(glanceKey('Lyceum I'));
    expect(glanceKey('School 11')).not.toBe(glanceKey('School 1'));
    expect(glanceKey('École 41')).not.toBe(glanceKey('École 42'));
  });

  it('know what figures and exchanged letters may have been', () => {
    expect(slipKeys('L4rkf1eld')).toContain(glanceKey('Larkfield'));
    expect(slipKeys('Larkfeild')).toContain(glanceKey('Larkfield'));
    expect(slipKeys('School 12')).not.toContain(glanceKey('School 21'));
  });

  it('take hosts label by label, with letters for xn--', () => {
    expect(hostLookKey('xn--lrkfield-3nf.example')).not.toContain('xn--');
    expect(hostLookKey('larkfield.example')).not.toBe(hostLookKey('parkfield.example'));
  });

  it('stay quick for names that an attacker wrote', () => {
    const started = performance.now();
    for (const name of ['a'.repeat(1_000_000), 'ab'.repeat(500_000), 'ä '.repeat(500_000)]) {
      plainKey(name);
      lookKeys(name);
      slipKeys(name);
    }
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});
