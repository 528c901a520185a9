// Fills what a credential leaves out with what its provider says about it. Overwrites nothing.
import type { CredentialReading } from '../../domain/credential.ts';
import { SOURCED_FIELDS } from '../../domain/field-source.ts';

/**
 * The credential with the provider's words where it has none of its own. Both are untrusted readings of the same
 * award; format, carrier, payload and proof stay the credential's.
 */
export function fillReading(
  credential: CredentialReading,
  provided: CredentialReading,
): CredentialReading {
  const { achievement, issuer, recipient } = credential;
  const name = achievement.name === '' ? provided.achievement.name : achievement.name;
  return {
    ...provided,
    ...credential,
    achievement: { ...provided.achievement, ...achievement, name },
    issuer: { ...provided.issuer, ...issuer },
    recipient: {
      ...(provided.recipient.name === undefined ? {} : { name: provided.recipient.name }),
      ...recipient,
    },
    skills: credential.skills.length > 0 ? credential.skills : provided.skills,
    evidence: credential.evidence.length > 0 ? credential.evidence : provided.evidence,
    sources: Object.fromEntries(
      SOURCED_FIELDS.flatMap((field) => {
        const own = credential.sources?.[field];
        const source = says(credential, field) ? own : (provided.sources?.[field] ?? own);
        return source ? [[field, source]] : [];
      }),
    ),
  };
}

function says(reading: CredentialReading, field: (typeof SOURCED_FIELDS)[number]): boolean {
  switch (field) {
    case 'title':
      return reading.achievement.name !== '';
    case 'description':
      return reading.achievement.description !== undefined;
    case 'issuer':
      return reading.issuer.name !== undefined;
    case 'recipient':
      return reading.recipient.name !== undefined;
    default:
      return reading[field] !== undefined;
  }
}
