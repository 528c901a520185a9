// One payload of text to credentials, whatever carried it: JSON, a compact token, a presentation, or a mere link.
import type { CredentialReading } from '../domain/credential.ts';
import { finding, type Finding } from '../domain/finding.ts';
import { problem, type Problem } from '../domain/problem.ts';
import { isBadgrEntry, readBadgrEntry } from './badgr.ts';
import { isBlockcerts1, readBlockcerts1 } from './blockcerts.ts';
import { assertionsOfClr1, isClr1, isClr1Assertion, readClr1, readClr1Assertion } from './clr-1.ts';
import { encodeBase64url } from './base64.ts';
import { coseOfText, decodeCose } from './cose.ts';
import { envelopedText, isEndorsement } from './credential-kind.ts';
import { innerCredentials } from './credential-wrappers.ts';
import { isElm, readElm } from './elm.ts';
import { credentialsOfGraph, type GraphCredential } from './flattened-graph.ts';
import { formatName } from './format-name.ts';
import { disclosedBody, withHidden } from './hidden-fields.ts';
import { isObject, parseJson, type JsonObject, type JsonValue } from './json.ts';
import { childOf, elementsOf, type LocatedJson } from './json-source.ts';
import { credentialOfJwt } from './jwt-credential.ts';
import { decodeJwt, looksLikeJwt, payloadOfJsonJws } from './jwt.ts';
import { nestedCredentials } from './nested-credentials.ts';
import { isAssertion, readAssertion } from './open-badges-2.ts';
import { isWebUrl, type NodeSource, type PayloadReading } from './reading-parts.ts';
import { isSdJwtVc, readSdJwtVc } from './sd-jwt-vc.ts';
import { isVerifiableCredential, readVerifiableCredential } from './verifiable-credential.ts';
import { readWalletBackup, scatteredCredentials } from './wallet-backup.ts';
import { whatElse } from './what-else.ts';

/** More credentials in one payload than anybody holds: the rest would only exhaust the machine. */
const MAX_ITEMS = 1_000;
/** Tokens inside presentations inside tokens: honest files need two. */
const MAX_NESTING = 4;

/** Reads JSON in a provider's own shape; undefined where no provider knows it (see DocumentReaders). */
export type ExportReader = (value: JsonValue, source: NodeSource) => PayloadReading | undefined;

/**
 * Reads untrusted text found in `carrier` (for example `json` or `png-iTXt-openbadges`). Never throws.
 * No items means that there is no credential in it; the problems say what it is instead. A payload
 * with a duplicate key is no credential at all: two readers could see two different things. Credentials
 * inside a credential follow it. `readExport` is asked about JSON that is in no standard format.
 */
export function readPayload(
  text: string,
  carrier: string,
  readExport?: ExportReader,
): PayloadReading {
  return withWhole(withoutRepeats(readText(text, carrier, 0, readExport)), carrier);
}

/** Carriers in which nothing else stands. */
const WHOLE: ReadonlySet<string> = new Set(['json', 'jwt', 'cose']);

function withWhole(reading: PayloadReading, carrier: string): PayloadReading {
  const [first] = reading.items;
  const isWhole = first !== undefined && WHOLE.has(carrier);
  const isListed = reading.findings?.some((one) => LISTS.has(one.code)) ?? false;
  if (!isWhole || isListed) return reading;
  const whole = finding('found/credential', { format: formatName(first.format) });
  return { ...reading, findings: [whole, ...(reading.findings ?? [])] };
}

/** What already says how many credentials a file holds. */
const LISTS: ReadonlySet<Finding['code']> = new Set(['found/in-presentation', 'found/listed']);

/** The same thing said of a thousand elements is said once. */
function withoutRepeats(reading: PayloadReading): PayloadReading {
  const said = new Map(reading.problems.map((one) => [JSON.stringify(one), one]));
  return said.size === reading.problems.length
    ? reading
    : { ...reading, problems: [...said.values()] };
}

/** Reads an untrusted COSE message (RFC 9052), like readPayload. */
export function readCose(message: Uint8Array): PayloadReading {
  return withWhole(withoutRepeats(readMessage(message, 'cose', 0)), 'cose');
}

function readMessage(message: Uint8Array, carrier: string, nesting: number): PayloadReading {
  const content = decodeCose(message);
  if (!content.ok) return nothing(content.problem);
  const parsed = parseJson(content.value);
  if (!parsed.ok) return nothing(parsed.problem);
  const payload = {
    kind: 'cose',
    text: encodeBase64url(message),
    content: content.value,
  } as const;
  const located = { value: parsed.value.value, text: content.value };
  const reading = readNode(located, { carrier, payload, signed: true }, nesting + 1);
  return withProblems(reading, parsed.value.problems);
}

function readText(
  input: string,
  carrier: string,
  nesting: number,
  readExport?: ExportReader,
): PayloadReading {
  const text = input.replace(/^\uFEFF/, '').trim();
  if (text.startsWith('{') || text.startsWith('[')) {
    const parsed = parseJson(text);
    if (!parsed.ok) return nothing(parsed.problem);
    const reading = readJson({ value: parsed.value.value, text }, carrier, nesting, readExport);
    return withProblems(reading, parsed.value.problems);
  }
  if (looksLikeJwt(text)) return readToken(text, carrier, nesting);
  const message = coseOfText(text);
  if (message) return readMessage(message, carrier, nesting);
  if (isWebUrl(text) && !/\s/.test(text)) {
    return nothing(problem('credential/only-a-link', { params: { url: text.slice(0, 2_000) } }));
  }
  return nothing(problem('credential/not-recognised'));
}

/** A whole JSON document: a backup with private keys first of all, a provider's own shape last. */
function readJson(
  root: LocatedJson,
  carrier: string,
  nesting: number,
  readExport?: ExportReader,
): PayloadReading {
  const backup = readWalletBackup(root, isCredentialToken);
  if (backup) return backup;
  const source: NodeSource = { carrier, payload: { kind: 'json', text: root.text }, signed: false };
  const reading = readNode(root, source, nesting);
  if (reading.items.length > 0) return reading;
  const exported = readExport?.(root.value, source);
  if (exported) return exported;
  const isUnknown = reading.problems.every((one) => one.code === 'credential/not-recognised');
  const scattered = isUnknown ? scatteredCredentials(root, isCredentialToken) : [];
  return scattered.length > 0 ? readAll(scattered, carrier, nesting) : reading;
}

function isCredentialToken(text: string): boolean {
  return looksLikeJwt(text) && readToken(text, 'jwt', 0).items.length > 0;
}

function readToken(token: string, carrier: string, nesting: number): PayloadReading {
  const decoded = decodeJwt(token);
  if (!decoded.ok) return nothing(decoded.problem);
  const body = disclosedBody(decoded.value);
  if ('code' in body) return nothing(body);
  const reading = readBody(
    body,
    { carrier, payload: { kind: 'jwt', text: token }, signed: true },
    nesting,
  );
  return withProblems(withHidden(reading, body.hidden), decoded.value.problems);
}

function readBody(
  body: { readonly value: JsonObject; readonly text: string },
  source: NodeSource,
  nesting: number,
): PayloadReading {
  const { value: payload } = body;
  if (isSdJwtVc(payload)) return readSdJwtVc(payload, source);
  if (isClr1Assertion(payload) || isAssertion(payload) || isClr1(payload)) {
    return readNode(body, source, nesting);
  }
  const merged = credentialOfJwt(payload);
  const inner = childOf(body, 'vc') ?? childOf(body, 'vp') ?? body;
  const isWhole = merged.credential === payload;
  const reading = readNode(
    // Claims fill fields of the credential that its text leaves out; what is nested stands in the text.
    { value: merged.credential, text: isWhole ? body.text : inner.text },
    { ...source, rename: merged.rename },
    nesting,
  );
  return withProblems(reading, merged.problems);
}

/** A parsed value: a credential, a wrapper around credentials, or something else that says what it is. */
function readNode(located: LocatedJson, source: NodeSource, nesting: number): PayloadReading {
  if (nesting > MAX_NESTING)
    return nothing(problem('credential/not-recognised', { cause: 'nesting' }));
  if (Array.isArray(located.value)) {
    return readAll(elementsOf(located), source.carrier, nesting);
  }
  const node = located.value;
  if (!isObject(node)) return nothing(problem('credential/not-recognised'));
  const enveloped = envelopedText(node);
  if (enveloped !== undefined) return readText(enveloped, source.carrier, nesting + 1);
  if (isElm(node)) return readElm(node, source);
  if (isVerifiableCredential(node)) {
    const nested = nestedCredentials(located);
    return withNested(readVerifiableCredential(node, source), nested, source.carrier, nesting);
  }
  if (isClr1(node)) return readRecord(located, node, source, nesting);
  if (isClr1Assertion(node)) return readClr1Assertion(node, source);
  if (isBlockcerts1(node)) return readBlockcerts1(node, source);
  const graph = credentialsOfGraph(node) ?? [];
  if (graph.length > 0) return readGraph(located, graph, source, nesting);
  const inner = innerCredentials(located);
  if (inner) return readPresentation(inner, source.carrier, nesting);
  if (isBadgrEntry(node)) return readBadgrEntry(node, source);
  if (isAssertion(node)) return readAssertion(node, source);
  const sealed = payloadOfJsonJws(node);
  if (sealed) return readSealed(sealed, source, nesting);
  return nothing(whatElse(node));
}

/**
 * Credentials whose parts stand apart in one graph. None stands alone in the file, so the whole document is the
 * payload of each, and those inside them have none. What brings its own vocabulary is read as it stands.
 */
function readGraph(
  document: LocatedJson,
  credentials: readonly GraphCredential[],
  source: NodeSource,
  nesting: number,
): PayloadReading {
  const whole = elementsOf(childOf(document, '@graph')).filter(
    ({ value }) => isObject(value) && value['@context'] !== undefined,
  );
  const readings = credentials.slice(0, MAX_ITEMS).map(({ index, node }) => {
    const rename = (path: string): string => `@graph[${index}].${path}`;
    return readNode(
      { value: node, text: JSON.stringify(node) },
      { ...source, rename },
      nesting + 1,
    );
  });
  const items = readings
    .flatMap((one) => one.items)
    .map((item) => {
      if (item.payload === source.payload) return item;
      const { payload: _payload, ...rest } = item;
      return rest;
    });
  const problems = readings
    .flatMap((one) => one.problems)
    // The vocabulary may be stated in the file itself.
    .filter(
      ({ code, params }) => code !== 'credential/missing-field' || params?.['field'] !== '@context',
    );
  const own = whole.length > 0 ? readAll(whole, source.carrier, nesting) : undefined;
  return {
    items: [...items, ...(own?.items ?? [])].slice(0, MAX_ITEMS),
    problems: [
      ...(credentials.length > MAX_ITEMS ? [tooMany()] : []),
      ...problems,
      ...(own?.problems ?? []),
    ],
    findings: [...readings, ...(own ? [own] : [])].flatMap((one) => one.findings ?? []),
  };
}

/** The record of CLR 1.0 first, its assertions after it. */
function readRecord(
  located: LocatedJson,
  node: JsonObject,
  source: NodeSource,
  nesting: number,
): PayloadReading {
  return withNested(
    readClr1(node, source),
    assertionsOfClr1(located),
    source.carrier,
    nesting,
    node,
  );
}

function withNested(
  outer: PayloadReading,
  nested: readonly LocatedJson[],
  carrier: string,
  nesting: number,
  record?: JsonObject,
): PayloadReading {
  if (nested.length === 0) return outer;
  const inner = readAll(nested, carrier, nesting, record);
  const items = inner.items.map(withoutLentContext);
  if (items.length === 0) return withProblems(outer, inner.problems);
  return {
    items: [...outer.items, ...items],
    problems: [...outer.problems, ...inner.problems],
    findings: [...(outer.findings ?? []), finding('found/nested', { count: items.length })],
  };
}

/**
 * A credential that borrows the vocabulary of the one around it does not stand alone: its own text would be
 * judged as something it is not, so it is listed without.
 */
function withoutLentContext(item: CredentialReading): CredentialReading {
  if (item.payload?.kind !== 'json' || !item.format.endsWith('vcdm?')) return item;
  const { payload: _payload, ...rest } = item;
  return rest;
}

/** JWS in JSON serialisation (JAdES): the payload is the credential, the whole object its payload. */
function readSealed(
  sealed: NonNullable<ReturnType<typeof payloadOfJsonJws>>,
  source: NodeSource,
  nesting: number,
): PayloadReading {
  if (!sealed.ok) return nothing(sealed.problem);
  const parsed = parseJson(sealed.value);
  if (!parsed.ok) return nothing(parsed.problem);
  const located = { value: parsed.value.value, text: sealed.value };
  const rename = (path: string): string => `payload.${path}`;
  return readNode(located, { ...source, signed: true, rename }, nesting + 1);
}

function readPresentation(
  { credentials, isPresentation }: NonNullable<ReturnType<typeof innerCredentials>>,
  carrier: string,
  nesting: number,
): PayloadReading {
  const reading = readAll(credentials, carrier, nesting);
  const count = reading.items.length;
  if (!isPresentation || count === 0) return reading;
  const found = finding('found/in-presentation', { count });
  return { ...reading, findings: [found, ...(reading.findings ?? [])] };
}

/** Each element on its own, with its own payload: one bad credential does not sink its neighbours. */
function readAll(
  values: readonly LocatedJson[],
  carrier: string,
  nesting: number,
  record?: JsonObject,
): PayloadReading {
  const items: CredentialReading[] = [];
  const problems: Problem[] = [];
  const findings: Finding[] = [];
  if (values.length > MAX_ITEMS) problems.push(tooMany());
  for (const value of values.slice(0, MAX_ITEMS)) {
    const reading = readElement(value, carrier, nesting + 1, record);
    items.push(...reading.items.slice(0, MAX_ITEMS - items.length));
    problems.push(...reading.problems);
    findings.push(...(reading.findings ?? []));
  }
  if (items.length === 0 && problems.length === 0)
    problems.push(problem('credential/not-a-credential'));
  return { items, problems, ...(findings.length > 0 ? { findings } : {}) };
}

function readElement(
  element: LocatedJson,
  carrier: string,
  nesting: number,
  record: JsonObject | undefined,
): PayloadReading {
  const { value, text } = element;
  if (typeof value === 'string') return readText(value, carrier, nesting);
  if (isObject(value) && isEndorsement(value)) return nothing(whatElse(value));
  const source: NodeSource = { carrier, payload: { kind: 'json', text }, signed: false };
  return record && isObject(value) && isClr1Assertion(value)
    ? readClr1Assertion(value, source, record)
    : readNode(element, source, nesting);
}

function tooMany(): Problem {
  return problem('credential/too-many', { params: { limit: '1,000' } });
}

function nothing(found: Problem): PayloadReading {
  return { items: [], problems: [found] };
}

function withProblems(reading: PayloadReading, problems: readonly Problem[]): PayloadReading {
  return problems.length === 0
    ? reading
    : { ...reading, problems: [...problems, ...reading.problems] };
}
