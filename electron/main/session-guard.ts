// What the browser session behind the window may do: two permissions for our own page, nothing else.
import type { Session } from 'electron';
import { PAGE_ORIGIN } from './page-protocol.ts';

const ALLOWED_PERMISSIONS: ReadonlySet<string> = new Set([
  'clipboard-sanitized-write',
  'persistent-storage',
]);

/** True for the two permissions, asked by our own page. Electron allows everything by default. */
export function isPermissionAllowed(permission: string, requester: string | undefined): boolean {
  if (requester === undefined || !ALLOWED_PERMISSIONS.has(permission)) return false;
  return isOwnAddress(requester);
}

/** Compares scheme and host after parsing: `app://main.evil/` starts like ours and is not. */
export function isOwnAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, host } = new URL(address);
  return `${protocol}//${host}` === PAGE_ORIGIN;
}

export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, callback, details) => {
    callback(details.isMainFrame && isPermissionAllowed(permission, details.requestingUrl));
  });
  session.setPermissionCheckHandler((_contents, permission, requestingOrigin) =>
    isPermissionAllowed(permission, requestingOrigin),
  );
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, callback) => callback({}));
  session.setBluetoothPairingHandler((_details, callback) => callback({ confirmed: false }));
  // Downloads are only ever the person's own "save", which has its dialog in the host.
  session.on('will-download', (event) => event.preventDefault());
  // The dictionaries would be downloaded.
  session.setSpellCheckerEnabled(false);
}
