// Compact and JSON-serialised JWS (RFC 7515) taken apart, without checking any signature: nothing here is trusted.
import { LIMITS } from '../domain/limits.ts';
import { problem, type Problem } from '../domain/problem.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { decodeBase64url } from './base64.ts';
import {
  firstObject,
  isObject,
  parseJson,
  stringOf,
  type JsonObject,
  type JsonValue,
} from './json.ts';
import { disclosuresOf } from './sd-jwt.ts';
import { decodeText } from './text.ts';

/** The parts of a token. `payloadText` is the decoded payload exactly as signed. */
export type DecodedJwt = {
  readonly header: JsonObject;
  readonly payload: JsonObject;
  readonly payloadText: string;
  /** True for the form with disclosures (SD-JWT, RFC 9901); `payload` is the issuer-signed part alone. */
  readonly isSelective: boolean;
  /** The disclosures as they stand in the token, for discloseClaims. */
  readonly disclosures: readonly string[];
  readonly problems: readonly Problem[];
};

const PART = /^[A-Za-z0-9_-]*$/;

/** True when text has the form of a compact JWS, JWE or SD-JWT, whatever is inside. */
export function looksLikeJwt(text: string): boolean {
  const parts = (text.split('~', 1)[0] ?? '').split('.');
  if (parts.length !== 3 && parts.length !== 5) return false;
  return (parts[0] ?? '').startsWith('ey') && parts.every((part) => PART.test(part));
}

/** Decodes an untrusted compact token. Five parts mean encryption (RFC 7516): `jwt/encrypted`. */
export function decodeJwt(input: string): Result<DecodedJwt> {
  const text = input.trim();
  if (text.length > LIMITS.payloadBytes) {
    return err(problem('input/too-large', { params: { limit: '20 MB' } }));
  }
  const [token = ''] = text.split('~', 1);
  const parts = token.split('.');
  if (parts.length === 5) return err(problem('jwt/encrypted'));
  const [header, payload, signature] = parts;
  if (
    parts.length !== 3 ||
    header === undefined ||
    payload === undefined ||
    signature === undefined
  ) {
    return err(problem('jwt/invalid', { cause: `${parts.length} parts` }));
  }
  if (!PART.test(signature)) return err(problem('jwt/invalid', { cause: 'signature' }));
  const head = decodePart(header, 'header');
  if (!head.ok) return head;
  const body = decodePart(payload, 'payload');
  if (!body.ok) return body;
  return ok({
    header: head.value.value,
    payload: body.value.value,
    payloadText: body.value.text,
    isSelective: text.length > token.length,
    disclosures: disclosuresOf(text),
    problems: [...head.value.problems, ...body.value.problems],
  });
}

/**
 * The payload of a JWS in JSON serialisation (RFC 7515 §7.2), also unencoded (RFC 7797, as JAdES
 * signs it); `undefined` when the object is no such thing.
 */
export function payloadOfJsonJws(node: JsonObject): Result<string> | undefined {
  const payload = stringOf(node['payload']);
  const signature = firstObject(node['signatures']) ?? node;
  if (payload === undefined || stringOf(signature['signature']) === undefined) return undefined;
  const head = decodePart(stringOf(signature['protected']) ?? '', 'header');
  if (head.ok && head.value.value['b64'] === false) return ok(payload);
  const bytes = decodeBase64url(payload);
  // Some sealing tools leave the payload unencoded without b64 in the header that is kept.
  return bytes ? decodeText(bytes) : ok(payload);
}

type DecodedPart = {
  readonly value: JsonObject;
  readonly text: string;
  readonly problems: readonly Problem[];
};

function decodePart(part: string, name: string): Result<DecodedPart> {
  const bytes = decodeBase64url(part);
  if (!bytes) return err(problem('jwt/invalid', { at: name, cause: 'not base64url' }));
  const text = decodeText(bytes);
  if (!text.ok) return err(problem('jwt/invalid', { at: name, cause: 'not UTF-8' }));
  const parsed = parseJson(text.value);
  if (!parsed.ok) {
    return parsed.problem.code === 'json/invalid'
      ? err(problem('jwt/invalid', { at: name, cause: parsed.problem.cause }))
      : parsed;
  }
  const value: JsonValue = parsed.value.value;
  if (!isObject(value)) return err(problem('jwt/invalid', { at: name, cause: 'not an object' }));
  return ok({ value, text: text.value, problems: parsed.value.problems });
}
