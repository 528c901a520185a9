// The worker half of pdf.js ships without types; the engine only hands the module on.
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  export const WorkerMessageHandler: unknown;
}
