// Finds credentials that travel inside a PDF: attached files, the Info entry `openbadges`, and the XMP
// element `openbadges:assertion`.
import type { CredentialReading, FilePart } from '../domain/credential.ts';
import { finding, type Finding } from '../domain/finding.ts';
import { LIMITS } from '../domain/limits.ts';
import type { Problem } from '../domain/problem.ts';
import { shownName } from './archive-names.ts';
import { readBakedPng, readBakedSvg } from './baked.ts';
import { detectMediaType } from './media-type.ts';
import { readPayload } from './payload.ts';
import type { PdfAttachment, PdfContents } from './pdf-document.ts';
import type { PayloadReading } from './reading-parts.ts';
import { readXmlCredential } from './xml-credential.ts';

export type EmbeddedCredentials = {
  readonly items: readonly CredentialReading[];
  readonly problems: readonly Problem[];
  /** A mere address where a credential was expected. */
  readonly link?: string;
  readonly findings: readonly Finding[];
  /** Attached files that may hold credentials of their own: archives and documents. */
  readonly parts: readonly FilePart[];
};

type Payload = { readonly text: string; readonly carrier: string; readonly name?: string };

/** Reads every embedded payload once; untrusted throughout. */
export function readEmbeddedCredentials(contents: PdfContents): EmbeddedCredentials {
  const items: CredentialReading[] = [];
  const problems: Problem[] = [];
  const findings: Finding[] = [];
  const seen = new Set<string>();
  let link: string | undefined;
  for (const { text, carrier, name } of payloadsOf(contents)) {
    if (text === '' || text.length > LIMITS.payloadBytes || seen.has(text)) continue;
    seen.add(text);
    const reading = readPayload(text, carrier);
    items.push(...reading.items);
    const bareLink = reading.problems.find(({ code }) => code === 'credential/only-a-link');
    const url = bareLink?.params?.['url'];
    if (typeof url === 'string' && carrier !== 'pdf-attachment') link ??= url;
    if (reading.items.length > 0 || bareLink) findings.push(placeOf(carrier, name));
    // Any file may be attached: only one that is a credential has problems worth telling.
    if (reading.items.length > 0 || carrier !== 'pdf-attachment') {
      problems.push(...reading.problems.filter((problem) => problem !== bareLink));
    }
  }
  for (const attachment of contents.attachments) {
    const baked = readAttachedFile(attachment);
    if (!baked || baked.items.length === 0) continue;
    items.push(...baked.items);
    problems.push(...baked.problems);
    findings.push(placeOf('pdf-attachment', attachment.fileName), ...(baked.findings ?? []));
  }
  const parts = contents.attachments.filter(isContainer).map(({ fileName, bytes }) => ({
    name: shownName(fileName),
    bytes,
  }));
  return { items, problems, findings, parts, ...(link === undefined ? {} : { link }) };
}

function placeOf(carrier: string, name: string | undefined): Finding {
  if (carrier !== 'pdf-attachment') return finding('found/in-pdf-properties');
  return finding('found/in-pdf-attachment', name ? { where: shownName(name) } : undefined);
}

function readAttachedFile({ bytes, fileName }: PdfAttachment): PayloadReading | undefined {
  const mediaType = detectMediaType(bytes, fileName);
  if (mediaType === 'image/png') return readBakedPng(bytes);
  if (mediaType === 'image/svg+xml') return readBakedSvg(bytes);
  return mediaType === 'application/xml' ? readXmlCredential(bytes, 'pdf-attachment') : undefined;
}

function isContainer({ bytes, fileName }: PdfAttachment): boolean {
  const mediaType = detectMediaType(bytes, fileName);
  return mediaType === 'application/zip' || mediaType === 'application/pdf';
}

function payloadsOf({ attachments, info, xmp }: PdfContents): Payload[] {
  const payloads: Payload[] = [];
  for (const { bytes, fileName } of attachments) {
    const text = decodeAttachment(bytes);
    if (text !== undefined) payloads.push({ text, carrier: 'pdf-attachment', name: fileName });
  }
  for (const key of ['openbadges', 'openbadgecredential', 'openbadge']) {
    const text = info.get(key);
    if (text !== undefined) payloads.push({ text: text.trim(), carrier: 'pdf-info' });
  }
  const assertion = xmp === undefined ? undefined : assertionOfXmp(xmp);
  if (assertion !== undefined) payloads.push({ text: assertion, carrier: 'pdf-xmp' });
  return payloads;
}

function decodeAttachment(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes).trim();
    return /^[[{]/u.test(text) || /^eyJ[\w-]+\.[\w-]+\.[\w-]*$/u.test(text) ? text : undefined;
  } catch {
    return undefined;
  }
}

const XMP_ASSERTION =
  /<(?:[\w.-]+:)?(?:assertion|credential)\b((?:[^>"']|"[^"]*"|'[^']*')*)(?:\/>|>([\s\S]*?)<\/(?:[\w.-]+:)?(?:assertion|credential)>)/u;

// The packet is searched, not parsed: nothing in it is expanded or resolved.
function assertionOfXmp(xmp: string): string | undefined {
  if (!/openbadges|purl\.imsglobal\.org\/ob/u.test(xmp)) return undefined;
  const [, attributes = '', content = ''] = XMP_ASSERTION.exec(xmp) ?? [];
  const verify = /\bverify\s*=\s*(?:"([^"]*)"|'([^']*)')/u.exec(attributes);
  const attribute = unescapeXml((verify?.[1] ?? verify?.[2] ?? '').trim());
  if (attribute !== '') return attribute;
  const inner = /<!\[CDATA\[([\s\S]*?)\]\]>/u.exec(content)?.[1] ?? unescapeXml(content);
  return inner.trim() === '' ? undefined : inner.trim();
}

function unescapeXml(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&#34;', '"')
    .replaceAll('&amp;', '&');
}
