// The row of CertMetrics. Data alone.
import { numbered, provider, unnumbered } from '../provider.ts';

export const CERTMETRICS = provider({
  id: 'certmetrics',
  name: 'CertMetrics',
  hosts: ['certmetrics.com'],
  urlPatterns: [
    numbered(
      /^cp\.certmetrics\.com\/[a-z]+\/[a-z]{2}\/public\/verify\/credential\/([0-9A-Za-z]{10,40})\/?(?:[?#]|$)/iu,
    ),
    unnumbered(
      /^cp\.certmetrics\.com\/[a-z]+\/[a-z]{2}\/public\/verify\/credential\/?(?:[?#]|$)/iu,
    ),
    unnumbered(/^(?:www\.|aw\.)?certmetrics\.com\/amazon\/public\/(?:badge|verification)\.aspx/iu),
  ],
});
