// Which addresses may be opened outside the app (hazards A5). A pure decision over untrusted text.
import { problem } from '../../src/domain/problem.ts';
import { type Result, err, ok } from '../../src/domain/result.ts';

export type OutsideLink = {
  /** The address to hand on, in its normal form: the host in ASCII, everything else encoded. */
  readonly href: string;
  /** What the person must be shown: the host, or the mail address. */
  readonly target: string;
};

const MAX_LENGTH = 4_000;
// Space, control, bidi, zero-width and backslash: parsers disagree on them, and they hide what is opened.
const HIDDEN = /[\s\\\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;
// RFC 6068 allows headers and several addresses; `?attach=` and `?bcc=` are why only one bare address is taken.
const MAIL =
  /^mailto:([a-z0-9][a-z0-9._+-]{0,63}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9])$/i;
const HTTPS = /^https:\/\/([^/?#]+)/i;
const HOST = /^(?:[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?\.?)+$|^\[[0-9a-f:.]+\]$/;

/** Allows https addresses without user names, and mail addresses without headers; nothing else. */
export function checkOutsideLink(url: string): Result<OutsideLink> {
  const refused = err(problem('host/link-not-allowed'));
  if (url.length > MAX_LENGTH || HIDDEN.test(url)) return refused;
  const mail = MAIL.exec(url)?.[1];
  if (mail !== undefined) return ok({ href: `mailto:${mail}`, target: mail });
  const authority = HTTPS.exec(url)?.[1];
  if (authority === undefined || authority.includes('@') || !URL.canParse(url)) return refused;
  const parsed = new URL(url);
  if (parsed.protocol !== 'https:' || parsed.username !== '' || parsed.password !== '')
    return refused;
  if (parsed.hostname.length > 253 || !HOST.test(parsed.hostname)) return refused;
  return ok({ href: parsed.href, target: parsed.host });
}
