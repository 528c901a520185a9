// The process that gets killed: imports and edits through the real host, printing what was acknowledged.
// Built by the kill test and started with: <data folder> <library id> <first number> <changes per batch>.
import { createInProcessHost } from '../../src/contract/host.ts';
import { type LibraryId, sha256Of } from '../../src/domain/id.ts';
import { createHostHandlers } from '../../electron/host/host-handlers.ts';
import { changeNumber, originalNumber } from './kill-content.ts';

const [dataFolder = '', libraryId = '', firstText = '1', batchText = '1'] = process.argv.slice(2);
const library = libraryId as LibraryId;

const handlers = createHostHandlers({
  dataFolder,
  resourcesFolder: dataFolder,
  shell: {
    describe: () => ({
      shell: 'in-process',
      version: '0',
      platform: process.platform,
      saves: 'page',
      opensLinks: 'page',
      clearsViewOnQuit: false,
    }),
    openLink: async () => false,
    saveFile: async () => ({ ok: true, value: { saved: false } }),
  },
  typeset: { render: () => Promise.reject(new Error('not asked')), close: async () => undefined },
  // Small, so that every write path runs within a short life.
  settings: { rollBytes: 20_000, snapshotBytes: 30_000, quietMs: 5, fullCheckBytes: 100_000 },
});
const host = createInProcessHost(handlers, (name, cause) => {
  console.log(`bug ${name} ${String(cause)}`);
});

const opened = await host.invoke('library.open', { create: true, id: library });
if (!opened.ok) console.log(`bug ${opened.problem.code} ${opened.problem.cause ?? ''}`);
console.log('open');
const perBatch = Number(batchText);
for (let n = Number(firstText); ; n += perBatch) {
  const numbers = Array.from({ length: perBatch }, (_, index) => n + index);
  const originals = await Promise.all(
    numbers.map(async (number) => {
      const bytes = originalNumber(number);
      return { sha256: await sha256Of(bytes), bytes };
    }),
  );
  const put = await host.invoke('library.putOriginals', { library, originals });
  if (!put.ok) console.log(`bug ${put.problem.code} ${put.problem.cause ?? ''}`);
  const changes = numbers.map((number) => changeNumber(number));
  const saved = await host.invoke('library.append', { library, changes });
  if (!saved.ok) console.log(`bug ${saved.problem.code} ${saved.problem.cause ?? ''}`);
  // A pipe is written at once on POSIX, so an acknowledged line is out before the next step begins.
  else console.log(`saved ${n} ${perBatch}`);
  if (n % 7 === 0) {
    await host.invoke('library.close', { library });
    await host.invoke('library.open', { create: false, id: library });
  }
  if (n % 3 === 0) await new Promise((resolve) => setTimeout(resolve, 8));
}
