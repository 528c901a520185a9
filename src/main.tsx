// The composition root of the page: connects to the host, builds the app out of its parts, mounts the
// interface. Nothing else knows all of them.
import { WRITTEN_AFTER } from './domain/clock-doubt.ts';
import { createApp } from './app/create-app.ts';
import { connectHost } from './client/connect-host.ts';
import { drawSvg } from './client/svg-picture.ts';
import { installTrustedTypes } from './client/trusted-types.ts';
import { destroyAllViews } from './store/view-database.ts';
import { ViewStore } from './store/view-store.ts';
import { mountFailure, mountLaurel } from './ui/index.ts';
import { createJobPool } from './workers/job-pool.ts';
import { createPortfolioClient } from './workers/portfolio-client.ts';
import { createSearchClient } from './workers/search-client.ts';
import { webWorkerPort } from './workers/web-worker-port.ts';
import { createWorkerReader } from './workers/worker-reader.ts';

const WINDOW_LOCK = 'laurel-window';
const MAX_READERS = 4;

function root(): HTMLElement {
  const element = document.getElementById('root');
  if (!element) throw new Error('the page has no root element');
  return element;
}

/** Resolves to false when another window of this browser has the library open. */
function takeWindowLock(): Promise<boolean> {
  return new Promise((resolve) => {
    void navigator.locks.request(WINDOW_LOCK, { ifAvailable: true }, (lock) => {
      resolve(lock !== null);
      // Held until the window closes.
      return lock === null ? undefined : new Promise(() => undefined);
    });
  });
}

async function start(): Promise<void> {
  installTrustedTypes();
  const connection = await connectHost();
  if (!connection.ok) {
    mountFailure(root(), connection.problem);
    return;
  }
  if (!(await takeWindowLock())) {
    mountFailure(root(), { code: 'library/already-open' });
    return;
  }
  const { host, shell, onQuit } = connection.value;
  const readers = createJobPool(
    () =>
      webWorkerPort(
        new Worker(new URL('./workers/reader-worker.ts', import.meta.url), { type: 'module' }),
      ),
    Math.max(1, Math.min(MAX_READERS, navigator.hardwareConcurrency)),
  );
  const assembler = createPortfolioClient(
    createJobPool(
      () =>
        webWorkerPort(
          new Worker(new URL('./workers/portfolio-worker.ts', import.meta.url), { type: 'module' }),
        ),
      1,
    ),
  );
  const search = createSearchClient(
    new Worker(new URL('./workers/search-worker.ts', import.meta.url), { type: 'module' }),
  );
  const app = createApp({
    host,
    openView: (library) => new ViewStore(library),
    reader: createWorkerReader(readers, drawSvg),
    search,
    assembler,
    clock: { nowMs: () => Date.now() },
    appVersion: shell.version,
    builtAt: WRITTEN_AFTER,
  });
  onQuit(() => {
    void app.close().then(() => (shell.clearsViewOnQuit ? destroyAllViews() : undefined));
  });
  mountLaurel(root(), app);
}

void start();
