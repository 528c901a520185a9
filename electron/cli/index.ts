// The command line: `laurel inspect | verify | portfolio`, on the same core as the window; offline, except
// where verify was told to go online.
// Exit codes: 0 fine, 1 some inputs had problems, 2 wrong usage.
import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { argv, env, exit, platform, stdout } from 'node:process';
import { parseDateValue } from '../../src/domain/date-value.ts';
import type { Result } from '../../src/domain/result.ts';
import { problemWording } from '../../src/domain/problem-wording.ts';
import { dataFolderPath } from '../host/data-folder.ts';
import { readTestStubs } from '../host/fetch-test-stubs.ts';
import { findResources } from '../host/resources.ts';
import { type ParsedArguments, parseArguments, wrong } from './arguments.ts';
import { COMMANDS, HELP, isCommand } from './commands.ts';
import { inspect } from './inspect.ts';
import { createOutput } from './output.ts';
import { makePortfolio } from './portfolio.ts';
import { createReaderThreads } from './reader-threads.ts';
import { type Sites, askedWords, createSites, openDoor } from './sites.ts';
import { openStoredDocuments } from './stored-documents.ts';
import { identitiesOf, readTrust } from './trust-options.ts';
import { type VerifyOptions, verify } from './verify.ts';

type ExitCode = 0 | 1 | 2;

async function main(words: readonly string[]): Promise<ExitCode> {
  const [command = 'help', ...rest] = words;
  if (command === 'help' || command === '--help') return print(HELP);
  const folders = findResources(import.meta.url);
  if (!folders) throw new Error('the resources folder is missing');
  if (command === '--version') return print(await version(folders.root));
  const output = createOutput(rest.includes('--json'));
  const parsed = isCommand(command)
    ? parseArguments(rest, COMMANDS[command])
    : wrong(`There is no command “${command}”.`);
  const checked = checkArguments(parsed);
  if (!checked.ok) {
    output.say(problemWording(checked.problem));
    return 2;
  }
  const { paths, values, flags } = checked.value;
  const isOnline = command === 'verify' && flags.has('online');
  if (flags.has('online') && !isOnline) {
    output.say('Only “laurel verify” goes online: nothing was fetched.');
  }
  const documentsFolder = values.get('documents');
  const threadFile = new URL('./reader-thread.js', import.meta.url);
  if (documentsFolder !== undefined && !(await isReadable(join(documentsFolder, 'index.json')))) {
    output.say(problemWording({ code: 'input/no-such-path', params: { path: documentsFolder } }));
    return 2;
  }
  const { lists } = checked.value;
  const trust = await readTrust(
    { registries: lists.get('registry') ?? [], trustLists: lists.get('trust-list') ?? [] },
    new Date().toISOString(),
  );
  if (!trust.ok) {
    output.say(`${trust.problem.path}: ${problemWording(trust.problem.problem)}`);
    return 2;
  }
  const pool = createReaderThreads(threadFile, {
    ...(lists.size > 0 ? { trust: trust.value } : {}),
    ...(flags.has('evidence') ? { withEvidence: true } : {}),
    resourcesFolder: folders.resources,
    ...(documentsFolder === undefined ? {} : { documentsFolder }),
  });
  try {
    if (command === 'inspect') return await inspect(pool, paths, output);
    if (command === 'verify') {
      const sites = isOnline ? await openSites(documentsFolder, folders.root) : undefined;
      try {
        return await verify(pool, paths, output, {
          ...verifyOptions(checked.value),
          ...(sites ? { sites } : {}),
        });
      } finally {
        sites?.close();
        if (sites) output.say(askedWords(sites.asked()));
      }
    }
    const typesetWorker = new URL('./typeset-worker.js', import.meta.url);
    const appVersion = await version(folders.root);
    return await makePortfolio(
      { pool, folders, version: appVersion, typesetWorker, output },
      checked.value,
    );
  } finally {
    pool.close();
    await output.finish();
  }
}

function checkArguments(parsed: Result<ParsedArguments>): Result<ParsedArguments> {
  if (!parsed.ok) return parsed;
  const { paths, values } = parsed.value;
  if (paths.length === 0) return wrong('Name at least one file or folder.');
  const at = values.get('at');
  if (at !== undefined && parseDateValue(at)?.precision !== 'instant') {
    return wrong('--at needs an instant such as 2026-05-12T00:00:00Z.');
  }
  return parsed;
}

/** The way to sites that `--online` opens for this run. */
async function openSites(documentsFolder: string | undefined, root: string): Promise<Sites> {
  const dataFolder = dataFolderPath({ env, platform, home: homedir() });
  const stored = documentsFolder === undefined ? undefined : openStoredDocuments(documentsFolder);
  return createSites({
    door: openDoor(dataFolder, await version(root), readTestStubs(env)),
    ...(stored ? { stored: await stored } : {}),
    now: () => new Date(),
  });
}

function verifyOptions({ values, lists, flags }: ParsedArguments): VerifyOptions {
  const [at, original] = [values.get('at'), values.get('original')];
  return {
    ...(at === undefined ? {} : { at }),
    ...(original === undefined ? {} : { original }),
    identities: identitiesOf(lists.get('recipient') ?? []),
    reader: values.get('for') === 'employer' ? 'employer' : 'holder',
    withDetails: flags.has('details'),
    isRecheck: flags.has('recheck'),
  };
}

async function version(root: string): Promise<string> {
  const text = await readFile(join(root, 'package.json'), 'utf8');
  return String((JSON.parse(text) as { version?: unknown }).version);
}

async function isReadable(file: string): Promise<boolean> {
  return readFile(file).then(
    () => true,
    () => false,
  );
}

function print(text: string): 0 {
  stdout.write(`${text}\n`);
  return 0;
}

// A pipe that closes early (`| head`) is the reader's choice and no error.
stdout.on('error', () => exit(0));
exit(await main(argv.slice(2)));
