// Finds the files that ship with Laurel: from the source tree, from built files, or packed beside the program.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export type ResourceFolders = {
  /** `resources`: templates, contexts, schemas, samples, icons. */
  readonly resources: string;
  /** The folder that holds `node_modules` and, in a build, `out`. */
  readonly root: string;
};

const MARK = join('resources', 'templates');

/** Walks up from the file that asks (its `import.meta.url`) to the folder that holds `resources`. */
export function findResources(from: string): ResourceFolders | undefined {
  const start = from.startsWith('file:') ? fileURLToPath(from) : from;
  for (let folder = start; ; folder = dirname(folder)) {
    if (existsSync(join(folder, MARK)))
      return { resources: join(folder, 'resources'), root: folder };
    if (dirname(folder) === folder) return undefined;
  }
}

/** The folder of an installed package, such as a font's, seen from `root`; undefined when it is not installed. */
export function findPackageFolder(root: string, name: string): string | undefined {
  for (let folder = root; ; folder = dirname(folder)) {
    const found = join(folder, 'node_modules', ...name.split('/'));
    if (existsSync(join(found, 'package.json'))) return found;
    if (dirname(folder) === folder) return undefined;
  }
}
