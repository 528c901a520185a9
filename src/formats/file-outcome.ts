// The answers every file reader gives when there is no credential: kept as a document, or refused.
import type { CredentialReading, FileReading } from '../domain/credential.ts';
import { problem, type Problem } from '../domain/problem.ts';
import type { PayloadReading } from './reading-parts.ts';

/** Stored, and listed with what is wrong. */
export function kept(
  mediaType: string,
  items: readonly CredentialReading[],
  problems: readonly Problem[],
): FileReading {
  return { outcome: 'kept', mediaType, items, problems };
}

/** Not stored. */
export function refused(mediaType: string, found: Problem): FileReading {
  return { outcome: 'refused', mediaType, items: [], problems: [found] };
}

/** Refused for its size; `limit` as people read it. */
export function tooLarge(mediaType: string, limit: string): FileReading {
  return refused(mediaType, problem('input/too-large', { params: { limit } }));
}

/**
 * The answer for a payload: `read` with its credentials, else kept with what it is instead. What holds
 * private keys is not stored: only the credentials in it are, each on its own.
 */
export function payloadOutcome(mediaType: string, reading: PayloadReading): FileReading {
  if (reading.items.length > 0) return { outcome: 'read', mediaType, ...reading };
  if (reading.storesParts) {
    const hasParts = (reading.parts ?? []).length > 0;
    return { outcome: hasParts ? 'kept' : 'refused', mediaType, ...reading };
  }
  const fatal = reading.problems.find(isRefusing);
  return fatal ? refused(mediaType, fatal) : { outcome: 'kept', mediaType, ...reading, items: [] };
}

/** A listed document without anything read from it: its title is its file name. */
export function documentOf(fileName: string): CredentialReading {
  const name = fileName
    .replace(/\p{Cc}/gu, '')
    .replace(/\.[^.]{1,8}$/, '')
    .trim();
  return {
    format: 'document',
    carrier: 'file',
    achievement: { name: name.slice(0, 200) },
    issuer: {},
    recipient: { identifiers: [], hashedIdentities: [] },
    skills: [],
    evidence: [],
    signed: false,
  };
}

/** Problems that show an attempt to deceive or exhaust: such a file is not stored. */
const REFUSING: ReadonlySet<Problem['code']> = new Set([
  'input/empty-file',
  'input/too-large',
  'json/too-deep',
  'json/too-many-values',
  'json/duplicate-key',
  'xml/too-deep',
]);

/** True for a problem whose file is not stored. */
export function isRefusing(found: Problem): boolean {
  return REFUSING.has(found.code);
}
