// The providers layer's public door.
export { recogniseDocument } from './certificate-text.ts';
export { cleanWebAddress, providerOfHost, PROVIDERS, recogniseUrl } from './recognise-url.ts';
export type { RecognisedUrl } from './recognise-url.ts';
export type { ProviderRecogniser, UrlPattern } from './provider.ts';
