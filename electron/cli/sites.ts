// Asking sites on the command line's word: each address once in a run, through the fetch door and into its
// ledger. Stored copies come first. Keeps nothing but the ledger.
import { join } from 'node:path';
import type { HandedDocument, WantedDocument } from '../../src/domain/material.ts';
import type { VerificationReport } from '../../src/domain/report.ts';
import { codeOfStatus } from '../../src/verify/index.ts';
import { type FetchDoor, createFetchDoor } from '../host/fetch-door.ts';
import type { LoopbackStub } from '../host/fetch-hop.ts';
import type { NetworkConsent } from '../host/network-consent.ts';
import { createNetworkLedger } from '../host/network-ledger.ts';
import type { openStoredDocuments } from './stored-documents.ts';

type Unanswered = NonNullable<VerificationReport['unanswered']>[number];
type StoredDocuments = Awaited<ReturnType<typeof openStoredDocuments>>;

/** A document for a check, and what went wrong on the way to it. Neither: there is nowhere to ask. */
export type Asked = { readonly document?: HandedDocument; readonly unanswered?: Unanswered };

export type Sites = {
  readonly ask: (wanted: WantedDocument) => Promise<Asked>;
  /** Hosts that were asked, with how often, in the order of the first time. */
  readonly asked: () => ReadonlyMap<string, number>;
  /** The site's clock beside this computer's, from the last answer that said its date. */
  readonly clock: () => { readonly server: number; readonly local: number } | undefined;
  readonly close: () => void;
};

export type SitesOptions = {
  readonly door: FetchDoor;
  readonly stored?: StoredDocuments;
  readonly now: () => Date;
};

/** One run's way to sites. */
export function createSites({ door, stored, now }: SitesOptions): Sites {
  const answers = new Map<string, Promise<Asked>>();
  const counts = new Map<string, number>();
  let seenClock: { server: number; local: number } | undefined;

  async function ask(wanted: WantedDocument): Promise<Asked> {
    const { url, use } = wanted;
    const kept = await stored?.(url);
    if (kept) return { document: { url, ...kept } };
    if (!URL.canParse(url) || new URL(url).protocol !== 'https:') return {};
    const { hostname } = new URL(url);
    counts.set(hostname, (counts.get(hostname) ?? 0) + 1);
    const accept = use === 'evidence' ? 'any' : 'json';
    const answer = await door.fetch({ url, accept, purpose: `check-${use}` });
    const readAt = now().toISOString();
    if (!answer.ok) {
      const { code } = answer.problem;
      return { document: { url, failure: code }, unanswered: { url, code, at: readAt } };
    }
    const { status, mediaType, bytes, headers } = answer.value;
    const server = Date.parse(headers['date'] ?? '');
    if (!Number.isNaN(server)) seenClock = { server, local: Date.parse(readAt) };
    const text = new TextDecoder().decode(bytes);
    const document: HandedDocument = { url, status, mediaType, text, readAt };
    const isOutOfOrder = status >= 500 || status === 401 || status === 403 || status === 429;
    if (!isOutOfOrder) return { document };
    return { document, unanswered: { url, code: codeOfStatus(status), at: readAt } };
  }

  return {
    ask: (wanted) => {
      const known = answers.get(wanted.url);
      if (known) return known;
      const answer = ask(wanted);
      answers.set(wanted.url, answer);
      return answer;
    },
    asked: () => counts,
    clock: () => seenClock,
    close: () => door.close(),
  };
}

/** Whoever gives `--online` has said yes for this run; nothing is remembered. */
const EVERY_HOST: NetworkConsent = {
  isAllowed: () => Promise.resolve(true),
  allow: () => Promise.resolve({ ok: true, value: undefined }),
  forbid: () => Promise.resolve({ ok: true, value: undefined }),
  remembered: () => Promise.resolve({ ok: true, value: [] }),
};

/** The fetch door of a run, with the ledger that the window shows too. */
export function openDoor(
  dataFolder: string,
  version: string,
  allowLoopback: ReadonlyMap<string, LoopbackStub> | undefined,
): FetchDoor {
  return createFetchDoor({
    consent: EVERY_HOST,
    ledger: createNetworkLedger({ folder: join(dataFolder, 'network'), now: () => new Date() }),
    userAgent: `Laurel/${version}`,
    ...(allowLoopback ? { allowLoopback } : {}),
  });
}

/** What a run asked for, as a sentence. */
export function askedWords(asked: ReadonlyMap<string, number>): string {
  if (asked.size === 0) return 'No site had to be asked.';
  const hosts = [...asked].map(([host, count]) =>
    count === 1 ? host : `${host} (${count} times)`,
  );
  return `Asked ${asked.size === 1 ? 'one site' : `${asked.size} sites`}: ${hosts.join(', ')}.`;
}
