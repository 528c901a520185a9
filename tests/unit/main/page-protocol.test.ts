import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import {
  pageFileFor,
  registerPageScheme,
  servePage,
} from '../../../electron/main/page-protocol.ts';
import { CONTENT_SECURITY_POLICY } from '../../../src/contract/content-security-policy.ts';

const folder = mkdtempSync(join(tmpdir(), 'laurel-protocol-'));
const index = { file: join(folder, 'i'), mediaType: 'text/html; charset=utf-8', immutable: false };
writeFileSync(index.file, '<p>page</p>');
const files = new Map([
  ['/', index],
  ['/index.html', index],
]);
afterAll(() => rmSync(folder, { recursive: true }));

describe('app:// addresses', () => {
  it.each(['app://main/', 'app://main/index.html', 'app://main/?x', 'app://main/#x'])(
    'serves %s',
    (address) => {
      expect(pageFileFor(address, files)).toBe(index);
    },
  );

  it.each([
    'app://main',
    'app://main/../../etc/passwd',
    'app://main/%2e%2e/etc/passwd',
    'app://main/..%5c..%5cx',
    'app://main/..\\x',
    'app://main/index.html%00.png',
    'app://main//index.html',
    'app://main/etc/passwd',
    'app://main/__proto__',
    'app://main.evil/',
    'app://other/',
    'app://main@evil/',
    'https://main/',
    'file:///etc/passwd',
    '',
  ])('does not serve %j', (address) => {
    expect(pageFileFor(address, files)).toBeUndefined();
  });

  it('answers with the policy, and 400 for what is not listed', async () => {
    let answer: (request: Request) => Promise<Response> = () => Promise.reject(new Error('unset'));
    servePage({ handle: (_scheme, handler) => (answer = handler as typeof answer) }, files);
    // The platform's Request does not know the scheme; two fields are all that is read.
    const ask = (url: string, method = 'GET') => answer({ url, method } as Request);
    const page = await ask('app://main/');
    expect(page.status).toBe(200);
    expect(page.headers.get('content-security-policy')).toBe(CONTENT_SECURITY_POLICY);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await page.text()).toBe('<p>page</p>');
    expect((await ask('app://main/../x')).status).toBe(400);
    expect((await ask('app://main/', 'POST')).status).toBe(400);
  });

  it('keeps the policy in force and other origins out', () => {
    registerPageScheme({
      registerSchemesAsPrivileged: ([scheme]) => {
        expect(scheme?.scheme).toBe('app');
        expect(scheme?.privileges?.standard).toBe(true);
        expect(scheme?.privileges?.secure).toBe(true);
        expect(scheme?.privileges?.bypassCSP).toBeUndefined();
        expect(scheme?.privileges?.corsEnabled).toBeUndefined();
        expect(scheme?.privileges?.allowServiceWorkers).toBeUndefined();
      },
    });
    expect.assertions(6);
  });
});
