// Findings: what Laurel found in a file and where, for the person who wonders what became of it. Codes
// are permanent; the sentence for each is in wording.ts.

export type FindingCode =
  /** A credential stands in the file itself: `params.format`. */
  | 'found/credential'
  /** Carriers: `params.where` names the chunk, element, attachment or field. */
  | 'found/in-picture-data'
  | 'found/in-svg'
  | 'found/in-pdf-attachment'
  | 'found/in-pdf-properties'
  | 'found/in-qr-code'
  | 'found/in-mail-attachment'
  | 'found/in-archive'
  | 'found/in-wallet-backup'
  | 'found/in-presentation'
  | 'found/nested'
  /** A list that names credentials (an export, a CV): `params.count`, `params.name`. */
  | 'found/listed'
  /** Words: `params.lines` or `params.words`. */
  | 'found/text-layer'
  | 'found/printed-words'
  | 'found/no-words'
  | 'found/printed-words-waiting'
  | 'found/link'
  | 'found/links'
  | 'found/rows'
  /** A list of skills: `params.count`. */
  | 'found/skills'
  | 'found/provider'
  /** What was left out on purpose: `params.count`, `params.name`. */
  | 'left-out/private-keys'
  | 'left-out/private-files'
  | 'left-out/personal-fields'
  | 'left-out/unsafe-name'
  | 'left-out/nested-archive'
  | 'left-out/too-large'
  | 'left-out/encrypted'
  | 'left-out/unreadable'
  | 'left-out/other-files'
  /** More of them than are taken from one mail or mailbox: `params.count`. */
  | 'left-out/attachments'
  | 'left-out/mails';

export type Finding = {
  readonly code: FindingCode;
  readonly params?: Readonly<Record<string, string | number>>;
};

/** Builds a finding. Values are shown to people and may be untrusted text, cut by the reader. */
export function finding(code: FindingCode, params?: Finding['params']): Finding {
  return params ? { code, params } : { code };
}
