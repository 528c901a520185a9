// Problems: expected failures as plain data. Codes are permanent: never rename one once it has shipped.
// The sentence for each code is in wording.ts; a code without a sentence does not compile.

export type ProblemCode =
  // input: what a file or text turned out to be
  | 'input/empty-file'
  | 'input/too-large'
  | 'input/unknown-kind'
  | 'input/not-text'
  | 'input/took-too-long'
  | 'input/reader-crashed'
  | 'input/cancelled'
  | 'input/no-such-path'
  // json, xml, jwt: syntax of the payload
  | 'json/invalid'
  | 'json/too-deep'
  | 'json/too-many-values'
  | 'json/duplicate-key'
  | 'json/bad-number'
  | 'json/bad-unicode'
  | 'xml/invalid'
  | 'xml/unsafe'
  | 'xml/too-deep'
  | 'jwt/invalid'
  | 'jwt/encrypted'
  // png, svg, picture, pdf: carriers
  | 'png/damaged'
  | 'png/text-too-large'
  | 'png/several-credentials'
  | 'picture/damaged'
  | 'picture/too-large'
  | 'picture/no-credential'
  | 'picture/other-kind'
  | 'pdf/damaged'
  | 'pdf/locked'
  | 'pdf/too-many-pages'
  | 'pdf/no-text'
  // credential: the payload was readable but is not (quite) a credential
  | 'credential/not-recognised'
  | 'credential/not-a-credential'
  | 'credential/missing-field'
  | 'credential/wrong-type'
  | 'credential/bad-date'
  | 'credential/hidden-fields'
  | 'credential/mixed-versions'
  | 'credential/forms-disagree'
  | 'credential/only-a-link'
  | 'credential/too-many'
  | 'credential/withdrawn'
  | 'credential/entries-not-read'
  // archive, table, mail, text, link: what people bring many credentials in
  | 'archive/damaged'
  | 'archive/too-large'
  | 'archive/too-many-entries'
  | 'archive/suspicious'
  | 'archive/encrypted'
  | 'archive/nothing-inside'
  | 'archive/only-private'
  | 'table/too-many-columns'
  | 'table/too-many-rows'
  | 'table/cell-too-large'
  | 'table/unclosed-quote'
  | 'table/not-text'
  | 'table/empty'
  | 'table/needs-columns'
  | 'table/workbook-damaged'
  | 'table/other-workbook'
  | 'table/nothing-completed'
  | 'table/day-order-unknown'
  | 'mail/damaged'
  | 'mail/nothing-found'
  | 'text/nothing-recognised'
  | 'link/not-earned'
  | 'link/wallet-offer'
  | 'link/compressed-code'
  | 'ocr/unavailable'
  | 'ocr/took-too-long'
  | 'picture/data-address-refused'
  // net, watch: the fetch door and the watched folder
  | 'net/not-allowed'
  | 'net/not-https'
  | 'net/private-address'
  | 'net/unreachable'
  | 'net/timed-out'
  | 'net/too-many-redirects'
  | 'net/too-large'
  | 'net/wrong-type'
  | 'net/changed-shape'
  | 'net/not-found'
  | 'net/gone'
  | 'net/made-private'
  | 'net/too-many-requests'
  | 'net/refused'
  | 'net/server-error'
  | 'net/endless'
  | 'net/forbidden-by-terms'
  | 'net/sign-in-failed'
  | 'net/too-many-for-one-check'
  | 'net/address-refused'
  | 'net/name-not-found'
  | 'net/no-connection'
  | 'net/insecure'
  | 'net/connection-lost'
  | 'net/too-slow'
  | 'net/cut-off'
  | 'net/damaged-answer'
  | 'net/headers-too-large'
  | 'net/unpacks-too-large'
  | 'net/unknown-packing'
  | 'net/bad-redirect'
  | 'net/busy'
  | 'trust/not-bound'
  | 'trust/not-a-registry'
  | 'trust/list-of-registries'
  | 'trust/list-of-lists'
  | 'trust/no-certificates'
  | 'trust/too-many-entries'
  | 'watch/no-such-folder'
  | 'watch/not-readable'
  | 'watch/stopped'
  | 'watch/own-folder'
  | 'watch/file-changed'
  | 'inbox/columns-incomplete'
  // library: the folder and the view
  | 'library/disk-full'
  | 'library/not-writable'
  | 'library/already-open'
  | 'library/damaged-file-set-aside'
  | 'library/newer-format'
  | 'library/original-missing'
  | 'library/original-damaged'
  | 'library/not-open'
  | 'library/duplicate-original'
  | 'library/not-found'
  | 'library/other-device-unreadable'
  // portfolio
  | 'portfolio/nothing-selected'
  | 'portfolio/typeset-failed'
  | 'portfolio/append-failed'
  | 'portfolio/append-drops-standard'
  | 'portfolio/facsimile-failed'
  // host and transport
  | 'host/unknown-channel'
  | 'host/bad-request'
  | 'host/bad-response'
  | 'host/too-large'
  | 'host/timed-out'
  | 'host/not-allowed'
  | 'host/unreachable'
  | 'host/internal'
  | 'host/link-not-allowed'
  | 'host/port-taken'
  | 'host/session-ended'
  | 'host/page-not-built'
  // command line
  | 'cli/wrong-usage'
  | 'report/not-a-report'
  | 'report/needs-original';

export type ProblemParams = Readonly<Record<string, string | number>>;

export type Problem = {
  readonly code: ProblemCode;
  /** Values for the sentence; never credential contents beyond what the sentence shows. */
  readonly params?: ProblemParams;
  /** Path inside the input, such as `credentialSubject.achievement`. */
  readonly at?: string;
  /** Text for the log only; never shown to people. */
  readonly cause?: string;
};

/** Builds a problem. `cause` is for the log and may be any thrown value. */
export function problem(
  code: ProblemCode,
  details: { params?: ProblemParams; at?: string; cause?: unknown } = {},
): Problem {
  const { params, at, cause } = details;
  return {
    code,
    ...(params ? { params } : {}),
    ...(at === undefined ? {} : { at }),
    ...(cause === undefined ? {} : { cause: causeText(cause) }),
  };
}

function causeText(cause: unknown): string {
  return cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
}
