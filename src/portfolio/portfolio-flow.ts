// From a selection to a finished PDF in three steps, the same for the window and the command line:
// plan (what is needed), prepare (what to typeset), finish (the originals behind it). No input or output here.
import type { CredentialRecord } from '../domain/credential.ts';
import type { CredentialId, Sha256 } from '../domain/id.ts';
import { type Problem, problem } from '../domain/problem.ts';
import { type Result, err, ok } from '../domain/result.ts';
import { titleOf } from '../domain/summary.ts';
import { type OpenedOriginal, openOriginal } from './append-originals.ts';
import { assemblePortfolio } from './assemble.ts';
import { attachmentMediaType, attachmentName } from './attachment-name.ts';
import { ENGLISH_LABELS, type PortfolioLabels, fillLabel } from './labels.ts';
import { buildPortfolioDocument } from './portfolio-document.ts';
import { cleanLine } from './print-text.ts';
import type { PortfolioDocument, PortfolioItem, PortfolioPaper } from './printed.ts';

export type PortfolioStandard = 'none' | 'ua-1' | 'a-3a';

export type PortfolioPlanOptions = {
  readonly template: 'appendix';
  readonly title: string;
  readonly personName: string;
  readonly paper: PortfolioPaper;
  readonly standard: PortfolioStandard;
  readonly appendOriginals: boolean;
  /** True to print the check report of each credential behind its page. */
  readonly checkReports?: boolean;
  /** BCP 47 tag, for dates. */
  readonly locale: string;
  /** UTC instant that the print carries. */
  readonly createdAt: string;
  readonly appVersion: string;
  readonly labels?: PortfolioLabels;
};

/** A picture to make of an original: itself, or the first page of a PDF. JPEG unless it needs transparency. */
export type PictureNeeded = {
  readonly credential: CredentialId;
  readonly sha256: Sha256;
  readonly mediaType: string;
  readonly page: 1;
  /** Enough for 170 dots per inch at the largest printed size. */
  readonly maxWidth: number;
  readonly maxHeight: number;
};

export type OriginalNeeded = {
  readonly sha256: Sha256;
  readonly fileName: string;
  readonly append: boolean;
  readonly attach: boolean;
};

export type PortfolioPlan = {
  readonly options: PortfolioPlanOptions;
  readonly records: readonly CredentialRecord[];
  readonly picturesNeeded: readonly PictureNeeded[];
  /** Each original once, in page order. */
  readonly originalsNeeded: readonly OriginalNeeded[];
};

/** A picture as made: PNG, JPEG or SVG bytes and its size in pixels. */
export type PortfolioPicture = {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly width: number;
  readonly height: number;
};

/** The request of the host's `typeset.render`, stated structurally. */
export type PortfolioTypesetRequest = {
  readonly template: 'appendix';
  readonly standard: PortfolioStandard;
  readonly data: PortfolioDocument & { readonly manifest?: PortfolioManifest };
  readonly pictures: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  readonly attachments: readonly {
    readonly name: string;
    readonly bytes: Uint8Array;
    readonly mediaType: string;
    readonly description: string;
  }[];
};

/** `portfolio.json` inside a PDF/A-3 print; the template adds each credential's page. */
export type PortfolioManifest = {
  readonly schema: 1;
  readonly kind: 'laurel-portfolio';
  readonly generatedAt: string;
  readonly appVersion: string;
  readonly title: string;
  readonly credentials: readonly {
    /** The page's anchor in the document. */
    readonly id: string;
    readonly title: string;
    readonly file: string;
    /** Which credential of the file, from 0. */
    readonly index: number;
    readonly sha256: string;
  }[];
};

export type PreparedPortfolio = {
  readonly request: PortfolioTypesetRequest;
  readonly appended: readonly OpenedOriginal[];
  readonly problems: readonly Problem[];
};

export type FinishedPortfolio = {
  readonly pdf: Uint8Array;
  /** Typeset pages and appended pages together. */
  readonly pages: number;
  readonly typesetPages: number;
  readonly attachments: number;
  readonly problems: readonly Problem[];
};

const PICTURE_TYPES = new Set([
  'application/pdf',
  'image/png',
  'image/jpeg',
  'image/webp',
  'image/svg+xml',
]);
/** 166 mm at 170 dots per inch. */
const PICTURE_PIXELS = 1_110;
const PICTURE_EXTENSIONS: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/svg+xml': 'svg',
};

/** Says what is needed before anything is read. `portfolio/nothing-selected` for an empty selection. */
export function planPortfolio(
  options: PortfolioPlanOptions,
  records: readonly CredentialRecord[],
): Result<PortfolioPlan> {
  if (records.length === 0) return err(problem('portfolio/nothing-selected'));
  const originals = new Map<Sha256, OriginalNeeded>();
  for (const { original } of records) {
    const append = options.appendOriginals && original.mediaType === 'application/pdf';
    const attach = options.standard === 'a-3a';
    if ((append || attach) && !originals.has(original.sha256)) {
      const { sha256, fileName } = original;
      originals.set(sha256, { sha256, fileName, append, attach });
    }
  }
  const picturesNeeded = records
    .filter((record) => PICTURE_TYPES.has(record.original.mediaType))
    .map((record) => ({
      credential: record.id,
      sha256: record.original.sha256,
      mediaType: record.original.mediaType,
      page: 1 as const,
      maxWidth: PICTURE_PIXELS,
      maxHeight: PICTURE_PIXELS,
    }));
  return ok({ options, records, picturesNeeded, originalsNeeded: [...originals.values()] });
}

/**
 * Builds the typeset request. Missing pictures and originals become problems, never a failure: the page
 * then shows its text alone. Originals to append are opened here, since the index names their pages.
 */
export async function preparePortfolio(
  plan: PortfolioPlan,
  pictures: ReadonlyMap<CredentialId, PortfolioPicture>,
  originals: ReadonlyMap<Sha256, Uint8Array>,
): Promise<PreparedPortfolio> {
  const { options, records } = plan;
  const labels = options.labels ?? ENGLISH_LABELS;
  const opened = await openAll(plan, originals);
  const attachments = attachmentsOf(plan, originals, labels);
  const problems = [...opened.problems];
  const pictureFiles: { name: string; bytes: Uint8Array }[] = [];
  const wanted = new Set(plan.picturesNeeded.map((needed) => needed.credential));
  const items = records.map((record, index): PortfolioItem => {
    const facsimile = facsimileOf(pictures.get(record.id), index);
    if (facsimile) pictureFiles.push({ name: facsimile.name, bytes: facsimile.bytes });
    else if (wanted.has(record.id)) {
      const params = { title: cleanLine(titleOf(record), 120) };
      problems.push(problem('portfolio/facsimile-failed', { params }));
    }
    const appended = opened.places.get(record.original.sha256);
    const attachment = attachments.get(record.original.sha256);
    return {
      record,
      ...(facsimile ? { facsimile } : {}),
      ...(appended ? { appended } : {}),
      ...(attachment ? { attachmentName: attachment.name } : {}),
    };
  });
  const document = buildPortfolioDocument({ ...options, items, labels });
  const manifest = options.standard === 'a-3a' ? manifestOf(plan, attachments) : undefined;
  const request: PortfolioTypesetRequest = {
    template: options.template,
    standard: options.standard,
    data: manifest ? { ...document, manifest } : document,
    pictures: pictureFiles,
    attachments: [...attachments.values()],
  };
  return { request, appended: opened.files, problems };
}

/** Puts the originals behind what was typeset and gathers every problem on the way. */
export async function finishPortfolio(
  plan: PortfolioPlan,
  prepared: PreparedPortfolio,
  answer: { readonly pdf: Uint8Array; readonly pages: number },
): Promise<Result<FinishedPortfolio>> {
  const { options } = plan;
  const { request, appended, problems } = prepared;
  const attached = request.attachments.length + (request.data.manifest ? 1 : 0);
  const facts = { typesetPages: answer.pages, attachments: attached };
  if (appended.length === 0) {
    return ok({ ...facts, pdf: answer.pdf, pages: answer.pages, problems });
  }
  const assembled = await assemblePortfolio({
    typeset: answer.pdf,
    originals: appended,
    claimsStandard: options.standard !== 'none',
    originalsTitle: (options.labels ?? ENGLISH_LABELS).originalsBookmark,
  });
  if (!assembled.ok) return assembled;
  const { pdf, pages } = assembled.value;
  return ok({ ...facts, pdf, pages, problems: [...problems, ...assembled.value.problems] });
}

async function openAll(
  plan: PortfolioPlan,
  originals: ReadonlyMap<Sha256, Uint8Array>,
): Promise<{
  readonly files: readonly OpenedOriginal[];
  readonly places: ReadonlyMap<Sha256, { readonly offset: number; readonly pages: number }>;
  readonly problems: readonly Problem[];
}> {
  const files: OpenedOriginal[] = [];
  const places = new Map<Sha256, { offset: number; pages: number }>();
  const problems: Problem[] = [];
  let offset = 0;
  for (const needed of plan.originalsNeeded) {
    if (!needed.append) continue;
    const bytes = originals.get(needed.sha256);
    const named = cleanLine(needed.fileName, 200);
    const record = plan.records.find((one) => one.original.sha256 === needed.sha256);
    const title = cleanLine(record ? titleOf(record) : '', 120) || named;
    const opened = bytes
      ? await openOriginal({ name: named, title, bytes })
      : problem('portfolio/append-failed', { params: { file: named }, cause: 'no bytes' });
    if ('code' in opened) {
      problems.push(opened);
      continue;
    }
    files.push(opened);
    places.set(needed.sha256, { offset, pages: opened.pages });
    offset += opened.pages;
  }
  return { files, places, problems };
}

function facsimileOf(
  picture: PortfolioPicture | undefined,
  index: number,
): { name: string; bytes: Uint8Array; width: number; height: number } | undefined {
  const extension = picture && PICTURE_EXTENSIONS[picture.mediaType];
  if (!picture || !extension) return undefined;
  const { bytes, width, height } = picture;
  return { name: `${index + 1}.${extension}`, bytes, width, height };
}

function attachmentsOf(
  plan: PortfolioPlan,
  originals: ReadonlyMap<Sha256, Uint8Array>,
  labels: PortfolioLabels,
): ReadonlyMap<Sha256, PortfolioTypesetRequest['attachments'][number]> {
  const attached = new Map<Sha256, PortfolioTypesetRequest['attachments'][number]>();
  if (plan.options.standard !== 'a-3a') return attached;
  plan.records.forEach((record, index) => {
    const bytes = originals.get(record.original.sha256);
    if (!bytes || attached.has(record.original.sha256)) return;
    const title = cleanLine(titleOf(record), 120) || labels.untitled;
    attached.set(record.original.sha256, {
      name: attachmentName(record, index + 1, plan.records.length),
      bytes,
      mediaType: attachmentMediaType(record),
      description: fillLabel(labels.attachmentDescription, { title }),
    });
  });
  return attached;
}

function manifestOf(
  plan: PortfolioPlan,
  attachments: ReadonlyMap<Sha256, { readonly name: string }>,
): PortfolioManifest {
  return {
    schema: 1,
    kind: 'laurel-portfolio',
    generatedAt: plan.options.createdAt,
    appVersion: plan.options.appVersion,
    title: plan.options.title,
    credentials: plan.records.flatMap((record, index) => {
      const file = attachments.get(record.original.sha256);
      if (!file) return [];
      return [
        {
          id: `credential-${index + 1}`,
          title: titleOf(record),
          file: file.name,
          index: record.originalIndex,
          sha256: record.original.sha256,
        },
      ];
    }),
  };
}
