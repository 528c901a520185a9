// Where a field was read, in people's words, and the boxes to draw over the page. Pure.
import type { CredentialRecord } from '../../domain/credential.ts';
import {
  confidenceOf,
  SOURCED_FIELDS,
  SURE_ENOUGH,
  type FieldSource,
  type PageBox,
  type SourcedField,
} from '../../domain/field-source.ts';
import { t } from '../messages/message.ts';

/** The place in a few words. Paths and column names in it are untrusted text. */
export function sourceWording(source: FieldSource): string {
  switch (source.kind) {
    case 'path':
      return t('source.path', { path: source.path });
    case 'page':
      if (source.ocr === undefined) return t('source.page', { page: source.page });
      return t('source.pageOcrSure', {
        page: source.page,
        percent: Math.round(source.ocr * 100),
      });
    case 'cell':
      return t('source.cell', { row: source.row, column: source.column });
    case 'link':
    case 'qr':
    case 'info':
    case 'file-name':
    case 'address':
    case 'provider':
      return t(`source.${source.kind}`);
  }
}

/** True where the reader guessed, so that the person is asked to look. */
export function isGuess(source: FieldSource): boolean {
  return confidenceOf(source) < SURE_ENOUGH;
}

export type FieldBox = {
  readonly field: SourcedField;
  readonly page: number;
  readonly box: PageBox;
};

/** The boxes of the fields that were read from pages; none for records without. */
export function boxesOf({ sources }: Pick<CredentialRecord, 'sources'>): readonly FieldBox[] {
  return SOURCED_FIELDS.flatMap((field) => {
    const source = sources?.[field];
    return source?.kind === 'page' ? [{ field, page: source.page, box: source.box }] : [];
  });
}
