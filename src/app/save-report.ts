// A report as a file for somebody else: alone as JSON, or with the original and everything it rests on, so
// that it can be worked out again without Laurel's library and without the sites.
import type { Host } from '../contract/host.ts';
import type { CredentialRecord } from '../domain/credential.ts';
import { sha256Of } from '../domain/id.ts';
import { problem } from '../domain/problem.ts';
import { reasonWording } from '../domain/reason-wording.ts';
import type { VerificationReport } from '../domain/report.ts';
import { type Result, err, ok } from '../domain/result.ts';
import type { SavedReport } from '../domain/saved-report.ts';
import { titleOf } from '../domain/summary.ts';
import { packFiles } from '../formats/pack-files.ts';
import type { Desk } from './desk.ts';
import { type AnsweredMaterial, createLocker } from './locker.ts';
import { readOriginal } from './pictures.ts';
import type { ReportExport, TrustApp } from './trust-app.ts';

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
      const add = async (body: string): Promise<string> => {
        const content = new TextEncoder().encode(body);
        const file = `documents/${await sha256Of(content)}`;
        files.set(file, content);
        return file;
      };
      for (const { url, use, readAt } of record.latestReport.materials) {
        const material = (await locker.readings(url)).findLast(
          (one): one is AnsweredMaterial => 'sha256' in one && one.readAt === readAt,
        );
        const body = material && (await locker.body(material));
        if (!material || !body?.ok) continue;
        const { status, mediaType: type } = material;
        const earlier = use && (await locker.earlier({ url, use }, body.value, readAt));
        index[url] = {
          file: await add(body.value),
          status,
          type,
          readAt,
          // Without it, new keys of the issuer would pass for old ones.
          ...(earlier
            ? { earlier: { file: await add(earlier.text), readAt: earlier.readAt } }
            : {}),
        };
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
      employer: reasonWording(reason, params, 'employer'),
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
