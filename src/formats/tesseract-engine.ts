// Reads printed words with Tesseract compiled to WebAssembly, in the calling thread: readers already live
// in a worker that the caller can stop. Its binary and language data are injected; nothing is downloaded.
import { gunzipSync } from 'fflate';
import type { GreyPicture, OcrEngine, OcrLayout, OcrLine, OcrPage, OcrWord } from './ocr-engine.ts';

/** Gives the engine's files; a missing file is a rejected promise. */
export type TesseractAssets = {
  /** Bytes of a binary of the package `tesseract.js-core`. */
  readonly readCore: (fileName: TesseractCoreFile) => Promise<Uint8Array>;
  /** Bytes of `4.0.0_best_int/eng.traineddata.gz` of the package `@tesseract.js-data/eng`. */
  readonly readLanguage: () => Promise<Uint8Array>;
};

export type TesseractCoreFile = 'tesseract-core-simd-lstm.wasm' | 'tesseract-core-lstm.wasm';

/** What is used of the compiled module (tesseract.js-core 7). */
type TesseractModule = {
  readonly FS: { writeFile(path: string, bytes: Uint8Array): void };
  readonly TessBaseAPI: new () => TesseractApi;
};
type TesseractApi = {
  Init(dataPath: null, language: string, mode: number): number;
  SetVariable(name: string, value: string): boolean;
  /** Loads `/input`; 1 is a picture that cannot be read. */
  SetImageFile(exif: number, angle: number): number;
  Recognize(monitor: null): number;
  GetJSONText(page: number): string;
};
type LoadModule = (options: {
  wasmBinary: Uint8Array;
  print: () => void;
  printErr: () => void;
  TesseractProgress: () => void;
}) => Promise<TesseractModule>;

type Engine = { readonly module: TesseractModule; readonly api: TesseractApi };

const LSTM_ONLY = 1;
/** Page segmentation modes of Tesseract: automatic, and a single line. */
const SEGMENTATION = { page: '3', line: '7' } as const satisfies Record<OcrLayout, string>;
/** The engine's memory only grows: after this many pictures it is made anew. */
const PICTURES_PER_ENGINE = 200;

/** Builds an engine that is loaded on first use and again after a picture that took too long. */
export function createTesseractEngine(assets: TesseractAssets): OcrEngine {
  let loading: Promise<Engine> | undefined;
  let pictures = 0;
  let deadlineMs = Number.POSITIVE_INFINITY;

  // Called between words. There is no other way to stop the engine in its own thread; after the throw
  // its memory is in no defined state, so it is dropped.
  function stopWhenLate(): void {
    if (performance.now() > deadlineMs) throw new OutOfTime();
  }

  async function load(): Promise<Engine> {
    const [loadModule, wasmBinary, language] = await Promise.all([
      hasSimd() ? importSimd() : importPlain(),
      assets.readCore(hasSimd() ? 'tesseract-core-simd-lstm.wasm' : 'tesseract-core-lstm.wasm'),
      assets.readLanguage(),
    ]);
    const silent = (): void => undefined;
    const module = await loadModule({
      wasmBinary,
      print: silent,
      printErr: silent,
      TesseractProgress: stopWhenLate,
    });
    module.FS.writeFile('./eng.traineddata', gunzipSync(language));
    const api = new module.TessBaseAPI();
    if (api.Init(null, 'eng', LSTM_ONLY) !== 0) throw new Error('tesseract did not start');
    return { module, api };
  }

  function read(
    { module, api }: Engine,
    picture: GreyPicture,
    untilMs: number,
    layout: OcrLayout,
  ): OcrPage {
    try {
      deadlineMs = untilMs;
      stopWhenLate();
      module.FS.writeFile('/input', encodeGreymap(picture));
      api.SetVariable('tessedit_pageseg_mode', SEGMENTATION[layout]);
      if (api.SetImageFile(1, 0) !== 0) return { lines: [], finished: true };
      api.Recognize(null);
      return { lines: parseLines(api.GetJSONText(0)), finished: true };
    } catch (cause) {
      loading = undefined;
      if (cause instanceof OutOfTime) return { lines: [], finished: false };
      throw cause;
    } finally {
      deadlineMs = Number.POSITIVE_INFINITY;
    }
  }

  return {
    recognise: async (picture, untilMs, layout = 'page') => {
      pictures += 1;
      if (pictures % PICTURES_PER_ENGINE === 0) loading = undefined;
      loading ??= load();
      const engine = await loading.catch((cause: unknown) => {
        loading = undefined;
        throw cause;
      });
      return read(engine, picture, untilMs, layout);
    },
  };
}

class OutOfTime extends Error {}

async function importSimd(): Promise<LoadModule> {
  // @ts-expect-error -- the engine ships without types.
  const loaded: unknown = await import('tesseract.js-core/tesseract-core-simd-lstm.js');
  return (loaded as { default: LoadModule }).default;
}

async function importPlain(): Promise<LoadModule> {
  // @ts-expect-error -- the engine ships without types.
  const loaded: unknown = await import('tesseract.js-core/tesseract-core-lstm.js');
  return (loaded as { default: LoadModule }).default;
}

// A module of one function that uses a 128-bit value; it validates only where the processor has them.
const SIMD_PROBE = new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15,
  253, 98, 11,
]);

function hasSimd(): boolean {
  const { WebAssembly } = globalThis as { WebAssembly?: { validate(bytes: Uint8Array): boolean } };
  return WebAssembly?.validate(SIMD_PROBE) ?? false;
}

// Netpbm's greymap (P5): pixels as they are behind a short head.
function encodeGreymap({ data, width, height }: GreyPicture): Uint8Array {
  const head = new TextEncoder().encode(`P5\n${width} ${height}\n255\n`);
  const file = new Uint8Array(head.length + data.length);
  file.set(head);
  file.set(data, head.length);
  return file;
}

type JsonBox = { x0: number; y0: number; x1: number; y1: number };
type JsonWord = { text: string; confidence: number; bbox: JsonBox };
type JsonLine = {
  words?: JsonWord[];
  bbox: JsonBox;
  baseline?: JsonBox;
  rowAttributes?: { rowHeight: number };
};
type JsonPage = { blocks?: { paragraphs?: { lines?: JsonLine[] }[] }[] };

// The engine's own output: trusted in shape, untrusted in text.
function parseLines(json: string): OcrLine[] {
  const { blocks = [] } = JSON.parse(json) as JsonPage;
  const lines = blocks.flatMap(({ paragraphs = [] }) =>
    paragraphs.flatMap((paragraph) => paragraph.lines ?? []),
  );
  return lines.flatMap(({ words = [], bbox, baseline, rowAttributes }) => {
    const read = words.map(toWord).filter(({ text }) => text !== '');
    if (read.length === 0) return [];
    const rowHeight = rowAttributes?.rowHeight ?? 0;
    const height = bbox.y1 - bbox.y0;
    return [
      {
        words: read,
        rowHeight: rowHeight > 0 ? rowHeight : height,
        baseline: baseline?.y0 ?? bbox.y1 - 0.2 * height,
        slope:
          baseline && baseline.x1 > baseline.x0
            ? (baseline.y1 - baseline.y0) / (baseline.x1 - baseline.x0)
            : 0,
      },
    ];
  });
}

function toWord({ text, confidence, bbox }: JsonWord): OcrWord {
  return {
    text: text.trim(),
    confidence: Math.min(1, Math.max(0, confidence / 100)),
    x: bbox.x0,
    y: bbox.y0,
    width: bbox.x1 - bbox.x0,
    height: bbox.y1 - bbox.y0,
  };
}
