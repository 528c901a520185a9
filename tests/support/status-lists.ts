// Invented credentials with status entries, and the lists they name: honest, foreign, old, short or damaged on
// purpose. Lists are signed with fresh keys at test time.
import { sign } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { FailedDocument, StoredDocument } from '../../src/domain/material.ts';
import type { CheckName, Fact, VerificationReport } from '../../src/domain/report.ts';
import type { IssuerTrust } from '../../src/domain/trust.ts';
import { verifyCredential } from '../../src/verify/index.ts';
import {
  badge,
  contexts,
  type Json,
  newSigner,
  OB3,
  readingOf,
  type Signer,
  token,
  V1,
  V2,
  withProof,
} from '../unit/verify/workshop.ts';

export const NOW = '2026-06-01T12:00:00Z';
export const LIST = 'https://lists.quarry.example/status/3';
export const NAMED = 'https://quarry.example/revocations';
const EXTENSIONS = 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json';
const STATUS_2021 = 'https://w3id.org/vc/status-list/2021/v1';

/** A 200 answer with an object or text, an answer with another status, a failure, or a whole document. */
export type Answer = Json | string | number | FailedDocument | StoredDocument;
export type Answers = Readonly<Record<string, Answer>>;

export type StatusOptions = {
  readonly now?: string;
  readonly trust?: IssuerTrust;
  readonly isClockDoubtful?: boolean;
  readonly note?: (fact: Fact) => void;
  readonly format?: string;
};

/** An entry of a Bitstring Status List; the place is 5 unless changed. */
export function entryOf(changes: Json = {}): Json {
  return {
    type: 'BitstringStatusListEntry',
    statusPurpose: 'revocation',
    statusListIndex: '5',
    statusListCredential: LIST,
    ...changes,
  };
}

/** An encoded list: places of `size` bits, some set to a value. */
export function encodedList(
  values: Readonly<Record<number, number>> = {},
  { bytes = 16_384, size = 1, prefix = 'u' } = {},
): string {
  const bits = Buffer.alloc(bytes);
  for (const [place, value] of Object.entries(values)) {
    for (let bit = 0; bit < size; bit += 1) {
      const at = Number(place) * size + bit;
      if ((value >> (size - 1 - bit)) & 1)
        bits[at >> 3] = (bits[at >> 3] ?? 0) | (0x80 >> (at & 7));
    }
  }
  return `${prefix}${gzipSync(bits).toString('base64url')}`;
}

export type ListChanges = { readonly subject?: Json; readonly list?: Json };

/** A list credential without a proof. */
export function unsignedList(
  issuer: string,
  encoded: string,
  { subject, list }: ListChanges = {},
): Json {
  return {
    '@context': [V2],
    id: LIST,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer,
    validFrom: '2025-01-01T00:00:00Z',
    credentialSubject: {
      id: `${LIST}#list`,
      type: 'BitstringStatusList',
      statusPurpose: 'revocation',
      encodedList: encoded,
      ...subject,
    },
    ...list,
  };
}

/** A list with the proof of its issuer. */
export function listOfBits(by: Signer, encoded: string, changes: ListChanges = {}): Promise<Json> {
  return withProof(unsignedList(by.did, encoded, changes), by);
}

/** The older kind: its own types, VC Data Model 1.1, base64url without a prefix. */
export function listOf2021(by: Signer, encoded: string, changes: ListChanges = {}): Promise<Json> {
  const { validFrom: _, ...list } = unsignedList(by.did, encoded, {
    subject: { type: 'StatusList2021', ...changes.subject },
    list: {
      '@context': [V1, STATUS_2021],
      type: ['VerifiableCredential', 'StatusList2021Credential'],
      issuanceDate: '2025-01-01T00:00:00Z',
      ...changes.list,
    },
  });
  return withProof(
    { ...list, '@context': [V1, STATUS_2021, 'https://w3id.org/security/data-integrity/v2'] },
    by,
  );
}

/** A signed badge with status entries. */
export function badgeWith(
  by: Signer,
  credentialStatus: unknown,
  changes: Json = {},
): Promise<Json> {
  return withProof(
    badge(by.did, { '@context': [V2, OB3, EXTENSIONS], credentialStatus, ...changes }),
    by,
  );
}

/** A signed badge of VC Data Model 1.1, whose entries may be of 2021. */
export function badgeOf2021(by: Signer, credentialStatus: unknown): Promise<Json> {
  const context = [V1, OB3, STATUS_2021, 'https://w3id.org/security/data-integrity/v2'];
  const { validFrom, ...rest } = badge(by.did, { '@context': context, credentialStatus });
  return withProof({ ...rest, issuanceDate: validFrom }, by);
}

/** The same content as a signed token, which no vocabulary limits. */
export function asToken(by: Signer, content: Json): string {
  const { proof: _, ...payload } = content;
  const subject = payload['credentialSubject'] as Json;
  const claims = {
    iss: by.did,
    jti: payload['id'],
    ...(subject['id'] === undefined ? {} : { sub: subject['id'] }),
  };
  const header = { alg: 'EdDSA', typ: 'JWT', kid: by.method };
  return token(header, { ...payload, ...claims }, (data) => sign(null, data, by.privateKey));
}

/** A badge as a token, with status entries of any kind. */
export function tokenBadgeWith(by: Signer, credentialStatus: unknown): string {
  return asToken(by, badge(by.did, { credentialStatus }));
}

export function trustIn(...issuerIds: readonly string[]): IssuerTrust {
  const pin = {
    id: 'pin-1',
    issuerIds,
    name: 'Keeper of lists',
    keys: [],
    pinnedAt: '2026-01-01T00:00:00Z',
  };
  return { registries: [], pins: [pin], known: [], trustLists: [] };
}

/** Verifies with these answers in place of the network; what has no answer was not asked for. */
export function verifyWith(
  payload: Json | string,
  answers: Answers | undefined,
  options: StatusOptions = {},
): Promise<VerificationReport> {
  const { now = NOW, trust, isClockDoubtful, note, format } = options;
  return verifyCredential({
    reading: readingOf(payload, format === undefined ? {} : { format: format }),
    integrity: { outcome: 'matches' },
    now: new Date(now),
    contexts,
    ...(answers ? { documents: (url) => Promise.resolve(answerOf(answers[url])) } : {}),
    ...(trust ? { trust } : {}),
    ...(isClockDoubtful === undefined ? {} : { isClockDoubtful }),
    ...(note ? { note } : {}),
  });
}

/** `outcome reason` of one check. */
export function saidOf(report: VerificationReport, name: CheckName): string {
  const found = report.checks.find(({ check }) => check === name);
  return `${found?.outcome} ${found?.reason}`;
}

/** A document as a site gave it at a time. */
export function readAt(at: string, body: Json | string): StoredDocument {
  return { ...stored(body), readAt: at };
}

function answerOf(answer: Answer | undefined): StoredDocument | FailedDocument | undefined {
  if (answer === undefined) return undefined;
  if (typeof answer === 'number') return { status: answer, mediaType: 'text/plain', text: '' };
  if (typeof answer === 'object' && 'failure' in answer) return answer as FailedDocument;
  if (typeof answer === 'object' && 'mediaType' in answer && 'text' in answer) {
    return answer as StoredDocument;
  }
  return stored(answer);
}

function stored(body: Json | string): StoredDocument {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return { status: 200, mediaType: 'application/json', text };
}

export { newSigner, type Json, type Signer };
