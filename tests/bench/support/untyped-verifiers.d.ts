// Types of the other verifiers, as far as the figures use them.
declare module '@digitalbazaar/vc' {
  export function verifyCredential(options: {
    readonly credential: unknown;
    readonly suite: unknown;
    readonly documentLoader: (url: string) => Promise<unknown>;
    readonly now: Date;
  }): Promise<{ readonly verified: boolean; readonly error?: unknown }>;
}
