// The providers layer's public door.
export { recogniseDocument } from './certificate-text.ts';
export { linkProblem, readLink } from './read-link.ts';
export { providerOfHost, recogniseAddress, recogniseUrl } from './recognise-url.ts';
export type { RecognisedAddress, RecognisedUrl } from './recognise-url.ts';
export { PROVIDERS } from './rows/index.ts';
export { cleanWebAddress } from './web-address.ts';
export type { AddressKind, ProviderRecogniser, UrlPattern } from './provider.ts';
