// The person's trust as rows of the table `trust`: pins, registries, trusted lists and schedules, told
// apart by `kind`. Reads rows and makes operations; decides nothing.
import type { Operation } from '../domain/change.ts';
import { hostPart, knownOf } from '../domain/known-issuer.ts';
import type {
  CertificateTrustList,
  IssuerPin,
  IssuerRegistry,
  IssuerTrust,
  KnownIssuer,
  RecheckHost,
} from '../domain/trust.ts';
import type { LibrarySession } from './library-session.ts';

type Kinds = {
  readonly pin: IssuerPin;
  readonly registry: IssuerRegistry;
  readonly 'trust-list': CertificateTrustList;
  readonly recheck: RecheckHost & { readonly id: string };
};
type Kind = keyof Kinds;

/** The rows of one kind, in the order in which they were made. */
export function trustRows<K extends Kind>(session: LibrarySession, kind: K): readonly Kinds[K][] {
  // `row` holds the value whole: a registry has a field `kind` of its own.
  return [...session.trust]
    .filter(([, fields]) => fields['kind'] === kind)
    .map(([id, fields]) => ({ ...(fields['row'] as object), id }) as Kinds[K]);
}

/** The operation that writes one row. */
export function putTrust<K extends Kind>(kind: K, value: Kinds[K]): Operation {
  const { id, ...row } = value;
  return { op: 'put', table: 'trust', id, fields: { kind, row } };
}

export function dropTrust(id: string): Operation {
  return { op: 'delete', table: 'trust', id };
}

/** More issuers than a person knows; each is told to every check. */
const MAX_PROVEN = 2_000;

/** Issuers of credentials that were proven, each once. */
function provenBefore({ summaries }: LibrarySession): readonly KnownIssuer[] {
  const found = new Map<string, KnownIssuer>();
  for (const { provenIssuer: id, issuerName: name } of summaries.values()) {
    if (id === undefined || found.has(id)) continue;
    found.set(id, { name, id, ...hostPart(id), rung: 'unknown' });
    if (found.size >= MAX_PROVEN) break;
  }
  return [...found.values()];
}

/** Everything the checks are told, from one open library. */
export function trustOf(session: LibrarySession): IssuerTrust {
  const pins = trustRows(session, 'pin');
  const registries = trustRows(session, 'registry');
  return {
    pins,
    registries,
    trustLists: trustRows(session, 'trust-list'),
    known: [...knownOf(pins, registries), ...provenBefore(session)],
  };
}
