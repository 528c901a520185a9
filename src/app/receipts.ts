// What was found and what it rested on: every report of a credential, the documents in the locker, and how
// those changed. Reads only.
import type { Host } from '../contract/host.ts';
import type { CredentialId } from '../domain/id.ts';
import type { Material } from '../domain/material.ts';
import { problem } from '../domain/problem.ts';
import type { VerificationReport } from '../domain/report.ts';
import { type Result, err, ok } from '../domain/result.ts';
import type { Desk } from './desk.ts';
import { jsonDifferences } from './json-differences.ts';
import { type AnsweredMaterial, createLocker } from './locker.ts';
import type { MaterialDifference, TrustApp } from './trust-app.ts';

export type Receipts = Pick<TrustApp, 'reports' | 'materials' | 'materialBody' | 'differences'>;

/** Builds the use cases over the open library of the desk. */
export function createReceipts(host: Host, desk: Desk): Receipts {
  async function reports(id: CredentialId): Promise<readonly VerificationReport[]> {
    const session = desk.open()?.session;
    if (!session) return [];
    const record = await session.view.credential(id);
    const rows = await session.view.rowsOf('reports', `${id}:`);
    const earlier = rows.map(({ fields }) => fields['report'] as VerificationReport);
    const sorted = earlier.toReversed().toSorted((a, b) => b.checkedAt.localeCompare(a.checkedAt));
    // The latest is the one recorded last, also where the clock was set back in between.
    return record?.latestReport ? [record.latestReport, ...sorted] : sorted;
  }

  /** Addresses that any report of the credential names. */
  async function addresses(id: CredentialId): Promise<readonly string[]> {
    const named = (await reports(id)).flatMap((report) => [
      ...report.materials.filter(({ use }) => use !== 'context').map(({ url }) => url),
      ...(report.unanswered ?? []).map(({ url }) => url),
    ]);
    return [...new Set(named)];
  }

  async function materials(id: CredentialId): Promise<readonly Material[]> {
    const session = desk.open()?.session;
    if (!session) return [];
    const locker = createLocker(host, session);
    const known = await Promise.all((await addresses(id)).map((url) => locker.readings(url)));
    return known.flat().toSorted((a, b) => b.readAt.localeCompare(a.readAt));
  }

  return {
    reports,
    materials,
    materialBody: async (material): Promise<Result<string>> => {
      const session = desk.open()?.session;
      if (!session) return err(problem('library/not-open'));
      if ('failure' in material) return ok('');
      return createLocker(host, session).body(material);
    },
    differences: async (id) => {
      const session = desk.open()?.session;
      if (!session) return [];
      const locker = createLocker(host, session);
      const found: MaterialDifference[] = [];
      for (const url of await addresses(id)) {
        const answered = (await locker.readings(url)).filter(
          (one): one is AnsweredMaterial => 'sha256' in one,
        );
        for (const [at, after] of answered.entries()) {
          const before = answered[at - 1];
          if (!before) continue;
          if (before.sha256 === after.sha256 && before.status === after.status) continue;
          const [a, b] = await Promise.all([locker.body(before), locker.body(after)]);
          if (a.ok && b.ok) {
            found.push({ before, after, fields: jsonDifferences(a.value, b.value) });
          }
        }
      }
      return found.toSorted((a, b) => b.after.readAt.localeCompare(a.after.readAt));
    },
  };
}
