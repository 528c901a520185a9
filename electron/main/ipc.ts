// The one wrapper around Electron's IPC: who asks, how large it is, then the contract's dispatcher.
import type { IpcMain, IpcMainInvokeEvent, WebFrameMain } from 'electron';
import { CHANNELS, isChannelName } from '../../src/contract/channels.ts';
import { type HostHandlers, dispatch } from '../../src/contract/host.ts';
import { INVOKE_CHANNEL } from '../../src/contract/ipc-channel.ts';
import { refusalOfWireValue } from '../../src/contract/wire-size.ts';
import { problem } from '../../src/domain/problem.ts';
import { type Result, err } from '../../src/domain/result.ts';

export type IpcOptions = {
  readonly handlers: HostHandlers;
  readonly pageOrigin: string;
  readonly onBug: (name: string, cause: unknown) => void;
};

/** Answers the page, and refuses every other sender with `host/not-allowed`. */
export function serveIpc(ipcMain: Pick<IpcMain, 'handle'>, options: IpcOptions): void {
  ipcMain.handle(INVOKE_CHANNEL, (event, name: unknown, request: unknown) =>
    answer(options, event, name, request),
  );
}

function answer(
  { handlers, pageOrigin, onBug }: IpcOptions,
  event: IpcMainInvokeEvent,
  name: unknown,
  request: unknown,
): Promise<Result<unknown>> | Result<unknown> {
  if (!isOwnMainFrame(event.senderFrame, event.sender.mainFrame, pageOrigin)) {
    return err(problem('host/not-allowed'));
  }
  if (!isChannelName(name)) return err(problem('host/unknown-channel'));
  const refusal = refusalOfWireValue(request, CHANNELS[name].maxBytes);
  if (refusal === 'too-large') return err(problem('host/too-large'));
  if (refusal === 'not-plain') return err(problem('host/bad-request'));
  return dispatch(handlers, name, request, onBug);
}

/**
 * True for the top frame of a window that shows our page. `senderFrame` is null once the frame has
 * navigated or gone, and a child frame could be anybody's.
 */
export function isOwnMainFrame(
  frame: Pick<WebFrameMain, 'origin' | 'parent'> | null,
  mainFrame: unknown,
  pageOrigin: string,
): boolean {
  return (
    frame !== null && frame === mainFrame && frame.parent === null && frame.origin === pageOrigin
  );
}
