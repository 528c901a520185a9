// Finds the person a certificate names: by the wording around the name, else by its shape.
import type { Found } from '../formats/document-recogniser.ts';
import { linesAbove, linesBelow, type PageLine } from './certificate-page.ts';
import { BEFORE_RECIPIENT, BEFORE_TITLE, HEADING, ROLE } from './certificate-wording.ts';
import { looksLikeName, tidyName } from './person-names.ts';

export type FoundRecipient = Found<string> & { readonly byWording: boolean };

const AFTER_NAME =
  /\s+(?:(?:has|have|had|is|was|for|on|in|successfully|who|a\s+(?:suivi|complété|terminé|réussi|validé)|hat|ha|concluiu|completou|успешно|прош[её]л|завершил|принял|w)(?!\p{L}))|[,;:|(]|\.$/u;

/** Reads the name. `byWording` tells whether the text said so or only the shape of a line did. */
export function readRecipient(lines: readonly PageLine[]): FoundRecipient | undefined {
  return afterCue(lines) ?? beforeCompletion(lines) ?? byShape(lines);
}

function afterCue(lines: readonly PageLine[]): FoundRecipient | undefined {
  for (const line of lines) {
    for (const cue of BEFORE_RECIPIENT) {
      const match = cue.exec(line.text);
      if (!match) continue;
      const start = match.index + match[0].length;
      const rest = line.text.slice(start);
      if (/\p{L}/u.test(rest)) {
        const name = tidyName(
          rest
            .trimStart()
            .replace(/^(?:mr|mrs|ms|dr)\.?\s+/iu, '')
            .split(AFTER_NAME)[0] ?? '',
        );
        if (name !== undefined && isNameAfterCue(name)) return atLine(line, name, 0.8);
        continue;
      }
      const below = linesBelow(lines, line)
        .slice(0, 3)
        .find((next) => isNameAfterCue(next.text) || isLargeName(next, line));
      const name = below && tidyName(below.text);
      if (below && name !== undefined) return atLine(below, name, 0.85);
    }
  }
  return undefined;
}

// "ANNA EXAMPLE / has successfully completed / …" and "Anna Example has completed …".
function beforeCompletion(lines: readonly PageLine[]): FoundRecipient | undefined {
  for (const line of lines) {
    for (const cue of BEFORE_TITLE) {
      const match = cue.exec(line.text);
      if (!match) continue;
      const lead = line.text.slice(0, match.index).split(/[,:;]/u).at(-1) ?? '';
      const inline = tidyName(lead.replace(/^.*\b(?:that|que|dass|che)\s+/iu, ''));
      if (inline !== undefined && looksLikeName(inline)) return atLine(line, inline, 0.75);
      if (lead.trim() !== '') continue;
      const above = linesAbove(lines, line)[0];
      const name = above && tidyName(above.text);
      if (
        above &&
        name !== undefined &&
        (looksLikeName(name) || above.fontSize > 1.4 * line.fontSize)
      ) {
        if (isNameAfterCue(name)) return atLine(above, name, 0.8);
      }
    }
  }
  return undefined;
}

function byShape(lines: readonly PageLine[]): FoundRecipient | undefined {
  let best: PageLine | undefined;
  for (const line of lines) {
    if (!looksLikeName(line.text) || HEADING.test(line.text) || ROLE.test(line.text)) continue;
    if (signsTheDocument(line, lines)) continue;
    if (!best || line.fontSize > best.fontSize * 1.05) best = line;
  }
  return best && { ...atLine(best, best.text, 0.45), byWording: false };
}

/** Whether the line is the printed name under a signature: a name with a role below it. */
export function signsTheDocument(line: PageLine, lines: readonly PageLine[]): boolean {
  if (!looksLikeName(line.text)) return false;
  const below = linesBelow(lines, line, 0.06)[0];
  return below !== undefined && ROLE.test(below.text);
}

function isNameAfterCue(text: string): boolean {
  if (/[\d@:/<>{}]|www\./u.test(text) || text.length > 70 || HEADING.test(text)) return false;
  return /^\p{Lu}|^\p{Lo}/u.test(text) && text.split(/\s+/u).length <= 7;
}

// Some people write their name in small letters; then its size shows that it is one.
function isLargeName(line: PageLine, cue: PageLine): boolean {
  return (
    line.fontSize >= 1.3 * cue.fontSize &&
    /^\p{Ll}[\p{L}'’-]*(?: \p{Ll}[\p{L}'’-]*){1,4}$/u.test(line.text)
  );
}

function atLine(line: PageLine, name: string, confidence: number): FoundRecipient {
  const start = Math.max(0, line.text.indexOf(name));
  return {
    value: name,
    in: { kind: 'line', line: line.index, start, end: start + name.length },
    confidence,
    byWording: true,
  };
}
