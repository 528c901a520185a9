// From the certificate of a seal up to one that a list names: each link is a signature that was checked.
// Asks nobody for missing certificates: only those that came with the seal are used.
import { sha256Of, toHex } from '../../domain/id.ts';
import type { Certificate } from './certificate.ts';
import { type SignatureAnswer, verifyIssued } from './certificate-signature.ts';

/** Leaf first; each was signed by the next. */
export type Chain = {
  readonly certificates: readonly Certificate[];
  /** SHA-256 of the certificate of the chain that a list names; absent where none does. */
  readonly anchor?: string;
};

const MAX_LENGTH = 8;
/** A seal decides how many certificates it brings; the work they can cause ends here. */
const MAX_LINKS = 60;

type Climb = {
  readonly pool: readonly Certificate[];
  readonly isAnchor: (sha256: string) => boolean;
  readonly atMs: number;
  links: number;
};

/**
 * The chain of a certificate through untrusted others, at an instant (RFC 5280 §6.1, without policies): up to
 * one whose SHA-256 is an anchor, or else as far as it goes.
 */
export async function findChain(
  leaf: Certificate,
  pool: readonly Certificate[],
  isAnchor: (sha256: string) => boolean,
  atMs: number,
): Promise<Chain> {
  return climb([leaf], { pool, isAnchor, atMs, links: 0 });
}

async function climb(below: readonly Certificate[], way: Climb): Promise<Chain> {
  const top = below.at(-1);
  if (!top) return { certificates: below };
  const sha256 = await sha256Of(top.der);
  if (way.isAnchor(sha256)) return { certificates: below, anchor: sha256 };
  let longest: Chain = { certificates: below };
  if (below.length >= MAX_LENGTH || isSameName(top.subject.raw, top.issuer.raw)) return longest;
  for (const candidate of way.pool) {
    if (below.some(({ der }) => isSameName(der, candidate.der))) continue;
    if (!isSameName(candidate.subject.raw, top.issuer.raw)) continue;
    if (way.links >= MAX_LINKS) break;
    way.links += 1;
    if ((await verifyIssued(top, candidate)) !== 'holds') continue;
    const isListed = way.isAnchor(await sha256Of(candidate.der));
    if (!mayIssue(candidate, below.length - 1, isListed ? undefined : way.atMs)) continue;
    const chain = await climb([...below, candidate], way);
    if (chain.anchor !== undefined) return chain;
    if (chain.certificates.length > longest.certificates.length) longest = chain;
  }
  return longest;
}

/** An authority that may sign certificates; the dates of one that a list names are the list's business. */
function mayIssue(
  { isAuthority, usage, pathLength, hasUnknownCondition, notBeforeMs, notAfterMs }: Certificate,
  authoritiesBelow: number,
  atMs: number | undefined,
): boolean {
  return (
    isAuthority &&
    usage?.certificateSigning !== false &&
    (pathLength === undefined || authoritiesBelow <= pathLength) &&
    !hasUnknownCondition &&
    (atMs === undefined || (notBeforeMs <= atMs && atMs <= notAfterMs))
  );
}

/**
 * True when certificates that claim to be a chain are none: one was not issued by the next (RFC 7515 §4.1.6).
 * A link that cannot be checked breaks nothing.
 */
export async function isBroken(chain: readonly Certificate[]): Promise<boolean> {
  for (const [index, issuer] of chain.entries()) {
    const below = chain[index - 1];
    if (!below) continue;
    if (!isSameName(below.issuer.raw, issuer.subject.raw)) return true;
    const answer: SignatureAnswer = await verifyIssued(below, issuer);
    if (answer === 'wrong' || (answer === 'holds' && !issuer.isAuthority)) return true;
  }
  return false;
}

function isSameName(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && toHex(one) === toHex(other);
}
