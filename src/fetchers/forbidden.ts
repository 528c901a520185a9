// Providers whose terms forbid programs to read their pages: nothing here ever asks them.
import { problem, type Problem } from '../domain/problem.ts';
import { readPasted } from './pasted-address.ts';

const FORBIDDEN = [
  'coursera.org',
  'duolingo.com',
  'edx.org',
  'linkedin.com',
  'pluralsight.com',
  'ude.my',
  'udemy.com',
  'udemy-certificate.s3.amazonaws.com',
] as const;

/** True for a host, or a host below one, that is never asked. */
export function forbiddenHost(host: string): boolean {
  return FORBIDDEN.some((one) => host === one || host.endsWith(`.${one}`));
}

/** `net/forbidden-by-terms` for an address of such a provider; undefined for any other text. */
export function forbiddenFetch(pasted: string): Problem | undefined {
  const address = readPasted(pasted);
  if (!address || !forbiddenHost(address.host)) return undefined;
  return problem('net/forbidden-by-terms', { params: { host: address.site } });
}
