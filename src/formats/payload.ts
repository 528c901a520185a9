// One payload of text to credentials, whatever carried it: JSON, a compact token, a presentation, or a mere link.
import type { CredentialReading } from '../domain/credential.ts';
import { problem, type Problem } from '../domain/problem.ts';
import {
  contextsOf,
  firstObject,
  isObject,
  listOf,
  parseJson,
  typesOf,
  type JsonObject,
  type JsonValue,
} from './json.ts';
import { decodeBase64, decodeBase64url } from './base64.ts';
import { credentialOfJwt } from './jwt-credential.ts';
import { decodeJwt, looksLikeJwt, payloadOfJsonJws } from './jwt.ts';
import { isAssertion, readAssertion } from './open-badges-2.ts';
import { isWebUrl, type NodeSource, type PayloadReading } from './reading-parts.ts';
import { decodeText } from './text.ts';
import { isVerifiableCredential, readVerifiableCredential } from './verifiable-credential.ts';

/** More credentials in one payload than anybody holds: the rest would only exhaust the machine. */
const MAX_ITEMS = 1_000;
/** Tokens inside presentations inside tokens: honest files need two. */
const MAX_NESTING = 4;

/**
 * Reads untrusted text found in `carrier` (for example `json` or `png-iTXt-openbadges`). Never throws.
 * No items means that there is no credential in it; the problems say what it is instead. A payload
 * with a duplicate key is no credential at all: two readers could see two different things.
 */
export function readPayload(text: string, carrier: string): PayloadReading {
  return readText(text, carrier, 0);
}

function readText(input: string, carrier: string, nesting: number): PayloadReading {
  const text = input.replace(/^\uFEFF/, '').trim();
  if (text.startsWith('{') || text.startsWith('[')) {
    const parsed = parseJson(text);
    if (!parsed.ok) return nothing(parsed.problem);
    const source = { carrier, payload: { kind: 'json', text } as const, signed: false };
    const reading = readValue(parsed.value.value, source, nesting);
    return { ...reading, problems: [...parsed.value.problems, ...reading.problems] };
  }
  if (looksLikeJwt(text)) return readToken(text, carrier, nesting);
  if (isWebUrl(text) && !/\s/.test(text)) {
    return nothing(problem('credential/only-a-link', { params: { url: text.slice(0, 2_000) } }));
  }
  return nothing(problem('credential/not-recognised'));
}

function readToken(token: string, carrier: string, nesting: number): PayloadReading {
  const decoded = decodeJwt(token);
  if (!decoded.ok) return nothing(decoded.problem);
  const { payload, problems } = decoded.value;
  const source: NodeSource = { carrier, payload: { kind: 'jwt', text: token }, signed: true };
  if (isAssertion(payload)) return withProblems(readAssertion(payload, source), problems);
  const merged = credentialOfJwt(payload);
  const reading = readValue(merged.credential, source, nesting);
  return withProblems(reading, [...problems, ...merged.problems]);
}

/** A parsed value: a credential, a wrapper around credentials, or something else that says what it is. */
function readValue(value: JsonValue, source: NodeSource, nesting: number): PayloadReading {
  if (nesting > MAX_NESTING)
    return nothing(problem('credential/not-recognised', { cause: 'nesting' }));
  if (Array.isArray(value)) return readAll(value as readonly JsonValue[], source, nesting);
  if (!isObject(value)) return nothing(problem('credential/not-recognised'));
  const node = value;
  const enveloped = envelopedText(node);
  if (enveloped !== undefined) return readText(enveloped, source.carrier, nesting + 1);
  if (isVerifiableCredential(node)) return readVerifiableCredential(node, source);
  const inner = innerCredentials(node);
  if (inner) return readAll(inner, source, nesting);
  if (isAssertion(node)) return readAssertion(node, source);
  const sealed = payloadOfJsonJws(node);
  if (sealed) return readSealed(sealed, source, nesting);
  return nothing(whatElse(node));
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
  return readValue(parsed.value.value, { ...source, signed: true }, nesting + 1);
}

/** Each element on its own, with its own payload: one bad credential does not sink its neighbours. */
function readAll(
  values: readonly JsonValue[],
  source: NodeSource,
  nesting: number,
): PayloadReading {
  const items: CredentialReading[] = [];
  const problems: Problem[] = [];
  if (values.length > MAX_ITEMS) problems.push(problem('json/too-many-values'));
  for (const value of values.slice(0, MAX_ITEMS)) {
    const reading =
      typeof value === 'string'
        ? readText(value, source.carrier, nesting + 1)
        : readValue(
            value,
            {
              carrier: source.carrier,
              // The element alone: what its own proof covers, apart from spacing.
              payload: { kind: 'json', text: JSON.stringify(value) },
              signed: false,
            },
            nesting + 1,
          );
    items.push(...reading.items.slice(0, MAX_ITEMS - items.length));
    problems.push(...reading.problems);
  }
  if (items.length === 0 && problems.length === 0)
    problems.push(problem('credential/not-a-credential'));
  return { items, problems };
}

/** The credentials of a presentation, or of a wrapper that export tools put around one credential. */
function innerCredentials(node: JsonObject): readonly JsonValue[] | undefined {
  const wrapped = firstObject(node['vp']) ?? firstObject(node['verifiablePresentation']);
  if (wrapped) return innerCredentials(wrapped) ?? [];
  if (
    typesOf(node).includes('VerifiablePresentation') ||
    node['verifiableCredential'] !== undefined
  ) {
    return listOf(node['verifiableCredential']);
  }
  for (const field of ['credential', 'vc']) {
    const one = firstObject(node[field]);
    if (one && isVerifiableCredential(one)) return [one];
  }
  return undefined;
}

const ENVELOPE = /^data:application\/(?:vc|vp)(?:-ld)?\+(?:sd-)?jwt(;base64(?:url)?)?,(.*)$/is;

/** VC Data Model 2.0 §4.13: the token stands in a `data:` URL as the id of the envelope. */
function envelopedText(node: JsonObject): string | undefined {
  if (!typesOf(node).some((type) => /^Enveloped\w+$/.test(type))) return undefined;
  const match = ENVELOPE.exec(typeof node['id'] === 'string' ? node['id'] : '');
  if (!match) return undefined;
  const [, encoding, body = ''] = match;
  // Some issuers write base64 in the type although the token stands there bare.
  if (encoding === undefined || looksLikeJwt(body)) return body;
  const bytes = decodeBase64url(body) ?? decodeBase64(body);
  const text = bytes ? decodeText(bytes) : undefined;
  return text?.ok ? text.value : body;
}

const KINDS: Readonly<Record<string, string>> = {
  badgeclass: 'the description of a badge',
  issuer: 'an issuer’s profile',
  profile: 'an issuer’s profile',
  issuerorg: 'an issuer’s profile',
  cryptographickey: 'an issuer’s key',
  revocationlist: 'a list of withdrawn credentials',
  endorsement: 'an endorsement',
  achievement: 'the description of an achievement',
};

/** What belongs to credentials without being one, by its own type or its telling fields. */
function whatElse(node: JsonObject): Problem {
  const kind =
    typesOf(node)
      .map((type) => KINDS[type.toLowerCase()])
      .find((name) => name !== undefined) ?? kindByFields(node);
  return kind === undefined
    ? problem('credential/not-recognised', {
        cause: `keys ${Object.keys(node).slice(0, 8).join(' ')}`,
      })
    : problem('credential/not-a-credential', { params: { kind } });
}

function kindByFields(node: JsonObject): string | undefined {
  const has = (field: string): boolean => node[field] !== undefined;
  if (has('verificationMethod') || contextsOf(node).some((url) => url.includes('/ns/did/'))) {
    return 'a document with an issuer’s keys';
  }
  if (
    has('kty') ||
    (Array.isArray(node['keys']) && isObject((node['keys'] as readonly JsonValue[])[0]))
  ) {
    return 'an issuer’s key';
  }
  if (has('name') && has('criteria') && has('issuer')) return 'the description of a badge';
  return undefined;
}

function nothing(found: Problem): PayloadReading {
  return { items: [], problems: [found] };
}

function withProblems(reading: PayloadReading, problems: readonly Problem[]): PayloadReading {
  return { items: reading.items, problems: [...problems, ...reading.problems] };
}
