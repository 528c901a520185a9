// Hazards C24: what may not be opened, whatever way it is written.
import { describe, expect, it } from 'vitest';
import {
  isPublicAddress,
  parseFetchAddress,
  parseHostName,
} from '../../../electron/host/fetch-address.ts';

/** Written as an issuer might, each meaning this computer, its network or a cloud's metadata. */
const INSIDE = [
  'https://127.0.0.1/',
  'https://127.1/',
  'https://127.0.1/',
  'https://2130706433/',
  'https://0x7f.1/',
  'https://0x7f000001/',
  'https://0177.0.0.1/',
  'https://017700000001/',
  'https://①②⑦.⓪.⓪.①/',
  'https://１２７.０.０.１/',
  'https://127。0。0。1/',
  'https://127.0.0.1./',
  'https://%31%32%37.0.0.1/',
  'https://[::1]/',
  'https://[::]/',
  'https://[::ffff:7f00:1]/',
  'https://[::ffff:127.0.0.1]/',
  'https://[::7f00:1]/',
  'https://[0:0:0:0:0:0:0:1]/',
  'https://[64:ff9b::7f00:1]/',
  'https://[64:ff9b:1::1]/',
  'https://[2002:7f00:1::]/',
  'https://[2001:0:1::1]/',
  'https://[fe80::1]/',
  'https://[fec0::1]/',
  'https://[fc00::1]/',
  'https://[fd00:ec2::254]/',
  'https://[ff02::1]/',
  'https://[4000::1]/',
  'https://0/',
  'https://0.0.0.0/',
  'https://10.0.0.1/',
  'https://10.1/',
  'https://172.16.0.1/',
  'https://172.31.255.255/',
  'https://192.168.1.1/',
  'https://192.168.257/',
  'https://169.254.169.254/latest/meta-data/',
  'https://2852039166/',
  'https://100.64.0.1/',
  'https://192.0.0.192/',
  'https://198.18.0.1/',
  'https://203.0.113.7/',
  'https://224.0.0.1/',
  'https://240.0.0.1/',
  'https://255.255.255.255/',
  'https://localhost/',
  'https://LOCALHOST/',
  'https://localhost./',
  'https://ｌｏｃａｌｈｏｓｔ/',
  'https://a.localhost/',
  'https://printer.local/',
  'https://router.lan/',
  'https://nas.home.arpa/',
  'https://metadata.google.internal/',
  'https://wiki.corp/',
  'https://hidden.onion/',
] as const;

const ODD = [
  'https://8.8.8.8/',
  'https://[2606:4700::1111]/',
  'https://issuer.example.org:8443/',
  'https://issuer.example.org:80/',
  'https://user@issuer.example.org/',
  'https://user:word@issuer.example.org/',
  'https://issuer.example.org\\@127.0.0.1/',
  'https://issuer.example.org/a b',
  'https://issuer.exa\tmple.org/',
  'https://issuer.exa\nmple.org/',
  'https://issuer\u202egro.elpmaxe/',
  'https://router/',
  'https://1.2.3.4.5/',
  'https://0x7f.1.example.0x1/',
  'https://a..b.org/',
  'https://[::1/',
  'https://%00.example.org/',
  `https://${'a'.repeat(64)}.org/`,
  `https://example.org/${'a'.repeat(4_000)}`,
] as const;

const NOT_HTTPS = [
  'http://issuer.example.org/',
  'ftp://issuer.example.org/',
  'file:///etc/passwd',
  'data:text/html,x',
  'javascript:1',
  'gopher://127.0.0.1/',
  '//issuer.example.org/',
  'https:issuer.example.org',
  'https:/issuer.example.org',
  'https:///issuer.example.org',
  'wss://issuer.example.org/',
  'issuer.example.org',
  '',
] as const;

function codeOf(address: string): string {
  const parsed = parseFetchAddress(address);
  return parsed.ok ? parsed.value.url.href : parsed.problem.code;
}

describe('an address that is to be fetched', () => {
  it('is checked against at least sixty ways to point inside', () => {
    expect(new Set([...INSIDE, ...ODD, ...NOT_HTTPS]).size).toBeGreaterThanOrEqual(60);
  });

  it.each(INSIDE)('points inside: %s', (address) => {
    expect(codeOf(address)).toBe('net/private-address');
  });

  it.each(ODD)('is refused: %s', (address) => {
    expect(codeOf(address)).toBe('net/address-refused');
  });

  it.each(NOT_HTTPS)('is not https: %s', (address) => {
    expect(codeOf(address)).toBe('net/not-https');
  });

  it.each([
    ['https://issuer.example.org', 'https://issuer.example.org/'],
    ['HTTPS://Issuer.Example.ORG:443/A?b=C#d', 'https://issuer.example.org/A?b=C'],
    ['https://issuer.example.org./x', 'https://issuer.example.org/x'],
    ['https://bücher.example.org/', 'https://xn--bcher-kva.example.org/'],
    ['https://a_b.example.org/', 'https://a_b.example.org/'],
    // Only what the name resolves to tells, which is judged later.
    ['https://127.0.0.1.nip.io/', 'https://127.0.0.1.nip.io/'],
  ])('is taken and normalised: %s', (address, normal) => {
    expect(codeOf(address)).toBe(normal);
  });
});

describe('the name of a host', () => {
  it('is normalised as in an address', () => {
    expect(parseHostName('WWW.Example.ORG.')).toEqual({ ok: true, value: 'www.example.org' });
  });

  it.each([
    'a.org/x',
    'a.org:443',
    'a.org:8443',
    'u@a.org',
    'a.org?x',
    '*.org',
    '',
    '.',
    'a b.org',
  ])('is not %j', (text) => expect(parseHostName(text).ok).toBe(false));
});

describe('a public address', () => {
  it.each(['1.1.1.1', '93.184.216.34', '2606:4700::1111', '2a00:1450:4001::1'])(
    'is %s',
    (address) => expect(isPublicAddress(address)).toBe(true),
  );

  it.each(['', 'example.org', '127.0.0.1', '::ffff:8.8.8.8', '64:ff9b::808:808', '2001:db8::1'])(
    'is not %j',
    (address) => expect(isPublicAddress(address)).toBe(false),
  );
});
