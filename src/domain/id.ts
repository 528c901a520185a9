// Branded identifiers, so that one kind of id cannot be passed for another.
declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

export type CredentialId = Branded<'CredentialId'>;
export type TagId = Branded<'TagId'>;
export type LibraryId = Branded<'LibraryId'>;
export type DeviceId = Branded<'DeviceId'>;
export type ChangeId = Branded<'ChangeId'>;
/** SHA-256 of the original bytes, 64 lower-case hexadecimal digits. */
export type Sha256 = Branded<'Sha256'>;

const SHA256_PATTERN = /^[0-9a-f]{64}$/;

/** True for 64 lower-case hexadecimal digits. Input may be untrusted. */
export function isSha256(value: unknown): value is Sha256 {
  return typeof value === 'string' && SHA256_PATTERN.test(value);
}

/** Hashes bytes with SHA-256 (Web Crypto), as lower-case hexadecimal. */
export async function sha256Of(bytes: Uint8Array): Promise<Sha256> {
  const digest = new Uint8Array(
    await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>),
  );
  return toHex(digest) as Sha256;
}

/** Lower-case hexadecimal of any bytes. */
export function toHex(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += byte.toString(16).padStart(2, '0');
  return text;
}

/**
 * The id of the credential at `index` in the original with that hash. It is derived, so importing
 * the same file again, on this device or another, finds the same record instead of making a second.
 */
export function credentialIdOf(original: Sha256, index: number): CredentialId {
  return `c-${original.slice(0, 32)}-${index}` as CredentialId;
}

/** A fresh random id. */
export function newTagId(): TagId {
  return `t-${crypto.randomUUID()}` as TagId;
}

/** A fresh random id. */
export function newChangeId(): ChangeId {
  return crypto.randomUUID() as ChangeId;
}
