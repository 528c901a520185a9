// Formats, carriers and import outcomes in people's words.
import type { InboxState } from '../domain/inbox.ts';
import type { PlainKey } from './messages/en.ts';
import { t } from './messages/message.ts';

const FORMATS: readonly (readonly [start: string, words: PlainKey])[] = [
  ['ob1', 'format.ob1'],
  ['ob2', 'format.ob2'],
  ['ob3', 'format.ob3'],
  ['clr', 'format.clr'],
  ['elm', 'format.elm'],
  ['europass', 'format.elm'],
  ['blockcerts', 'format.blockcerts'],
  ['vc', 'format.vc'],
  ['sd-jwt', 'format.vc'],
  ['edci', 'format.elm'],
  ['badgr', 'format.ob2'],
  ['obp', 'format.ob2'],
  ['credly', 'format.credly'],
  ['accredible', 'format.accredible'],
  ['jsonresume', 'format.resume'],
  ['linkedin', 'format.linkedin'],
  ['csv', 'format.tableRow'],
  ['xlsx', 'format.tableRow'],
  ['link', 'format.link'],
  ['mail', 'format.mail'],
  ['document', 'format.document'],
  ['pdf-image-only', 'format.scannedPdf'],
  ['pdf', 'format.pdf'],
  ['image', 'format.picture'],
];

const CARRIERS: readonly (readonly [start: string, words: PlainKey])[] = [
  ['png', 'carrier.png'],
  ['svg', 'carrier.svg'],
  ['jwt', 'carrier.jwt'],
  ['json', 'carrier.json'],
  ['qr', 'carrier.qr'],
];

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
