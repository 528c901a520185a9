// Builds the credential reading of a document (PDF page text, picture) from what the recogniser found.
import type { CredentialReading } from '../domain/credential.ts';
import type { RecognisedDocument } from './document-recogniser.ts';
import { titleOfFileName } from './document-file-name.ts';

/** The reading of a document; its title falls back to the file's name. */
export function buildDocumentItem(
  found: RecognisedDocument,
  document: {
    readonly format: string;
    readonly carrier: string;
    readonly fileName: string;
    readonly text?: string;
  },
): CredentialReading {
  return {
    format: document.format,
    carrier: document.carrier,
    achievement: { name: found.title?.value ?? titleOfFileName(document.fileName) },
    issuer: found.issuer ? { name: found.issuer.value } : {},
    recipient: {
      ...(found.recipient ? { name: found.recipient.value } : {}),
      identifiers: [],
      hashedIdentities: [],
    },
    ...(found.issuedOn ? { issuedOn: found.issuedOn.value } : {}),
    ...(found.validUntil ? { validUntil: found.validUntil.value } : {}),
    ...(found.provider ? { provider: found.provider.value } : {}),
    ...(found.credentialNumber ? { credentialNumber: found.credentialNumber.value } : {}),
    ...(found.verifyUrl ? { verifyUrl: found.verifyUrl.value } : {}),
    skills: [],
    evidence: [],
    signed: false,
    ...(document.text === undefined || document.text === '' ? {} : { text: document.text }),
  };
}
