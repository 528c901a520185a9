import { readFileSync } from 'node:fs';
import type { Session } from 'electron';
import { describe, expect, it } from 'vitest';
import {
  guardSession,
  isOwnAddress,
  isPermissionAllowed,
} from '../../../electron/main/session-guard.ts';

/** Every permission name that this version of Electron knows, read from its own types. */
function knownPermissions(): readonly string[] {
  const types = readFileSync('node_modules/electron/electron.d.ts', 'utf8');
  const signature = /setPermissionRequestHandler\(handler: .*?permission: ([^,]*),/.exec(
    types,
  )?.[1];
  return [...(signature ?? '').matchAll(/'([^']+)'/g)].map((match) => match[1] ?? '');
}

describe('permissions', () => {
  it('allows our page exactly two of all that Electron knows', () => {
    const known = knownPermissions();
    expect(known.length).toBeGreaterThan(30);
    const allowed = known.filter((name) => isPermissionAllowed(name, 'app://main/'));
    expect(allowed.sort()).toEqual(['clipboard-sanitized-write', 'persistent-storage']);
  });

  it.each(['app://main.evil/', 'app://other/', 'https://main/', 'null', '', undefined])(
    'allows %j nothing',
    (requester) => {
      expect(isPermissionAllowed('persistent-storage', requester)).toBe(false);
    },
  );

  it('compares the whole address, not its beginning', () => {
    expect(isOwnAddress('app://main/index.html')).toBe(true);
    expect(isOwnAddress('app://main:80/')).toBe(false);
    expect(isOwnAddress('app://mainx')).toBe(false);
    expect(isOwnAddress('x app://main/')).toBe(false);
  });

  it('puts a handler in every place where Electron would otherwise allow', () => {
    const handlers = new Map<string, (...args: never[]) => unknown>();
    const session = new Proxy(
      {},
      {
        get:
          (_target, name) =>
          (...args: unknown[]) =>
            handlers.set(
              name === 'on' ? String(args[0]) : String(name),
              args.at(-1) as (...args: never[]) => unknown,
            ),
      },
    ) as Session;
    guardSession(session);
    const call = (name: string, ...args: unknown[]): unknown =>
      handlers.get(name)?.(...(args as never[]));

    const answers: unknown[] = [];
    const answer = (value: unknown): unknown => answers.push(value);
    const own = { isMainFrame: true, requestingUrl: 'app://main/' };
    call('setPermissionRequestHandler', null, 'media', answer, own);
    call('setPermissionRequestHandler', null, 'persistent-storage', answer, own);
    const framed = { ...own, isMainFrame: false };
    call('setPermissionRequestHandler', null, 'persistent-storage', answer, framed);
    expect(answers).toEqual([false, true, false]);
    expect(call('setPermissionCheckHandler', null, 'geolocation', 'app://main')).toBe(false);
    expect(call('setDevicePermissionHandler', {})).toBe(false);
    call('setDisplayMediaRequestHandler', {}, answer);
    call('setBluetoothPairingHandler', {}, answer);
    expect(answers.slice(3)).toEqual([{}, { confirmed: false }]);
    let prevented = 0;
    call('will-download', { preventDefault: () => (prevented += 1) });
    expect(prevented).toBe(1);
    expect(handlers.has('setSpellCheckerEnabled')).toBe(true);
  });
});
