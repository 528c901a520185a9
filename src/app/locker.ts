// The proof locker: what sites answered is kept with its hash and time, so that a check can be worked out
// again without them. Rows are only ever added; bodies are originals of the library.
import type { Host } from '../contract/host.ts';
import type { Operation } from '../domain/change.ts';
import { sha256Of } from '../domain/id.ts';
import type { HandedDocument, Material, MaterialUse, WantedDocument } from '../domain/material.ts';
import type { ProblemCode } from '../domain/problem.ts';
import { type Result, ok } from '../domain/result.ts';
import type { LibrarySession } from './library-session.ts';

/** What a site gave, before it is kept. */
export type SiteAnswer = {
  readonly wanted: WantedDocument;
  readonly readAt: string;
  readonly serverDate?: string;
} & (
  | { readonly status: number; readonly mediaType: string; readonly bytes: Uint8Array }
  | { readonly failure: ProblemCode }
);

export type AnsweredMaterial = Extract<Material, { status: number }>;

export type Locker = {
  /** Every reading of an address, oldest first. */
  readonly readings: (url: string) => Promise<readonly Material[]>;
  /** Keeps an answer; it is on disk when this resolves. */
  readonly keep: (answer: SiteAnswer) => Promise<Result<Material>>;
  readonly body: (material: AnsweredMaterial) => Promise<Result<string>>;
  /** The latest usable copy of a document, not younger than `until`; as it is handed to a check. */
  readonly latest: (wanted: WantedDocument, until?: string) => Promise<HandedDocument | undefined>;
};

/** Uses where an answer other than 200 says something by itself. */
const EVERY_ANSWER_COUNTS: ReadonlySet<MaterialUse> = new Set([
  'hosted-assertion',
  'evidence',
  'endorsement',
  'refreshed-credential',
]);

/** True for an answer that a check can work with; a sign-in page in place of a document is none. */
export function isUsable(use: MaterialUse, status: number, text: string): boolean {
  if (EVERY_ANSWER_COUNTS.has(use)) return true;
  return status === 200 && (use === 'chain' || use === 'trust-list' || !/^\s*</u.test(text));
}

/** The locker of one open library. */
export function createLocker(host: Host, session: LibrarySession): Locker {
  const library = session.library.id;

  async function readings(url: string): Promise<readonly Material[]> {
    const rows = await session.view.rowsOf('materials', `${await addressKey(url)}:`);
    return rows.map(({ id, fields }) => ({ ...fields, id }) as Material);
  }

  async function body(material: AnsweredMaterial): Promise<Result<string>> {
    const { sha256 } = material;
    const answer = await host.invoke('library.getOriginal', { library, sha256 });
    return answer.ok ? ok(new TextDecoder().decode(answer.value.bytes)) : answer;
  }

  return {
    readings,
    body,
    keep: async (answer) => {
      const { wanted, readAt, serverDate } = answer;
      const id = `${await addressKey(wanted.url)}:${readAt}`;
      const base = {
        url: wanted.url,
        use: wanted.use,
        readAt,
        ...(serverDate ? { serverDate } : {}),
      };
      if ('failure' in answer) return commit({ ...base, id, failure: answer.failure });
      const { status, mediaType, bytes } = answer;
      const sha256 = await sha256Of(bytes);
      const stored = await host.invoke('library.putOriginals', {
        library,
        originals: [{ sha256, bytes }],
      });
      if (!stored.ok) return stored;
      return commit({ ...base, id, status, mediaType, sha256, bytes: bytes.byteLength });
    },
    latest: async (wanted, until) => {
      const known = await readings(wanted.url);
      for (const material of [...known].reverse()) {
        if ('failure' in material || (until !== undefined && material.readAt > until)) continue;
        const text = await body(material);
        if (!text.ok || !isUsable(wanted.use, material.status, text.value)) continue;
        const { url, status, mediaType, readAt } = material;
        return { url, status, mediaType, text: text.value, readAt };
      }
      return undefined;
    },
  };

  async function commit(material: Material): Promise<Result<Material>> {
    const { id, ...fields } = material;
    const put: Operation = { op: 'put', table: 'materials', id, fields };
    const committed = await session.commit([put]);
    return committed.ok ? ok(material) : committed;
  }
}

/** Addresses are long and free text, so rows go by a hash of them. */
async function addressKey(url: string): Promise<string> {
  return (await sha256Of(new TextEncoder().encode(url))).slice(0, 32);
}
