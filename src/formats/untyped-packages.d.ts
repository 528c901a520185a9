// Types of the packages that ship none, as far as formats use them.
declare module '@digitalbazaar/cborld' {
  export function decode(options: {
    readonly cborldBytes: Uint8Array;
    readonly documentLoader: (url: string) => Promise<{ readonly document: unknown }>;
  }): Promise<unknown>;
  export function encode(options: {
    readonly jsonldDocument: unknown;
    readonly registryEntryId: number;
    readonly documentLoader: (url: string) => Promise<{ readonly document: unknown }>;
  }): Promise<Uint8Array>;
}
