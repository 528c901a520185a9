// Builds the credential reading of a document (PDF page text, picture) from what the recogniser found, and
// says where on the page each field stands.
import type { CredentialReading } from '../domain/credential.ts';
import type { FieldSource, FieldSources, PageBox } from '../domain/field-source.ts';
import type { DocumentLine, Found, RecognisedDocument } from './document-recogniser.ts';
import { titleOfFileName } from './document-file-name.ts';

/** What a file name says about a title is a guess. */
const FILE_NAME: FieldSource = { kind: 'file-name', confidence: 0.2 };
/** Below this confidence of the OCR engine, its reading weighs on how sure a field is. */
const CLEAR_PRINT = 0.85;

/** The reading of a document; its title falls back to the file's name. `lines` are those recognised. */
export function buildDocumentItem(
  found: RecognisedDocument,
  document: {
    readonly format: string;
    readonly carrier: string;
    readonly fileName: string;
    readonly text?: string;
    readonly lines?: readonly DocumentLine[];
  },
): CredentialReading {
  return {
    format: document.format,
    carrier: document.carrier,
    achievement: { name: found.title?.value ?? titleOfFileName(document.fileName) },
    issuer: found.issuer ? { name: found.issuer.value } : {},
    recipient: {
      ...(found.recipient ? { name: found.recipient.value } : {}),
      identifiers: [],
      hashedIdentities: [],
    },
    ...(found.issuedOn ? { issuedOn: found.issuedOn.value } : {}),
    ...(found.validUntil ? { validUntil: found.validUntil.value } : {}),
    ...(found.provider ? { provider: found.provider.value } : {}),
    ...(found.credentialNumber ? { credentialNumber: found.credentialNumber.value } : {}),
    ...(found.verifyUrl ? { verifyUrl: found.verifyUrl.value } : {}),
    ...(found.hours ? { hours: found.hours.value } : {}),
    skills: [],
    evidence: [],
    signed: false,
    ...(document.text === undefined || document.text === '' ? {} : { text: document.text }),
    sources: sourcesOf(found, document.lines ?? []),
  };
}

function sourcesOf(found: RecognisedDocument, lines: readonly DocumentLine[]): FieldSources {
  const { title, issuer, recipient, issuedOn, validUntil } = found;
  const { credentialNumber, verifyUrl, provider } = found;
  return {
    title: title ? sourceOf(title, lines) : FILE_NAME,
    ...(issuer ? { issuer: sourceOf(issuer, lines) } : {}),
    ...(recipient ? { recipient: sourceOf(recipient, lines) } : {}),
    ...(issuedOn ? { issuedOn: sourceOf(issuedOn, lines) } : {}),
    ...(validUntil ? { validUntil: sourceOf(validUntil, lines) } : {}),
    ...(credentialNumber ? { credentialNumber: sourceOf(credentialNumber, lines) } : {}),
    ...(verifyUrl ? { verifyUrl: sourceOf(verifyUrl, lines) } : {}),
    ...(provider ? { provider: sourceOf(provider, lines) } : {}),
  };
}

/** Where a value was read. A line that is not among `lines` counts as the provider's wording. */
export function sourceOf(found: Found<unknown>, lines: readonly DocumentLine[]): FieldSource {
  const { in: place, confidence } = found;
  if (place.kind !== 'line') return { kind: place.kind, confidence };
  const line = lines[place.line];
  if (!line) return { kind: 'provider', confidence };
  const { ocr } = line;
  return {
    kind: 'page',
    page: line.page,
    box: boxOf(line, place.start, place.end),
    confidence: ocr === undefined ? confidence : sureness(confidence, ocr),
    ...(ocr === undefined ? {} : { ocr }),
  };
}

function sureness(confidence: number, ocr: number): number {
  return Math.round(confidence * Math.min(1, ocr / CLEAR_PRINT) * 100) / 100;
}

// Letters are taken as equally wide: the box marks the place, it does not measure it.
function boxOf(line: DocumentLine, start: number, end: number): PageBox {
  const letters = Math.max(1, line.text.length);
  const from = fraction(start, letters);
  const to = Math.max(from, fraction(end, letters));
  return {
    x: fraction(line.x + from * line.width, line.pageWidth),
    y: fraction(line.y - 0.85 * line.fontSize, line.pageHeight),
    width: fraction((to - from) * line.width, line.pageWidth),
    height: fraction(1.15 * line.fontSize, line.pageHeight),
  };
}

function fraction(part: number, whole: number): number {
  const share = whole > 0 ? part / whole : 0;
  return Math.round(Math.min(1, Math.max(0, share)) * 10_000) / 10_000;
}
