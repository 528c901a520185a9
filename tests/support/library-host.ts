// A real host over a temporary data folder, and the changes tests put into it.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Host, createInProcessHost } from '../../src/contract/host.ts';
import type { Change, LedgerRow } from '../../src/domain/change.ts';
import type { ChangeId, LibraryId } from '../../src/domain/id.ts';
import type { Problem } from '../../src/domain/problem.ts';
import type { Result } from '../../src/domain/result.ts';
import { type HostOptions, createHostHandlers } from '../../electron/host/host-handlers.ts';

/** A fresh folder that is removed by the returned function. */
export async function temporaryFolder(): Promise<{ path: string; remove: () => Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'laurel-host-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

export type TestHost = { readonly host: Host; readonly close: () => Promise<void> };

/** A host in process whose shell can do nothing and whose typesetter is never asked. */
export function startHost(dataFolder: string, options: Partial<HostOptions> = {}): TestHost {
  const handlers = createHostHandlers({
    dataFolder,
    resourcesFolder: join(dataFolder, 'no-resources'),
    shell: {
      describe: () => ({
        shell: 'in-process',
        version: '0.0.0',
        platform: process.platform,
        saves: 'page',
        opensLinks: 'page',
        clearsViewOnQuit: false,
      }),
      openLink: () => Promise.reject(new Error('not asked')),
      saveFile: () => Promise.reject(new Error('not asked')),
    },
    typeset: { render: () => Promise.reject(new Error('not asked')), close: async () => undefined },
    ...options,
  });
  const host = createInProcessHost(handlers, (name, cause) => {
    throw cause instanceof Error ? cause : new Error(`${name}: ${String(cause)}`);
  });
  return { host, close: handlers.close };
}

/** The value, or a failed test that shows the problem. */
export function expectOk<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.problem.code}: ${result.problem.cause ?? ''}`);
  return result.value;
}

/** The problem, or a failed test. */
export function expectProblem(result: Result<unknown>): Problem {
  if (result.ok) throw new Error('expected a problem');
  return result.problem;
}

/** Change number `n` of a device: one credential with `bytes` of notes and one tag, both or neither. */
export function changeNumber(n: number, bytes = 100, device = 'd-test'): Change {
  const at = `${String(1_700_000_000_000 + n).padStart(13, '0')}-000000-${device}`;
  return {
    id: `change-${device}-${n}` as ChangeId,
    at,
    operations: [
      {
        op: 'put',
        table: 'credentials',
        id: `c-${device}-${n}`,
        fields: { title: `Credential ${n}`, notes: 'n'.repeat(bytes), twin: n },
      },
      { op: 'put', table: 'tags', id: `t-${device}-${n}`, fields: { name: `Tag ${n}`, twin: n } },
    ],
  };
}

/** Every row of a library, by asking page after page. */
export async function readAllRows(
  host: Host,
  library: LibraryId,
  limit = 1_000,
): Promise<LedgerRow[]> {
  const rows: LedgerRow[] = [];
  let after: string | undefined;
  do {
    const page = expectOk(
      await host.invoke('library.readRows', {
        library,
        limit,
        ...(after === undefined ? {} : { after }),
      }),
    );
    rows.push(...page.rows);
    after = page.next;
  } while (after !== undefined);
  return rows;
}
