// The way of an import to the disk: originals in slices, and after each slice the records that name them.
import type { Host } from '../contract/host.ts';
import type { Operation } from '../domain/change.ts';
import type { Sha256 } from '../domain/id.ts';
import { type Result, ok } from '../domain/result.ts';
import type { LibrarySession } from './library-session.ts';

const SEND_FILES = 64;
const SEND_BYTES = 4 * 1024 * 1024;
/** Slices on their way to the disk before readers wait for it. */
const MOST_ON_THE_WAY = 3;
/** Operations written at once: more would hold up the page. */
const COMMIT_OPERATIONS = 500;

type Addition = {
  readonly original?: { readonly sha256: Sha256; readonly bytes: Uint8Array };
  readonly operations: readonly Operation[];
  /** Called once all of it is on disk and in the view. */
  readonly stored?: () => void;
};

export type ImportBatch = {
  /** Takes one file's share; resolves at once, or when the disk has caught up. */
  add(addition: Addition): Promise<void>;
  /** Sends the rest and waits for all of it. */
  finish(): Promise<Result<void>>;
  failure(): Result<never> | undefined;
  /** Everything that was committed, in order. */
  operations(): readonly Operation[];
};

/** Builds the way for one import into an open library. */
export function createImportBatch(deps: { host: Host; session: LibrarySession }): ImportBatch {
  const { host, session } = deps;
  const committed: Operation[] = [];
  let slice: Addition[] = [];
  let sliceBytes = 0;
  let onTheWay = 0;
  let last: Promise<void> = Promise.resolve();
  let failed: Result<never> | undefined;

  function send(): Promise<void> {
    const sending = slice;
    const before = last;
    slice = [];
    sliceBytes = 0;
    onTheWay += 1;
    last = (async () => {
      await before;
      if (!failed) failed = await store(sending);
      onTheWay -= 1;
    })();
    return last;
  }

  async function store(sending: readonly Addition[]): Promise<Result<never> | undefined> {
    const originals = sending.flatMap(({ original }) => (original ? [original] : []));
    if (originals.length > 0) {
      const library = session.library.id;
      const answer = await host.invoke('library.putOriginals', { library, originals });
      if (!answer.ok) return answer;
    }
    const operations = sending.flatMap((addition) => addition.operations);
    for (let at = 0; at < operations.length; at += COMMIT_OPERATIONS) {
      const part = operations.slice(at, at + COMMIT_OPERATIONS);
      const answer = await session.commit(part);
      if (!answer.ok) return answer;
      committed.push(...part);
    }
    for (const { stored } of sending) stored?.();
    return undefined;
  }

  return {
    add: async (addition) => {
      slice.push(addition);
      sliceBytes += addition.original?.bytes.byteLength ?? 0;
      if (slice.length < SEND_FILES && sliceBytes < SEND_BYTES) return;
      const sent = send();
      if (onTheWay >= MOST_ON_THE_WAY) await sent;
    },
    finish: async () => {
      if (slice.length > 0) void send();
      await last;
      return failed ?? ok(undefined);
    },
    failure: () => failed,
    operations: () => committed,
  };
}
