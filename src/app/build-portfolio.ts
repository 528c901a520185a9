// Building a portfolio: plan, pictures and originals, typesetting in the host, originals appended. The
// heavy PDF work runs behind the assembler, off the page's thread.
import type { Host } from '../contract/host.ts';
import type { CredentialRecord } from '../domain/credential.ts';
import type { CredentialId, Sha256 } from '../domain/id.ts';
import { type Result, ok } from '../domain/result.ts';
import type {
  FinishedPortfolio,
  PortfolioPicture,
  PortfolioPlan,
  PortfolioPlanOptions,
  PreparedPortfolio,
} from '../portfolio/index.ts';
import type { ImportProgress } from './import-files.ts';
import type { BuiltPortfolio, PortfolioOptions } from './laurel-app.ts';
import type { LibrarySession } from './library-session.ts';
import { withReport } from './own-words.ts';
import { pictureOf, readOriginal } from './pictures.ts';
import type { Clock, CredentialReader } from './ports.ts';

/** The three steps of the portfolio layer, wherever they run. One portfolio at a time. */
export interface PortfolioAssembler {
  plan(
    options: PortfolioPlanOptions,
    records: readonly CredentialRecord[],
  ): Promise<Result<PortfolioPlan>>;
  prepare(
    plan: PortfolioPlan,
    pictures: ReadonlyMap<CredentialId, PortfolioPicture>,
    originals: ReadonlyMap<Sha256, Uint8Array>,
  ): Promise<Result<Pick<PreparedPortfolio, 'request'>>>;
  finish(answer: { pdf: Uint8Array; pages: number }): Promise<Result<FinishedPortfolio>>;
}

export type BuildPortfolioDeps = {
  readonly host: Host;
  readonly session: LibrarySession;
  readonly reader: CredentialReader;
  readonly assembler: PortfolioAssembler;
  readonly clock: Clock;
  readonly appVersion: string;
};

/** Builds the PDF of the chosen credentials, in their order. Missing pictures and originals are problems. */
export async function buildPortfolio(
  deps: BuildPortfolioDeps,
  options: PortfolioOptions,
  progress: ImportProgress,
): Promise<Result<BuiltPortfolio>> {
  const { host, session, assembler, clock, appVersion } = deps;
  const { credentials, ...printed } = options;
  const records = await Promise.all(
    (await session.view.credentialsOf(credentials)).map(withReport),
  );
  const createdAt = new Date(clock.nowMs()).toISOString();
  const plan = await assembler.plan({ ...printed, createdAt, appVersion }, records);
  if (!plan.ok) return plan;
  const pictures = await drawPictures(deps, plan.value, progress);
  const originals = await readOriginals(host, session, plan.value);
  const prepared = await assembler.prepare(plan.value, pictures, originals);
  if (!prepared.ok) return prepared;
  const typeset = await host.invoke('typeset.render', prepared.value.request);
  if (!typeset.ok) return typeset;
  const finished = await assembler.finish(typeset.value);
  if (!finished.ok) return finished;
  const { pdf, pages, problems } = finished.value;
  return ok({ pdf, pages, problems });
}

async function drawPictures(
  deps: BuildPortfolioDeps,
  plan: PortfolioPlan,
  progress: ImportProgress,
): Promise<Map<CredentialId, PortfolioPicture>> {
  const records = new Map(plan.records.map((record) => [record.id, record]));
  const pictures = new Map<CredentialId, PortfolioPicture>();
  let done = 0;
  await Promise.all(
    plan.picturesNeeded.map(async ({ credential, page, maxWidth, maxHeight }) => {
      const record = records.get(credential);
      if (record && !progress.isCancelled()) {
        const request = { page, maxPixels: maxWidth * maxHeight, as: 'image/jpeg' as const };
        const picture = await pictureOf(deps, record, request);
        if (picture.ok) pictures.set(credential, picture.value);
      }
      done += 1;
      progress.onProgress(done, plan.picturesNeeded.length);
    }),
  );
  return pictures;
}

async function readOriginals(
  host: Host,
  session: LibrarySession,
  plan: PortfolioPlan,
): Promise<Map<Sha256, Uint8Array>> {
  const originals = new Map<Sha256, Uint8Array>();
  for (const { sha256 } of plan.originalsNeeded) {
    const record = plan.records.find(({ original }) => original.sha256 === sha256);
    const bytes = record && (await readOriginal(host, session, record));
    if (bytes?.ok) originals.set(sha256, bytes.value);
  }
  return originals;
}
