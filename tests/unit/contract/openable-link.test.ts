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

describe('attacks on them', () => {
  it.each([
    [
      'https://issuer.example/verify?id=1#top',
      'https://issuer.example/verify?id=1#top',
      'issuer.example',
    ],
    ['https://issuer.example', 'https://issuer.example/', 'issuer.example'],
    ['HTTPS://Issuer.Example:8443/a', 'https://issuer.example:8443/a', 'issuer.example:8443'],
    ['https://ex\u0430mple.example/', 'https://xn--exmple-4nf.example/', 'xn--exmple-4nf.example'],
    ['https://issuer.example/a@b', 'https://issuer.example/a@b', 'issuer.example'],
    ["https://issuer.example/a'b", "https://issuer.example/a'b", 'issuer.example'],
    ['mailto:records@college.example', 'mailto:records@college.example', 'records@college.example'],
  ])('allows %s and shows its real target', (url, href, target) => {
    expect(parseOpenableLink(url)).toEqual({ ok: true, value: { href, target } });
  });

  it.each([
    ['an empty text', ''],
    ['plain http', 'http://issuer.example/'],
    ['a local file', 'file:///etc/passwd'],
    ['a network share', 'smb://host/share'],
    ['a network share by backslashes', '\\\\host\\share'],
    ['a program protocol', 'ms-msdt:/id PCWDiagnostic'],
    ['another program protocol', 'vscode://file/etc/passwd'],
    ['a script', 'javascript:alert(1)'],
    ['a script in mixed case', 'jAvAsCrIpT:alert(1)'],
    ['data', 'data:text/html,<script>1</script>'],
    ['a blob', 'blob:https://issuer.example/1'],
    ['the view of a source', 'view-source:https://issuer.example/'],
    ['our own scheme', 'app://main/index.html'],
    ['no slashes', 'https:issuer.example'],
    ['one slash', 'https:/issuer.example'],
    ['three slashes', 'https:///issuer.example'],
    ['backslashes as slashes', 'https:\\\\issuer.example\\'],
    ['a backslash before the host', 'https://issuer.example\\@evil.example/'],
    ['a space before', ' https://issuer.example/'],
    ['a tab before', '\thttps://issuer.example/'],
    ['a line break inside', 'https://issuer.example/\nSet-Cookie: a'],
    ['a tab in the scheme', 'ht\ttps://issuer.example/'],
    ['a NUL at the end', 'https://issuer.example/\0.pdf'],
    ['a control character', 'https://issuer.example/\u0007'],
    ['a bidi override', 'https://issuer.example/\u202egpj.exe'],
    ['a zero-width space', 'https://issuer\u200b.example/'],
    ['a byte order mark', '\ufeffhttps://issuer.example/'],
    ['a no-break space', 'https://issuer.example/\u00a0x'],
    ['half a character', 'https://issuer.example/\ud800'],
    ['a user name', 'https://issuer.example@evil.example/'],
    ['a user name and password', 'https://user:pass@issuer.example/'],
    ['an empty user name', 'https://@issuer.example/'],
    ['an encoded user name', 'https://issuer.example%40@evil.example/'],
    ['no host', 'https://'],
    ['no host but a path', 'https://?x'],
    ['only a dot', 'https://./'],
    ['an empty label', 'https://issuer..example/'],
    ['a bad port', 'https://issuer.example:99999/'],
    ['a broken address', 'https://[::1/'],
    ['an encoded NUL in the host', 'https://issuer%00.example/'],
    ['switches for a command', '--gpu-launcher=calc'],
    ['a mail address with a subject', 'mailto:a@b.example?subject=x'],
    ['a mail attachment', 'mailto:a@b.example?attach=/etc/passwd'],
    ['several mail addresses', 'mailto:a@b.example,c@d.example'],
    ['an encoded line break in a mail address', 'mailto:a%0d%0abcc:c@b.example'],
    ['a mail address that is a switch', 'mailto:-oQ@b.example'],
    ['a mail address with slashes', 'mailto://a@b.example'],
    ['a mail without an address', 'mailto:'],
    ['an endless address', `https://issuer.example/${'a'.repeat(5_000)}`],
  ])('refuses %s', (_what, url) => {
    expect(parseOpenableLink(url)).toMatchObject({
      ok: false,
      problem: { code: 'host/link-not-allowed' },
    });
  });
});
