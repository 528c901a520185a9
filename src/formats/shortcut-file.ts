// Shortcuts to web pages that people drag out of a browser: .url, .desktop, .webloc. Only the address is
// read; nothing in them is run.
import { decodeEntities } from './text-addresses.ts';

const INI = /^\s*\[(?:InternetShortcut|Desktop Entry)\][\s\S]*?^\s*URL(?:\[\w+\])?\s*=\s*(\S+)/imu;
const PLIST = /<key>URL<\/key>\s*<string>([^<]{4,4096})<\/string>/iu;

/** True for the beginning of a shortcut's text. */
export function looksLikeShortcut(head: string): boolean {
  return (
    /^\s*\[(?:InternetShortcut|Desktop Entry)\]/iu.test(head) ||
    (/<plist\b/iu.test(head) && /<key>URL<\/key>/iu.test(head))
  );
}

/** The http(s) address of an untrusted shortcut, undefined where it has none. */
export function addressOfShortcut(text: string): string | undefined {
  const address = INI.exec(text)?.[1] ?? PLIST.exec(text)?.[1];
  const plain = address === undefined ? undefined : decodeEntities(address).trim();
  return plain !== undefined && /^https?:\/\//iu.test(plain) ? plain : undefined;
}
