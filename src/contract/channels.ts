// The one table of what the page may ask of the host. Types, transports and dispatchers derive from it.
// Channel names are permanent.
import type { Change, LedgerRow } from '../domain/change.ts';
import type { DeviceId, LibraryId } from '../domain/id.ts';
import { isSha256 } from '../domain/id.ts';
import { RECORD_TABLES } from '../domain/change.ts';
import { LIMITS } from '../domain/limits.ts';
import type { Problem } from '../domain/problem.ts';
import {
  type Infer,
  type Validator,
  bool,
  branded,
  bytes,
  either,
  id,
  json,
  list,
  object,
  oneOf,
  record,
  text,
  whole,
} from './validate.ts';

export type Channel<Request, Response> = {
  readonly request: Validator<Request>;
  readonly response: Validator<Response>;
  /** Largest request and response on the wire. */
  readonly maxBytes: number;
  readonly timeoutMs: number;
  /** True when only a person's click may start it. */
  readonly needsGesture: boolean;
};

const MIB = 1024 * 1024;
const MAX_CHANGES = 5_000;

const sha256 = branded(isSha256, 'sha256');
const libraryId = id<LibraryId>();
const deviceId = id<DeviceId>();
const instant = text(40);
const nothing = object({});
const tableName = oneOf(...RECORD_TABLES);
const fields = record(json(LIMITS.jsonDepth + 8, LIMITS.jsonValues), 200);

const operation = either(
  object({ op: oneOf('put'), table: tableName, id: id(), fields }),
  object({ op: oneOf('delete'), table: tableName, id: id() }),
);
const change = object({
  id: id<Change['id']>(),
  at: text(200),
  operations: list(operation, 20_000),
}) satisfies Validator<Change>;

const row = object(
  { table: tableName, id: id(), fields, clocks: record(text(200), 200) },
  { deletedAt: text(200) },
) satisfies Validator<LedgerRow>;

const problemShape = object(
  { code: text(100) },
  {
    params: record(either(text(2_000), whole(-1e15, 1e15)), 20),
    at: text(2_000),
    cause: text(4_000),
  },
) as Validator<Problem>;

const counters = record(whole(0, Number.MAX_SAFE_INTEGER), 1_000);

const libraryDescription = object({
  id: libraryId,
  name: text(200),
  /** `own` is the person's; `sample` holds the invented credentials of "explore". */
  kind: oneOf('own', 'sample'),
  createdAt: instant,
});

const namedFile = object({ name: text(300), bytes: bytes(LIMITS.fileBytes) });

export const CHANNELS = {
  /** What this shell is and can do; asked once at start. */
  'shell.describe': channel(
    nothing,
    object({
      shell: oneOf('electron', 'loopback', 'in-process'),
      version: text(40),
      platform: text(40),
      /** Who saves a file and opens a link: the host by native dialog, or the page by the browser. */
      saves: oneOf('host', 'page'),
      opensLinks: oneOf('host', 'page'),
      /** True when the page must empty its view on quit (a browser profile that others use). */
      clearsViewOnQuit: bool,
    }),
  ),
  /** Opens an https or mailto address outside the app after the person confirmed it. */
  'shell.openLink': channel(object({ url: text(4_000) }), object({ opened: bool }), {
    gesture: true,
  }),
  /** One line for the log: codes and numbers, never contents. */
  'shell.log': channel(
    object({ level: oneOf('info', 'warning', 'error'), code: text(100) }, { detail: text(4_000) }),
    nothing,
  ),
  /** Every library in the data folder. */
  'library.list': channel(nothing, object({ libraries: list(libraryDescription, 10_000) })),
  /** Opens (or makes) a library and takes its write lock. */
  'library.open': channel(
    object({ create: bool }, { id: libraryId, name: text(200), kind: oneOf('own', 'sample') }),
    object({
      library: libraryDescription,
      device: deviceId,
      /** Journal position of every device, to compare with the page's view. */
      counters,
      /** The latest clock reading in the journals, so that new changes sort after it. */
      latestClock: text(200),
      /** What was recovered or set aside while opening. */
      notices: list(problemShape, 1_000),
    }),
    { timeoutMs: 60_000 },
  ),
  /** Releases the write lock after everything is on disk. */
  'library.close': channel(object({ library: libraryId }), nothing),
  /** The folded rows, page by page in key order, to rebuild a view. */
  'library.readRows': channel(
    object({ library: libraryId, limit: whole(1, 5_000) }, { after: text(400) }),
    object({ rows: list(row, 5_000), counters }, { next: text(400) }),
    { maxBytes: 256 * MIB, timeoutMs: 120_000 },
  ),
  /** Appends changes to this device's journal; answered only after fsync. Known change ids are skipped. */
  'library.append': channel(
    object({ library: libraryId, changes: list(change, MAX_CHANGES) }),
    object({ counters }),
    { maxBytes: 256 * MIB, timeoutMs: 60_000 },
  ),
  /** Stores originals under their SHA-256 (checked by the host); answered only after fsync. */
  'library.putOriginals': channel(
    object({
      library: libraryId,
      originals: list(object({ sha256, bytes: bytes(LIMITS.fileBytes) }), 1_000),
    }),
    object({ stored: whole(0, 1_000), alreadyThere: whole(0, 1_000) }),
    { maxBytes: 512 * MIB, timeoutMs: 120_000 },
  ),
  /** The bytes as received, after their hash was compared. */
  'library.getOriginal': channel(
    object({ library: libraryId, sha256 }),
    object({ bytes: bytes(LIMITS.fileBytes) }),
    { maxBytes: 256 * MIB },
  ),
  /** Removes originals that no live record or inbox entry names; the others stay. */
  'library.removeOriginals': channel(
    object({ library: libraryId, originals: list(sha256, 5_000) }),
    object({ removed: whole(0, 5_000) }),
    { timeoutMs: 120_000 },
  ),
  /** What the watched folder is, and what could be watched. No path reaches the page. */
  'watch.describe': channel(
    object({ library: libraryId }),
    object(
      {
        /** How a folder is chosen: the host's dialog, or a path that the person types. */
        picks: oneOf('dialog', 'typed'),
        suggestions: list(object({ id: text(40), name: text(200) }), 20),
      },
      { watching: object({ name: text(300), since: instant }) },
    ),
  ),
  /**
   * Starts watching one folder for a library: a suggestion, a typed path (only where `picks` is `typed`),
   * or (neither) the dialog. Files that are there already are passed over without `includeExisting`.
   */
  'watch.start': channel(
    object(
      { library: libraryId },
      { suggestion: text(40), path: text(4_000), includeExisting: bool },
    ),
    object({ started: bool }),
    { timeoutMs: 600_000, gesture: true },
  ),
  'watch.stop': channel(object({ library: libraryId }), nothing),
  /**
   * New, finished files of the watched folder that were not taken yet, oldest first. A file is finished
   * when two calls a second or more apart saw it unchanged; `watch/stopped` while the folder is gone.
   */
  'watch.list': channel(
    object({ library: libraryId }),
    object({
      files: list(object({ token: text(80), name: text(300), bytes: whole(0, 1e15) }), 1_000),
    }),
  ),
  'watch.read': channel(
    object({ library: libraryId, token: text(80) }),
    object({ bytes: bytes(LIMITS.fileBytes) }),
    { maxBytes: 256 * MIB },
  ),
  /** Marks files as taken; they are not listed again while they stay unchanged. */
  'watch.taken': channel(object({ library: libraryId, tokens: list(text(80), 1_000) }), nothing),
  /** Allows one host after the person was asked: `once` for ten minutes of this run, `always` for good. */
  'net.allow': channel(object({ host: text(253), scope: oneOf('once', 'always') }), nothing, {
    gesture: true,
  }),
  'net.forbid': channel(object({ host: text(253) }), nothing),
  /** Hosts that are remembered as allowed. */
  'net.allowed': channel(
    nothing,
    object({ hosts: list(object({ host: text(253), since: instant }), 10_000) }),
  ),
  /**
   * One request through the fetch door. Fails with `net/not-allowed` for a host nobody allowed, also when
   * a redirect leads there (`params.host`). Answers carry any status; only transport failures are problems.
   * `bytes` are unpacked; `mediaType` is what the site said, in lower case without parameters.
   */
  'net.fetch': channel(
    object(
      {
        url: text(4_000),
        accept: oneOf('json', 'html', 'image', 'any'),
        /** Why, in a stable word for the ledger: `credly-profile`, `hosted-assertion` … */
        purpose: text(60),
      },
      {
        method: oneOf('GET', 'POST'),
        /** Sent as JSON, or as a form where `form` is given. */
        body: json(20, 10_000),
        form: record(text(8_000), 50),
        /** OAuth only: the value of `Authorization`. Never logged. */
        authorization: text(8_000),
      },
    ),
    object({
      status: whole(100, 599),
      url: text(4_000),
      mediaType: text(200),
      /** The headers that are read: link, retry-after, x-total-count, etag, date. */
      headers: record(text(4_000), 20),
      bytes: bytes(16 * MIB),
    }),
    { maxBytes: 20 * MIB, timeoutMs: 60_000 },
  ),
  /** The network ledger, newest first: every request with host, reason, time and outcome. */
  'net.history': channel(
    object({ limit: whole(1, 1_000) }, { before: text(80) }),
    object({
      requests: list(
        object({
          id: text(80),
          at: instant,
          host: text(253),
          /** Address without query and fragment. */
          address: text(4_000),
          purpose: text(60),
          outcome: text(100),
          bytes: whole(0, 1e12),
        }),
        1_000,
      ),
    }),
  ),
  /**
   * Opens a sign-in page outside and waits for its redirect to a one-time loopback address (RFC 8252 §7.3).
   * `start` gives the redirect address to register, good for five minutes; `wait` answers with the query it
   * was called with. Where `opensLinks` is `page`, the page's client opens the address and the host waits.
   */
  'net.signInStart': channel(nothing, object({ session: text(80), redirectUri: text(300) })),
  'net.signInWait': channel(
    object({ session: text(80), url: text(4_000) }),
    object({ query: record(text(8_000), 50) }),
    { timeoutMs: 310_000, gesture: true },
  ),
  /** The invented credentials that ship with Laurel. */
  'samples.read': channel(nothing, object({ files: list(namedFile, 200) }), { maxBytes: 64 * MIB }),
  /** Typesets a document with a bundled template. Data is passed as JSON, never as markup. */
  'typeset.render': channel(
    object({
      template: oneOf('appendix'),
      standard: oneOf('none', 'ua-1', 'a-3a'),
      /** The template's data; see the template's README for its fields. */
      data: json(20, 500_000),
      /** Pictures that the data names, as PNG, JPEG or SVG. */
      pictures: list(namedFile, 5_000),
      /** Files to embed byte for byte; only under `a-3a`. */
      attachments: list(
        object({
          name: text(300),
          bytes: bytes(LIMITS.fileBytes),
          mediaType: text(200),
          description: text(1_000),
        }),
        5_000,
      ),
    }),
    object({ pdf: bytes(512 * MIB), pages: whole(0, 100_000) }),
    { maxBytes: 512 * MIB, timeoutMs: 120_000 },
  ),
  /** Saves bytes where the person says (native dialog); only where `saves` is `host`. */
  'files.save': channel(
    object({ suggestedName: text(300), mediaType: text(200), bytes: bytes(512 * MIB) }),
    object({ saved: bool }),
    { maxBytes: 512 * MIB, timeoutMs: 600_000, gesture: true },
  ),
} as const;

export type ChannelName = keyof typeof CHANNELS;
export type RequestOf<N extends ChannelName> = Infer<(typeof CHANNELS)[N]['request']>;
export type ResponseOf<N extends ChannelName> = Infer<(typeof CHANNELS)[N]['response']>;

/** True for a name of the table and nothing inherited. */
export function isChannelName(name: unknown): name is ChannelName {
  return typeof name === 'string' && Object.hasOwn(CHANNELS, name);
}

function channel<Request, Response>(
  request: Validator<Request>,
  response: Validator<Response>,
  options: { maxBytes?: number; timeoutMs?: number; gesture?: boolean } = {},
): Channel<Request, Response> {
  return {
    request,
    response,
    maxBytes: options.maxBytes ?? MIB,
    timeoutMs: options.timeoutMs ?? 15_000,
    needsGesture: options.gesture ?? false,
  };
}
