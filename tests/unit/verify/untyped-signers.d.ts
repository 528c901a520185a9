// The signing libraries that tests compare with ship no types.
declare module '@digitalbazaar/data-integrity' {
  export const DataIntegrityProof: new (options: {
    signer?: unknown;
    cryptosuite: unknown;
  }) => object;
}
declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: unknown;
}
declare module 'jsonld-signatures' {
  const jsigs: {
    sign(document: object, options: object): Promise<object>;
    purposes: { AssertionProofPurpose: new () => object };
  };
  export default jsigs;
}
