// The loopback entry: options, host, one run. `LAUREL_BROWSER` (a program) and `LAUREL_BROWSER_ARGS`
// (split at spaces) are for tests only: they choose the browser and may weaken its sandbox. So is
// `LAUREL_TEST_FETCH_ORIGINS` (fetch-test-stubs.ts), which is announced when it is on.
import { homedir } from 'node:os';
import { version } from '../../package.json';
import { problem } from '../../src/domain/problem.ts';
import { problemWording } from '../../src/domain/problem-wording.ts';
import { dataFolderPath, prepareDataFolder } from '../host/data-folder.ts';
import { nodeDisk } from '../host/disk.ts';
import { readTestStubs } from '../host/fetch-test-stubs.ts';
import { printFontFolders } from '../host/fonts.ts';
import { createHostHandlers, createHostLog } from '../host/host-handlers.ts';
import { installedFiles } from '../host/installed-files.ts';
import { type PageFile, readPageFiles } from '../host/page-files.ts';
import { createTypeset } from '../host/typeset.ts';
import { readInstallation } from './installation.ts';
import { parseLoopbackOptions } from './options.ts';
import { planWindow, runLoopback } from './run.ts';

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  const options = parseLoopbackOptions(args);
  if (!options.ok) return complain(problemWording(options.problem), 2);
  const files = installedFiles(import.meta.dirname);
  const page = await readPageFiles(files.pageFolder).catch(() => undefined);
  if (page === undefined) return complain(problemWording(problem('host/page-not-built')));
  const dataFolder = dataFolderPath({
    env: process.env,
    platform: process.platform,
    home: homedir(),
  });
  const prepared = await prepareDataFolder(nodeDisk, dataFolder);
  if (!prepared.ok) return complain(problemWording(prepared.problem));
  return run(dataFolder, files, page, options.value);
}

async function run(
  dataFolder: string,
  files: ReturnType<typeof installedFiles>,
  page: ReadonlyMap<string, PageFile>,
  options: { noOpen: boolean; port: number | undefined },
): Promise<number> {
  const window = planWindow(options.noOpen, process.env);
  let clearsViewOnQuit = window.kind !== 'app';
  const log = createHostLog(dataFolder);
  const allowLoopback = readTestStubs(process.env);
  if (allowLoopback) {
    console.log(`Test switch: ${[...allowLoopback.keys()].join(', ')} are stubs on this computer.`);
  }
  const handlers = createHostHandlers({
    dataFolder,
    resourcesFolder: files.resourcesFolder,
    shell: {
      describe: () => ({
        shell: 'loopback',
        version,
        platform: process.platform,
        saves: 'page',
        opensLinks: 'page',
        clearsViewOnQuit,
      }),
      // The page does both itself; the host refuses the channels before it gets here.
      openLink: async () => false,
      saveFile: async () => ({ ok: true, value: { saved: false } }),
    },
    typeset: createTypeset({
      resourcesFolder: files.resourcesFolder,
      fontFolders: printFontFolders(files.packagesFolder),
      workerFile: files.typesetWorkerFile,
    }),
    log,
    ...(allowLoopback ? { door: { allowLoopback } } : {}),
  });
  try {
    return await runLoopback({
      ...options,
      installation: await readInstallation(dataFolder),
      windowKind: window.kind,
      browser: window.browser,
      clearsViewOnQuit: () => clearsViewOnQuit,
      onEverydayBrowser: () => (clearsViewOnQuit = true),
      handlers,
      files: page,
      env: process.env,
      say: (line) => console.log(line),
      onBug: (name, cause) => log.bug(name, cause),
      onRefusal: (status) => log.write('warning', `http/refused-${status}`),
      stopRequested: stopRequested(),
    });
  } finally {
    await handlers.close();
  }
}

function stopRequested(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.once(signal, () => resolve());
    }
  });
}

function complain(sentence: string, code = 1): number {
  console.error(sentence);
  return code;
}
