// Types of the packages that ship none, as far as verification uses them.
declare module 'jsonld' {
  const jsonld: {
    toRDF(
      document: unknown,
      options: {
        readonly base: null;
        readonly safe: boolean;
        readonly produceGeneralizedRdf: false;
        readonly documentLoader: (url: string) => Promise<unknown>;
        readonly contextResolver?: unknown;
      },
    ): Promise<readonly unknown[]>;
  };
  export default jsonld;
}
declare module 'rdf-canonize' {
  const rdfCanonize: {
    canonize(
      dataset: readonly unknown[],
      options: {
        readonly algorithm: 'RDFC-1.0';
        readonly format: 'application/n-quads';
        readonly messageDigestAlgorithm?: 'sha256' | 'sha384';
        readonly maxWorkFactor?: number;
        readonly maxDeepIterations?: number;
        readonly signal: { readonly aborted: boolean; readonly reason: string };
      },
    ): Promise<string>;
  };
  export default rdfCanonize;
}
declare module '@digitalbazaar/ed25519-multikey' {
  export function from(key: {
    readonly '@context': string;
    readonly type: 'Multikey';
    readonly id: string;
    readonly controller: string;
    readonly publicKeyMultibase: string;
  }): Promise<{
    verifier(): { verify(input: { data: Uint8Array; signature: Uint8Array }): Promise<boolean> };
  }>;
}
