// Composes the host: one handler per channel of the contract. Shells add a transport and nothing else.
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { HostHandlers } from '../../src/contract/host.ts';
import { parseOpenableLink } from '../../src/contract/openable-link.ts';
import { problem } from '../../src/domain/problem.ts';
import { err, ok } from '../../src/domain/result.ts';
import { type Disk, nodeDisk } from './disk.ts';
import { safeFileName } from './file-name.ts';
import { LIBRARY_SETTINGS, type LibrarySettings } from './library.ts';
import { createLibraryService } from './library-service.ts';
import { type Log, createLog } from './log.ts';
import { type NetworkServiceOptions, createNetworkService } from './network-service.ts';
import type { ShellPort, TypesetPort } from './ports.ts';
import { type ProcessTable, systemProcesses } from './process-identity.ts';
import { readSamples } from './samples.ts';
import type { WatchPlaces } from './watch-places.ts';
import { createWatchService } from './watch-service.ts';

export type HostOptions = {
  readonly dataFolder: string;
  readonly resourcesFolder: string;
  readonly shell: ShellPort;
  readonly typeset: TypesetPort;
  /** The log of the data folder when absent. */
  readonly log?: Log;
  /** Replaced only by tests. */
  readonly disk?: Disk;
  readonly processes?: ProcessTable;
  readonly now?: () => Date;
  readonly settings?: Partial<LibrarySettings>;
  readonly door?: NetworkServiceOptions['door'];
  /** Where the person's usual folders are; this computer's when absent. */
  readonly places?: WatchPlaces;
  readonly monotonicMs?: () => number;
};

export type ClosableHost = HostHandlers & {
  /** Closes libraries and the typesetter; answers when everything is on disk. */
  readonly close: () => Promise<void>;
};

/** The host behind the contract, for any shell. Nothing is read or made on disk until it is asked. */
export function createHostHandlers(options: HostOptions): ClosableHost {
  const { dataFolder, resourcesFolder, shell, typeset } = options;
  const now = options.now ?? (() => new Date());
  const log = options.log ?? createHostLog(dataFolder);
  const disk = options.disk ?? nodeDisk;
  const library = createLibraryService({
    dataFolder,
    disk,
    processes: options.processes ?? systemProcesses,
    now,
    log,
    settings: { ...LIBRARY_SETTINGS, ...options.settings },
  });
  const { env, platform } = process;
  const watch = createWatchService({
    dataFolder,
    disk,
    shell,
    now,
    places: options.places ?? { env, platform, home: homedir() },
    openFolder: library.openFolder,
    device: library.device,
    monotonicMs: options.monotonicMs ?? (() => performance.now()),
  });
  const network = createNetworkService({
    dataFolder,
    disk,
    shell,
    now,
    ...(options.door ? { door: options.door } : {}),
  });
  return {
    ...library.handlers,
    ...watch,
    ...network.handlers,
    'shell.describe': async () => ok(shell.describe()),
    'shell.openLink': async ({ url }) => {
      if (shell.describe().opensLinks !== 'host') return err(problem('host/not-allowed'));
      const checked = parseOpenableLink(url);
      if (!checked.ok) return checked;
      return ok({ opened: await shell.openLink(checked.value.href) });
    },
    'shell.log': async ({ level, code, detail }) => {
      log.write(level, code, detail);
      return ok({});
    },
    'samples.read': () => readSamples(resourcesFolder),
    'typeset.render': (request) => typeset.render(request),
    'files.save': async (request) => {
      if (shell.describe().saves !== 'host') return err(problem('host/not-allowed'));
      const suggestedName = safeFileName(request.suggestedName, request.mediaType);
      return shell.saveFile({ ...request, suggestedName });
    },
    close: async () => {
      network.close();
      await library.close();
      await typeset.close();
      await log.flush();
    },
  };
}

/** The log of a data folder, for the host and for `onBug` of its transports. */
export function createHostLog(dataFolder: string): Log {
  return createLog({ folder: join(dataFolder, 'logs'), now: () => new Date() });
}
