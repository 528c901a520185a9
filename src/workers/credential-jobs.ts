// The jobs over untrusted bytes: read a file, check a credential, make a picture. The same code runs in
// the page's workers and in the command line's threads; what differs is handed in as a platform.
import type { CredentialReading, FileReading } from '../domain/credential.ts';
import { documentReading } from '../domain/document-reading.ts';
import { type Sha256, sha256Of } from '../domain/id.ts';
import { type Problem, problem } from '../domain/problem.ts';
import type { DocumentSource, HandedDocument, WantedDocument } from '../domain/material.ts';
import { type Fact, type VerificationReport, isOwnWords } from '../domain/report.ts';
import { type Result, err, ok } from '../domain/result.ts';
import type { TableMapping } from '../domain/table.ts';
import {
  type DocumentReaders,
  type PayloadReading,
  type ReadOptions,
  readCode,
  readFile,
} from '../formats/index.ts';
import type { CanvasPort, PagePicture } from '../formats/pdf-page-picture.ts';
import { renderPdfPage } from '../formats/pdf-page-picture.ts';
import type { PdfAssets } from '../formats/pdf-engine.ts';
import { readPdf } from '../formats/pdf-reader.ts';
import { readPicture } from '../formats/picture-reader.ts';
import type { OcrEngine } from '../formats/ocr-engine.ts';
import type { QrDecoder } from '../formats/qr-decoder.ts';
import { linkProblem, readLink, recogniseDocument } from '../providers/index.ts';
import { readExport } from '../providers/read-export.ts';
import type { IssuerTrust } from '../domain/trust.ts';
import {
  type ContextSource,
  type Refreshed,
  type Verification,
  runVerification,
} from '../verify/index.ts';

/** What a worker or thread gives the jobs. Everything heavy inside it is loaded when first used. */
export type JobPlatform = {
  readonly contexts: ContextSource;
  readonly pdfAssets: PdfAssets;
  readonly canvas: CanvasPort;
  readonly qr: QrDecoder;
  /** Reads printed words; without it they stay unread. */
  readonly ocr?: OcrEngine;
  /** Stored copies that stand in for the network; absent when there are none. */
  readonly documents?: DocumentSource;
  /** Whom the person trusts, where it is the same for every job. */
  readonly trust?: IssuerTrust;
  /** Whether every job asks for pages of evidence. */
  readonly withEvidence?: boolean;
  readonly nowMs: () => number;
};

export type ReadInput = {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  /** The instant to judge dates at; now when absent. */
  readonly asOf?: string;
  /** Columns of a table that the person matched. */
  readonly mapping?: TableMapping;
  /** Whether printed words are read now, which is slow; `now` when absent. */
  readonly printedText?: ReadOptions['printedText'];
  /** True: entries that are the person's own statement (rows of a table) get no report. */
  readonly withoutOwnWords?: boolean;
};
export type ReadAnswer = {
  readonly sha256: Sha256;
  readonly reading: FileReading;
  /**
   * One per item; for a kept file without items, the one of its document reading. Undefined only where
   * `withoutOwnWords` was asked.
   */
  readonly reports: readonly (VerificationReport | undefined)[];
};

export type VerifyInput = {
  readonly bytes: Uint8Array | undefined;
  readonly fileName: string;
  readonly index: number;
  readonly expected: Sha256;
  readonly fallback: CredentialReading;
  readonly mapping?: TableMapping;
  /** The instant to judge dates at; now when absent. */
  readonly asOf?: string;
  /** Answers and failures of sites; what is not among them was not asked for. */
  readonly documents?: readonly HandedDocument[];
  readonly trust?: IssuerTrust;
  readonly isClockDoubtful?: boolean;
  readonly withEvidence?: boolean;
  /** True: intermediate values are answered too. */
  readonly withFacts?: boolean;
};
export type VerifyAnswer = {
  readonly report: VerificationReport;
  readonly reading: CredentialReading | undefined;
  /** Documents that nobody asked for and that would say more. */
  readonly wanted: readonly WantedDocument[];
  readonly facts: readonly Fact[];
  /** A newer version that the issuer offers, exactly as given. */
  readonly refreshed?: Refreshed;
};

export type PictureInput = {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly page: number;
  readonly maxPixels: number;
  readonly as: 'image/jpeg' | 'image/png';
};

export type CredentialJobs = {
  readonly read: (input: ReadInput) => Promise<Result<ReadAnswer>>;
  readonly verify: (input: VerifyInput) => Promise<Result<VerifyAnswer>>;
  readonly picture: (input: PictureInput) => Promise<Result<PagePicture>>;
};

type CheckOptions = Pick<
  VerifyInput,
  'asOf' | 'documents' | 'trust' | 'isClockDoubtful' | 'withEvidence'
> & { readonly note?: (fact: Fact) => void };

/** Documents that were handed over with the job; anything else was not asked for. */
function handed(documents: readonly HandedDocument[]): DocumentSource {
  const byUrl = new Map(documents.map((document) => [document.url, document]));
  return (url) => Promise.resolve(byUrl.get(url));
}

/** Builds the jobs. Inputs hold untrusted bytes; answers are plain structured-cloneable values. */
export function createCredentialJobs(platform: JobPlatform): CredentialJobs {
  const documentTools = {
    recogniseDocument,
    readCode: (text: string, carrier: string): Promise<PayloadReading> =>
      readCode(text, readers, carrier),
    canvas: platform.canvas,
    qr: platform.qr,
    ...(platform.ocr ? { ocr: platform.ocr } : {}),
  };
  const readers: DocumentReaders = {
    readPdf: (bytes, fileName, options) =>
      readPdf(bytes, fileName, { assets: platform.pdfAssets, ...documentTools }, options),
    readPicture: (bytes, mediaType, fileName, options) =>
      readPicture(bytes, mediaType, fileName, documentTools, options),
    readLink,
    linkProblem,
    readExport,
    recogniseDocument,
    loadContext: (url) => platform.contexts.load(url),
  };
  const lastRead = createLastRead(readers);

  function check(
    reading: CredentialReading,
    outcome: 'matches' | 'differs' | 'missing',
    options: CheckOptions = {},
  ): Promise<Verification> {
    const { asOf, isClockDoubtful, withEvidence = platform.withEvidence, note } = options;
    const documents = options.documents ? handed(options.documents) : platform.documents;
    const trust = options.trust ?? platform.trust;
    return runVerification({
      reading,
      integrity: { outcome },
      now: asOf === undefined ? new Date(platform.nowMs()) : new Date(asOf),
      contexts: platform.contexts,
      ...(documents ? { documents } : {}),
      ...(trust ? { trust } : {}),
      ...(isClockDoubtful ? { isClockDoubtful } : {}),
      ...(withEvidence ? { withEvidence } : {}),
      ...(note ? { note } : {}),
    });
  }

  return {
    read: async (input) => {
      const { bytes, fileName, asOf, mapping, printedText = 'now', withoutOwnWords } = input;
      const sha256 = await sha256Of(bytes);
      const file = { bytes, fileName, ...(mapping ? { mapping } : {}) };
      const reading = await readFile(file, readers, { printedText });
      const listed =
        reading.outcome === 'kept' && reading.items.length === 0
          ? [documentReading(fileName)]
          : reading.items;
      const reports = await Promise.all(
        listed.map(async (item) =>
          withoutOwnWords && isOwnWords(item.format)
            ? undefined
            : (await check(item, 'matches', asOf === undefined ? {} : { asOf })).report,
        ),
      );
      return ok({ sha256, reading, reports });
    },
    verify: async ({ bytes, fileName, index, expected, fallback, mapping, ...rest }) => {
      const facts: Fact[] = [];
      const { withFacts, ...given } = rest;
      const options = withFacts ? { ...given, note: (fact: Fact) => void facts.push(fact) } : given;
      if (!bytes) {
        const { report, wanted } = await check(fallback, 'missing', options);
        return ok({ report, wanted, facts, reading: undefined });
      }
      const actual = await sha256Of(bytes);
      const matches = actual === expected;
      // A proof never stands in printed words, so they are not read again.
      const file = { bytes, fileName, ...(mapping ? { mapping } : {}) };
      const { items, awaitsPrintedText } = await lastRead(file, actual);
      const reading = awaitsPrintedText ? undefined : items[index];
      const outcome = matches ? 'matches' : 'differs';
      const checked = await check(reading ?? fallback, outcome, options);
      return ok({ ...checked, reading, facts });
    },
    picture: async ({ bytes, mediaType, page, maxPixels, as }) => {
      if (mediaType === 'application/pdf') {
        return renderPdfPage(bytes, page, maxPixels, platform.canvas, platform.pdfAssets, as);
      }
      const picture = await platform.canvas.reencodePicture(bytes, mediaType, maxPixels, as);
      return picture.ok ? ok({ ...picture.value, page: 1, pages: 1 }) : picture;
    },
  };
}

type LastRead = (file: Parameters<typeof readFile>[0], key: Sha256) => ReturnType<typeof readFile>;

/** A table of ten thousand rows is checked row by row but read once: the last reading is kept. */
function createLastRead(readers: DocumentReaders): LastRead {
  let last: { readonly key: string; readonly reading: ReturnType<typeof readFile> } | undefined;
  return (file, sha256) => {
    const key = `${sha256} ${file.fileName} ${JSON.stringify(file.mapping ?? null)}`;
    if (last?.key !== key)
      last = { key, reading: readFile(file, readers, { printedText: 'later' }) };
    return last.reading;
  };
}

/** Answers one call by name; an unknown name or a thrown bug is a problem, so the loop never dies of it. */
export async function runJob(
  jobs: CredentialJobs,
  name: string,
  input: unknown,
): Promise<Result<unknown>> {
  const job = Object.hasOwn(jobs, name) ? jobs[name as keyof CredentialJobs] : undefined;
  if (!job) return err(problem('host/unknown-channel'));
  try {
    return await (job as (input: unknown) => Promise<Result<unknown>>)(input);
  } catch (cause) {
    return err(crashed(cause));
  }
}

function crashed(cause: unknown): Problem {
  return problem('input/reader-crashed', { cause });
}
