// Documents that stand in for the network during one check. Reads what was handed in, notes each document
// looked at and each that nobody asked for yet; never fetches. An answer other than 200 is an answer too
// (410 means gone), and no answer is never an answer.
import type {
  DocumentSource,
  MaterialUse,
  ReportMaterial,
  StoredDocument,
  WantedDocument,
} from '../domain/material.ts';
import type { ProblemCode } from '../domain/problem.ts';
import { type JsonObject, isObject, parseJson } from '../formats/json.ts';
import { type Finding, notChecked } from './check-result.ts';
import { sha256Hex } from './contexts.ts';
import { hostOf } from './did.ts';

export type { StoredDocument } from '../domain/material.ts';

/** What became of asking for a document. */
export type DocumentAnswer =
  | { readonly kind: 'answered'; readonly document: StoredDocument }
  | { readonly kind: 'failed'; readonly code: ProblemCode }
  | { readonly kind: 'not-asked' };

/** The JSON object of a 200 answer; `code` says why there is none although it was asked for. */
export type ObjectAnswer =
  | { readonly kind: 'object'; readonly object: JsonObject; readonly document: StoredDocument }
  | { readonly kind: 'failed'; readonly code: ProblemCode; readonly document?: StoredDocument }
  | { readonly kind: 'not-asked' };

export type DocumentReader = {
  readonly ask: (url: string, use: MaterialUse) => Promise<DocumentAnswer>;
  readonly askObject: (url: string, use: MaterialUse) => Promise<ObjectAnswer>;
  /** Short for callers that need no reason: the answer, or nothing. */
  readonly read: (url: string, use: MaterialUse) => Promise<StoredDocument | undefined>;
  readonly readObject: (url: string, use: MaterialUse) => Promise<JsonObject | undefined>;
  readonly materials: () => readonly ReportMaterial[];
  /** Documents that were wanted and nobody asked for. */
  readonly wanted: () => readonly WantedDocument[];
};

/** At most this many documents per credential: a credential decides which URLs are asked for. */
const MAX_DOCUMENTS = 20;

/** Wraps the documents of one check; without a source nothing was asked. */
export function createDocumentReader(source: DocumentSource | undefined): DocumentReader {
  const seen = new Map<string, Promise<DocumentAnswer>>();
  const materials = new Map<string, ReportMaterial>();
  const wanted = new Map<string, WantedDocument>();

  async function look(url: string, use: MaterialUse): Promise<DocumentAnswer> {
    const answer = await source?.(url, use);
    if (!answer) {
      wanted.set(url, { url, use });
      return { kind: 'not-asked' };
    }
    if ('failure' in answer) return { kind: 'failed', code: answer.failure };
    const { status, readAt, text } = answer;
    materials.set(url, {
      url,
      sha256: await sha256Hex(text),
      use,
      status,
      ...(readAt === undefined ? {} : { readAt }),
    });
    return { kind: 'answered', document: answer };
  }

  const ask = (url: string, use: MaterialUse): Promise<DocumentAnswer> => {
    const known = seen.get(url);
    if (known) return known;
    if (seen.size >= MAX_DOCUMENTS) {
      return Promise.resolve({ kind: 'failed', code: 'net/too-many-for-one-check' });
    }
    const answer = look(url, use);
    seen.set(url, answer);
    return answer;
  };
  const askObject = async (url: string, use: MaterialUse): Promise<ObjectAnswer> => {
    const answer = await ask(url, use);
    return answer.kind === 'answered' ? objectOf(answer.document) : answer;
  };
  return {
    ask,
    askObject,
    read: async (url, use) => {
      const answer = await ask(url, use);
      return answer.kind === 'answered' ? answer.document : undefined;
    },
    readObject: async (url, use) => {
      const answer = await askObject(url, use);
      return answer.kind === 'object' ? answer.object : undefined;
    },
    materials: () => [...materials.values()],
    wanted: () => [...wanted.values()],
  };
}

function objectOf(document: StoredDocument): ObjectAnswer {
  if (document.status !== 200) {
    return { kind: 'failed', code: codeOfStatus(document.status), document };
  }
  const parsed = parseJson(document.text);
  if (parsed.ok && isObject(parsed.value.value)) {
    return { kind: 'object', object: parsed.value.value, document };
  }
  const code = /^\s*</u.test(document.text) ? 'net/wrong-type' : 'net/changed-shape';
  return { kind: 'failed', code, document };
}

/** What an HTTP status other than 200 means to a person. */
export function codeOfStatus(status: number): ProblemCode {
  if (status === 404) return 'net/not-found';
  if (status === 410) return 'net/gone';
  if (status === 429) return 'net/too-many-requests';
  if (status === 401 || status === 403) return 'net/refused';
  return status >= 500 ? 'net/server-error' : 'net/changed-shape';
}

/**
 * Why a remote document could not be used, for any check: `needed` where nobody asked for it, else what
 * happened when it was asked for. Never passed, never failed.
 */
export function unread(
  url: string,
  answer: { readonly kind: 'failed'; readonly code: ProblemCode } | { readonly kind: 'not-asked' },
  needed: Finding,
): Finding {
  if (answer.kind === 'not-asked') return needed;
  const host = hostOf(url) ?? '';
  return notChecked('remote/no-answer', { host, problem: answer.code });
}
