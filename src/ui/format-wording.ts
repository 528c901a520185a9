// Formats, carriers and import outcomes in people's words.
import type { ImportedFile } from '../app/laurel-app.ts';
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

const OUTCOMES: Readonly<Record<ImportedFile['outcome'], PlainKey>> = {
  read: 'outcome.read',
  kept: 'outcome.kept',
  refused: 'outcome.refused',
  duplicate: 'outcome.duplicate',
  cancelled: 'outcome.cancelled',
};

/** What became of a file, in a word or two. */
export function fileOutcomeWording(outcome: ImportedFile['outcome']): string {
  return t(OUTCOMES[outcome]);
}
