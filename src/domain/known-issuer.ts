// The issuers that somebody trusts, by name and host: what look-alikes are compared with. Decides nothing.
import type { IssuerPin, IssuerRegistry, KnownIssuer } from './trust.ts';

/** Issuers to compare look-alikes with. */
export function knownOf(
  pins: readonly IssuerPin[],
  registries: readonly IssuerRegistry[],
): readonly KnownIssuer[] {
  return [...pins.flatMap(knownFromPin), ...registries.flatMap(knownFromRegistry)];
}

function knownFromPin(pin: IssuerPin): readonly KnownIssuer[] {
  return pin.issuerIds.map((id) => ({ name: pin.name, id, ...hostPart(id), rung: 'pinned' }));
}

function knownFromRegistry({ entries }: IssuerRegistry): readonly KnownIssuer[] {
  return entries.flatMap(({ name, ids, url }): readonly KnownIssuer[] => {
    const [id] = ids;
    const address = url ?? id;
    return [
      { name, ...(id ? { id } : {}), ...(address ? hostPart(address) : {}), rung: 'registry' },
    ];
  });
}

/** The host of a did:web or web address, as a part of a known issuer. */
export function hostPart(id: string): { readonly host?: string } {
  if (id.startsWith('did:web:')) return { host: (id.split(':')[2] ?? '').toLowerCase() };
  return URL.canParse(id) && /^https?:/u.test(id) ? { host: new URL(id).hostname } : {};
}
