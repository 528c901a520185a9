// The row of openSAP. Data alone.
import { numbered, provider } from '../provider.ts';

export const OPENSAP = provider({
  id: 'opensap',
  name: 'openSAP',
  issuer: 'openSAP',
  hosts: ['open.sap.com'],
  urlPatterns: [numbered(/^open\.sap\.com\/verify\/((?:[a-z]{5}-){4}[a-z]{5})\/?(?:[?#]|$)/iu)],
  pdfCues: [/\bopen ?SAP\b/iu],
});
