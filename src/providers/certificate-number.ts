// Reads a certificate's number: what a code or a link says exactly, else the provider's own form, else the
// text beside a label, else the number in a printed address.
import type { DocumentFacts, Found, FoundIn } from '../formats/document-recogniser.ts';
import { joinedText, sharesColumn, type PageLine } from './certificate-page.ts';
import { NUMBER_CUE, NUMBER_VALUE } from './certificate-wording.ts';
import type { ProviderFinding } from './find-providers.ts';
import { findPrintedDates } from './printed-dates.ts';
import { readPrintedUuid } from './printed-uuids.ts';

const MOST_CHARACTERS = 20_000;
const IN_PROVIDER_ROW: FoundIn = { kind: 'provider' };

/** The number; `undefined` where none is found. `findings` are the providers, strongest first. */
export function readNumber(
  lines: readonly PageLine[],
  findings: readonly ProviderFinding[],
  facts: DocumentFacts,
): Found<string> | undefined {
  const wasSeen = lines.some(({ ocr }) => ocr !== undefined);
  // Words read from a picture have slips; a code and a link have none.
  const exact = wasSeen ? ofAddress(findings, ({ in: place }) => place.kind !== 'line') : undefined;
  return (
    exact ??
    ofProvider(findings, facts) ??
    readPrintedNumber(lines) ??
    ofAddress(findings, () => true)
  );
}

function ofAddress(
  findings: readonly ProviderFinding[],
  wanted: (finding: ProviderFinding) => boolean,
): Found<string> | undefined {
  const found = findings.find(
    (finding) => finding.credentialNumber !== undefined && wanted(finding),
  );
  return found?.credentialNumber === undefined
    ? undefined
    : { value: found.credentialNumber, in: found.in, confidence: found.confidence };
}

function ofProvider(
  findings: readonly ProviderFinding[],
  facts: DocumentFacts,
): Found<string> | undefined {
  const text = joinedText(facts.lines).slice(0, MOST_CHARACTERS);
  for (const { provider } of findings) {
    const uuid = provider.uuidPrefix && readPrintedUuid(text, provider.uuidPrefix);
    if (uuid) return atLine(uuid, facts);
    for (const pattern of provider.numberPatterns ?? []) {
      const value = pattern.exec(text)?.[1];
      if (value !== undefined) return atLine(value, facts);
    }
  }
  return undefined;
}

// Mended numbers stand on the page in another spelling; their first group shows where.
function atLine(value: string, facts: DocumentFacts): Found<string> {
  for (const part of [value, value.slice(0, 11)]) {
    const line = facts.lines.findIndex(({ text }) => text.includes(part));
    const start = facts.lines[line]?.text.indexOf(part) ?? -1;
    if (start < 0) continue;
    const end = Math.min(facts.lines[line]?.text.length ?? 0, start + value.length);
    return { value, in: { kind: 'line', line, start, end }, confidence: 0.9 };
  }
  return { value, in: IN_PROVIDER_ROW, confidence: 0.8 };
}

// The number printed beside a label such as "Certificate number".
function readPrintedNumber(lines: readonly PageLine[]): Found<string> | undefined {
  for (const line of lines) {
    for (const cue of line.text.matchAll(NUMBER_CUE)) {
      const start = cue.index + cue[0].length;
      const rest = line.text.slice(start);
      const value = numberIn(rest);
      if (value) {
        const at = line.text.indexOf(value, start);
        return {
          value,
          in: { kind: 'line', line: line.index, start: at, end: at + value.length },
          confidence: 0.9,
        };
      }
      if (rest.trim() !== '' || cue.index > 2) continue;
      const neighbour = numberNear(line, lines);
      if (neighbour) return neighbour;
    }
  }
  return undefined;
}

function numberNear(label: PageLine, lines: readonly PageLine[]): Found<string> | undefined {
  const near = lines
    .filter(
      (line) =>
        line.index !== label.index &&
        line.page === label.page &&
        Math.abs(line.y - label.y) <= 2.5 * Math.max(line.fontSize, label.fontSize) &&
        (sharesColumn(line, label) || (line.y === label.y && line.x > label.x)),
    )
    .sort((a, b) => Math.abs(a.y - label.y) - Math.abs(b.y - label.y));
  for (const line of near) {
    const value = numberIn(line.text);
    if (value === undefined || value.length !== line.text.replace(/^#\s?/u, '').length) continue;
    return {
      value,
      in: {
        kind: 'line',
        line: line.index,
        start: line.text.indexOf(value),
        end: line.text.length,
      },
      confidence: 0.85,
    };
  }
  return undefined;
}

// A number has a digit and is no date; "Certificate ID: Anna" is a name, not a number.
function numberIn(text: string): string | undefined {
  const value = NUMBER_VALUE.exec(text.trimStart())?.[1]?.replace(/[./_-]+$/u, '');
  if (value === undefined || !/\d/u.test(value) || value.length < 4) return undefined;
  if (/^(?:19|20)\d{2}$/u.test(value)) return undefined;
  return findPrintedDates(text.slice(0, 40), true)[0]?.start === 0 ? undefined : value;
}
