// The row of Oracle University. Data alone.
import { numbered, provider } from '../provider.ts';

export const ORACLE = provider({
  id: 'oracle',
  name: 'Oracle University',
  issuer: 'Oracle University',
  hosts: ['catalog-education.oracle.com', 'mylearn.oracle.com', 'education.oracle.com'],
  urlPatterns: [
    numbered(
      /^catalog-education\.oracle\.com\/(?:pls|ords)\/certview\/sharebadge\?id=([0-9A-F]{64})/iu,
    ),
    numbered(/^brm-workforce\.oracle\.com\/pdf\/certview\/images\/([A-Za-z0-9_]{3,40})\.png/iu),
  ],
  pdfCues: [
    /\bOracle University\b/iu,
    /\bOracle Certified (?:Professional|Associate|Master|Expert|Specialist|Foundations)\b/iu,
  ],
});
