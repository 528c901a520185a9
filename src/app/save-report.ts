// A report as a file for somebody else: alone as JSON, or with the original and everything it rests on, so
// that it can be worked out again without Laurel's library and without the sites.
import type { Host } from '../contract/host.ts';
import type { CredentialRecord } from '../domain/credential.ts';
import { problem } from '../domain/problem.ts';
import { reasonWording } from '../domain/reason-wording.ts';
import type { VerificationReport } from '../domain/report.ts';
import { type Result, err, ok } from '../domain/result.ts';
import { titleOf } from '../domain/summary.ts';
import { packFiles } from '../formats/pack-files.ts';
import type { Desk } from './desk.ts';
import { type AnsweredMaterial, createLocker } from './locker.ts';
import { readOriginal } from './pictures.ts';
import type { ReportExport, TrustApp } from './trust-app.ts';

/** What a saved report says; `laurel verify` reads it. The number grows when its fields change meaning. */
export type SavedReport = {
  readonly laurelReport: 1;
  readonly title: string;
  readonly original: { readonly fileName: string; readonly sha256: string; readonly index: number };
  readonly report: VerificationReport;
  /** The reasons in words, so that the file can be read without Laurel. */
  readonly words: readonly {
    readonly check: string;
    readonly outcome: string;
    readonly reason: string;
  }[];
};

const JSON_TYPE = 'application/json';

/** Builds the use case over the open library of the desk. */
export function createReportSaving(host: Host, desk: Desk): Pick<TrustApp, 'exportReport'> {
  return {
    exportReport: async (id, as): Promise<Result<ReportExport>> => {
      const session = desk.open()?.session;
      const record = await session?.view.credential(id);
      if (!session || !record?.latestReport) return err(problem('library/not-open'));
      const saved = savedReport(record, record.latestReport);
      const text = new TextEncoder().encode(`${JSON.stringify(saved, null, 2)}\n`);
      const name = `Check of ${plainName(titleOf(record), 'a credential')}`;
      if (as === 'json') return ok({ name: `${name}.json`, mediaType: JSON_TYPE, bytes: text });
      const original = await readOriginal(host, session, record);
      if (!original.ok) return original;
      const locker = createLocker(host, session);
      const files = new Map([
        ['report.json', text],
        [`original/${plainName(record.original.fileName, 'original')}`, original.value],
      ]);
      const index: Record<string, object> = {};
      for (const { url, sha256, readAt } of record.latestReport.materials) {
        const material = (await locker.readings(url)).find(
          (one): one is AnsweredMaterial =>
            'sha256' in one && one.sha256 === sha256 && one.readAt === readAt,
        );
        const body = material && (await locker.body(material));
        if (!material || !body?.ok) continue;
        const file = `documents/${material.sha256}`;
        files.set(file, new TextEncoder().encode(body.value));
        index[url] = { file, status: material.status, type: material.mediaType, readAt };
      }
      files.set('index.json', new TextEncoder().encode(`${JSON.stringify(index, null, 2)}\n`));
      const bytes = await packFiles(files);
      return ok({ name: `${name}.zip`, mediaType: 'application/zip', bytes });
    },
  };
}

function savedReport(record: CredentialRecord, report: VerificationReport): SavedReport {
  const { fileName: name, sha256 } = record.original;
  return {
    laurelReport: 1,
    title: titleOf(record),
    original: { fileName: name, sha256, index: record.originalIndex },
    report,
    words: report.checks.map(({ check, outcome, reason, params }) => ({
      check,
      outcome,
      reason: reasonWording(reason, params),
    })),
  };
}

/** A name that any system takes: letters, digits and a few marks. */
function plainName(name: string, otherwise: string): string {
  const plain = name
    .replace(/[^\p{L}\p{N} ._-]+/gu, ' ')
    .trim()
    .slice(-80);
  return plain || otherwise;
}
