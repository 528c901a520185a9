// A file or an answer that the person chose to trust: a registry of issuers or a trusted list of certificates.
// Reads it and says which it is; keeps nothing.
import { problem } from '../domain/problem.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { CertificateTrustList, IssuerRegistry } from '../domain/trust.ts';
import { LIMITS } from '../domain/limits.ts';
import { parseRegistry } from '../formats/issuer-registry.ts';
import { decodeText } from '../formats/text.ts';
import { looksLikeTrustedList, parseTrustedList } from '../formats/trusted-list.ts';

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
  const read = parseRegistry(text.value);
  if (!read.ok) return read;
  const { name, ...registry } = read.value;
  return ok({
    kind: 'registry',
    registry: { ...registry, name: name ?? nameOfSource(source), source },
  });
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
