// How Laurel is built: Node side, preload and page, each into its folder under out/. Entries whose source
// does not exist are left out, and the launcher reports a missing output in words.
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { basename, join, relative, resolve, sep } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';

const ROOT = import.meta.dirname;

/** Loopback and the command line run on the installed Node, so its oldest version is the target. */
const NODE_TARGET = 'node20.19';
/** The newest syntax that every browser shell since early 2025 understands. */
const PAGE_TARGET = 'es2023';

const MAIN_ENTRIES = {
  electron: 'electron/main/index.ts',
  loopback: 'electron/loopback/index.ts',
  cli: 'electron/cli/index.ts',
  'reader-thread': 'electron/cli/reader-thread.ts',
  'typeset-worker': 'electron/host/typeset-worker.ts',
};

/** Not shipped: a script for browsers without WebAssembly, which Laurel does not run in. */
const LEFT_OUT = ['openjpeg_nowasm_fallback.js'];

/** Files that libraries fetch by name at run time, copied beside the page: target folder ← source. */
const PAGE_ASSETS = {
  'pdfjs/cmaps': 'node_modules/pdfjs-dist/cmaps',
  'pdfjs/standard_fonts': 'node_modules/pdfjs-dist/standard_fonts',
  'pdfjs/wasm': 'node_modules/pdfjs-dist/wasm',
  'pdfjs/iccs': 'node_modules/pdfjs-dist/iccs',
  'zxing/zxing_reader.wasm': 'node_modules/zxing-wasm/dist/reader/zxing_reader.wasm',
  'tesseract/tesseract-core-simd-lstm.wasm':
    'node_modules/tesseract.js-core/tesseract-core-simd-lstm.wasm',
  'tesseract/tesseract-core-lstm.wasm': 'node_modules/tesseract.js-core/tesseract-core-lstm.wasm',
  'tesseract/LICENSE': 'node_modules/tesseract.js-core/LICENSE',
  // Not named .gz: a server may take that for an encoding of the answer and unpack it.
  'tesseract/eng.traineddata.bin':
    'node_modules/@tesseract.js-data/eng/4.0.0_best_int/eng.traineddata.gz',
};

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      target: NODE_TARGET,
      sourcemap: true,
      rolldownOptions: {
        input: existingEntries(MAIN_ENTRIES),
        output: {
          format: 'es',
          entryFileNames: '[name].js',
          chunkFileNames: 'chunks/[name]-[hash].js',
        },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      target: NODE_TARGET,
      // A sandboxed preload has no module loader: one CommonJS file with everything inside.
      externalizeDeps: false,
      rolldownOptions: {
        input: existingEntries({ preload: 'electron/preload/index.ts' }),
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve(ROOT, 'src'),
    base: './',
    publicDir: false,
    plugins: [react(), pageAssets(PAGE_ASSETS)],
    worker: { format: 'es' },
    build: {
      outDir: resolve(ROOT, 'out/renderer'),
      emptyOutDir: true,
      target: PAGE_TARGET,
      minify: true,
      modulePreload: { polyfill: false },
      // The content security policy has no `data:` for scripts, styles and fonts.
      assetsInlineLimit: 0,
      reportCompressedSize: true,
      chunkSizeWarningLimit: 900,
      rolldownOptions: { input: resolve(ROOT, 'src/index.html') },
    },
  },
});

function existingEntries(entries: Record<string, string>): Record<string, string> {
  const found = Object.entries(entries).filter(([, file]) => existsSync(join(ROOT, file)));
  return Object.fromEntries(found.map(([name, file]) => [name, join(ROOT, file)]));
}

function pageAssets(assets: Record<string, string>): Plugin {
  return {
    name: 'laurel:page-assets',
    apply: 'build',
    generateBundle() {
      for (const [target, source] of Object.entries(assets)) {
        const from = join(ROOT, source);
        for (const file of filesUnder(from)) {
          if (LEFT_OUT.includes(basename(file))) continue;
          const rest = relative(from, file).split(sep).join('/');
          const fileName = rest === '' ? target : `${target}/${rest}`;
          this.emitFile({ type: 'asset', fileName, source: readFileSync(file) });
        }
      }
    },
  };
}

function filesUnder(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path).flatMap((name) => filesUnder(join(path, name)));
}
