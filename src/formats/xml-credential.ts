// XML files that hold credentials: European Digital Credentials of the older model and Europass CVs. Decides which
// it is by the root element; stores and checks nothing.
import { LIMITS } from '../domain/limits.ts';
import { finding } from '../domain/finding.ts';
import { problem, type Problem } from '../domain/problem.ts';
import { ok, type Result } from '../domain/result.ts';
import { isEdciXml, readEdciXml } from './edci-xml.ts';
import { isEuropassXml, readEuropassXml } from './europass-xml.ts';
import { emptyCv } from './europass-entry.ts';
import { formatName } from './format-name.ts';
import type { PayloadReading } from './reading-parts.ts';
import { decodeLatin1, decodeText } from './text.ts';
import { parseXml } from './xml-tree.ts';

/**
 * Reads untrusted bytes as XML. No items means there is no credential in it: `credential/not-recognised` for
 * XML of another kind, `xml/…` for what was not parsed. Never throws.
 */
export function readXmlCredential(bytes: Uint8Array, carrier = 'xml'): PayloadReading {
  if (bytes.length > LIMITS.payloadBytes) {
    return nothing(problem('input/too-large', { params: { limit: '20 MB' } }));
  }
  const text = decodeXml(bytes);
  if (!text.ok) return nothing(text.problem);
  const parsed = parseXml(text.value.replace(/^\uFEFF/, '').trimStart());
  if (!parsed.ok) return nothing(parsed.problem);
  if (isEdciXml(parsed.value)) return withFinding(readEdciXml(parsed.value, carrier));
  if (isEuropassXml(parsed.value)) {
    const reading = withFinding(readEuropassXml(parsed.value, carrier));
    return reading.items.length > 0 ? reading : { ...reading, problems: [emptyCv()] };
  }
  return nothing(problem('credential/not-recognised', { cause: `element ${parsed.value.name}` }));
}

/** UTF-8, or one of the two Western encodings where the declaration names it (XML 1.0 §4.3.3). */
function decodeXml(bytes: Uint8Array): Result<string> {
  const head = decodeLatin1(bytes.subarray(0, 200));
  const named = /^<\?xml[^>]*encoding\s*=\s*["'](iso-8859-1|windows-1252|latin1)["']/i.exec(
    head,
  )?.[1];
  return named === undefined
    ? decodeText(bytes)
    : ok(new TextDecoder('windows-1252').decode(bytes));
}

/** True for text that starts like an XML document. */
export function looksLikeXml(text: string): boolean {
  return /^\uFEFF?\s*<(?:\?xml\b|[a-z][\w.-]*(?::[\w.-]+)?[\s>])/iu.test(text);
}

/** Says how many credentials a CV names, or that the file is one. */
function withFinding(reading: PayloadReading): PayloadReading {
  const [first] = reading.items;
  const isListed = reading.findings?.some((one) => one.code === 'found/in-presentation') ?? false;
  if (!first || isListed) return reading;
  const name = formatName(first.format);
  const found = first.format.startsWith('europass')
    ? finding('found/listed', { count: reading.items.length, name })
    : finding('found/credential', { format: name });
  return { ...reading, findings: [found, ...(reading.findings ?? [])] };
}

function nothing(found: Problem): PayloadReading {
  return { items: [], problems: [found] };
}
