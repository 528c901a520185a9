// The check report of one credential as its printed page needs it, worded for an employer: every check that
// applies with its outcome, what it rests on, and what Laurel does not know. Says no more than the report does.
import type { CredentialRecord } from '../domain/credential.ts';
import type { MaterialUse, ReportMaterial } from '../domain/material.ts';
import type { CheckDetail, CheckOutcome, VerificationReport } from '../domain/report.ts';
import { outcomeWording } from '../domain/wording.ts';
import { type PortfolioLabels, fillLabel } from './labels.ts';
import { printInstant, printInstantDay, printShortDate } from './print-date.ts';
import { cleanLine, printText } from './print-text.ts';
import type { PrintedCheckReport, PrintedFinding } from './printed.ts';
import { printCheck, printReason } from './print-wording.ts';

const MAX = { sentence: 600, detail: 300, line: 300, details: 8, documents: 24, hosts: 8 };

type Options = {
  readonly labels: PortfolioLabels;
  readonly locale: string;
  /** The anchor of the credential's own page. */
  readonly id: string;
};

/** Builds the page; `null` for a credential that was never checked, whose own page says so. */
export function printCheckReport(
  record: CredentialRecord,
  { labels, locale, id }: Options,
): PrintedCheckReport | null {
  const { latestReport: report } = record;
  if (!report) return null;
  const date = printInstantDay(report.checkedAt, locale);
  const documents = report.materials.filter(({ use }) => use !== 'context');
  const finding = (of: CheckDetail, max: number): PrintedFinding =>
    printFinding(of, max, labels, locale);
  return {
    id: `${id}-check`,
    about: aboutOf(record, report, labels, locale),
    checks: report.checks
      .filter(({ outcome }) => outcome !== 'not-applicable')
      .map((check) => {
        const details = detailsOf(check, check.details ?? []);
        const rest = details.length - MAX.details;
        return {
          name: printCheck(check.check),
          ...finding(check, MAX.sentence),
          details: details.slice(0, MAX.details).map((one) => finding(one, MAX.detail)),
          more: rest > 0 ? fillLabel(labels.moreDetails, { count: rest }) : '',
        };
      }),
    notApplicable: report.checks
      .filter(({ outcome }) => outcome === 'not-applicable')
      .map((check) => ({
        name: printCheck(check.check),
        reason: finding(check, MAX.detail).reason,
      })),
    documents: documents.slice(0, MAX.documents).map((one) => documentOf(one, labels, locale)),
    notes: notesOf(report, documents.length, labels),
    limits: fillLabel(labels.limits, { date }),
  };
}

function aboutOf(
  record: CredentialRecord,
  report: VerificationReport,
  labels: PortfolioLabels,
  locale: string,
): PrintedCheckReport['about'] {
  const { checkedAt, asOf } = report;
  const day = (instant: string): string => printInstantDay(instant, locale);
  const rows: readonly (readonly [string, string | undefined])[] = [
    [labels.checkedAt, printInstant(checkedAt, locale)],
    [labels.judgedAsOf, day(asOf) === day(checkedAt) ? undefined : day(asOf)],
    [labels.originalFile, cleanLine(record.original.fileName, MAX.line)],
    [labels.seenByHolder, seenOf(record, labels, locale)],
  ];
  return rows.flatMap(([label, value]) => (value ? [{ label, value: printText(value) }] : []));
}

// Always told when there is one, also where the standing rests on more: it is part of what was looked at.
function seenOf(
  { seen }: CredentialRecord,
  labels: PortfolioLabels,
  locale: string,
): string | undefined {
  if (!seen) return undefined;
  const said = { same: labels.seenSame, differs: labels.seenDiffers, gone: labels.seenGone };
  const date = printInstantDay(seen.seenAt, locale);
  return fillLabel(said[seen.said], { host: cleanLine(hostOf(seen.url), 120), date });
}

/** What a check looked at, where that says more than its own sentence; what failed comes first. */
function detailsOf(check: CheckDetail, details: readonly CheckDetail[]): readonly CheckDetail[] {
  const says = details.length > 1 || details.some(({ reason }) => reason !== check.reason);
  const order: readonly CheckOutcome[] = ['failed', 'not-checked', 'passed', 'not-applicable'];
  return says ? order.flatMap((outcome) => details.filter((one) => one.outcome === outcome)) : [];
}

const KINDS = {
  passed: 'passed',
  failed: 'failed',
  'not-checked': 'notChecked',
  'not-applicable': 'notApplicable',
} as const satisfies Record<CheckOutcome, PrintedFinding['kind']>;

function printFinding(
  { outcome, reason, params }: CheckDetail,
  max: number,
  labels: PortfolioLabels,
  locale: string,
): PrintedFinding {
  const sentence = printReason(reason, params, locale);
  const asOf = params?.['asOf'];
  const day = asOf === undefined ? '' : printInstantDay(String(asOf), locale);
  const dated =
    day === '' || sentence.includes(day) ? '' : ` ${fillLabel(labels.asOf, { date: day })}`;
  return {
    kind: KINDS[outcome],
    word: outcomeWording(outcome),
    reason: printText(cleanLine(`${sentence}${dated}`, max)),
  };
}

function documentOf(
  { url, sha256, use, readAt, status }: ReportMaterial,
  labels: PortfolioLabels,
  locale: string,
): PrintedCheckReport['documents'][number] {
  const date =
    readAt === undefined ? undefined : { text: readAt.slice(0, 10), precision: 'day' as const };
  const what = use === undefined ? labels.documentOther : DOCUMENT_NAMES[use];
  return {
    what: status === undefined || status === 200 ? what : `${what} (${status})`,
    host: printText(cleanLine(hostOf(url), MAX.line)),
    read: date ? printShortDate(date, locale) : labels.notGiven,
    sha256: sha256.slice(0, 16).replace(/(.{8})(?=.)/, '$1 '),
  };
}

function notesOf(
  report: VerificationReport,
  documents: number,
  labels: PortfolioLabels,
): readonly string[] {
  const contexts = report.materials.filter(({ use }) => use === 'context').length;
  const silent = [
    ...new Set((report.unanswered ?? []).map(({ url }) => cleanLine(hostOf(url), 120))),
  ];
  const rest = documents - MAX.documents;
  return [
    ...(rest > 0 ? [fillLabel(labels.moreDocuments, { count: rest })] : []),
    ...(documents === 0 ? [labels.noDocuments] : []),
    ...(documents > 0 && report.askedNetwork !== true ? [labels.keptDocuments] : []),
    ...(contexts > 0 ? [fillLabel(labels.ownVocabularies, { count: contexts })] : []),
    ...(silent.length > 0
      ? [fillLabel(labels.unanswered, { hosts: silent.slice(0, MAX.hosts).join(', ') })]
      : []),
  ];
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname || url : url;
}

const DOCUMENT_NAMES: Readonly<Record<MaterialUse, string>> = {
  context: 'Vocabulary',
  'controller-document': 'List of the issuer’s keys',
  'issuer-profile': 'Profile of the issuer',
  'public-key': 'Key of the issuer',
  'badge-class': 'Description of the badge',
  'hosted-assertion': 'Issuer’s copy of the credential',
  'status-list': 'Status list',
  'revocation-list': 'Revocation list',
  'refreshed-credential': 'Newer version of the credential',
  endorsement: 'Endorsement',
  evidence: 'Evidence',
  registry: 'Registry of issuers',
  'trust-list': 'List of trusted certificates',
  chain: 'Public chain',
  'verification-page': 'Verification page',
};
