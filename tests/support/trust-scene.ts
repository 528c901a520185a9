// A scene for tests of checks over time: the app over a folder with the real reader, sites of invented
// issuers, a clock that the test sets, and issuers that sign with own keys.
import { checkOf, type CheckName, type VerificationReport } from '../../src/domain/report.ts';
import type { CredentialId } from '../../src/domain/id.ts';
import type { Result } from '../../src/domain/result.ts';
import type { CredentialSummary } from '../../src/domain/summary.ts';
import type { TrustApp } from '../../src/app/trust-app.ts';
import { type AppOverFolder, startAppOverFolder, textFile } from './app-over-folder.ts';
import { type InventedSites, startInventedSites } from './invented-sites.ts';
import { createRealReader } from './real-reader.ts';
import {
  type Json,
  OB3,
  type Signer,
  V2,
  badge,
  newSigner,
  withProof,
} from '../unit/verify/workshop.ts';
import { encodedList, entryOf, unsignedList } from './status-lists.ts';

export { newSigner, type Json, type Signer };

export type TrustScene = AppOverFolder & {
  readonly sites: InventedSites;
  readonly trust: () => TrustApp;
  readonly nowMs: () => number;
  /** Sets the clock of app, host, checks and sites. */
  readonly setClock: (instant: string) => void;
  /** Imports one file and answers with its credentials. */
  readonly add: (name: string, content: Json | string) => Promise<CredentialId>;
  readonly latest: (id: CredentialId) => Promise<VerificationReport>;
  readonly summary: (id: CredentialId) => CredentialSummary;
  /** What went out so far, oldest first: purpose, address and outcome. */
  readonly ledger: () => Promise<readonly string[]>;
  readonly end: () => Promise<void>;
};

/** Starts a scene at an instant. */
export async function startTrustScene(
  instant: string,
  options: { readonly builtAt?: string } = {},
): Promise<TrustScene> {
  let now = Date.parse(instant);
  const nowMs = (): number => now;
  const sites = await startInventedSites(nowMs);
  const over = await startAppOverFolder({
    reader: () => createRealReader(nowMs),
    nowMs,
    door: sites.door,
    ...options,
  });
  return {
    ...over,
    sites,
    nowMs,
    trust: () => over.app().trust,
    setClock: (next) => {
      now = Date.parse(next);
    },
    add: async (name, content) => {
      const text = typeof content === 'string' ? content : JSON.stringify(content);
      const report = must(await over.app().importFiles([textFile(name, text)], 'picker'));
      const [added] = report.files.flatMap(({ credentials }) => credentials);
      if (!added) throw new Error(`${name} was not added`, { cause: report });
      must(await over.app().accept([added.id]));
      return added.id;
    },
    latest: async (id) => {
      const [report] = await over.app().trust.reports(id);
      if (!report) throw new Error('no report');
      return report;
    },
    summary: (id) => {
      const { credentials } = over.app().state.get();
      const found = credentials.find((item) => item.id === id);
      if (!found) throw new Error('not in the list');
      return found;
    },
    ledger: async () => {
      const { requests } = must(await over.host().invoke('net.history', { limit: 500 }));
      return requests
        .toReversed()
        .map(({ purpose, address, outcome }) => `${purpose} ${address} ${outcome}`);
    },
    end: async () => {
      await over.close();
      await sites.close();
    },
  };
}

/** The value, or the problem as a failed test. */
export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.problem.code, { cause: result.problem });
  return result.value;
}

/** `outcome reason` of one check. */
export function said(report: VerificationReport, name: CheckName): string {
  const { outcome, reason } = checkOf(report, name);
  return `${outcome} ${reason}`;
}

export const DID = 'did:web:quarry.example';
export const DID_URL = 'https://quarry.example/.well-known/did.json';
export const LIST_URL = 'https://status.quarry.example/lists/3';

/** The document of the did:web issuer that lists keys by their place. */
export function didDocument(keys: Readonly<Record<string, Signer>>): Json {
  const entries = Object.entries(keys);
  return {
    '@context': ['https://www.w3.org/ns/did/v1'],
    id: DID,
    verificationMethod: entries.map(([name, { did }]) => ({
      id: `${DID}#${name}`,
      type: 'Multikey',
      controller: DID,
      publicKeyMultibase: did.slice('did:key:'.length),
    })),
    assertionMethod: entries.map(([name]) => `${DID}#${name}`),
  };
}

/** A badge of the did:web issuer, with or without an entry in its status list. */
export function issuedBadge(
  signer: Signer,
  { key = 'key-1', place, ...changes }: { key?: string; place?: string } & Json = {},
): Promise<Json> {
  const listed = place === undefined ? {} : { credentialStatus: listEntry(place) };
  return withProof(badge(DID, { '@context': [V2, OB3], ...listed, ...changes }), signer, {
    method: `${DID}#${key}`,
  });
}

function listEntry(place: string): Json {
  return {
    ...entryOf({ statusListCredential: LIST_URL, statusListIndex: place }),
    id: `${LIST_URL}#${place}`,
  };
}

/** The issuer's status list with some places revoked. */
export function statusList(
  signer: Signer,
  revoked: readonly number[] = [],
  { key = 'key-1', ...changes }: { key?: string } & Json = {},
): Promise<Json> {
  const encoded = encodedList(Object.fromEntries(revoked.map((place) => [place, 1])));
  const list = unsignedList(DID, encoded, {
    subject: { id: `${LIST_URL}#list` },
    list: { id: LIST_URL, ...changes },
  });
  return withProof(list, signer, { method: `${DID}#${key}` });
}
