// The built page as a closed list: request path → file. Both shells serve from it, so no request path
// ever becomes a file path.
import { readdir } from 'node:fs/promises';
import { extname, join } from 'node:path';

export type PageFile = {
  readonly file: string;
  readonly mediaType: string;
  /** True when the name carries a hash of the content, so that a copy never goes stale. */
  readonly immutable: boolean;
};

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.jpg': 'image/jpeg',
  '.ico': 'image/x-icon',
};

const HASHED_NAME = /^\/assets\/.*-[A-Za-z0-9_-]{8}\.[a-z0-9]+$/;

/** Every file under `folder` by its request path, `/` being `index.html`. Throws when it cannot be read. */
export async function readPageFiles(folder: string): Promise<ReadonlyMap<string, PageFile>> {
  const files = new Map<string, PageFile>();
  await collect(folder, '', files);
  const index = files.get('/index.html');
  if (index === undefined) throw new Error(`no built page in ${folder}`);
  files.set('/', index);
  return files;
}

async function collect(
  folder: string,
  prefix: string,
  files: Map<string, PageFile>,
): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const file = join(folder, entry.name);
    const path = `${prefix}/${entry.name}`;
    if (entry.isDirectory()) await collect(file, path, files);
    else if (entry.isFile() && !entry.name.endsWith('.map')) {
      const mediaType =
        MEDIA_TYPES[extname(entry.name).toLowerCase()] ?? 'application/octet-stream';
      files.set(path, { file, mediaType, immutable: HASHED_NAME.test(path) });
    }
  }
}
