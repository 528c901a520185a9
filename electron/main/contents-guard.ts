// Keeps every web contents on our page: no navigation, no new windows, no webviews, no identity.
import type { App, Event, WebContents } from 'electron';
import { isOwnAddress } from './session-guard.ts';

/** Applies to every contents made from now on, also ones that should not exist. */
export function guardAllContents(app: Pick<App, 'on'>): void {
  app.on('web-contents-created', (_event, contents) => guardContents(contents));
  app.on('select-client-certificate', (event, _contents, _url, _list, callback) => {
    event.preventDefault();
    callback();
  });
}

function guardContents(contents: WebContents): void {
  const stayHere = (event: Event<{ url: string; isMainFrame: boolean }>): void => {
    // Reload is a navigation of the main frame to our own address.
    if (!event.isMainFrame || !isOwnAddress(event.url)) event.preventDefault();
  };
  contents.on('will-navigate', stayHere);
  contents.on('will-frame-navigate', stayHere);
  contents.on('will-redirect', stayHere);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}
