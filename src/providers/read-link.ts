// A web address as a credential: what a recognised address alone tells. Opens nothing.
import type { CredentialReading } from '../domain/credential.ts';
import { recogniseUrl } from './recognise-url.ts';

/** The credential an untrusted address names, or undefined where it names none. */
export function readLink(address: string): CredentialReading | undefined {
  const found = recogniseUrl(address);
  if (!found) return undefined;
  return undefined;
}
