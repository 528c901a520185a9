// The fixed words of a printed portfolio, in one place so that they can be translated. `{name}` marks
// what is filled in, here or by the template.

export type PortfolioLabels = {
  /** BCP 47 language of these words: the language of the document. */
  readonly language: string;
  readonly dir: 'ltr' | 'rtl';
  readonly pageOf: string;
  readonly preparedFor: string;
  readonly preparedOn: string;
  readonly contents: string;
  readonly indexSummaryOne: string;
  readonly indexSummary: string;
  readonly columnNumber: string;
  readonly columnCredential: string;
  readonly columnIssued: string;
  readonly columnExpires: string;
  readonly columnStanding: string;
  readonly columnPage: string;
  readonly checkedOn: string;
  readonly neverChecked: string;
  readonly legend: string;
  readonly noEnd: string;
  readonly notGiven: string;
  readonly credentialNumbered: string;
  readonly untitled: string;
  readonly unknownIssuer: string;
  readonly recipient: string;
  readonly issued: string;
  readonly validFrom: string;
  readonly expires: string;
  readonly kind: string;
  readonly level: string;
  readonly field: string;
  readonly credits: string;
  readonly number: string;
  readonly copyOfOriginal: string;
  readonly copyAlt: string;
  readonly skills: string;
  readonly skillsByIssuer: string;
  readonly skillsByHolder: string;
  readonly moreSkills: string;
  readonly about: string;
  readonly criteria: string;
  readonly shortened: string;
  readonly verification: string;
  readonly checkedAsOf: string;
  readonly notCheckedYet: string;
  readonly reportOnPage: string;
  readonly reportTitle: string;
  readonly reportOf: string;
  readonly checkedAt: string;
  readonly judgedAsOf: string;
  readonly seenByHolder: string;
  readonly seenSame: string;
  readonly seenDiffers: string;
  readonly seenGone: string;
  readonly standingTitle: string;
  readonly checksTitle: string;
  readonly columnCheck: string;
  readonly columnOutcome: string;
  readonly columnFinding: string;
  readonly asOf: string;
  readonly moreDetails: string;
  readonly notApplicable: string;
  readonly documentsTitle: string;
  readonly columnDocument: string;
  readonly columnHost: string;
  readonly columnRead: string;
  readonly columnHash: string;
  readonly documentOther: string;
  readonly moreDocuments: string;
  readonly noDocuments: string;
  readonly keptDocuments: string;
  readonly ownVocabularies: string;
  readonly unanswered: string;
  readonly limitsTitle: string;
  readonly limits: string;
  readonly passed: string;
  readonly failed: string;
  readonly notChecked: string;
  readonly verifyAt: string;
  readonly qrAlt: string;
  readonly originalFile: string;
  readonly fingerprint: string;
  readonly originalFollowsPage: string;
  readonly originalFollowsPages: string;
  readonly originalAttached: string;
  readonly hiddenCharacters: string;
  readonly originalsBookmark: string;
  readonly attachmentDescription: string;
  readonly manifestDescription: string;
};

export const ENGLISH_LABELS: PortfolioLabels = {
  language: 'en',
  dir: 'ltr',
  pageOf: 'Page {page} of {total}',
  preparedFor: 'Credentials of {name}',
  preparedOn: 'Prepared on {date}',
  contents: 'Credentials in this document',
  indexSummaryOne: 'One credential',
  indexSummary: '{count} credentials',
  columnNumber: 'No.',
  columnCredential: 'Credential and issuer',
  columnIssued: 'Issued',
  columnExpires: 'Expires',
  columnStanding: 'Standing',
  columnPage: 'Page',
  checkedOn: 'checked {date}',
  neverChecked: 'not checked yet',
  legend: 'What the standings mean',
  noEnd: 'No end date',
  notGiven: '–',
  credentialNumbered: 'Credential {number}',
  untitled: 'Untitled credential',
  unknownIssuer: 'Issuer not named',
  recipient: 'Issued to',
  issued: 'Issued on',
  validFrom: 'Valid from',
  expires: 'Expires on',
  kind: 'Kind',
  level: 'Level',
  field: 'Field of study',
  credits: 'Credits',
  number: 'Credential number',
  copyOfOriginal: 'Copy of the original',
  copyAlt: 'Copy of the original of “{title}”, issued by {issuer}. Its text is given on this page.',
  skills: 'Skills',
  skillsByIssuer: 'Named by the issuer',
  skillsByHolder: 'Added by the holder',
  moreSkills: 'and {count} more',
  about: 'Description',
  criteria: 'What it took to earn it',
  shortened: 'Shortened here. The whole text is in the original.',
  verification: 'How it was checked',
  checkedAsOf: 'Checked on {date}.',
  notCheckedYet: 'No check has been made of this credential yet.',
  reportOnPage: 'The whole check report is on page {page}.',
  reportTitle: 'Check report',
  reportOf: 'Check report of credential {number}',
  checkedAt: 'Checked on',
  judgedAsOf: 'Judged as of',
  seenByHolder: 'Seen by the holder',
  seenSame: 'On {date} the page at {host} said the same, as the holder recorded.',
  seenDiffers: 'On {date} the page at {host} said something else, as the holder recorded.',
  seenGone: 'On {date} there was no such page at {host}, as the holder recorded.',
  standingTitle: 'Standing',
  checksTitle: 'What was checked',
  columnCheck: 'Check',
  columnOutcome: 'Outcome',
  columnFinding: 'What was and was not shown',
  asOf: 'As of {date}.',
  moreDetails: 'and {count} more',
  notApplicable: 'Does not apply to it',
  documentsTitle: 'Documents it rests on',
  columnDocument: 'Document',
  columnHost: 'Site',
  columnRead: 'Read on',
  columnHash: 'SHA-256 begins',
  documentOther: 'Document',
  moreDocuments: 'And {count} more documents, which are in the saved report.',
  noDocuments: 'No document of any site was used.',
  keptDocuments: 'No site was asked for this report; these are answers kept from earlier.',
  ownVocabularies: 'Published vocabularies that Laurel carries: {count}.',
  unanswered: 'Asked without a usable answer: {hosts}.',
  limitsTitle: 'What Laurel does not know',
  limits:
    'Laurel compares files, signatures, keys, lists and dates. It does not know how good the learning was, who stands behind the issuer’s name, whether the person who shows this is the recipient, or what has changed since {date}. What was not checked may be right or wrong.',
  passed: 'Passed',
  failed: 'Failed',
  notChecked: 'Not checked',
  verifyAt: 'Check it yourself',
  qrAlt: 'QR code for {url}',
  originalFile: 'Original file',
  fingerprint: 'Fingerprint (SHA-256)',
  originalFollowsPage: 'The original follows as page {first}.',
  originalFollowsPages: 'The original follows as pages {first}–{last}.',
  originalAttached: 'The original is attached to this PDF as {name}.',
  hiddenCharacters: 'The text of this credential holds hidden characters. They are left out here.',
  originalsBookmark: 'Originals',
  attachmentDescription: 'Original of “{title}”, byte for byte as received',
  manifestDescription: 'List of the credentials in this document and of the attached originals',
};

/** Fills `{name}` marks. A mark without a value stays, so that a wrong label is seen in tests. */
export function fillLabel(
  label: string,
  values: Readonly<Record<string, string | number>>,
): string {
  return label.replace(/\{(\w+)\}/g, (mark, name: string) => String(values[name] ?? mark));
}
