import { describe, expect, it } from 'vitest';
import { parseOpenableLink } from '../../../src/contract/openable-link.ts';

describe('addresses that may be opened outside', () => {
  it.each([
    ['https://example.org', 'https://example.org/', 'example.org'],
    ['https://example.org:8443/a?b#c', 'https://example.org:8443/a?b#c', 'example.org:8443'],
    ['https://b\u00fccher.example/', 'https://xn--bcher-kva.example/', 'xn--bcher-kva.example'],
    ['https://ex\u0430mple.com/', 'https://xn--exmple-4nf.com/', 'xn--exmple-4nf.com'],
    ['mailto:anna@example.org', 'mailto:anna@example.org', 'anna@example.org'],
  ])('%s', (text, href, target) => {
    expect(parseOpenableLink(text)).toEqual({ ok: true, value: { href, target } });
  });

  it.each([
    'file:///etc/passwd',
    'smb://host/share',
    'ms-msdt:/id',
    'javascript:alert(1)',
    'data:text/html,x',
    'http://example.org/',
    'https:evil',
    'https:/evil',
    'https:\\\\evil',
    'https://',
    ' https://example.org',
    'https://example.org\n',
    'https://exam\tple.org',
    'https://example.org/\u202egpj.exe',
    'https://example\u200b.org',
    'https://user@example.org',
    'https://user:pass@example.org',
    'https://example.org\\@evil.example',
    'mailto:a@example.org?bcc=b@example.org',
    'mailto:a@example.org,b@example.org',
    'mailto:',
    'x'.repeat(5_000),
    '',
  ])('refuses %j', (text) => {
    expect(parseOpenableLink(text)).toMatchObject({
      ok: false,
      problem: { code: 'host/link-not-allowed' },
    });
  });
});
