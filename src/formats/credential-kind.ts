// Which shapes of JSON are credentials, told apart before anything is read. Knows no carrier and no wrapper.
import { isBadgrEntry } from './badgr.ts';
import { decodeBase64, decodeBase64url } from './base64.ts';
import { isBlockcerts1 } from './blockcerts.ts';
import { isClr1, isClr1Assertion } from './clr-1.ts';
import { typesOf, type JsonObject } from './json.ts';
import { looksLikeJwt } from './jwt.ts';
import { isAssertion } from './open-badges-2.ts';
import { decodeText } from './text.ts';
import { isVerifiableCredential } from './verifiable-credential.ts';

/** True for a node that is one credential (or a record of several) in a format that is read here. */
export function isCredentialNode(node: JsonObject): boolean {
  return (
    isVerifiableCredential(node) ||
    isClr1(node) ||
    isClr1Assertion(node) ||
    isAssertion(node) ||
    isBlockcerts1(node) ||
    isBadgrEntry(node)
  );
}

/** True for a Verifiable Presentation, with or without its type. */
export function isPresentation(node: JsonObject): boolean {
  return (
    typesOf(node).includes('VerifiablePresentation') || node['verifiableCredential'] !== undefined
  );
}

/** True for what somebody says about a badge or an issuer: it supports credentials and is none of a person's. */
export function isEndorsement(node: JsonObject): boolean {
  return typesOf(node).some((type) => type === 'EndorsementCredential' || type === 'Endorsement');
}

const ENVELOPE =
  /^data:application\/(?:vc|vp|dc)(?:-ld)?\+(?:(?:sd-)?jwt|cose)(;base64(?:url)?)?,(.*)$/is;

/** VC Data Model 2.0 §4.13: the token stands in a `data:` URL as the id of the envelope. */
export function envelopedText(node: JsonObject): string | undefined {
  if (!typesOf(node).some((type) => /^Enveloped\w+$/.test(type))) return undefined;
  const match = ENVELOPE.exec(typeof node['id'] === 'string' ? node['id'] : '');
  if (!match) return undefined;
  const [, encoding, body = ''] = match;
  // A binary message stays in its encoding, padding unescaped: it is no text.
  if (/^data:[^;,]*\+cose/i.test(match[0])) return body.replace(/%3d/gi, '=');
  // Some issuers write base64 in the type although the token stands there bare.
  if (encoding === undefined || looksLikeJwt(body)) return body;
  const bytes = decodeBase64url(body) ?? decodeBase64(body);
  const text = bytes ? decodeText(bytes) : undefined;
  return text?.ok ? text.value : body;
}
