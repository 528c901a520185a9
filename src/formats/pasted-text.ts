// Text of any sort that may hold a credential: what a person pastes, what a plain text file or a shortcut
// holds, what a QR code says. Everything in it is data; no address is opened.
import type { CredentialReading, FileReading } from '../domain/credential.ts';
import { finding } from '../domain/finding.ts';
import { LIMITS } from '../domain/limits.ts';
import { problem, type Problem } from '../domain/problem.ts';
import type { DocumentReaders } from './document-readers.ts';
import { kept, payloadOutcome, refused, tooLarge } from './file-outcome.ts';
import { coseOfText } from './cose.ts';
import { looksLikeJwt } from './jwt.ts';
import { readCose, readPayload } from './payload.ts';
import type { PayloadReading } from './reading-parts.ts';
import { readTableText } from './table-reader.ts';
import { addressesIn } from './text-addresses.ts';
import { looksLikeVpqr, unpackVpqr } from './vpqr.ts';

export type TextReaders = Pick<
  DocumentReaders,
  'readLink' | 'linkProblem' | 'readExport' | 'loadContext'
>;

/** Wallets are offered credentials by these; taking one up is the wallet's business (providers.md 50). */
const OFFER =
  /\b(?:dccrequest|org\.dcconsortium|openid-credential-offer|openid-initiate-issuance|openid4vp|haip|didcomm):\/\/|\bhttps?:\/\/(?:www\.)?lcw\.app\/|[?&]credential_offer(?:_uri)?=|[?&]_oob=/iu;
/** Codes that pack data with base45 or base64 and zlib, as some national wallets do. */
const PACKED = /^(?:HC1:|NCF|PDF1:)?[0-9A-Z $%*+\-./:]{80,}$/u;
const TOKEN = /(?<![\w.-])eyJ[\w-]{10,}\.[\w-]+\.[\w-]*(?:~[\w.~-]*)?/gu;
const VPQR = /(?<![\w-])VP1-[A-Z0-9|]{4,}/gu;
const MOST_TOKENS = 200;

/**
 * Reads pasted text. Items where it holds credentials or addresses of some; `refused` otherwise, because
 * there is no file to keep: the problem says what the text is instead.
 */
export async function readText(text: string, readers: TextReaders): Promise<FileReading> {
  const reading = await readTextContent(text, 'pasted text', readers);
  // A wallet backup gives its credentials as parts.
  const isNothing = reading.outcome === 'kept' && (reading.parts ?? []).length === 0;
  return isNothing ? { ...reading, outcome: 'refused' } : reading;
}

/** The same for the text of a file, which is kept where nothing is found. */
export async function readTextContent(
  input: string,
  fileName: string,
  readers: TextReaders,
): Promise<FileReading> {
  const text = input.replace(/^\uFEFF/, '').trim();
  if (text === '') return refused('text/plain', problem('input/empty-file'));
  if (text.length > LIMITS.payloadBytes) return tooLarge('text/plain', '20 MB');
  if (/^[[{]/.test(text)) {
    return payloadOutcome('application/json', readPayload(text, 'json', readers.readExport));
  }
  if (looksLikeJwt(text)) return payloadOutcome('application/jwt', readPayload(text, 'jwt'));
  const message = coseOfText(text);
  if (message) return payloadOutcome('text/plain', readCose(message));
  const table = readTableText(text, fileName, readers);
  if (table) return table;
  const inside = await readInside(text, readers);
  if (inside.items.length > 0) {
    const links = inside.items.filter(({ format }) => format === 'link').length;
    const findings = [
      ...(links === 1 ? [finding('found/link', hostOf(inside.items))] : []),
      ...(links > 1 ? [finding('found/links', { count: links })] : []),
    ];
    return { ...payloadOutcome('text/plain', inside), findings };
  }
  // A token that a mail program wrapped is still one token.
  const unwrapped = /^[\w.~\s-]+$/u.test(text)
    ? readPayload(text.replace(/\s+/gu, ''), 'jwt')
    : undefined;
  if (unwrapped && unwrapped.items.length > 0) return payloadOutcome('application/jwt', unwrapped);
  const telling = unwrapped?.problems.filter(({ code }) => code.startsWith('jwt/')) ?? [];
  const problems = [...inside.problems, ...telling];
  const all = problems.length > 0 ? problems : [problem('text/nothing-recognised')];
  return kept('text/plain', [], all);
}

/**
 * Reads the text of a QR code found in `carrier` (such as `picture-qr`). No items and no problems means a
 * text that says nothing about a credential; a code that is one but cannot be read says why.
 */
export async function readCode(
  text: string,
  readers: TextReaders,
  carrier: string,
): Promise<PayloadReading> {
  const code = text.trim();
  if (/^[[{]/.test(code) || looksLikeJwt(code))
    return readPayload(code, carrier, readers.readExport);
  if (coseOfText(code)) return readPayload(code, carrier);
  if (looksLikeVpqr(code)) return readVpqr(code, readers, carrier);
  if (OFFER.test(code)) return { items: [], problems: [problem('link/wallet-offer')] };
  const link = /^https?:\/\/\S+$/iu.test(code) ? readers.readLink(code) : undefined;
  if (link) return { items: [link], problems: [] };
  return {
    items: [],
    problems: PACKED.test(code) && !/^\d+$/u.test(code) ? [problem('link/compressed-code')] : [],
  };
}

/** Everything that stands somewhere in the text: addresses, tokens, packed codes, one JSON document. */
async function readInside(text: string, readers: TextReaders): Promise<PayloadReading> {
  const items: CredentialReading[] = [];
  const problems: Problem[] = [];
  const add = (reading: PayloadReading): void => {
    items.push(...reading.items);
    problems.push(...reading.problems);
  };
  const tokens = [...text.matchAll(TOKEN)].slice(0, MOST_TOKENS);
  for (const [token] of tokens) add(readPayload(token, 'text'));
  for (const [code] of [...text.matchAll(VPQR)].slice(0, MOST_TOKENS)) {
    add(await readVpqr(code, readers, 'text'));
  }
  if (items.length === 0) add(embeddedJson(text, readers.readExport));
  const addresses = addressesIn(text);
  const links = linkItems(addresses, readers.readLink);
  items.push(...links);
  if (OFFER.test(text)) problems.push(problem('link/wallet-offer'));
  if (items.length === 0 && problems.length === 0) {
    const told = addresses.map((address) => readers.linkProblem?.(address));
    problems.push(...told.filter((one) => one !== undefined).slice(0, 1));
  }
  if (items.length === 0 && problems.length === 0) {
    const only = addresses.length === 1 ? addresses[0] : undefined;
    if (only !== undefined && only.length >= text.length - 2) {
      const params = { url: only.slice(0, 2_000) };
      problems.push(problem('credential/only-a-link', { params }));
    } else if (PACKED.test(text) && !/\s/u.test(text)) {
      problems.push(problem('link/compressed-code'));
    }
  }
  return { items, problems };
}

/** The credentials that addresses name, each once whatever else the addresses differ in. */
export function linkItems(
  addresses: readonly string[],
  readLink: DocumentReaders['readLink'],
): readonly CredentialReading[] {
  const found = new Map<string, CredentialReading>();
  for (const address of addresses) {
    const item = readLink(address);
    if (!item) continue;
    const key = item.verifyUrl ?? `${item.achievement.name} ${item.credentialNumber ?? ''}`;
    if (!found.has(key)) found.set(key, item);
  }
  return [...found.values()];
}

async function readVpqr(
  code: string,
  readers: TextReaders,
  carrier: string,
): Promise<PayloadReading> {
  const json = await unpackVpqr(code, readers.loadContext);
  if (json.ok) return readPayload(json.value, carrier);
  return { items: [], problems: [json.problem] };
}

/** A JSON document between other words, such as a mail quoted around it. */
function embeddedJson(text: string, readExport: TextReaders['readExport']): PayloadReading {
  const start = text.search(/\{\s*"/u);
  const end = text.lastIndexOf('}');
  if (start < 0 || end < start) return { items: [], problems: [] };
  const reading = readPayload(text.slice(start, end + 1), 'json', readExport);
  return reading.items.length > 0 ? reading : { items: [], problems: [] };
}

function hostOf(items: readonly CredentialReading[]): { readonly host: string } | undefined {
  const url = items.find(({ format }) => format === 'link')?.verifyUrl;
  return url !== undefined && URL.canParse(url) ? { host: new URL(url).hostname } : undefined;
}
