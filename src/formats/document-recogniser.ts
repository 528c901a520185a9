// What a document reader knows about a document, and what a recogniser makes of it. Types alone: the
// recogniser lives in src/providers and is injected, because formats may not depend on providers.
import type { DateValue } from '../domain/date-value.ts';

/**
 * One printed line (or one column's part of it) of a document, in reading order. Sizes and places are
 * in points from the top left of the upright page.
 */
export type DocumentLine = {
  readonly text: string;
  readonly page: number;
  readonly x: number;
  /** The baseline's distance from the top of the page. */
  readonly y: number;
  readonly width: number;
  readonly fontSize: number;
  readonly pageWidth: number;
  readonly pageHeight: number;
  /** For printed words read from a picture: the engine's own confidence, 0 to 1. */
  readonly ocr?: number;
};

/** All that a document says about itself. Everything in it is untrusted and as found. */
export type DocumentFacts = {
  readonly fileName: string;
  readonly lines: readonly DocumentLine[];
  /** Link annotations, http(s) only, in order. */
  readonly links: readonly string[];
  /** Contents of QR codes, as decoded. */
  readonly qrTexts: readonly string[];
  readonly infoTitle?: string;
  readonly infoAuthor?: string;
};

/** Where in the document a value was read. */
export type FoundIn =
  | { readonly kind: 'line'; readonly line: number; readonly start: number; readonly end: number }
  | { readonly kind: 'link' | 'qr' | 'info' | 'file-name' | 'provider' };

/** A value with its place and how sure the reader is, from 0 to 1. A guess stays below 0.5. */
export type Found<T> = {
  readonly value: T;
  readonly in: FoundIn;
  readonly confidence: number;
};

/** What the recogniser read. A field that is absent was not found; nothing is made up. */
export type RecognisedDocument = {
  readonly title?: Found<string>;
  readonly issuer?: Found<string>;
  readonly recipient?: Found<string>;
  readonly issuedOn?: Found<DateValue>;
  readonly validUntil?: Found<DateValue>;
  readonly credentialNumber?: Found<string>;
  readonly verifyUrl?: Found<string>;
  /** Name of the platform that handed the document out. */
  readonly provider?: Found<string>;
  /** Hours of learning. */
  readonly hours?: Found<number>;
  /** True when the wording, a link or a QR code shows that this is a certificate of some kind. */
  readonly isCertificate: boolean;
};

/** Reads a document's facts. Pure, never throws on odd input. */
export type DocumentRecogniser = (facts: DocumentFacts) => RecognisedDocument;
