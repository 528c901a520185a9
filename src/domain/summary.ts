// The summary of a record: the few fields that lists, filters and sorting need, so that a long list
// opens without reading every record.
import { type DateValue } from './date-value.ts';
import { corrected } from './corrected-record.ts';
import type { CredentialRecord, FamilyMembership, Issuer } from './credential.ts';
import type { CredentialId, TagId } from './id.ts';
import { type FamilyKey, familyKeysOf } from './family.ts';
import type { RecipientMatch } from './identity.ts';
import { type Flag, type Standing, type VerificationReport, isOwnWords } from './report.ts';

export type CredentialSummary = {
  readonly id: CredentialId;
  readonly title: string;
  readonly issuerName: string;
  readonly recipientName?: string;
  readonly issuedOn?: DateValue;
  readonly validUntil?: DateValue;
  readonly standing: Standing;
  readonly flags: readonly Flag[];
  readonly format: string;
  readonly mediaType: string;
  readonly fileName: string;
  readonly tags: readonly TagId[];
  /** Names of at most twelve skills. */
  readonly skills: readonly string[];
  readonly hasNotes: boolean;
  readonly problemCount: number;
  readonly addedAt: string;
  readonly archived: boolean;
  readonly binnedAt?: string;
  /** Set while it waits in the inbox. */
  readonly inboxedAt?: string;
  readonly provider?: string;
  readonly credentialNumber?: string;
  readonly family?: FamilyMembership;
  /** Families the person took it out of; absent where there is none. */
  readonly notFamily?: readonly string[];
  readonly recipientMatch?: RecipientMatch['state'];
  /** The issuer's id, where the checks tied the credential to it and nothing spoke against it. */
  readonly provenIssuer?: string;
  /** Hosts that its checks ask, or would ask; absent where there is none. */
  readonly asks?: readonly string[];
  /** True where the person put something right. */
  readonly corrected: boolean;
  /** Keys of family.ts under which its copies are found. */
  readonly familyKeys: readonly FamilyKey[];
  readonly awaitsPrintedText: boolean;
};

const MAX_SKILLS = 12;

/** What a list calls a record: a credential that gives no title goes by its type, else by its file. */
export function titleOf({ achievement, original }: CredentialRecord): string {
  const { name, achievementType } = achievement;
  return name || achievementType?.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ') || original.fileName;
}

/** What people call an issuer: its name, else the site it is known by; empty when there is neither. */
export function issuerLabelOf(issuer: Issuer): string {
  if (issuer.name) return issuer.name;
  for (const address of [issuer.id, issuer.url]) {
    if (address?.startsWith('did:web:')) return address.split(':')[2] ?? '';
    if (address && URL.canParse(address)) {
      const { host } = new URL(address);
      if (host !== '') return host;
    }
  }
  return '';
}

/**
 * The standing its report gives; without one, what the format says about itself. What the person saw on the
 * issuer's page counts for more than a bare file, and less than anything that was checked.
 */
export function standingOfRecord({ latestReport, format, seen }: CredentialRecord): Standing {
  const checked = latestReport?.standing ?? (isOwnWords(format) ? 'self-declared' : 'document');
  const isBare = checked === 'document' || checked === 'self-declared';
  return isBare && seen?.said === 'same' ? 'seen' : checked;
}

/** The flags of its report; without one, whose it is can still be told. */
export function flagsOfRecord({ latestReport, recipientMatch }: CredentialRecord): readonly Flag[] {
  if (latestReport) return latestReport.flags;
  return recipientMatch?.state === 'somebody-else' ? ['issued-to-somebody-else'] : [];
}

const MAX_HOSTS = 6;

/** Hosts whose documents a report rests on or would need. */
export function hostsOfReport(report: VerificationReport | undefined): readonly string[] {
  const urls = [
    ...(report?.wanted ?? []),
    ...(report?.materials ?? []).filter(({ use }) => use !== 'context'),
    ...(report?.unanswered ?? []),
  ];
  const hosts = urls.flatMap(({ url }) => {
    if (!URL.canParse(url)) return [];
    const { protocol, hostname } = new URL(url);
    return protocol === 'https:' ? [hostname] : [];
  });
  return [...new Set(hosts)];
}

function provenIssuerOf({
  latestReport,
  issuer,
}: CredentialRecord): Pick<CredentialSummary, 'provenIssuer'> {
  const isTied = latestReport?.standing === 'proven' || latestReport?.standing === 'confirmed';
  // A look-alike that was let in once must not vouch for itself.
  const isClean = latestReport?.flags.length === 0;
  return isTied && isClean && issuer.id !== undefined ? { provenIssuer: issuer.id } : {};
}

function asksOf(report: VerificationReport | undefined): Pick<CredentialSummary, 'asks'> {
  const hosts = hostsOfReport(report);
  return hosts.length === 0 ? {} : { asks: hosts.slice(0, MAX_HOSTS) };
}

/** The summary of a record as corrected. A record that was never checked has the standing of a document. */
export function summaryOf(read: CredentialRecord): CredentialSummary {
  const record = corrected(read);
  return {
    id: record.id,
    title: titleOf(record),
    issuerName: issuerLabelOf(record.issuer),
    ...(record.recipient.name ? { recipientName: record.recipient.name } : {}),
    ...(record.issuedOn ? { issuedOn: record.issuedOn } : {}),
    ...(record.validUntil ? { validUntil: record.validUntil } : {}),
    standing: standingOfRecord(record),
    flags: flagsOfRecord(record),
    format: record.format,
    mediaType: record.original.mediaType,
    fileName: record.original.fileName,
    tags: record.tags,
    skills: record.skills.slice(0, MAX_SKILLS).map((skill) => skill.name),
    hasNotes: record.notes !== '',
    problemCount: record.problems.length,
    addedAt: record.addedAt,
    archived: record.archivedAt !== undefined,
    ...(record.binnedAt ? { binnedAt: record.binnedAt } : {}),
    ...(record.inboxedAt ? { inboxedAt: record.inboxedAt } : {}),
    ...(record.provider ? { provider: record.provider } : {}),
    ...(record.credentialNumber ? { credentialNumber: record.credentialNumber } : {}),
    ...(record.family ? { family: record.family } : {}),
    ...(record.notFamily?.length ? { notFamily: record.notFamily } : {}),
    ...(record.recipientMatch ? { recipientMatch: record.recipientMatch.state } : {}),
    ...provenIssuerOf(record),
    ...asksOf(record.latestReport),
    corrected: Object.keys(record.corrections ?? {}).length > 0,
    familyKeys: familyKeysOf(record),
    awaitsPrintedText: record.awaitsPrintedText === true,
  };
}
