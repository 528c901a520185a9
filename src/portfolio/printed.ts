// The shapes of a printed portfolio: what goes in per credential, and the plain data the template reads.
import type { CredentialRecord } from '../domain/credential.ts';
import type { Flag, Standing } from '../domain/report.ts';
import type { PortfolioLabels } from './labels.ts';
import type { PrintText } from './print-text.ts';

export type PortfolioPaper = 'a4' | 'letter';

/** A picture of the original, as it was made for this print. */
export type Facsimile = { readonly name: string; readonly width: number; readonly height: number };

/** What a page is built from. `appended` places the original behind the typeset pages (0 = right behind). */
export type PortfolioItem = {
  readonly record: CredentialRecord;
  readonly facsimile?: Facsimile;
  readonly appended?: { readonly offset: number; readonly pages: number };
  /** Name of the attached original; only where originals are attached. */
  readonly attachmentName?: string;
};

export type PrintedCheck = { readonly name: string; readonly reason: string };

/** An outcome as sign (`kind`) and word, with its sentence. */
export type PrintedFinding = {
  readonly kind: 'passed' | 'failed' | 'notChecked' | 'notApplicable';
  readonly word: string;
  readonly reason: PrintText;
};

/** The page behind a credential that says everything its check found. */
export type PrintedCheckReport = {
  readonly id: string;
  readonly about: readonly { readonly label: string; readonly value: PrintText }[];
  /** Every check that applies, in the order people read them in. */
  readonly checks: readonly (PrintedFinding & {
    readonly name: string;
    readonly details: readonly PrintedFinding[];
    readonly more: string;
  })[];
  /** With its reason each: that there is no signature, or no way to revoke, is worth knowing. */
  readonly notApplicable: readonly { readonly name: string; readonly reason: PrintText }[];
  /** Documents of sites; `sha256` is the start of the hash. */
  readonly documents: readonly {
    readonly what: string;
    readonly host: PrintText;
    readonly read: string;
    readonly sha256: string;
  }[];
  readonly notes: readonly string[];
  readonly limits: string;
};

/** The template's `items[]`; its README lists the fields. */
export type PrintedItem = {
  readonly id: string;
  readonly number: number;
  readonly title: PrintText;
  readonly indexTitle: PrintText;
  readonly issuer: PrintText;
  readonly issued: string;
  readonly expires: string;
  readonly standing: { readonly kind: Standing; readonly word: string; readonly meaning: string };
  readonly flags: readonly { readonly kind: Flag; readonly word: string }[];
  readonly checked: string;
  readonly facts: readonly { readonly label: string; readonly value: PrintText }[];
  readonly picture: PrintedPicture | null;
  /** Room for a picture across the page; see page-fit.ts. */
  readonly pictureHeightMm: number;
  readonly titleSize: number;
  readonly skills: readonly {
    readonly label: string;
    readonly names: readonly PrintText[];
    readonly more: string;
  }[];
  readonly description: PrintedProse;
  readonly criteria: PrintedProse;
  readonly verification: {
    readonly summary: string;
    readonly passed: readonly PrintedCheck[];
    readonly failed: readonly PrintedCheck[];
    readonly notChecked: readonly PrintedCheck[];
  };
  readonly verify: {
    readonly url: string;
    readonly qr: string;
    readonly qrSideMm: number;
    readonly alt: string;
  } | null;
  readonly file: { readonly name: PrintText; readonly sha256: string };
  readonly appended: { readonly offset: number; readonly pages: number } | null;
  readonly notices: readonly string[];
  /** `null` where no reports are printed, and for a credential that was never checked. */
  readonly checkReport: PrintedCheckReport | null;
};

export type PrintedProse = { readonly paragraphs: readonly PrintText[]; readonly note: string };
export type PrintedPicture = {
  readonly name: string;
  readonly alt: string;
  readonly aspect: number;
  readonly shape: 'badge' | 'portrait' | 'landscape';
};

/** The data of `resources/templates/appendix`; its README describes each field. */
export type PortfolioDocument = {
  readonly schema: 1;
  readonly title: PrintText;
  readonly personName: PrintText;
  readonly paper: 'a4' | 'us-letter';
  readonly created: { readonly year: number; readonly month: number; readonly day: number };
  readonly preparedOn: string;
  readonly summary: string;
  readonly legend: readonly {
    readonly kind: string;
    readonly word: string;
    readonly meaning: string;
  }[];
  readonly labels: PortfolioLabels;
  readonly items: readonly PrintedItem[];
};
