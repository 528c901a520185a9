// A file or an answer that the person chose to trust: a registry of issuers, or a trusted list of certificates
// as XML or as PEM text.
// Reads it and says which it is; keeps nothing.
import { problem } from '../domain/problem.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { sha256Of } from '../domain/id.ts';
import type { CertificateTrustList, IssuerRegistry } from '../domain/trust.ts';
import { LIMITS } from '../domain/limits.ts';
import { parseRegistry } from '../formats/issuer-registry.ts';
import { decodeBase64 } from '../formats/base64.ts';
import { decodeText } from '../formats/text.ts';
import { looksLikeTrustedList, parseTrustedList } from '../formats/trusted-list.ts';
import { parseCertificate } from './seal/certificate.ts';

/** What was read, without what only the library knows: id, hash of the bytes and day of arrival. */
export type TrustFile =
  | {
      readonly kind: 'registry';
      readonly registry: Omit<IssuerRegistry, 'id' | 'receivedAt' | 'sha256'>;
    }
  | {
      readonly kind: 'trust-list';
      readonly list: Omit<CertificateTrustList, 'id' | 'receivedAt' | 'sha256'>;
    };

/** Reads untrusted bytes of at most 20 MiB. */
export async function readTrustFile(
  bytes: Uint8Array,
  source: IssuerRegistry['source'],
): Promise<Result<TrustFile>> {
  if (bytes.length === 0) return err(problem('input/empty-file'));
  if (bytes.length > LIMITS.payloadBytes) {
    return err(problem('input/too-large', { params: { limit: '20 MB' } }));
  }
  const text = decodeText(bytes);
  if (!text.ok) return err(problem('trust/not-a-registry'));
  if (looksLikeTrustedList(text.value)) {
    const list = parseTrustedList(text.value);
    if (!list.ok) return list;
    const name = list.value.name === '' ? nameOfSource(source) : list.value.name;
    return ok({ kind: 'trust-list', list: { ...list.value, name } });
  }
  if (PEM.test(text.value)) {
    const certificates = await certificatesOf(text.value);
    if (!certificates.ok) return certificates;
    const list = { name: nameOfSource(source), certificates: certificates.value };
    return ok({ kind: 'trust-list', list });
  }
  const read = parseRegistry(text.value);
  if (!read.ok) return read;
  const { name, ...registry } = read.value;
  return ok({
    kind: 'registry',
    registry: { ...registry, name: name ?? nameOfSource(source), source },
  });
}

const PEM = /-----BEGIN CERTIFICATE-----/u;
const PEM_BLOCK =
  /-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]{40,32768}?)-----END CERTIFICATE-----/gu;
const MOST_CERTIFICATES = 100_000;

/** SHA-256 of every certificate of a bundle, each once. What is no certificate is passed over. */
async function certificatesOf(text: string): Promise<Result<readonly string[]>> {
  const found = new Set<string>();
  for (const [, body = ''] of text.matchAll(PEM_BLOCK)) {
    const der = decodeBase64(body.replace(/\s+/gu, ''));
    if (der && parseCertificate(Uint8Array.from(der))) found.add(await sha256Of(der));
    if (found.size > MOST_CERTIFICATES) {
      return err(problem('trust/too-many-entries', { params: { limit: '100,000' } }));
    }
  }
  return found.size > 0 ? ok([...found]) : err(problem('trust/no-certificates'));
}

/** What to call a registry that has no name of its own: the file without its ending, or host and path. */
function nameOfSource(source: IssuerRegistry['source']): string {
  if ('fileName' in source) {
    const base = source.fileName.split(/[/\\]/u).at(-1) ?? '';
    return base.replace(/\.[a-z0-9]{1,5}$/iu, '').slice(0, 200) || base.slice(0, 200);
  }
  if (!URL.canParse(source.url)) return source.url.slice(0, 200);
  const { host, pathname } = new URL(source.url);
  return `${host}${pathname === '/' ? '' : pathname}`.slice(0, 200);
}
