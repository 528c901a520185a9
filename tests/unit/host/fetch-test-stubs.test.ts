import { readFile, readdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { readTestStubs } from '../../../electron/host/fetch-test-stubs.ts';

const VALUE = 'www.example.org=127.0.0.1:4010, API.example.org=127.0.0.1:4011';

describe('the test switch of the fetch door', () => {
  it('maps hosts to ports of this computer', () => {
    const stubs = readTestStubs({ NODE_ENV: 'test', LAUREL_TEST_FETCH_ORIGINS: VALUE });
    expect([...(stubs ?? [])]).toEqual([
      ['www.example.org', { port: 4010 }],
      ['api.example.org', { port: 4011 }],
    ]);
  });

  it.each([
    ['a release', { LAUREL_TEST_FETCH_ORIGINS: VALUE }],
    ['production', { NODE_ENV: 'production', LAUREL_TEST_FETCH_ORIGINS: VALUE }],
    ['development', { NODE_ENV: 'development', LAUREL_TEST_FETCH_ORIGINS: VALUE }],
    ['a test without stubs', { NODE_ENV: 'test' }],
    ['an empty value', { NODE_ENV: 'test', LAUREL_TEST_FETCH_ORIGINS: '' }],
  ])('is off in %s', (_name, env) => {
    expect(readTestStubs(env)).toBeUndefined();
  });

  it.each([
    'www.example.org=192.168.1.1:4010',
    'www.example.org=example.net:4010',
    'www.example.org=127.0.0.1:80',
    'www.example.org=127.0.0.1',
    '127.0.0.1=127.0.0.1:4010',
    'localhost=127.0.0.1:4010',
    'www.example.org',
    ',',
  ])('refuses to be half on: %s', (value) => {
    const env = { NODE_ENV: 'test', LAUREL_TEST_FETCH_ORIGINS: value };
    expect(() => readTestStubs(env)).toThrow('LAUREL_TEST_FETCH_ORIGINS');
  });

  it('is reached from the loopback entry and the command line alone, never from Electron', async () => {
    const found: string[] = [];
    for (const file of await readdir('electron', { recursive: true })) {
      if (!/\.[cm]?[jt]s$/.test(file) || file.endsWith('fetch-test-stubs.ts')) continue;
      const text = await readFile(`electron/${file}`, 'utf8');
      if (/from '[^']*fetch-test-stubs|LAUREL_TEST_FETCH|allowLoopback/.test(text)) {
        found.push(file.replaceAll('\\', '/'));
      }
    }
    expect(found.sort()).toEqual([
      'cli/index.ts',
      'cli/sites.ts',
      'host/fetch-door.ts',
      'loopback/index.ts',
    ]);
  });
});
