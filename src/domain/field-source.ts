// Where a field of a record was read: a path in the payload, a place on a page, a cell, a link. Derived
// from the original like the field itself.

/** Fields that tell where they were read. */
export const SOURCED_FIELDS = [
  'title',
  'description',
  'issuer',
  'recipient',
  'issuedOn',
  'validFrom',
  'validUntil',
  'credentialNumber',
  'verifyUrl',
  'provider',
] as const;
export type SourcedField = (typeof SOURCED_FIELDS)[number];

/** A rectangle as fractions (0 to 1) of the upright page's or picture's width and height, from its top left. */
export type PageBox = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

export type FieldSource =
  /** A path in the payload as people write it: `credentialSubject.achievement.name`, `badge.issuer.name`. */
  | { readonly kind: 'path'; readonly path: string }
  /** Printed words. `page` from 1 (a picture is page 1); `ocr` is the engine's own confidence, 0 to 1. */
  | {
      readonly kind: 'page';
      readonly page: number;
      readonly box: PageBox;
      readonly confidence: number;
      readonly ocr?: number;
    }
  /** A cell of a table: `row` from 1 as a spreadsheet shows it, heading included. */
  | { readonly kind: 'cell'; readonly row: number; readonly column: string }
  /** A link annotation, a QR code, document properties, the file's name, an address, or what the provider always is. */
  | {
      readonly kind: 'link' | 'qr' | 'info' | 'file-name' | 'address' | 'provider';
      readonly confidence: number;
    };

export type FieldSources = { readonly [F in SourcedField]?: FieldSource };

/** Below this a reader guessed; people are asked to look. */
export const SURE_ENOUGH = 0.5;

/** How sure the reader is, 0 to 1. What a payload or a cell states is stated. */
export function confidenceOf(source: FieldSource): number {
  return source.kind === 'path' || source.kind === 'cell' ? 1 : source.confidence;
}
