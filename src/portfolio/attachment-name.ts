// Names and media types of attached originals: safe on every disk, telling at a glance.
import type { CredentialRecord } from '../domain/credential.ts';

const EXTENSIONS: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'application/json': 'json',
  'application/ld+json': 'json',
  'application/vc+ld+json': 'json',
  'application/jwt': 'jwt',
  'application/vc+jwt': 'jwt',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'image/svg+xml': 'svg',
  'text/plain': 'txt',
};

/** `03-data-analysis.json`: the credential's number, its title in plain letters, the kind of file. */
export function attachmentName(record: CredentialRecord, number: number, of: number): string {
  const digits = Math.max(2, String(of).length);
  const slug = record.achievement.name
    .slice(0, 200)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 50)
    .replace(/^-+|-+$/g, '');
  return `${String(number).padStart(digits, '0')}-${slug || 'credential'}.${extensionOf(record)}`;
}

/** The media type the credential standards name for the payload, else the file's own. */
export function attachmentMediaType(record: CredentialRecord): string {
  if (record.carrier === 'jwt') return 'text/plain';
  if (record.carrier === 'json' && record.format.includes('vcdm')) {
    return record.format.includes('vcdm1') ? 'application/vc+ld+json' : 'application/vc';
  }
  const { mediaType } = record.original;
  return /^[\w.+-]+\/[\w.+-]+$/.test(mediaType) ? mediaType : 'application/octet-stream';
}

function extensionOf(record: CredentialRecord): string {
  if (record.carrier === 'jwt') return 'jwt';
  const known = EXTENSIONS[record.original.mediaType];
  if (known !== undefined && known !== 'txt') return known;
  return /\.([a-z0-9]{1,8})$/i.exec(record.original.fileName)?.[1]?.toLowerCase() ?? known ?? 'bin';
}
