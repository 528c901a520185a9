// Finds the address at which a document says it can be verified, among printed addresses, links and QR codes.
import type {
  DocumentFacts,
  DocumentLine,
  Found,
  FoundIn,
} from '../formats/document-recogniser.ts';
import { sharesColumn } from './certificate-page.ts';
import { recogniseUrl } from './recognise-url.ts';
import { cleanWebAddress } from './web-address.ts';

export type Address = { readonly url: string; readonly in: FoundIn; readonly before: string };

const PRINTED =
  /(?<![@\p{L}\d.])(?:https?:\/\/)?(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,12}(?::443)?(?:\/[^\s<>"'|«»“”]*)?/giu;
const VERIFY_PATH =
  /(?:verif|valid|certificat|zertifikat|credential|badge|cert\b|\/cert|check|confirm|diploma|attest|award|achievement)/iu;
const VERIFY_CUE =
  /(?:verif|valid|confirm|check|authentic|vérifi|prüf|überprüf|comprob|провер|подлинн)[^.]{0,80}$/iu;
const ID_PART = /(?:[\p{L}\d_-]*\d[\p{L}\d_-]{3,}|[A-Za-z0-9_-]{12,}|[A-Z][a-z]+[A-Z]\w*|=\w{4,})/u;

/** Every https address of the document with the words before it; http is raised to https. */
export function addressesOf(facts: DocumentFacts): Address[] {
  const found: Address[] = [];
  const add = (text: string, place: FoundIn, before: string): void => {
    const withScheme = /^https?:\/\//iu.test(text) ? text : `https://${text}`;
    const url = cleanWebAddress(withScheme)?.replace(/^http:/u, 'https:');
    if (url !== undefined) found.push({ url, in: place, before });
  };
  for (const text of facts.qrTexts) {
    if (/^https?:\/\//iu.test(text.trim())) add(text.trim(), { kind: 'qr' }, '');
  }
  for (const [index, line] of facts.lines.entries()) {
    for (const match of line.text.matchAll(PRINTED)) {
      const text = match[0].replace(/[.,;:)\]]+$/u, '');
      // Without scheme, only an address with a path is one: "Node.js" and "e.g." are not.
      if (!/^https?:/iu.test(text) && !/\/./u.test(text)) continue;
      const whole = wholeAddress(text, match.index + text.length, index, facts);
      if (whole === undefined) continue;
      const place: FoundIn = {
        kind: 'line',
        line: index,
        start: match.index,
        end: match.index + text.length,
      };
      const above = facts.lines[index - 1]?.text ?? '';
      add(whole, place, `${above} ${line.text.slice(0, match.index)}`);
    }
  }
  for (const link of facts.links) add(link, { kind: 'link' }, '');
  return found;
}

// An address may run over the line's end: ".../e/0f8fad5b-d9cb- / 469f-a165-...". What is left of it without
// its end is another address, so it counts only where the next line does not go on with it.
function wholeAddress(
  text: string,
  end: number,
  index: number,
  { lines }: DocumentFacts,
): string | undefined {
  const line = lines[index];
  if (!line || end < line.text.length || /[.;)\]]$/u.test(line.text)) return text;
  const next = linesBelowIn(lines, line)[0];
  const rest = next && /^[0-9a-z]*-[0-9a-z-]*\d[0-9a-z-]*(?=[.,;)\]]?$)/iu.exec(next.text)?.[0];
  if (!rest) return text;
  const whole = `${text}${rest}`;
  const known = recogniseUrl(/^https?:/iu.test(whole) ? whole : `https://${whole}`);
  return known?.credentialNumber?.includes('-') === true ? whole : undefined;
}

function linesBelowIn(lines: readonly DocumentLine[], from: DocumentLine): DocumentLine[] {
  return lines
    .filter(
      (line) =>
        line.page === from.page &&
        line.y > from.y + 0.3 * from.fontSize &&
        line.y - from.y <= 2.5 * from.fontSize &&
        sharesColumn(line, from),
    )
    .sort((a, b) => a.y - b.y);
}

/** The best address, tracking removed; a known provider's pattern outweighs wording, which outweighs looks. */
export function findVerifyUrl(facts: DocumentFacts): Found<string> | undefined {
  let best: Found<string> | undefined;
  for (const address of addressesOf(facts)) {
    const confidence = confidenceOf(address);
    if (confidence > (best?.confidence ?? 0)) {
      best = { value: address.url, in: address.in, confidence };
    }
  }
  return best;
}

function confidenceOf(address: Address): number {
  const recognised = recogniseUrl(address.url);
  if (recognised) {
    return (
      Math.max(0.8, recognised.confidence) - (recognised.credentialNumber === undefined ? 0.05 : 0)
    );
  }
  const path = address.url.replace(/^https:\/\/[^/?#]+/u, '');
  const hasId = ID_PART.test(path);
  if (path === '' || path === '/') return 0;
  if (VERIFY_PATH.test(path) && hasId) return 0.8;
  if (address.in.kind === 'qr') return 0.7;
  if (VERIFY_CUE.test(address.before)) return hasId ? 0.7 : 0.5;
  return VERIFY_PATH.test(address.url) && hasId ? 0.5 : 0;
}
