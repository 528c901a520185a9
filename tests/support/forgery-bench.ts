// The bench of the forgery matrix: what a forger hands in, and whether the public path (file bytes, readers, checks)
// takes it for the issuer's word. Builds nothing itself.
import type { CredentialReading } from '../../src/domain/credential.ts';
import type { FailedDocument, StoredDocument } from '../../src/domain/material.ts';
import { checkOf, type CheckName } from '../../src/domain/report.ts';
import type { IssuerTrust } from '../../src/domain/trust.ts';
import { readFile } from '../../src/formats/index.ts';
import { runVerification, type Verification } from '../../src/verify/index.ts';
import { contexts, type Json } from '../unit/verify/workshop.ts';
import { documentReaders } from './document-readers.ts';

/** One file as it is handed in, with what sites answer; a number is a status, what is absent was not asked. */
export type Presented = {
  readonly content: Json | string | Uint8Array;
  readonly fileName?: string;
  readonly documents?: Readonly<Record<string, unknown>>;
  readonly trust?: IssuerTrust;
  readonly now?: string;
};

export type Forgery = {
  readonly name: string;
  readonly forge: (genuine: Presented) => Presented | Promise<Presented>;
};

/** One kind of credential: the genuine twin and everything a forger makes of it. */
export type Family = {
  readonly kind: string;
  readonly genuine: Presented;
  readonly forgeries: readonly Forgery[];
  /** What a forger wants; where absent, a credential that stands proven or confirmed without a flag. */
  readonly accepts?: (judged: Judged) => boolean;
};

export type Judged = Verification & { readonly reading: CredentialReading };

/** Reads the file and checks every credential in it. */
export async function judge(presented: Presented): Promise<readonly Judged[]> {
  const { content, documents = {}, trust, now = '2026-06-01T12:00:00Z' } = presented;
  const { items } = await readFile(
    { bytes: bytesOf(content), fileName: presented.fileName ?? nameFor(content) },
    documentReaders(),
  );
  return Promise.all(
    items.map(async (reading) => ({
      reading,
      ...(await runVerification({
        reading,
        integrity: { outcome: 'matches' },
        now: new Date(now),
        contexts,
        documents: (url) => Promise.resolve(answerOf(documents[url])),
        ...(trust ? { trust } : {}),
      })),
    })),
  );
}

/** True when some credential of the file is taken for genuine. */
export async function isAccepted(family: Family, presented: Presented): Promise<boolean> {
  const judged = await judge(presented);
  return judged.some(family.accepts ?? standsUnflagged);
}

/** The usual aim of a forger. */
export function standsUnflagged({ report }: Judged): boolean {
  return (
    (report.standing === 'proven' || report.standing === 'confirmed') && report.flags.length === 0
  );
}

/** For parts of a credential: the outer one stands and the check of its parts passed. */
export function passes(name: CheckName): (judged: Judged) => boolean {
  return (judged) => standsUnflagged(judged) && checkOf(judged.report, name).outcome === 'passed';
}

/** What a failing row shows: every check of every credential. */
export async function explained(presented: Presented): Promise<string> {
  const judged = await judge(presented);
  return judged
    .map(({ report }) => {
      const lines = report.checks.map(
        ({ check, outcome, reason }) => `${check} ${outcome} ${reason}`,
      );
      return [report.standing, report.flags.join(' '), ...lines].join('\n');
    })
    .join('\n---\n');
}

/** The text that is handed in, and all around it, to tell a forgery from its twin. */
export function traceOf({ content, documents, trust, now }: Presented): string {
  const text = Buffer.from(bytesOf(content)).toString('base64');
  return JSON.stringify([text, documents, trust, now]);
}

export type Path = readonly (string | number)[];

/** The value with the part at a path replaced; `undefined` removes it. Fails where the path leads nowhere. */
export function changed(value: unknown, path: Path, to: unknown): unknown {
  const [first, ...rest] = path;
  if (first === undefined) return to;
  if (Array.isArray(value)) {
    return (value as unknown[]).map((item, at) => (at === first ? changed(item, rest, to) : item));
  }
  if (typeof value !== 'object' || value === null) throw new Error(`no field ${String(first)}`);
  const entries = Object.entries({ ...value, [first]: changed((value as Json)[first], rest, to) });
  return Object.fromEntries(entries.filter(([, inner]) => inner !== undefined));
}

/** The object that is handed in. */
export function objectOf({ content }: Presented): Json {
  if (typeof content === 'string' || content instanceof Uint8Array) throw new Error('no object');
  return content;
}

/** A row that edits one field of the object that is handed in. */
export function editing(name: string, path: Path, to: unknown): Forgery {
  return {
    name,
    forge: (genuine) => ({ ...genuine, content: changed(objectOf(genuine), path, to) as Json }),
  };
}

/** A row that hands in something else with the same answers of sites. */
export function handing(
  name: string,
  make: (content: Json) => Json | string | Promise<Json | string>,
): Forgery {
  return {
    name,
    forge: async (genuine) => ({ ...genuine, content: await make(objectOf(genuine)) }),
  };
}

/** A row where sites answer something else. */
export function answering(name: string, documents: () => Json | Promise<Json>): Forgery {
  return {
    name,
    forge: async (genuine) => ({
      ...genuine,
      documents: { ...genuine.documents, ...(await documents()) },
    }),
  };
}

function bytesOf(content: Presented['content']): Uint8Array {
  if (content instanceof Uint8Array) return content;
  return new TextEncoder().encode(typeof content === 'string' ? content : JSON.stringify(content));
}

function nameFor(content: Presented['content']): string {
  if (content instanceof Uint8Array) return 'badge.bin';
  return typeof content === 'string' && content.startsWith('ey') ? 'badge.jwt' : 'badge.json';
}

function answerOf(answer: unknown): StoredDocument | FailedDocument | undefined {
  if (answer === undefined) return undefined;
  if (typeof answer === 'number') return { status: answer, mediaType: 'text/plain', text: '' };
  const text = typeof answer === 'string' ? answer : JSON.stringify(answer);
  return { status: 200, mediaType: 'application/json', text };
}
