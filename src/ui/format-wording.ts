// Formats, carriers and import outcomes in people's words.
import type { InboxState } from '../domain/inbox.ts';
import type { PlainKey } from './messages/en.ts';
import { t } from './messages/message.ts';

/** Starts of format names; a longer start stands before a shorter one. */
const FORMATS: readonly (readonly [start: string, words: PlainKey])[] = [
  ['ob3-endorsement', 'format.endorsement'],
  ['ob1', 'format.ob1'],
  ['ob2', 'format.ob2'],
  ['ob3', 'format.ob3'],
  ['clr1 assertion', 'format.clrPart'],
  ['clr', 'format.clr'],
  ['elm', 'format.elm'],
  ['edci', 'format.elm'],
  ['blockcerts', 'format.blockcerts'],
  ['vc', 'format.vc'],
  ['vp', 'format.vc'],
  ['sd-jwt', 'format.sdJwt'],
  // A CV and its entries say what a person did; they are no credentials.
  ['europass', 'format.europass'],
  ['jsonresume', 'format.resume'],
  ['linkedin', 'format.linkedin'],
  ['credly', 'format.credly'],
  ['accredible', 'format.accredible'],
  ['badgr', 'format.badgr'],
  ['obp', 'format.passport'],
  ['mslearn', 'format.microsoftLearn'],
  ['trailhead', 'format.trailhead'],
  ['hackerrank', 'format.hackerrank'],
  ['freecodecamp', 'format.freecodecamp'],
  ['duolingo', 'format.duolingo'],
  ['edx', 'format.edx'],
  ['digilocker', 'format.digilocker'],
  ['csv', 'format.tableRow'],
  ['xlsx', 'format.tableRow'],
  ['link', 'format.link'],
  ['mail', 'format.mail'],
  ['docx', 'format.word'],
  ['odt', 'format.openDocument'],
  ['pptx', 'format.slides'],
  ['document', 'format.document'],
  ['pdf-image-only', 'format.scannedPdf'],
  ['pdf', 'format.pdf'],
  ['image', 'format.picture'],
];

const CARRIERS: readonly (readonly [start: string, words: PlainKey])[] = [
  ['png', 'carrier.png'],
  ['svg', 'carrier.svg'],
  ['pdf-', 'carrier.pdf'],
  ['jwt', 'carrier.jwt'],
  ['json', 'carrier.json'],
  ['qr', 'carrier.qr'],
];

/** Formats that only tell of a credential, which may be had elsewhere. */
const RETELLING = ['link', 'pdf', 'image', 'document', 'csv', 'xlsx', 'docx', 'odt', 'pptx'];

/** True where the file itself holds no credential data, only words or an address. */
export function onlyTells(format: string): boolean {
  return RETELLING.some((start) => format.startsWith(start));
}

/** The format in people's words. A format that has no words yet is a credential. */
export function formatWording(format: string): string {
  const found = FORMATS.find(([start]) => format.startsWith(start));
  return t(found ? found[1] : 'format.credential');
}

/** Format and where it was found, such as "Open Badge 3, inside a PNG picture". */
export function formatAndCarrierWording(format: string, carrier: string | undefined): string {
  const found = CARRIERS.find(([start]) => carrier?.startsWith(start));
  const words = formatWording(format);
  return found ? t('format.withCarrier', { format: words, carrier: t(found[1]) }) : words;
}

const OUTCOMES: Readonly<Record<InboxState, PlainKey>> = {
  read: 'outcome.read',
  kept: 'outcome.kept',
  refused: 'outcome.refused',
  duplicate: 'outcome.duplicate',
  cancelled: 'outcome.cancelled',
  'needs-columns': 'outcome.needsColumns',
  staged: 'outcome.staged',
};

/** What became of a file, in a word or two. */
export function fileOutcomeWording(outcome: InboxState): string {
  return t(OUTCOMES[outcome]);
}
