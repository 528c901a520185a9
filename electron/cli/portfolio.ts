// `laurel portfolio`: prints credentials as an appendix, by the same steps as the window.
import { mkdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { CredentialRecord } from '../../src/domain/credential.ts';
import { type CredentialId, type Sha256, credentialIdOf } from '../../src/domain/id.ts';
import { type Problem, problem } from '../../src/domain/problem.ts';
import type { Result } from '../../src/domain/result.ts';
import { problemWording } from '../../src/domain/problem-wording.ts';
import {
  type FinishedPortfolio,
  type PortfolioPicture,
  type PortfolioPlan,
  finishPortfolio,
  planPortfolio,
  preparePortfolio,
} from '../../src/portfolio/index.ts';
import type { PictureInput } from '../../src/workers/credential-jobs.ts';
import type { JobPool } from '../../src/workers/job-pool.ts';
import { printFontFolders } from '../host/fonts.ts';
import type { ResourceFolders } from '../host/resources.ts';
import { createTypeset } from '../host/typeset.ts';
import type { ParsedArguments } from './arguments.ts';
import type { Output } from './output.ts';
import { readPaths } from './read-paths.ts';
import { type ReadTree, originalsOf } from './read-tree.ts';

export type PortfolioDeps = {
  readonly pool: JobPool;
  readonly folders: ResourceFolders;
  readonly version: string;
  readonly typesetWorker: URL;
  readonly output: Output;
};

type Gathered = {
  readonly records: readonly CredentialRecord[];
  readonly bytes: ReadonlyMap<Sha256, Uint8Array>;
  readonly problems: readonly Problem[];
};

/** Writes the PDF; answers with the exit code: 1 when it could not be made or an input had problems. */
export async function makePortfolio(
  deps: PortfolioDeps,
  { paths, flags, values }: ParsedArguments,
): Promise<0 | 1 | 2> {
  const { output } = deps;
  const out = values.get('out');
  if (out === undefined) {
    output.say(
      problemWording(problem('cli/wrong-usage', { params: { hint: '--out needs a file.' } })),
    );
    return 2;
  }
  const gathered = await gather(deps, paths, values.get('at'));
  const built = await build(deps, gathered, {
    template: 'appendix',
    title: values.get('title') ?? '',
    personName: values.get('name') ?? '',
    paper: values.get('paper') === 'letter' ? 'letter' : 'a4',
    standard: standardOf(values.get('standard')),
    appendOriginals: flags.has('append-originals'),
    checkReports: flags.has('check-reports'),
    locale: values.get('locale') ?? 'en-GB',
    createdAt: values.get('at') ?? new Date().toISOString(),
    appVersion: deps.version,
  });
  if (!built.ok) {
    for (const found of gathered.problems) output.say(problemWording(found));
    output.say(problemWording(built.problem));
    return 1;
  }
  const { pdf, pages, attachments } = built.value;
  const items = gathered.records.length;
  const problems = [...gathered.problems, ...built.value.problems];
  await mkdir(dirname(out), { recursive: true });
  await writeFile(out, pdf);
  const lines = problems.map((found) => ({ code: found.code, message: problemWording(found) }));
  output.result(
    { out, pages, items, bytes: pdf.byteLength, attachments, problems: lines },
    () => `${out}: ${items} credentials on ${pages} pages`,
  );
  for (const { message } of lines) output.say(message);
  return problems.length > 0 ? 1 : 0;
}

function standardOf(value: string | undefined): 'none' | 'ua-1' | 'a-3a' {
  return value === 'ua-1' || value === 'a-3a' ? value : 'none';
}

/** Everything at the paths that can stand on a page; what was refused is a problem. */
async function gather(
  { pool, output }: PortfolioDeps,
  paths: readonly string[],
  asOf: string | undefined,
): Promise<Gathered> {
  const records: CredentialRecord[] = [];
  const bytes = new Map<Sha256, Uint8Array>();
  const problems: Problem[] = [];
  for await (const file of readPaths(pool, paths, asOf === undefined ? {} : { asOf })) {
    if (file.reading.outcome === 'refused' || file.reading.items.length === 0) {
      problems.push(...file.reading.problems);
    }
    for (const original of file.tree ? originalsOf(file.tree) : []) {
      const { sha256 } = original.answer;
      if (bytes.has(sha256)) continue;
      bytes.set(sha256, original.bytes);
      records.push(...recordsOf(original, file.path));
    }
    output.progress(records.length, records.length, 'credentials read');
  }
  return { records, bytes, problems };
}

function recordsOf({ answer, place, bytes }: ReadTree, path: string): CredentialRecord[] {
  const { sha256, reading, reports } = answer;
  const receivedAt = new Date().toISOString();
  const original = {
    sha256,
    mediaType: reading.mediaType,
    fileName: basename(place.at(-1) ?? path),
    bytes: bytes.byteLength,
    receivedAt,
    receivedVia: 'folder' as const,
  };
  return reading.items.map((item, index) => {
    const report = reports[index];
    return {
      ...item,
      id: credentialIdOf(sha256, index),
      original,
      originalIndex: index,
      addedAt: receivedAt,
      tags: [],
      notes: '',
      problems: reading.problems,
      ...(report ? { latestReport: report } : {}),
    };
  });
}

async function build(
  deps: PortfolioDeps,
  { records, bytes }: Gathered,
  options: Parameters<typeof planPortfolio>[0],
): Promise<Result<FinishedPortfolio>> {
  const plan = planPortfolio(options, records);
  if (!plan.ok) return plan;
  const pictures = await drawPictures(deps, plan.value, bytes);
  const prepared = await preparePortfolio(plan.value, pictures, bytes);
  const typeset = createTypeset({
    resourcesFolder: deps.folders.resources,
    fontFolders: printFontFolders(join(deps.folders.root, 'node_modules')),
    workerFile: deps.typesetWorker,
  });
  try {
    const answer = await typeset.render(prepared.request);
    if (!answer.ok) return answer;
    return await finishPortfolio(plan.value, prepared, answer.value);
  } finally {
    await typeset.close();
  }
}

async function drawPictures(
  { pool, output }: PortfolioDeps,
  plan: PortfolioPlan,
  bytes: ReadonlyMap<Sha256, Uint8Array>,
): Promise<Map<CredentialId, PortfolioPicture>> {
  const pictures = new Map<CredentialId, PortfolioPicture>();
  let done = 0;
  await Promise.all(
    plan.picturesNeeded.map(
      async ({ credential, sha256, mediaType, page, maxWidth, maxHeight }) => {
        const original = bytes.get(sha256);
        if (!original) return;
        const input: PictureInput = {
          bytes: original,
          mediaType,
          page,
          maxPixels: maxWidth * maxHeight,
          as: 'image/jpeg',
        };
        const drawn = await pool.run<PortfolioPicture>('picture', input);
        if (drawn.ok) pictures.set(credential, drawn.value);
        done += 1;
        output.progress(done, plan.picturesNeeded.length, 'pictures drawn');
      },
    ),
  );
  return pictures;
}
