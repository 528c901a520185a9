// A credential that stands inside or beside another one: verified by itself, and what that came to in one
// line. Trust never passes from the outer to the inner (verification D11) or back.
import type { CredentialReading } from '../domain/credential.ts';
import type { CheckName, CheckOutcome, ReasonParams } from '../domain/report.ts';
import { encodeBase64url } from '../formats/base64.ts';
import { coseOfText, decodeCose } from '../formats/cose.ts';
import { envelopedText } from '../formats/credential-kind.ts';
import {
  type JsonObject,
  type JsonValue,
  firstObject,
  idOf,
  isObject,
  objectsOf,
  typesOf,
} from '../formats/json.ts';
import { looksLikeJwt } from '../formats/jwt.ts';
import { textOf } from '../formats/language-text.ts';
import { type Finding, notChecked } from './check-result.ts';
import { checkFormat } from './format-check.ts';
import { type Clock, checkTime, datesInside } from './judge-time.ts';
import { type SecurityInput, checkSecurity } from './security.ts';
import { type Subject, parsePayload } from './subject.ts';

export type InnerFindings = Readonly<
  Record<
    Extract<
      CheckName,
      | 'format'
      | 'vocabulary'
      | 'proof'
      | 'key-binding'
      | 'revocation'
      | 'suspension'
      | 'hosted-copy'
      | 'not-before'
      | 'expiry'
    >,
    Finding
  >
>;

/** Verifies what was parsed with every check that can speak about it alone. */
export type InnerVerifier = (subject: Subject) => Promise<InnerFindings>;

/** How long everything inside one credential may take together; each part has limits of its own. */
const INNER_MS = 3_000;

const LEFT_OUT = notChecked('nested/not-in-time');
const NOT_IN_TIME: InnerFindings = {
  format: LEFT_OUT,
  vocabulary: LEFT_OUT,
  proof: LEFT_OUT,
  'key-binding': LEFT_OUT,
  revocation: LEFT_OUT,
  suspension: LEFT_OUT,
  'hosted-copy': LEFT_OUT,
  'not-before': LEFT_OUT,
  expiry: LEFT_OUT,
};

/** The verifier for everything inside one credential: documents, contexts, trust and clock are the outer's. */
export function createInnerVerifier(input: SecurityInput, clock: Clock): InnerVerifier {
  const quiet: SecurityInput = { ...input, note: () => undefined };
  let spentMs = 0;
  return async (subject) => {
    // Hostile records hold hundreds of parts, each just below the limits.
    if (spentMs > INNER_MS) return NOT_IN_TIME;
    const startedAt = performance.now();
    const secured = await checkSecurity(subject, quiet);
    const findings = {
      format: checkFormat(subject),
      vocabulary: secured.vocabulary,
      proof: secured.proof,
      'key-binding': secured.binding,
      revocation: secured.revocation,
      suspension: secured.suspension,
      'hosted-copy': secured.hostedCopy,
      ...checkTime(subject, datesInside(subject), clock),
    };
    spentMs += performance.now() - startedAt;
    return findings;
  };
}

/** `holds`: signed and bound, or confirmed by the issuer's copy, and nothing speaks against it. */
export type InnerVerdict =
  | { readonly kind: 'holds' }
  | { readonly kind: 'unsigned' }
  | { readonly kind: 'problem'; readonly outcome: CheckOutcome; readonly finding: Finding };

const FIRST_TO_LAST = [
  'format',
  'vocabulary',
  'proof',
  'key-binding',
  'revocation',
  'hosted-copy',
  'suspension',
  'expiry',
  'not-before',
] as const;

const BY_TIME = ['expiry', 'not-before'] as const;

/** One answer from the checks of an inner credential; the most telling reason stands for the rest. */
export function judgeInner(findings: InnerFindings): InnerVerdict {
  const isUnsigned = findings.proof.outcome === 'not-applicable';
  const wrong = FIRST_TO_LAST.map((check) => findings[check]).find(
    ({ outcome, reason }) =>
      outcome === 'failed' && !(isUnsigned && reason === 'vocabulary/undefined-term'),
  );
  if (wrong) return { kind: 'problem', outcome: 'failed', finding: wrong };
  const isConfirmed = findings['hosted-copy'].outcome === 'passed';
  const isOpen = findings['hosted-copy'].outcome === 'not-checked';
  if (isUnsigned && !isConfirmed && !isOpen) return { kind: 'unsigned' };
  const needed = isUnsigned
    ? (['hosted-copy', 'revocation', ...BY_TIME] as const)
    : ([
        'proof',
        'vocabulary',
        'key-binding',
        'revocation',
        'suspension',
        'format',
        ...BY_TIME,
      ] as const);
  const open = needed
    .map((check) => findings[check])
    .find(({ outcome }) => outcome === 'not-checked');
  if (open) return { kind: 'problem', outcome: 'not-checked', finding: open };
  const isBound =
    isConfirmed ||
    (findings.proof.outcome === 'passed' && findings['key-binding'].outcome === 'passed');
  return isBound
    ? { kind: 'holds' }
    : { kind: 'problem', outcome: 'not-checked', finding: findings['key-binding'] };
}

/** Params for a sentence about an inner credential that a finding decided. */
export function becauseOf(finding: Finding): ReasonParams {
  return { ...finding.params, because: finding.reason };
}

/**
 * Parses an inner credential: an object, a token, an envelope with a `data:` URL (VC Data Model 2.0 §4.13) or
 * a binary message. `text` is how it stands in the outer one. An object without a vocabulary of its own
 * speaks in the outer one's, as linked data has it.
 */
export function parseInner(
  value: JsonValue,
  text: string | undefined,
  outerContext: JsonValue | undefined,
): Subject {
  if (typeof value === 'string') return parsePayload(payloadOfText(value));
  if (!isObject(value)) return { kind: 'unreadable' };
  const enveloped = envelopedText(value);
  if (enveloped !== undefined) return parsePayload(payloadOfText(enveloped));
  if (typesOf(value).some((type) => /^Enveloped\w+$/.test(type))) return { kind: 'unreadable' };
  const isPlain = value['@context'] === undefined && outerContext !== undefined;
  const own = isPlain ? { '@context': outerContext, ...value } : value;
  return parsePayload({
    kind: 'json',
    text: isPlain || text === undefined ? JSON.stringify(own) : text,
  });
}

function payloadOfText(text: string): CredentialReading['payload'] {
  const message = looksLikeJwt(text.trim()) ? undefined : coseOfText(text);
  if (!message) return { kind: text.trim().startsWith('{') ? 'json' : 'jwt', text };
  const content = decodeCose(message);
  return {
    kind: 'cose',
    text: encodeBase64url(message),
    content: content.ok ? content.value : '',
  };
}

/** The parsed object, whatever kind it is; empty for what could not be parsed. */
export function recordOf(subject: Subject): JsonObject {
  switch (subject.kind) {
    case 'vc':
      return subject.credential;
    case 'assertion':
      return subject.assertion;
    case 'other':
      return subject.record;
    default:
      return {};
  }
}

const NAME_LENGTH = 120;

/** What it is called: the achievement's name, its own, or its type. Untrusted, cut for one line. */
export function titleOf(subject: Subject): string | undefined {
  const record = recordOf(subject);
  const badge = firstObject(record['badge']);
  // Assertions of CLR 1.0 hold the achievement themselves.
  const achievement = [record, ...objectsOf(record['credentialSubject'])].flatMap((one) =>
    objectsOf(one['achievement']),
  )[0];
  const own = typesOf(record).filter((type) => type !== 'VerifiableCredential')[0];
  const title =
    textOf(achievement?.['name']) ?? textOf(record['name']) ?? textOf(badge?.['name']) ?? own;
  return title?.slice(0, NAME_LENGTH);
}

/** Who issued it: the name it gives, else the id. Untrusted. */
export function issuerOf(record: JsonObject): string | undefined {
  const issuer = record['issuer'];
  const name = textOf(firstObject(issuer)?.['name']) ?? idOf(issuer);
  return name?.slice(0, NAME_LENGTH);
}
