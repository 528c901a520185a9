// The row of AWS Training & Certification. Data alone.
import { provider, unnumbered } from '../provider.ts';

export const AWS = provider({
  id: 'aws',
  name: 'AWS Training & Certification',
  issuer: 'AWS Training & Certification',
  hosts: ['aws.amazon.com', 'explore.skillbuilder.aws', 'aws.training'],
  urlPatterns: [unnumbered(/^(?:aw\.)?aws\.amazon\.com\/verification/iu)],
  pdfCues: [
    /\bAWS Training (?:and|&) Certification\b/iu,
    /\baws\.amazon\.com\/verification\b/iu,
    /\bAWS Certified\b/u,
  ],
  numberPatterns: [/\bValidation Number:?\s*([A-Z0-9]{16}|[0-9a-f]{32})\b/iu],
});
