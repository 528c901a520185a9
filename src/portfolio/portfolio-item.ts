// One credential as its printed page needs it: every text formatted and cleaned, nothing left to decide
// in the template. Pure; reads records, never originals.
import { flagsOfRecord, issuerLabelOf, standingOfRecord, titleOf } from '../domain/summary.ts';
import type { CredentialRecord, SkillClaim } from '../domain/credential.ts';
import type { DateValue } from '../domain/date-value.ts';
import type { CheckOutcome, VerificationReport } from '../domain/report.ts';
import { printCheckReport } from './check-report.ts';
import { type PortfolioLabels, fillLabel } from './labels.ts';
import { pictureHeightMm, titleSize } from './page-fit.ts';
import { printDate, printInstantDay, printShortDate } from './print-date.ts';
import {
  cleanLine,
  cleanParagraphs,
  cut,
  hasDeceptiveCharacters,
  printText,
} from './print-text.ts';
import type {
  Facsimile,
  PortfolioItem,
  PortfolioPaper,
  PrintedCheck,
  PrintedItem,
  PrintedPicture,
  PrintedProse,
} from './printed.ts';
import { printCheck, printFlag, printReason, printStanding } from './print-wording.ts';
import { qrCodeFor } from './qr.ts';

const MAX = { title: 400, line: 300, url: 1_000, text: 32_000, skills: 60, alt: 160, index: 160 };

/** Builds the page of one credential; `number` counts from 1. */
export function printItem(
  item: PortfolioItem,
  number: number,
  options: {
    readonly labels: PortfolioLabels;
    readonly locale: string;
    readonly paper: PortfolioPaper;
    /** True to print the whole check report behind the page. */
    readonly checkReports?: boolean;
  },
): PrintedItem {
  const { labels, locale } = options;
  const { record } = item;
  const { achievement, issuer, latestReport: report } = record;
  const title = cleanLine(titleOf(record), MAX.title) || labels.untitled;
  const issuerName = cleanLine(issuerLabelOf(issuer), MAX.line) || labels.unknownIssuer;
  const issued = record.issuedOn ?? record.validFrom;
  const standing = standingOfRecord(record);
  const id = `credential-${number}`;
  const printed = {
    id,
    number,
    title: printText(title),
    indexTitle: printText(cut(title, MAX.index)),
    issuer: printText(issuerName),
    issued: issued ? printShortDate(issued, locale) : labels.notGiven,
    expires: record.validUntil ? printShortDate(record.validUntil, locale) : labels.notGiven,
    standing: { kind: standing, ...printStanding(standing) },
    flags: flagsOfRecord(record).map((kind) => ({ kind, word: printFlag(kind) })),
    checked: report
      ? fillLabel(labels.checkedOn, { date: shortDay(report.checkedAt, locale) })
      : labels.neverChecked,
    facts: factsOf(record, labels, locale),
    picture: item.facsimile ? pictureOf(item.facsimile, title, issuerName, labels) : null,
    skills: skillsOf(record.skills, labels),
    description: proseOf(achievement.description, labels),
    criteria: proseOf(achievement.criteriaNarrative, labels),
    verification: verificationOf(report, labels, locale),
    verify: verifyOf(record.verifyUrl, labels),
    file: {
      name: printText(cleanLine(record.original.fileName, MAX.line)),
      sha256: groupedHash(record.original.sha256),
    },
    appended: item.appended ?? null,
    notices: noticesOf(item, labels),
    checkReport: options.checkReports ? printCheckReport(record, { labels, locale, id }) : null,
    titleSize: titleSize([...title].length),
  };
  return { ...printed, pictureHeightMm: pictureHeightMm(printed, options.paper) };
}

function factsOf(
  record: CredentialRecord,
  labels: PortfolioLabels,
  locale: string,
): PrintedItem['facts'] {
  const { achievement } = record;
  const date = (value: DateValue | undefined): string | undefined =>
    value && printDate(value, locale);
  const startsLater =
    record.issuedOn && record.validFrom?.text.slice(0, 10) !== record.issuedOn.text.slice(0, 10);
  const rows: readonly (readonly [string, string | undefined])[] = [
    [labels.recipient, recipientOf(record)],
    [labels.issued, date(record.issuedOn ?? record.validFrom)],
    [labels.validFrom, startsLater ? date(record.validFrom) : undefined],
    [labels.expires, date(record.validUntil)],
    [labels.number, record.credentialNumber],
    [labels.kind, spacedWords(achievement.achievementType)],
    [labels.level, achievement.level],
    [labels.field, achievement.fieldOfStudy],
    [labels.credits, creditsOf(record)],
  ];
  return rows.flatMap(([label, value]) => {
    const text = cleanLine(value ?? '', MAX.line);
    return text === '' ? [] : [{ label, value: printText(text) }];
  });
}

// A plain name when there is one. Identifiers are often addresses, which do not belong on paper unasked.
function recipientOf(record: CredentialRecord): string | undefined {
  return (
    record.recipient.name ??
    record.recipient.identifiers.find((identifier) => /name/i.test(identifier.type))?.value
  );
}

function creditsOf({ achievement }: CredentialRecord): string | undefined {
  const credits = achievement.creditsEarned ?? achievement.creditsAvailable;
  return credits === undefined ? undefined : String(credits);
}

// Open Badges writes kinds as one word, such as `MicroCredential` or `ext:TeachingAward`.
function spacedWords(text: string | undefined): string | undefined {
  const words = text?.replace(/^ext:/, '').replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2');
  return words && words.charAt(0).toUpperCase() + words.slice(1).toLowerCase();
}

function pictureOf(
  facsimile: Facsimile,
  title: string,
  issuer: string,
  labels: PortfolioLabels,
): PrintedPicture {
  const aspect = Math.min(20, Math.max(0.05, facsimile.width / facsimile.height || 1));
  return {
    name: facsimile.name,
    alt: fillLabel(labels.copyAlt, { title: cut(title, MAX.alt), issuer: cut(issuer, MAX.alt) }),
    aspect,
    shape: aspect > 1.2 ? 'landscape' : aspect < 0.85 ? 'portrait' : 'badge',
  };
}

function skillsOf(skills: readonly SkillClaim[], labels: PortfolioLabels): PrintedItem['skills'] {
  const groups = [
    { label: labels.skillsByIssuer, of: skills.filter((skill) => skill.source === 'issuer') },
    { label: labels.skillsByHolder, of: skills.filter((skill) => skill.source !== 'issuer') },
  ];
  return groups.flatMap(({ label, of }) => {
    const names = [...new Set(of.map(skillName).filter((name) => name !== ''))];
    if (names.length === 0) return [];
    const rest = names.length - MAX.skills;
    return [
      {
        label,
        names: names.slice(0, MAX.skills).map(printText),
        more: rest > 0 ? fillLabel(labels.moreSkills, { count: rest }) : '',
      },
    ];
  });
}

function skillName(skill: SkillClaim): string {
  const name = cleanLine(skill.name, MAX.line);
  const level = cleanLine(skill.level ?? '', 60);
  return name !== '' && level !== '' ? `${name} (${level})` : name;
}

function proseOf(text: string | undefined, labels: PortfolioLabels): PrintedProse {
  const prose = cleanParagraphs(text ?? '', MAX.text);
  return { paragraphs: prose.paragraphs.map(printText), note: prose.cut ? labels.shortened : '' };
}

function verificationOf(
  report: VerificationReport | undefined,
  labels: PortfolioLabels,
  locale: string,
): PrintedItem['verification'] {
  if (!report) return { summary: labels.notCheckedYet, passed: [], failed: [], notChecked: [] };
  const having = (outcome: CheckOutcome): readonly PrintedCheck[] =>
    report.checks
      .filter((check) => check.outcome === outcome)
      .map((check) => ({
        name: printCheck(check.check),
        reason: cleanLine(printReason(check.reason, check.params, locale), MAX.line),
      }));
  return {
    summary: fillLabel(labels.checkedAsOf, { date: printInstantDay(report.checkedAt, locale) }),
    passed: having('passed'),
    failed: having('failed'),
    notChecked: having('not-checked'),
  };
}

function verifyOf(url: string | undefined, labels: PortfolioLabels): PrintedItem['verify'] {
  const clean = cleanLine(url ?? '', MAX.url).replace(/\s/g, '');
  if (!/^https?:\/\//i.test(clean)) return null;
  const qr = qrCodeFor(clean);
  return {
    url: clean,
    qr: qr?.svg ?? '',
    qrSideMm: qr?.sideMm ?? 0,
    alt: fillLabel(labels.qrAlt, { url: clean }),
  };
}

function noticesOf(item: PortfolioItem, labels: PortfolioLabels): readonly string[] {
  const { achievement, issuer } = item.record;
  const texts = [achievement.name, issuer.name, achievement.description];
  return [
    ...(texts.some((text) => text !== undefined && hasDeceptiveCharacters(text))
      ? [labels.hiddenCharacters]
      : []),
    ...(item.attachmentName === undefined
      ? []
      : [fillLabel(labels.originalAttached, { name: item.attachmentName })]),
  ];
}

// All 64 digits, so that the fingerprint can really be compared; in groups, so that it can be read.
function groupedHash(sha256: string): string {
  return sha256.replace(/(.{8})(?=.)/g, '$1 ');
}

function shortDay(instant: string, locale: string): string {
  return printShortDate({ text: instant.slice(0, 10), precision: 'day' }, locale);
}
