// Reads a certificate from its text, links and QR codes: the generic reader with the provider rows as
// hints. It makes nothing up: what is not found stays absent, and each value says where it was read.
import type { DocumentRecogniser, Found, FoundIn } from '../formats/document-recogniser.ts';
import { readCertificateDates } from './certificate-dates.ts';
import { certificateLines, joinedText, linesBelow, type PageLine } from './certificate-page.ts';
import { readRecipient } from './certificate-recipient.ts';
import { readTitle } from './certificate-title.ts';
import {
  AFTER_ISSUER,
  BEFORE_ISSUER,
  BEFORE_TITLE,
  CERTIFIES,
  HEADING,
  ROLE,
  SIGNATORY,
} from './certificate-wording.ts';
import { meaningfulInfoTitle } from './document-titles.ts';
import { readHours } from './certificate-hours.ts';
import { readNumber } from './certificate-number.ts';
import { findProviders, type ProviderFinding } from './find-providers.ts';
import { findVerifyUrl } from './verify-urls.ts';

/** A certificate says little; long documents that use its words are about something else. */
const MOST_LINES = 150;
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
  const title =
    titleOfProvider(findings, joinedText(lines)) ??
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

function readIssuer(
  lines: readonly PageLine[],
  findings: readonly ProviderFinding[],
): Found<string> | undefined {
  const strong = findings.find(({ provider, confidence }) => provider.issuer && confidence >= 0.5);
  if (strong?.provider.issuer) {
    return { value: strong.provider.issuer, in: IN_PROVIDER_ROW, confidence: strong.confidence };
  }
  const printed = issuerByWording(lines) ?? issuerBySignatory(lines);
  if (printed) return printed;
  // A platform without an issuer of its own prints the issuer under the signatures.
  const platform = findings.find(
    ({ provider, confidence }) => !provider.issuer && confidence >= 0.75,
  );
  const affiliation = platform && issuerBySignatureBlock(lines);
  if (affiliation) return affiliation;
  const weak = findings.find(({ provider }) => provider.issuer);
  return weak?.provider.issuer
    ? { value: weak.provider.issuer, in: IN_PROVIDER_ROW, confidence: 0.45 }
    : undefined;
}

function issuerByWording(lines: readonly PageLine[]): Found<string> | undefined {
  for (const line of lines) {
    const below = linesBelow(lines, line, 0.06)[0];
    // Only a line that cannot end there goes on below: "offered by the University of".
    const text = below && UNFINISHED.test(line.text) ? `${line.text} ${below.text}` : line.text;
    for (const cue of [...BEFORE_ISSUER, IN_CONFIRMATION, AWARDED_AS_BY]) {
      const match = cue.exec(text);
      if (!match || match.index > line.text.length) continue;
      const rest = text.slice(match.index + match[0].length);
      const name = (rest.split(AFTER_ISSUER)[0] ?? '').replace(/^the\s+/iu, '').trim();
      if (
        name.length < 2 ||
        name.length > 80 ||
        !/^(?:\p{Ll}{1,2}(?=\p{Lu})|[\p{Lu}\p{Lo}\d])/u.test(name)
      )
        continue;
      if (HEADING.test(name)) continue;
      const start = Math.max(0, line.text.indexOf(name));
      return {
        value: name,
        in: { kind: 'line', line: line.index, start, end: start + name.length },
        confidence: 0.75,
      };
    }
  }
  return undefined;
}

const UNFINISHED = /(?:^|\s)(?:by|of|and|for|the|at|in|de|du|von|der|&)$|[,:&]$/iu;
const IN_CONFIRMATION = /^on\s+(?=\p{Lu}[\p{L}\d. ]{1,40},\s+in\s+confirmation)/u;
const AWARDED_AS_BY = /^\p{Lu}[\p{L}\d ]{3,80}\s+by\s+(?=\p{Lu}[\p{L}\d. ]{1,40}\.$)/u;

function issuerBySignatory(lines: readonly PageLine[]): Found<string> | undefined {
  for (const line of lines) {
    const name = SIGNATORY.exec(line.text)?.[1]?.trim();
    if (name === undefined || name.length > 60) continue;
    const start = line.text.indexOf(name);
    return {
      value: name,
      in: { kind: 'line', line: line.index, start, end: start + name.length },
      confidence: 0.45,
    };
  }
  return undefined;
}

// Name, role, department, institution: the last line of the block under a signature.
function issuerBySignatureBlock(lines: readonly PageLine[]): Found<string> | undefined {
  for (const role of lines) {
    if (!ROLE.test(role.text) || role.text.length > 70) continue;
    let last: PageLine | undefined;
    for (const next of linesBelow(lines, role, 0.1).slice(0, 3)) {
      const from = last ?? role;
      const sameBlock = Math.abs(next.x - role.x) < 2 && next.y - from.y <= 2 * role.fontSize;
      if (!sameBlock || Math.abs(next.fontSize - role.fontSize) > 0.5) break;
      last = next;
    }
    if (!last || ROLE.test(last.text) || !/^\p{Lu}/u.test(last.text) || last.text.length > 60)
      continue;
    return {
      value: last.text,
      in: { kind: 'line', line: last.index, start: 0, end: last.text.length },
      confidence: 0.4,
    };
  }
  return undefined;
}

function isCertificate(
  lines: readonly PageLine[],
  findings: readonly ProviderFinding[],
  verifyUrl: Found<string> | undefined,
): boolean {
  if (findings.some(({ confidence }) => confidence >= 0.9)) return true;
  if (verifyUrl && verifyUrl.confidence >= 0.8) return true;
  if (lines.length > MOST_LINES) return false;
  return (
    findings.length > 0 ||
    lines.some(
      (line) =>
        HEADING.test(line.text) ||
        [BEFORE_TITLE, CERTIFIES].some((cues) => cues.some((cue) => cue.test(line.text))),
    )
  );
}
