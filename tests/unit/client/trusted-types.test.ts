import { describe, expect, it } from 'vitest';
import { installTrustedTypes, isOwnScript } from '../../../src/client/trusted-types.ts';

const PAGE = 'http://127.0.0.1:20000/';

describe('scripts that may become workers', () => {
  it.each([
    ['/assets/reader-BnH3lF2T.js', PAGE],
    ['http://127.0.0.1:20000/assets/reader-BnH3lF2T.js', PAGE],
    ['app://main/assets/reader-BnH3lF2T.js', 'app://main/'],
    ['reader-BnH3lF2T.mjs', 'app://main/assets/x.js'],
  ])('%s seen from %s', (address, base) => {
    expect(isOwnScript(address, base)).toBe(true);
  });

  it.each([
    'https://evil.example/assets/x.js',
    'http://127.0.0.1:3000/assets/x.js',
    'https://127.0.0.1:20000/assets/x.js',
    '//evil.example/assets/x.js',
    '/pdfjs/x.js',
    '/assets/../x.js',
    '/assets/a/../../x.js',
    '/assets/x.svg',
    'blob:http://127.0.0.1:20000/1',
    'data:text/javascript,1',
    'javascript:alert(1)',
    '',
  ])('not %j', (address) => {
    expect(isOwnScript(address, PAGE)).toBe(false);
  });

  it('allows no markup but the empty string', () => {
    let rules: { createHTML: (text: string) => string | null } | undefined;
    installTrustedTypes({
      location: { href: PAGE },
      trustedTypes: { createPolicy: (_name, given) => (rules = given) },
    });
    expect(rules?.createHTML('')).toBe('');
    expect(rules?.createHTML('<b>')).toBeNull();
    expect(rules?.createHTML(' ')).toBeNull();
  });

  it('does nothing where the browser has no Trusted Types', () => {
    expect(() => installTrustedTypes({ location: { href: PAGE } })).not.toThrow();
  });
});
