// The contract methods that the page fulfils itself where the shell says so: saving a file and opening
// a link or a sign-in page by the browser's own means.
import type { RequestOf, ResponseOf } from '../contract/channels.ts';
import type { Host } from '../contract/host.ts';
import { parseOpenableLink } from '../contract/openable-link.ts';
import { problem } from '../domain/problem.ts';
import { type Result, err, ok } from '../domain/result.ts';

export interface PageMethods {
  readonly saveFile: (
    request: RequestOf<'files.save'>,
  ) => Promise<Result<ResponseOf<'files.save'>>>;
  readonly openLink: (
    request: RequestOf<'shell.openLink'>,
  ) => Promise<Result<ResponseOf<'shell.openLink'>>>;
}

/** The host with those methods replaced that this shell leaves to the page. */
export function withPageMethods(
  host: Host,
  shell: Pick<ResponseOf<'shell.describe'>, 'saves' | 'opensLinks'>,
  methods: PageMethods,
): Host {
  return {
    invoke: async (name, request) => {
      // The name decides the request's type, which the compiler cannot follow through the union.
      if (name === 'files.save' && shell.saves === 'page') {
        const saved = await methods.saveFile(request as RequestOf<'files.save'>);
        return saved as Result<ResponseOf<typeof name>>;
      }
      if (name === 'shell.openLink' && shell.opensLinks === 'page') {
        const opened = await methods.openLink(request as RequestOf<'shell.openLink'>);
        return opened as Result<ResponseOf<typeof name>>;
      }
      if (name === 'net.signInWait' && shell.opensLinks === 'page') {
        // Opened here, while the click still counts for the browser; the host only waits for the redirect.
        const { url } = request as RequestOf<'net.signInWait'>;
        if (!url.startsWith('https:')) return err(problem('host/link-not-allowed'));
        const opened = await methods.openLink({ url });
        if (!opened.ok) return opened;
      }
      return host.invoke(name, request);
    },
  };
}

type SaveTarget = {
  createWritable(): Promise<{ write(data: BlobPart): Promise<void>; close(): Promise<void> }>;
};
type SavePicker = (options: { suggestedName: string }) => Promise<SaveTarget>;

/** What the methods use of the page; `picker` is absent in browsers without a save dialog. */
export type PageEnvironment = {
  readonly picker: SavePicker | undefined;
  /** Hands the file to the browser's download folder. */
  readonly download: (name: string, file: Blob) => void;
  readonly open: (url: string) => void;
};

const DOWNLOAD_URL_LIFETIME_MS = 60_000;

export function createPageMethods(page: PageEnvironment): PageMethods {
  return {
    saveFile: async ({ suggestedName, mediaType, bytes }) => {
      const file = new Blob([bytes as Uint8Array<ArrayBuffer>], { type: mediaType });
      if (page.picker === undefined) {
        page.download(suggestedName, file);
        return ok({ saved: true });
      }
      try {
        const target = await page.picker({ suggestedName });
        const writable = await target.createWritable();
        await writable.write(file);
        await writable.close();
        return ok({ saved: true });
      } catch (cause) {
        if (cause instanceof DOMException && cause.name === 'AbortError')
          return ok({ saved: false });
        // Without a fresh click the dialog is refused; the download needs none.
        if (cause instanceof DOMException && cause.name === 'SecurityError') {
          page.download(suggestedName, file);
          return ok({ saved: true });
        }
        return err(problem('library/not-writable', { cause }));
      }
    },
    openLink: async ({ url }) => {
      const link = parseOpenableLink(url);
      if (!link.ok) return link;
      page.open(link.value.href);
      return ok({ opened: true });
    },
  };
}

/** The environment of a real browser window. */
export function browserPage(window: Window): PageEnvironment {
  const { showSaveFilePicker } = window as { showSaveFilePicker?: SavePicker };
  return {
    picker: showSaveFilePicker?.bind(window),
    download: (name, file) => {
      const link = window.document.createElement('a');
      link.href = URL.createObjectURL(file);
      link.download = name;
      link.click();
      window.setTimeout(() => URL.revokeObjectURL(link.href), DOWNLOAD_URL_LIFETIME_MS);
    },
    open: (url) => {
      window.open(url, '_blank', 'noopener,noreferrer');
    },
  };
}
