// The proof locker: what sites answered is kept with its hash and time, so that a check can be worked out
// again without them. Rows are only ever added; bodies are originals of the library.
import type { Host } from '../contract/host.ts';
import type { Operation } from '../domain/change.ts';
import { sha256Of } from '../domain/id.ts';
import type { HandedDocument, Material, MaterialUse, WantedDocument } from '../domain/material.ts';
import type { ProblemCode } from '../domain/problem.ts';
import { type Result, ok } from '../domain/result.ts';
import { type KeptCopy, latestContinuous } from '../verify/index.ts';
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
export type KeptDocument = Extract<HandedDocument, { status: number }>;

export type Locker = {
  /** Every reading of an address, oldest first. */
  readonly readings: (url: string) => Promise<readonly Material[]>;
  /** Keeps an answer; it is on disk when this resolves. */
  readonly keep: (answer: SiteAnswer) => Promise<Result<Material>>;
  readonly body: (material: AnsweredMaterial) => Promise<Result<string>>;
  /** The latest usable copy of a document, not younger than `until`; as it is handed to a check. */
  readonly latest: (wanted: WantedDocument, until?: string) => Promise<KeptDocument | undefined>;
  /** The copy whose keys a document must share, where all keys of `text` are new (key-continuity.ts). */
  readonly earlier: (
    wanted: WantedDocument,
    text: string,
    until?: string,
  ) => Promise<KeptCopy | undefined>;
};

/** Uses where an answer that nothing is there (404, 410) says something by itself. */
const ABSENCE_COUNTS: ReadonlySet<MaterialUse> = new Set([
  'hosted-assertion',
  'endorsement',
  'refreshed-credential',
]);

/** Documents that name keys: whoever gets hold of a site can publish others. */
const NAMES_KEYS: ReadonlySet<MaterialUse> = new Set([
  'controller-document',
  'issuer-profile',
  'public-key',
]);

/**
 * True for an answer that a check can work with. A sign-in page in place of a document is none, and a site
 * that is out of order says nothing about what it holds.
 */
export function isUsable(use: MaterialUse, status: number, text: string): boolean {
  if (use === 'evidence') return true;
  if (status === 404 || status === 410) return ABSENCE_COUNTS.has(use);
  return status === 200 && (use === 'chain' || use === 'trust-list' || !/^\s*</u.test(text));
}

/** The locker of one open library. */
export function createLocker(host: Host, session: LibrarySession): Locker {
  const library = session.library.id;

  async function readings(url: string): Promise<readonly Material[]> {
    const rows = await session.view.rowsOf('materials', `${await addressKey(url)}:`);
    return rows.map(({ id, fields }) => ({ ...fields, id }) as Material);
  }

  async function earlier(
    { url, use }: WantedDocument,
    text: string,
    until?: string,
  ): Promise<KeptCopy | undefined> {
    if (!NAMES_KEYS.has(use)) return undefined;
    const copies: KeptCopy[] = [];
    let last: string | undefined;
    for (const material of answeredUntil(await readings(url), until)) {
      if (material.status !== 200 || material.sha256 === last) continue;
      const kept = await body(material);
      if (kept.ok) copies.push({ text: kept.value, readAt: material.readAt });
      last = material.sha256;
    }
    const continuous = await latestContinuous(copies);
    return continuous?.text === text ? undefined : continuous;
  }

  async function body(material: AnsweredMaterial): Promise<Result<string>> {
    const { sha256 } = material;
    const answer = await host.invoke('library.getOriginal', { library, sha256 });
    return answer.ok ? ok(new TextDecoder().decode(answer.value.bytes)) : answer;
  }

  return {
    readings,
    body,
    earlier,
    keep: async (answer) => {
      const { wanted, readAt, serverDate } = answer;
      // Two answers of one millisecond are two rows, in the order in which they came.
      const place = String((await readings(wanted.url)).length).padStart(6, '0');
      const id = `${await addressKey(wanted.url)}:${readAt}:${place}`;
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
      for (const material of answeredUntil(await readings(wanted.url), until).reverse()) {
        const kept = await body(material);
        if (!kept.ok || !isUsable(wanted.use, material.status, kept.value)) continue;
        const { url, status, mediaType, readAt } = material;
        const before = await earlier(wanted, kept.value, until);
        const document = { url, status, mediaType, text: kept.value, readAt };
        return before ? { ...document, earlier: before } : document;
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

function answeredUntil(known: readonly Material[], until: string | undefined): AnsweredMaterial[] {
  return known.filter(
    (one): one is AnsweredMaterial =>
      'sha256' in one && (until === undefined || one.readAt <= until),
  );
}

/** Addresses are long and free text, so rows go by a hash of them. */
async function addressKey(url: string): Promise<string> {
  return (await sha256Of(new TextEncoder().encode(url))).slice(0, 32);
}
