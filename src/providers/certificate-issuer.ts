// Finds who issued a certificate.
import type { Found, FoundIn } from '../formats/document-recogniser.ts';
import { linesBelow, type PageLine } from './certificate-page.ts';
import {
  AFTER_ISSUER,
  BEFORE_ISSUER,
  BEFORE_TITLE,
  CERTIFIES,
  HEADING,
  ORGANISATION,
  ROLE,
  SIGNATORY,
} from './certificate-wording.ts';
import type { ProviderFinding } from './find-providers.ts';

const IN_PROVIDER_ROW: FoundIn = { kind: 'provider' };

/**
 * The issuer: the provider's row where it is strong, else the wording, else who signs, else a guess at an
 * organisation's name on the page.
 */
export function readIssuer(
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
    : organisationOnPage(lines);
}

// A line that is an organisation's name and nothing else, the topmost one: where a logo's words stand.
function organisationOnPage(lines: readonly PageLine[]): Found<string> | undefined {
  const line = lines.find(
    ({ text }) =>
      ORGANISATION.test(text) &&
      text.split(/\s+/u).length <= 7 &&
      text.length <= 70 &&
      /^\p{Lu}/u.test(text) &&
      !/[.:;,@]|\d/u.test(text) &&
      !HEADING.test(text) &&
      !ROLE.test(text) &&
      ![BEFORE_TITLE, CERTIFIES].some((cues) => cues.some((cue) => cue.test(text))),
  );
  return (
    line && {
      value: line.text,
      in: { kind: 'line', line: line.index, start: 0, end: line.text.length },
      confidence: 0.4,
    }
  );
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
