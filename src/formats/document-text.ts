// What all readers of documents say about the text they found: the text for search, and findings.
import { finding, type Finding } from '../domain/finding.ts';
import { LIMITS } from '../domain/limits.ts';
import type { DocumentLine, RecognisedDocument } from './document-recogniser.ts';

/** The lines as one text, up to LIMITS.pdfTextCharacters. */
export function textOfLines(lines: readonly DocumentLine[]): string {
  return lines
    .map(({ text }) => text)
    .join('\n')
    .slice(0, LIMITS.pdfTextCharacters);
}

/** What the recogniser made of a document: its provider and its address. */
export function recognitionFindings(found: RecognisedDocument): Finding[] {
  const { provider, verifyUrl } = found;
  return [
    ...(provider ? [finding('found/provider', { name: provider.value })] : []),
    ...(verifyUrl && URL.canParse(verifyUrl.value)
      ? [finding('found/link', { host: new URL(verifyUrl.value).hostname.slice(0, 100) })]
      : []),
  ];
}
