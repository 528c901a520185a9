// Typesetting itself: one warm Typst compiler over one template folder at a time and the print fonts.
// Runs inside the worker (typeset-worker.ts) or in process in tests. Data goes in as JSON, never as markup;
// the template sees its own folder and the virtual files of the request, and nothing else.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { RequestOf, ResponseOf } from '../../src/contract/channels.ts';
import { type Coverage, readCoverage } from './font-coverage.ts';
import { fontFilesIn } from './fonts.ts';

export type TypesetRequest = RequestOf<'typeset.render'>;
export type TypesetResponse = ResponseOf<'typeset.render'>;

export type TypesetOptions = {
  /** The folder that holds `templates/<name>/main.typ`. */
  readonly resourcesFolder: string;
  /** Folders with the font files; see fonts.ts. */
  readonly fontFolders: readonly string[];
};

export interface TypesetCore {
  /** Throws when the template or its data cannot be set; the message is for the log. */
  render(request: TypesetRequest): TypesetResponse;
}

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
type Template = { readonly folder: string; readonly compiler: NodeCompiler };

const PICTURE_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,150}$/;
/** Shown for a character that no print font has; it must itself be in one of them. */
const MISSING_CHARACTER = '\u25a1';

/** Loads the fonts once. Compilers stay warm per template; memoised results are freed after each render. */
export function createTypesetCore(options: TypesetOptions): TypesetCore {
  const coverage = readCoverage(fontFilesIn(options.fontFolders));
  const templates = new Map<string, Template>();

  function templateNamed(name: string): Template {
    const known = templates.get(name);
    if (known) return known;
    const folder = join(options.resourcesFolder, 'templates', name);
    refusePackages(join(folder, 'main.typ'));
    const compiler = NodeCompiler.create({
      workspace: folder,
      fontArgs: [{ fontPaths: [...options.fontFolders] }],
    });
    const template = { folder, compiler };
    templates.set(name, template);
    return template;
  }

  return {
    render: (request) => {
      const template = templateNamed(request.template);
      try {
        mapFiles(template, request);
        const unusable = request.pictures.filter((picture) => !isPicture(picture.bytes));
        writeData(template, request, coverage, unusable);
        try {
          return compile(template, request);
        } catch (cause) {
          // One damaged picture must not cost the whole document: leave out what cannot be decoded.
          const damaged = request.pictures.filter((picture) => !decodes(template, picture.name));
          if (damaged.length <= unusable.length) throw cause;
          writeData(template, request, coverage, damaged);
          return compile(template, request);
        }
      } finally {
        template.compiler.resetShadow();
        template.compiler.evictCache(0);
      }
    },
  };
}

// A package import would make the compiler download code while printing.
function refusePackages(mainFile: string): void {
  if (/(?:import|include)\s*"@/.test(readFileSync(mainFile, 'utf8'))) {
    throw new Error(`template imports a package: ${mainFile}`);
  }
}

function mapFiles(template: Template, request: TypesetRequest): void {
  const { folder, compiler } = template;
  for (const picture of request.pictures) {
    if (!PICTURE_NAME.test(picture.name)) throw new Error('picture name not allowed');
    compiler.mapShadow(join(folder, 'pictures', picture.name), asBuffer(picture.bytes));
  }
  if (request.attachments.length > 0 && request.standard !== 'a-3a') {
    throw new Error('attachments need the standard a-3a');
  }
  request.attachments.forEach((attachment, index) => {
    compiler.mapShadow(join(folder, 'attachments', String(index)), asBuffer(attachment.bytes));
  });
}

function writeData(
  template: Template,
  request: TypesetRequest,
  coverage: Coverage,
  unusable: readonly { readonly name: string }[],
): void {
  const attachments = request.attachments.map((attachment, index) => ({
    file: `attachments/${index}`,
    name: attachment.name,
    mediaType: attachment.mediaType,
    description: attachment.description,
  }));
  const unusablePictures = unusable.map((picture) => picture.name);
  const given = request.data as { readonly [key: string]: Json };
  const data = {
    ...(printable(given, coverage) as object),
    // The manifest is data for programs and is never set as text.
    manifest: given['manifest'] ?? null,
    standard: request.standard,
    attachments,
    unusablePictures,
  };
  template.compiler.mapShadow(
    join(template.folder, 'data.json'),
    Buffer.from(JSON.stringify(data), 'utf8'),
  );
}

function decodes(template: Template, pictureName: string): boolean {
  const source = `#image("/pictures/${pictureName}", width: 10pt)`;
  const outcome = template.compiler.compile({ mainFileContent: source });
  return !outcome.hasError() && outcome.result !== null;
}

function compile(template: Template, request: TypesetRequest): TypesetResponse {
  const { compiler, folder } = template;
  const outcome = compiler.compile({ mainFilePath: join(folder, 'main.typ'), resetRead: true });
  const document = outcome.result;
  if (outcome.hasError() || !document) {
    const diagnostics = outcome.takeDiagnostics()?.shortDiagnostics ?? [];
    throw new Error(diagnosticsText(diagnostics));
  }
  const pdf = compiler.pdf(
    document,
    request.standard === 'none' ? {} : { pdfStandard: request.standard },
  );
  // A copy that owns its memory: the compiler's buffer cannot be handed to another thread.
  return { pdf: new Uint8Array(pdf), pages: document.numOfPages };
}

function diagnosticsText(diagnostics: readonly unknown[]): string {
  const messages = diagnostics.map((entry) => {
    const { message } = entry as { message?: unknown };
    return typeof message === 'string' ? message : 'unknown diagnostic';
  });
  return messages.slice(0, 5).join('; ') || 'no diagnostics';
}

/** Replaces characters without a glyph in every text of the data; keys stay as they are. */
function printable(value: Json, coverage: Coverage): Json {
  if (typeof value === 'string') return printableText(value, coverage);
  if (Array.isArray(value)) return value.map((entry: Json) => printable(entry, coverage));
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(
      Object.entries(value).map(([key, entry]) => [key, printable(entry, coverage)]),
    );
  }
  return value;
}

function printableText(text: string, coverage: Coverage): string {
  let result = '';
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0;
    if (codePoint >= 0x20 && codePoint < 0x7f) result += character;
    else if (codePoint === 0x0a) result += character;
    else if (isInvisibleControl(codePoint)) continue;
    else if (coverage(codePoint) && !isPrivateUse(codePoint)) result += character;
    else result += MISSING_CHARACTER;
  }
  return result;
}

// Variation selectors and C0/C1 controls have no picture of their own; leaving them out loses no letter.
function isInvisibleControl(codePoint: number): boolean {
  return (
    codePoint < 0x20 ||
    (codePoint >= 0x7f && codePoint < 0xa0) ||
    (codePoint >= 0xfe00 && codePoint <= 0xfe0f) ||
    (codePoint >= 0xe0100 && codePoint <= 0xe01ef)
  );
}

// PDF/A-3 level A (ISO 19005-3, 6.2.11.7.3) refuses private-use characters without a replacement text.
function isPrivateUse(codePoint: number): boolean {
  return (codePoint >= 0xe000 && codePoint <= 0xf8ff) || codePoint >= 0xf0000;
}

/** PNG, JPEG or SVG by its first bytes; whatever else is left out of the page, not a failure of it. */
function isPicture(bytes: Uint8Array): boolean {
  const [a, b, c, d] = bytes;
  if (a === 0x89 && b === 0x50 && c === 0x4e && d === 0x47) return true;
  if (a === 0xff && b === 0xd8 && c === 0xff) return true;
  return /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<svg[\s>]/.test(
    new TextDecoder().decode(bytes.subarray(0, 2_000)),
  );
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
