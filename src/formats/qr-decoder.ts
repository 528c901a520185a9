// Reads QR codes with zxing-wasm. The decoder's binary is injected; nothing is downloaded. What a code
// says is untrusted text: it is never opened.
import type * as ZxingReader from 'zxing-wasm/reader';
import type { Pixels } from './picture-canvas.ts';

export interface QrDecoder {
  /**
   * The texts of the QR codes of a picture file (PNG, JPEG, GIF: check its size first) or of pixels, each
   * once. Empty where there are none or the picture cannot be decoded; never throws.
   */
  readonly decode: (picture: Uint8Array | Pixels) => Promise<readonly string[]>;
}

const MOST_CODES = 8;
const MOST_CHARACTERS = 8_192;

/** Builds a decoder over the bytes of `zxing-wasm/dist/reader/zxing_reader.wasm`, loaded on first use. */
export function createQrDecoder(loadWasm: () => Promise<Uint8Array>): QrDecoder {
  let reader: Promise<typeof ZxingReader> | undefined;

  async function prepare(): Promise<typeof ZxingReader> {
    const [module, wasm] = await Promise.all([import('zxing-wasm/reader'), loadWasm()]);
    await module.prepareZXingModule({
      overrides: { wasmBinary: wasm.slice().buffer },
      fireImmediately: true,
    });
    return module;
  }

  return {
    decode: async (picture) => {
      try {
        reader ??= prepare();
        const { readBarcodes } = await reader;
        const input = picture instanceof Uint8Array ? picture.slice() : picture;
        const codes = await readBarcodes(input as Uint8Array<ArrayBuffer>, {
          formats: ['QRCode'],
          tryHarder: true,
          tryInvert: true,
          maxNumberOfSymbols: MOST_CODES,
        });
        const texts = codes
          .filter(({ isValid, text }) => isValid && text !== '' && text.length <= MOST_CHARACTERS)
          .map(({ text }) => text);
        return [...new Set(texts)];
      } catch {
        return [];
      }
    },
  };
}
