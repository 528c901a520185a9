// Asking sites for documents during one run of checks: each address once, only hosts that the person
// allowed, every answer and every failure kept. Where a site gives nothing usable, the copy that was kept
// last stands in, with its date; the failure is told beside it.
import type { Host } from '../contract/host.ts';
import type { HandedDocument, MaterialUse, WantedDocument } from '../domain/material.ts';
import type { ProblemCode } from '../domain/problem.ts';
import type { VerificationReport } from '../domain/report.ts';
import { type KeptCopy, codeOfStatus } from '../verify/index.ts';
import { type AnsweredMaterial, type Locker, type SiteAnswer, isUsable } from './locker.ts';
import type { Clock } from './ports.ts';

export type Unanswered = NonNullable<VerificationReport['unanswered']>[number];

/** A document for a check, and what went wrong on the way to it. */
export type Asked = { readonly document?: HandedDocument; readonly unanswered?: Unanswered };

export type Sites = {
  readonly ask: (wanted: WantedDocument) => Promise<Asked>;
  /** Hosts that were wanted and that nobody allowed. */
  readonly furtherHosts: () => readonly string[];
  /** The site's clock beside this computer's, from the last answer that said its date. */
  readonly clock: () => { readonly server: string; readonly local: string } | undefined;
};

export type AskDeps = { readonly host: Host; readonly locker: Locker; readonly clock: Clock };

/** A run's way to sites. `hosts` are those the person allowed for it; `uses` narrows what is asked for. */
export function createSites(
  deps: AskDeps,
  hosts: ReadonlySet<string>,
  uses?: ReadonlySet<MaterialUse>,
): Sites {
  const { host, locker, clock } = deps;
  const asked = new Map<string, Promise<Asked>>();
  const further = new Set<string>();
  let seenClock: { server: string; local: string } | undefined;

  async function ask(wanted: WantedDocument): Promise<Asked> {
    const name = hostNameOf(wanted.url);
    const isAllowed = name !== undefined && hosts.has(name);
    if (!isAllowed || (uses !== undefined && !uses.has(wanted.use))) {
      if (name !== undefined && !isAllowed) further.add(name);
      const kept = await locker.latest(wanted);
      return kept ? { document: kept } : {};
    }
    const before = await locker.latest(wanted);
    const answer = await fetchDocument(wanted);
    const kept = await locker.keep(answer);
    const at = answer.readAt;
    if ('failure' in answer || !kept.ok || 'failure' in kept.value) {
      const code = 'failure' in answer ? answer.failure : 'library/disk-full';
      return {
        document: before ?? { url: wanted.url, failure: code },
        unanswered: { url: wanted.url, code, at },
      };
    }
    const text = new TextDecoder().decode(answer.bytes);
    const earlier = await locker.earlier(wanted, text);
    const document = handed(kept.value, text, earlier);
    if (isUsable(wanted.use, answer.status, text)) return { document };
    const code = answer.status === 200 ? 'net/wrong-type' : codeOfStatus(answer.status);
    return { document: before ?? document, unanswered: { url: wanted.url, code, at } };
  }

  async function fetchDocument(wanted: WantedDocument): Promise<SiteAnswer> {
    const answer = await host.invoke('net.fetch', {
      url: wanted.url,
      accept: wanted.use === 'evidence' ? 'any' : 'json',
      purpose: `check-${wanted.use}`,
    });
    const readAt = new Date(clock.nowMs()).toISOString();
    if (!answer.ok) return { wanted, readAt, failure: answer.problem.code };
    const { status, mediaType, bytes, headers } = answer.value;
    const serverDate = instantOf(headers['date']);
    if (serverDate !== undefined) seenClock = { server: serverDate, local: readAt };
    return { wanted, readAt, status, mediaType, bytes, ...(serverDate ? { serverDate } : {}) };
  }

  return {
    ask: (wanted) => {
      const known = asked.get(wanted.url);
      if (known) return known;
      const answer = ask(wanted);
      asked.set(wanted.url, answer);
      return answer;
    },
    furtherHosts: () => [...further],
    clock: () => seenClock,
  };
}

/** The host of an https address; other addresses lead nowhere. */
export function hostNameOf(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' && hostname !== '' ? hostname : undefined;
}

function handed(
  { url, status, mediaType, readAt }: AnsweredMaterial,
  text: string,
  earlier: KeptCopy | undefined,
): HandedDocument {
  return { url, status, mediaType, text, readAt, ...(earlier ? { earlier } : {}) };
}

function instantOf(header: string | undefined): string | undefined {
  const ms = header === undefined ? Number.NaN : Date.parse(header);
  return Number.isNaN(ms) ? undefined : new Date(ms).toISOString();
}

/** Failures of a run, by host and reason. */
export function failuresOf(
  unanswered: readonly Unanswered[],
): readonly { readonly host: string; readonly code: ProblemCode; readonly count: number }[] {
  const counts = new Map<string, { host: string; code: ProblemCode; count: number }>();
  for (const { url, code } of unanswered) {
    const host = hostNameOf(url) ?? '';
    const key = `${host} ${code}`;
    counts.set(key, { host, code, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()];
}
