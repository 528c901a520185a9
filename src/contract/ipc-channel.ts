// The one Electron IPC channel; the names of the channel table travel inside it.
export const INVOKE_CHANNEL = 'laurel:invoke';
