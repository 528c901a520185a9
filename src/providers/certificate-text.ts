// Reads a certificate from its text, links and QR codes: the generic reader with the provider rows as
// hints. It makes nothing up: what is not found stays absent, and each value says where it was read.
import type {
  DocumentFacts,
  DocumentRecogniser,
  Found,
  FoundIn,
} from '../formats/document-recogniser.ts';
import { readCertificateDates } from './certificate-dates.ts';
import { certificateLines, joinedText, type PageLine } from './certificate-page.ts';
import { readRecipient } from './certificate-recipient.ts';
import { readTitle } from './certificate-title.ts';
import { BEFORE_TITLE, CERTIFIES, HEADING } from './certificate-wording.ts';
import { meaningfulInfoTitle } from './document-titles.ts';
import { readHours } from './certificate-hours.ts';
import { readIssuer } from './certificate-issuer.ts';
import { readNumber } from './certificate-number.ts';
import { findProviders, type ProviderFinding } from './find-providers.ts';
import { mendByExactWords } from './lookalikes.ts';
import { findVerifyUrl } from './verify-urls.ts';

/** A certificate says little; long documents that use its words are about something else. */
const MOST_LINES = 150;
const MOST_CHARACTERS = 20_000;
const FEW_LINES = 40;
const MANY_PROVIDERS = 4;
const IN_PROVIDER_ROW: FoundIn = { kind: 'provider' };

/** See DocumentRecogniser: reads untrusted facts and never throws on odd input. */
export const recogniseDocument: DocumentRecogniser = (facts) => {
  const lines = certificateLines(facts.lines);
  const text = joinedText(facts.lines);
  const findings = findProviders(facts, text);
  const recipient = readRecipient(lines);
  const issuer = readIssuer(lines, findings);
  const organisations = [
    ...findings.flatMap(({ provider }) => [
      provider.name,
      ...(provider.issuer ? [provider.issuer] : []),
    ]),
    ...(issuer ? [issuer.value] : []),
  ];
  const infoTitle = meaningfulInfoTitle(facts.infoTitle, organisations);
  const found =
    titleOfProvider(findings, joinedText(lines).slice(0, MOST_CHARACTERS)) ??
    readTitle({
      lines,
      organisations,
      ...(recipient?.in.kind === 'line' && isWholeLine(recipient, lines)
        ? { recipientLine: recipient.in.line }
        : {}),
      ...(recipient ? { recipient: recipient.value } : {}),
      ...(infoTitle === undefined ? {} : { infoTitle }),
    }) ??
    (infoTitle === undefined
      ? titleOfAddress(findings)
      : { value: infoTitle, in: { kind: 'info' as const }, confidence: 0.6 });
  const title = found && mendedTitle(found, lines, facts);
  const verifyUrl = findVerifyUrl(facts);
  const number = readNumber(lines, findings, facts);
  const provider = findings[0];
  const dates = readCertificateDates(lines);
  const certificate =
    isCertificate(lines, findings, verifyUrl) ||
    (lines.length <= 30 && number?.in.kind === 'line') ||
    (lines.length <= 15 && recipient !== undefined && dates.issuedOn !== undefined);
  // In anything but a certificate, a date or a name means something else.
  if (!certificate) return { ...(title ? { title } : {}), isCertificate: false };
  const hours = readHours(lines);
  return {
    ...(title ? { title } : {}),
    ...(issuer ? { issuer } : {}),
    ...(recipient ? { recipient: withoutMark(recipient) } : {}),
    ...dates,
    ...(number ? { credentialNumber: number } : {}),
    ...(verifyUrl ? { verifyUrl } : {}),
    ...(hours ? { hours } : {}),
    ...(provider
      ? {
          provider: {
            value: provider.provider.name,
            in: provider.in,
            confidence: provider.confidence,
          },
        }
      : {}),
    isCertificate: true,
  };
};

// What was read from a picture may have slips that the file's own properties have not.
function mendedTitle(
  title: Found<string>,
  lines: readonly PageLine[],
  { infoTitle, fileName, links }: DocumentFacts,
): Found<string> {
  if (!lines.some(({ ocr }) => ocr !== undefined)) return title;
  return { ...title, value: mendByExactWords(title.value, [fileName, ...links, infoTitle ?? '']) };
}

function withoutMark(found: Found<string>): Found<string> {
  return { value: found.value, in: found.in, confidence: found.confidence };
}

function isWholeLine(found: Found<string>, lines: readonly PageLine[]): boolean {
  const { in: place } = found;
  if (place.kind !== 'line') return false;
  const line = lines.find(({ index }) => index === place.line);
  return line !== undefined && found.value.length >= 0.7 * line.text.length;
}

function titleOfProvider(
  findings: readonly ProviderFinding[],
  text: string,
): Found<string> | undefined {
  for (const { provider } of findings) {
    for (const pattern of provider.titlePatterns ?? []) {
      const [, first, second] = pattern.exec(text) ?? [];
      if (first === undefined) continue;
      const value = second === undefined ? first : `${first}: ${second}`;
      return { value: value.replace(/\s+/gu, ' ').trim(), in: IN_PROVIDER_ROW, confidence: 0.8 };
    }
  }
  return undefined;
}

function titleOfAddress(findings: readonly ProviderFinding[]): Found<string> | undefined {
  const spelt = findings.find(({ title }) => title !== undefined);
  return spelt?.title === undefined
    ? undefined
    : { value: spelt.title, in: spelt.in, confidence: 0.6 };
}

function isCertificate(
  lines: readonly PageLine[],
  findings: readonly ProviderFinding[],
  verifyUrl: Found<string> | undefined,
): boolean {
  const isLong = lines.length > FEW_LINES;
  if (namesSeveral(lines)) return false;
  // A résumé names many providers; a certificate names its own.
  if (isLong && findings.length >= MANY_PROVIDERS) return false;
  if (findings.some(({ confidence }) => confidence >= 0.9)) return true;
  if (verifyUrl && verifyUrl.confidence >= 0.8) return true;
  if (lines.length > MOST_LINES) return false;
  const says = (cues: readonly RegExp[]): boolean =>
    lines.some(({ text }) => cues.some((cue) => cue.test(text)));
  if (says([HEADING]) || says(CERTIFIES)) return true;
  // Letters and résumés say "successfully completed" as well.
  return !isLong && (findings.length > 0 || says(BEFORE_TITLE));
}

/** A page of a profile lists certifications by name, one to a line; a certificate is one. */
function namesSeveral(lines: readonly PageLine[]): boolean {
  const named = lines.filter(({ text }) => LISTED_NAME.test(text)).map(({ text }) => text);
  return new Set(named).size >= 3;
}

const LISTED_NAME = /^(?:\S+\s+){2,8}certificat(?:ion|e)s?$/iu;
