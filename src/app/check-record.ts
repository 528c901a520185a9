// One check with whatever documents can be had: the check says what it wants, the documents are brought,
// and it runs again until nothing new can be had.
import type { Host } from '../contract/host.ts';
import type { CredentialRecord } from '../domain/credential.ts';
import type { HandedDocument, WantedDocument } from '../domain/material.ts';
import { type Result, ok } from '../domain/result.ts';
import type { IssuerTrust } from '../domain/trust.ts';
import type { Asked, Unanswered } from './ask-sites.ts';
import type { LibrarySession } from './library-session.ts';
import { readOriginal } from './pictures.ts';
import type { Checked, CredentialReader } from './ports.ts';

/** Assertion, badge, issuer, key, list: more steps than any honest credential needs. */
const MAX_ROUNDS = 8;

export type CheckDeps = {
  readonly host: Host;
  readonly session: LibrarySession;
  readonly reader: CredentialReader;
};

export type CheckRequest = {
  readonly trust: IssuerTrust;
  readonly ask: (wanted: WantedDocument) => Promise<Asked>;
  /** True when `ask` goes to sites; the report says so. */
  readonly isOnline: boolean;
  readonly asOf?: string;
  readonly isClockDoubtful?: boolean;
  readonly withEvidence?: boolean;
  readonly withFacts?: boolean;
};

/** Checks the stored original of a record. Fails only where the reader was stopped. */
export async function checkRecord(
  deps: CheckDeps,
  record: CredentialRecord,
  request: CheckRequest,
): Promise<Result<Checked>> {
  const { ask, isOnline, ...options } = request;
  const original = await readOriginal(deps.host, deps.session, record);
  const documents = new Map<string, HandedDocument>();
  const tried = new Set<string>();
  const unanswered: Unanswered[] = [];
  for (let round = 1; ; round += 1) {
    const checked = await deps.reader.verify({
      bytes: original.ok ? original.value : undefined,
      fileName: record.original.fileName,
      index: record.originalIndex,
      expected: record.original.sha256,
      fallback: record,
      ...(record.original.tableMapping ? { mapping: record.original.tableMapping } : {}),
      ...options,
      documents: [...documents.values()],
    });
    if (!checked.ok) return checked;
    const fresh = checked.value.wanted.filter(({ url }) => !tried.has(url));
    const before = documents.size;
    for (const wanted of round < MAX_ROUNDS ? fresh : []) {
      tried.add(wanted.url);
      const asked = await ask(wanted);
      if (asked.document) documents.set(wanted.url, asked.document);
      if (asked.unanswered) unanswered.push(asked.unanswered);
    }
    if (documents.size === before) return ok(told(checked.value, isOnline, unanswered));
  }
}

function told(checked: Checked, isOnline: boolean, unanswered: readonly Unanswered[]): Checked {
  const report = {
    ...checked.report,
    ...(isOnline ? { askedNetwork: true } : {}),
    ...(unanswered.length > 0 ? { unanswered } : {}),
  };
  return { ...checked, report };
}
