// Whose seal it is: the certificate must be fit for sealing, must have applied when it was used, must name the
// issuer of the credential, and must lead to an authority in a list that the person imported. Fetches nothing;
// whether the certificate was withdrawn is said to be not checked.
import type { ReasonParams } from '../../domain/report.ts';
import type { CertificateTrustList } from '../../domain/trust.ts';
import type { JsonValue } from '../../formats/json.ts';
import { type Finding, failed, notChecked, passed } from '../check-result.ts';
import type { Certificate } from './certificate.ts';
import { type Chain, findChain, isBroken } from './certificate-chain.ts';
import { matchIssuer } from './issuer-match.ts';
import type { SealHeader } from './seal-header.ts';

/** A time that somebody else than the sealer vouches for. */
export type ProvenTime = { readonly ms: number; readonly authority: string };

export type BindingInput = {
  readonly issuer: JsonValue | undefined;
  readonly trustLists: readonly CertificateTrustList[];
  readonly nowMs: number;
  /** When the seal is known to have existed, if a time stamp showed it. */
  readonly proven?: ProvenTime | undefined;
};

/** `list` names the organisation's authority; present where the binding passed. */
export type BindingAnswer = {
  readonly finding: Finding;
  readonly chain: Chain;
  readonly list?: CertificateTrustList;
};

/** Clocks of sealers and of this computer may differ by this much. */
const SKEW_MS = 5 * 60_000;

/** Judges the certificate of a seal whose signature holds. */
export async function judgeSealer(header: SealHeader, input: BindingInput): Promise<BindingAnswer> {
  const [leaf] = header.certificates;
  const { trustLists, nowMs } = input;
  const atMs = header.claimedMs ?? input.proven?.ms ?? nowMs;
  const pool = [...header.certificates.slice(1), ...header.extra];
  const listOfAnchor = (sha256: string): CertificateTrustList | undefined =>
    trustLists.find(({ certificates }) => certificates.includes(sha256));
  const chain = await findChain(leaf, pool, (one) => listOfAnchor(one) !== undefined, atMs);
  const list = chain.anchor === undefined ? undefined : listOfAnchor(chain.anchor);
  const finding =
    judgeUse(leaf, header, nowMs) ??
    ((await isBroken(header.certificates)) ? failed('seal/chain-broken') : undefined) ??
    judgeOwner(leaf, input, list, header);
  const details = [
    notChecked('seal/revocation-not-checked'),
    ...timeDetails(header, input),
    ...(list && isOutOfDate(list, nowMs)
      ? [
          notChecked('seal/trust-list-out-of-date', {
            list: list.name,
            date: dayOf(list.nextUpdate),
          }),
        ]
      : []),
  ];
  return {
    finding: { ...finding, details: [withoutDetails(finding), ...details] },
    chain,
    ...(list && finding.outcome === 'passed' ? { list } : {}),
  };
}

/** Keys for these purposes alone seal no documents (RFC 5280 §4.2.1.12): servers, code, times, OCSP answers. */
const OTHER_PURPOSES: ReadonlySet<string> = new Set(
  ['1', '3', '8', '9'].map((last) => `1.3.6.1.5.5.7.3.${last}`),
);

function judgeUse(leaf: Certificate, header: SealHeader, nowMs: number): Finding | undefined {
  const { usage, purposes, isAuthority } = leaf;
  const isForSigning = !usage || usage.digitalSignature || usage.nonRepudiation;
  const isForOther = purposes?.every((purpose) => OTHER_PURPOSES.has(purpose)) ?? false;
  if (isAuthority || !isForSigning || isForOther) {
    return failed('seal/certificate-not-for-sealing', namesOf(leaf));
  }
  if (leaf.hasUnknownCondition) return notChecked('seal/certificate-not-understood');
  const { claimedMs } = header;
  if (claimedMs !== undefined && (claimedMs < leaf.notBeforeMs || claimedMs > leaf.notAfterMs)) {
    return failed('seal/outside-validity', datesOf(leaf, claimedMs));
  }
  const isAhead = Math.max(claimedMs ?? 0, leaf.notBeforeMs) > nowMs + SKEW_MS;
  return isAhead ? notChecked('seal/time-in-future') : undefined;
}

function judgeOwner(
  leaf: Certificate,
  { issuer, trustLists, nowMs, proven }: BindingInput,
  list: CertificateTrustList | undefined,
  { claimedMs }: SealHeader,
): Finding {
  const { organisation, organisationId } = leaf.subject;
  if (organisation === undefined && organisationId === undefined) {
    return notChecked('seal/no-organisation');
  }
  const named = namesOf(leaf);
  const match = matchIssuer(issuer, leaf.subject);
  if (match.kind === 'differs') {
    return failed('seal/organisation-differs', { ...named, issuer: short(match.other) });
  }
  if (match.kind === 'unnamed') return notChecked('seal/issuer-unnamed', named);
  if (trustLists.length === 0) return notChecked('seal/trust-list-not-imported', named);
  if (!list) return notChecked('seal/not-in-trust-list', named);
  if (match.kind === 'other-names') {
    return notChecked('seal/other-names', { ...named, issuer: short(match.other) });
  }
  const isProvenInTime =
    proven !== undefined && leaf.notBeforeMs <= proven.ms && proven.ms <= leaf.notAfterMs;
  if (nowMs > leaf.notAfterMs && !isProvenInTime) {
    return notChecked('seal/certificate-expired', { ...named, ...datesOf(leaf, claimedMs) });
  }
  const answer = { ...named, list: list.name };
  return match.kind === 'same-number'
    ? passed('seal/listed-other-name', { ...answer, issuer: short(match.other) })
    : passed('seal/listed', answer);
}

/** Where the list is not what the answer hangs on, an end of the certificate is said all the same. */
function timeDetails(
  { certificates: [leaf], claimedMs }: SealHeader,
  { nowMs, proven }: BindingInput,
): readonly Finding[] {
  if (proven) {
    const date = dayOf(new Date(proven.ms).toISOString());
    return [passed('seal/time-proven', { authority: proven.authority, date })];
  }
  return nowMs > leaf.notAfterMs
    ? [notChecked('seal/certificate-expired', datesOf(leaf, claimedMs))]
    : [notChecked('seal/time-only-claimed', signedOn(claimedMs))];
}

function namesOf({ subject }: Certificate): ReasonParams {
  const { organisation, organisationId, country } = subject;
  return {
    ...(organisation === undefined && organisationId === undefined
      ? {}
      : { organisation: short(organisation ?? organisationId ?? '') }),
    ...(country === undefined ? {} : { country: country.slice(0, 10) }),
  };
}

function datesOf(leaf: Certificate, claimedMs: number | undefined): ReasonParams {
  const day = (ms: number): string => dayOf(new Date(ms).toISOString());
  return { from: day(leaf.notBeforeMs), until: day(leaf.notAfterMs), ...signedOn(claimedMs) };
}

function signedOn(claimedMs: number | undefined): ReasonParams {
  return claimedMs === undefined ? {} : { signed: dayOf(new Date(claimedMs).toISOString()) };
}

function isOutOfDate({ nextUpdate }: CertificateTrustList, nowMs: number): boolean {
  return nextUpdate !== undefined && Date.parse(nextUpdate) < nowMs;
}

function dayOf(instant: string | undefined): string {
  return (instant ?? '').slice(0, 10);
}

function short(text: string): string {
  return text.slice(0, 120);
}

function withoutDetails({ outcome, reason, params }: Finding): Finding {
  return params ? { outcome, reason, params } : { outcome, reason };
}
