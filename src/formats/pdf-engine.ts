// Loads pdf.js and opens documents with everything active switched off. Both halves of pdf.js run in the
// calling thread, because readers already live in a worker that the caller can stop. Nothing is fetched:
// character maps, fonts and decoders come from the injected PdfAssets.
import type * as PdfJs from 'pdfjs-dist/legacy/build/pdf.mjs';
import { isEndlessPdf } from '../domain/endless-pdf.ts';
import { problem } from '../domain/problem.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { LIMITS } from '../domain/limits.ts';

/** The folders of pdfjs-dist whose files the reader may ask for. */
export type PdfAssetFolder = 'cmaps' | 'standard_fonts' | 'wasm';

/**
 * Gives the bytes of a file of pdfjs-dist, such as `cmaps/78-H.bcmap`. `fileName` is taken from the
 * document, hence untrusted: it is already reduced to a plain file name, and a missing file is a
 * rejected promise. Without assets, text in some Asian encodings is not read.
 */
export type PdfAssets = {
  readonly read: (folder: PdfAssetFolder, fileName: string) => Promise<Uint8Array>;
};

const FOLDER_OF: Readonly<Record<string, PdfAssetFolder>> = {
  cMapUrl: 'cmaps',
  standardFontDataUrl: 'standard_fonts',
  wasmUrl: 'wasm',
};
const PLAIN_FILE_NAME = /^[A-Za-z0-9_-]{1,80}(?:\.[A-Za-z0-9]{1,8})?$/;

let engine: Promise<typeof PdfJs> | undefined;

/** Loads pdf.js once. */
export function loadPdfEngine(): Promise<typeof PdfJs> {
  engine ??= importEngine();
  return engine;
}

async function importEngine(): Promise<typeof PdfJs> {
  const scope = globalThis as { window?: unknown; pdfjsWorker?: unknown };
  // On load in a worker without `window`, the worker half takes over this worker's message port and
  // answers the page's messages. A `window` that exists during the import keeps it from that.
  const lacksWindow = scope.window === undefined;
  if (lacksWindow) scope.window = {};
  try {
    // @ts-expect-error -- the worker half ships without types; it is only handed on.
    scope.pdfjsWorker = (await import('pdfjs-dist/legacy/build/pdf.worker.mjs')) as unknown;
  } finally {
    if (lacksWindow) delete scope.window;
  }
  return import('pdfjs-dist/legacy/build/pdf.mjs');
}

/** What a canvas factory of pdf.js has to offer; only rendering needs one. */
export type PdfCanvasFactory = new () => {
  create(width: number, height: number): { canvas: unknown; context: unknown };
  reset(pair: { canvas: unknown; context: unknown }, width: number, height: number): void;
  destroy(pair: { canvas: unknown; context: unknown }): void;
};

export type OpenPdf = {
  readonly document: PdfJs.PDFDocumentProxy;
  readonly pages: number;
  /** Frees what pdf.js holds; call it when done, also after a problem. */
  readonly close: () => Promise<void>;
};

/**
 * Opens untrusted bytes. Answers `pdf/locked` when a password is needed, `pdf/too-many-pages` beyond
 * the limit and `pdf/damaged` for everything else that cannot be opened. The bytes are copied.
 */
export async function openPdf(
  bytes: Uint8Array,
  assets: PdfAssets | undefined,
  canvasFactory?: PdfCanvasFactory,
): Promise<Result<OpenPdf>> {
  if (isEndlessPdf(bytes)) return err(problem('pdf/damaged', { cause: 'endless' }));
  const { getDocument, VerbosityLevel } = await loadPdfEngine();
  let task: ReturnType<typeof getDocument> | undefined;
  try {
    task = getDocument({
      data: bytes.slice(),
      verbosity: VerbosityLevel.ERRORS,
      isEvalSupported: false,
      enableXfa: false,
      useSystemFonts: false,
      disableFontFace: true,
      useWorkerFetch: false,
      isOffscreenCanvasSupported: false,
      isImageDecoderSupported: false,
      maxImageSize: LIMITS.picturePixels,
      BinaryDataFactory: binaryDataFactory(assets),
      FilterFactory: NoFilters,
      ...(canvasFactory ? { CanvasFactory: canvasFactory } : {}),
    });
    const document = await task.promise;
    const opened = task;
    const close = (): Promise<void> => opened.destroy().catch(() => undefined);
    if (document.numPages > LIMITS.pdfPages) {
      const { numPages } = document;
      await close();
      return err(
        problem('pdf/too-many-pages', { params: { pages: numPages, limit: LIMITS.pdfPages } }),
      );
    }
    // A page tree that runs in circles opens and reports a count; only asking for a page shows it.
    await document.getPage(1);
    return ok({ document, pages: document.numPages, close });
  } catch (cause) {
    await task?.destroy().catch(() => undefined);
    const locked = cause instanceof Error && cause.name === 'PasswordException';
    return err(problem(locked ? 'pdf/locked' : 'pdf/damaged', { cause }));
  }
}

function binaryDataFactory(assets: PdfAssets | undefined): object {
  return class InjectedBinaryData {
    async fetch(request: { kind: string; filename: string }): Promise<Uint8Array> {
      const folder = FOLDER_OF[request.kind];
      if (!assets || !folder || !PLAIN_FILE_NAME.test(request.filename)) {
        throw new Error(`no such file: ${request.kind}`);
      }
      return assets.read(folder, request.filename);
    }
  };
}

// The stock filter factory draws SVG filters into the page's document, which a worker does not have.
class NoFilters {
  addFilter(): string {
    return 'none';
  }
  addHCMFilter(): string {
    return 'none';
  }
  addAlphaFilter(): string {
    return 'none';
  }
  addLuminosityFilter(): string {
    return 'none';
  }
  addKnockoutFilter(): string {
    return 'none';
  }
  addHighlightHCMFilter(): string {
    return 'none';
  }
  destroy(): void {}
}
