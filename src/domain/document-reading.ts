// The reading of a file that holds no credential Laurel knows, so that it can be listed and kept.
import type { CredentialReading } from './credential.ts';

/** Names the document after its file, without the ending. The file name may be untrusted. */
export function documentReading(fileName: string): CredentialReading {
  return {
    format: 'document',
    carrier: 'file',
    achievement: { name: fileName.replace(/\.[^.]{1,8}$/, '') || fileName },
    issuer: {},
    recipient: { identifiers: [], hashedIdentities: [] },
    skills: [],
    evidence: [],
    signed: false,
  };
}
