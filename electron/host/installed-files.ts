// Where the parts of an installation lie, seen from the folder of the built entries (out/main).
import { join, resolve } from 'node:path';

export type InstalledFiles = {
  readonly resourcesFolder: string;
  /** node_modules, which holds the bundled fonts. */
  readonly packagesFolder: string;
  readonly pageFolder: string;
  readonly preloadFile: string;
  readonly typesetWorkerFile: string;
};

/** The places, whether or not something is there. `entryFolder` is that of the running entry. */
export function installedFiles(entryFolder: string): InstalledFiles {
  const root = resolve(entryFolder, '..', '..');
  return {
    resourcesFolder: join(root, 'resources'),
    packagesFolder: join(root, 'node_modules'),
    pageFolder: join(root, 'out', 'renderer'),
    preloadFile: join(root, 'out', 'preload', 'preload.cjs'),
    typesetWorkerFile: join(root, 'out', 'main', 'typeset-worker.js'),
  };
}
