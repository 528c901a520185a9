// One signature of a JAdES seal (ETSI TS 119 182-1): whether it was made over exactly this content with the key
// of the certificate that it brings along. Says nothing about who that is.
import { sha256Of } from '../../domain/id.ts';
import { decodeBase64url, encodeBase64url } from '../../formats/base64.ts';
import type { JsonObject } from '../../formats/json.ts';
import { type Finding, failed, notChecked, passed } from '../check-result.ts';
import type { Certificate } from './certificate.ts';
import { type SignatureAnswer, verifySeal } from './certificate-signature.ts';
import { type SealHeader, readSealHeader } from './seal-header.ts';
import type { SealSignature, SealedObject } from './sealed-object.ts';

/** `header` where the signature holds. */
export type SealAnswer = { readonly finding: Finding; readonly header?: SealHeader };

/** Checks one untrusted signature over the payload of its object. */
export async function verifySignature(
  signature: SealSignature,
  { payloadPart }: SealedObject,
): Promise<SealAnswer> {
  const read = readSealHeader(signature);
  if ('finding' in read) return read;
  const { header } = read;
  const [leaf] = header.certificates;
  if (!(await isNamed(leaf, header.digests)))
    return { finding: failed('seal/certificate-swapped') };
  const bytes = decodeBase64url(signature.signaturePart);
  const isEncoded = header.isUnencoded || decodeBase64url(payloadPart) !== undefined;
  if (!bytes || bytes.length === 0 || !isEncoded) return { finding: failed('proof/malformed') };
  const reference = header.detached && (await judgeReference(header.detached, payloadPart));
  if (reference) return { finding: reference };
  // Content that is referred to by its hash does not enter the signature a second time (§5.2.8.3.3).
  const covered = header.detached ? '' : payloadPart;
  const data = new TextEncoder().encode(`${signature.protectedPart}.${covered}`);
  const answer = await verifySeal(header.algorithm, leaf, bytes, data);
  const finding = FINDINGS[answer](header.algorithm);
  return answer === 'holds' ? { finding, header } : { finding };
}

const FINDINGS: Readonly<Record<SignatureAnswer, (suite: string) => Finding>> = {
  holds: (suite) => passed('proof/verified', { suite }),
  wrong: (suite) => failed('proof/wrong-signature', { suite }),
  'key-unfit': () => failed('proof/key-invalid'),
  unsupported: (suite) => notChecked('proof/unsupported-suite', { suite }),
};

const DIGESTS: Readonly<Record<string, string>> = {
  S256: 'SHA-256',
  S384: 'SHA-384',
  S512: 'SHA-512',
  'sha-256': 'SHA-256',
  'sha-384': 'SHA-384',
  'sha-512': 'SHA-512',
  'http://www.w3.org/2001/04/xmlenc#sha256': 'SHA-256',
  'http://www.w3.org/2001/04/xmldsig-more#sha384': 'SHA-384',
  'http://www.w3.org/2001/04/xmlenc#sha512': 'SHA-512',
};

async function digestOf(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<string | undefined> {
  const algorithm = Object.hasOwn(DIGESTS, name) ? DIGESTS[name] : undefined;
  return algorithm === undefined
    ? undefined
    : encodeBase64url(new Uint8Array(await crypto.subtle.digest(algorithm, bytes)));
}

/** Every digest that the header states must be that of the certificate; one that cannot be checked is no match. */
async function isNamed(certificate: Certificate, digests: SealHeader['digests']): Promise<boolean> {
  for (const [name, value] of digests) {
    if ((await digestOf(name, certificate.der)) !== value) return false;
  }
  return true;
}

const BY_HASH = 'http://uri.etsi.org/19182/ObjectIdByURIHash';

/**
 * `sigD` (§5.2.8): the signature covers the hash of content that is named by an address. The payload that stands
 * beside it must be that content; nothing is fetched from the address.
 */
async function judgeReference(
  { mId, pars, hashM, hashV }: JsonObject,
  payloadPart: string,
): Promise<Finding | undefined> {
  const [hash, more] = Array.isArray(hashV) ? (hashV as readonly unknown[]) : [];
  const isOne = Array.isArray(pars) && pars.length === 1 && more === undefined;
  if (mId !== BY_HASH || !isOne || payloadPart === '' || typeof hashM !== 'string') {
    return notChecked('seal/detached');
  }
  const found = await digestOf(hashM, new TextEncoder().encode(payloadPart));
  if (found === undefined) return notChecked('seal/detached');
  return found === hash ? undefined : failed('seal/content-differs');
}

/** What experts want to see of a certificate. */
export async function describeCertificate(certificate: Certificate): Promise<string> {
  const { subject, issuer, serial, notBeforeMs, notAfterMs, der } = certificate;
  const day = (ms: number): string => new Date(ms).toISOString();
  const name = (one: Certificate['subject']): string =>
    [one.commonName, one.organisation, one.organisationId, one.country]
      .filter((part) => part !== undefined)
      .join(', ')
      .slice(0, 400);
  return [
    `subject: ${name(subject)}`,
    `issuer: ${name(issuer)}`,
    `serial: ${serial}`,
    `valid: ${day(notBeforeMs)} to ${day(notAfterMs)}`,
    `sha256: ${await sha256Of(der)}`,
  ].join('\n');
}
