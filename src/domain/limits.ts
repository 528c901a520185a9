// Bounds on hostile input (hazards C). One place, so that readers, workers and tests agree.
const KIB = 1024;
const MIB = 1024 * KIB;

export const LIMITS = {
  /** Largest file that is taken in at all. */
  fileBytes: 200 * MIB,
  /** Largest credential payload (JSON, JWT, SVG text). */
  payloadBytes: 20 * MIB,
  jsonDepth: 64,
  jsonValues: 200_000,
  xmlDepth: 64,
  pngChunks: 10_000,
  pngTextBytes: 1 * MIB,
  pictureSide: 16_384,
  picturePixels: 50_000_000,
  pdfPages: 2_000,
  pdfTextCharacters: 200_000,
  dataUrlBytes: 5 * MIB,
  proofs: 16,
  rdfQuads: 20_000,
  rdfBlankNodes: 2_000,
  /** How long one file may keep a worker busy before it is stopped. */
  readTimeMs: 20_000,
  verifyTimeMs: 5_000,
  /** The same where printed words are read. */
  ocrTimeMs: 60_000,
  /** How long the reader of printed words may work on one file before it stops by itself. */
  printedWordsMs: 30_000,
} as const;
