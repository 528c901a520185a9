// Which addresses the fetch door may open: https on port 443 by name, and only public machines behind the
// name (hazards C24). Decisions over untrusted text; no network here.
import ipaddr from 'ipaddr.js';
import { problem } from '../../src/domain/problem.ts';
import { type Result, err, ok } from '../../src/domain/result.ts';

export type FetchAddress = {
  readonly url: URL;
  /** The host as consent and ledger know it: lower case, ASCII, without a final dot. */
  readonly host: string;
};

const MAX_LENGTH = 4_000;
const MAX_HOST_LENGTH = 253;
// The URL parser drops or turns these, so that what is opened would not be what was read.
const HIDDEN = /[\s\\\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;
const HTTPS = /^https:\/\/[^/?#]/i;
const NAME = /^(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
/** Names that mean this computer or its network (RFC 6761, RFC 6762, RFC 8375 and ICANN's `internal`). */
const LOCAL_NAME =
  /(?:^|\.)(?:localhost|localdomain|local|internal|intranet|lan|home|corp|private|home\.arpa|onion|test|invalid)$/;

/** Checks an address that is to be fetched. The answer holds a normalised copy without fragment. */
export function parseFetchAddress(text: string): Result<FetchAddress> {
  if (text.length > MAX_LENGTH || HIDDEN.test(text)) return err(problem('net/address-refused'));
  if (!HTTPS.test(text)) return err(problem('net/not-https'));
  if (!URL.canParse(text)) return err(problem('net/address-refused'));
  const url = new URL(text);
  if (url.protocol !== 'https:') return err(problem('net/not-https'));
  if (url.username !== '' || url.password !== '' || url.port !== '') {
    return err(problem('net/address-refused'));
  }
  const host = parseHostName(url.hostname);
  if (!host.ok) return host;
  url.hostname = host.value;
  url.hash = '';
  return ok({ url, host: host.value });
}

/**
 * Checks a host's name, as given or from a parsed address, and normalises it. A bare number is never a
 * name: `net/private-address` where it points inside, else `net/address-refused`.
 */
export function parseHostName(text: string): Result<string> {
  const refused = err(problem('net/address-refused'));
  if (text.length > MAX_HOST_LENGTH + 1 || HIDDEN.test(text) || /[/?#@%]/.test(text)) {
    return refused;
  }
  if (text.includes(':') && !text.startsWith('[')) return refused;
  // Through the URL parser, so that 0x7f.1 and ①②⑦.⓪.⓪.① show as the number that they are.
  if (!URL.canParse(`https://${text}/`)) return refused;
  const url = new URL(`https://${text}/`);
  if (url.port !== '' || url.pathname !== '/') return refused;
  const host = url.hostname.replace(/\.$/, '');
  const bare = host.replace(/^\[(.*)\]$/, '$1');
  if (ipaddr.isValid(bare)) {
    return isPublicAddress(bare) ? refused : err(problem('net/private-address'));
  }
  if (host === 'localhost' || LOCAL_NAME.test(host)) return err(problem('net/private-address'));
  return NAME.test(host) && host.length <= MAX_HOST_LENGTH ? ok(host) : refused;
}

const GLOBAL_IPV6 = ipaddr.parseCIDR('2000::/3');

/** True for an address of the public unicast internet; anything that is not an address is not. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  // IPv4-compatible ::7f00:1 and everything IANA has not given out count as unicast there.
  return parsed.kind() === 'ipv4' || parsed.match(GLOBAL_IPV6);
}
