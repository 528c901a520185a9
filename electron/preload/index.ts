// The whole of what the page gets from Electron: one method. No event objects, no other channels.
import { contextBridge, ipcRenderer } from 'electron';
import { INVOKE_CHANNEL } from '../../src/contract/ipc-channel.ts';

contextBridge.exposeInMainWorld('laurelHost', {
  invoke: (name: string, request: unknown): Promise<unknown> =>
    ipcRenderer.invoke(INVOKE_CHANNEL, name, request),
});
