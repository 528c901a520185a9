// The identity ledger: names, e-mail addresses and DIDs under which a person earns credentials. It stays
// in the library; salted hashes of credentials are tried against it locally.

export const IDENTITY_KINDS = ['name', 'email', 'did', 'url', 'other'] as const;
export type IdentityKind = (typeof IDENTITY_KINDS)[number];

export type Identity = {
  readonly id: string;
  readonly kind: IdentityKind;
  readonly value: string;
};

/**
 * Whose a credential is. `mine`: it names or hashes an identity of the ledger (`by` says which).
 * `somebody-else`: it names a person by an identifier of a kind that the ledger holds, and none is the
 * same. `unknown`: nothing to compare with. `nobody`: the credential names no recipient.
 */
export type RecipientMatch =
  | {
      readonly state: 'mine';
      readonly by: string;
      readonly hashed: boolean;
      /** True for a hash of an old kind that others could make up. */
      readonly isWeak?: true;
    }
  | { readonly state: 'somebody-else' | 'unknown' | 'nobody' };
