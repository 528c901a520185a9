// The row of OffSec. Data alone.
import { numbered, provider } from '../provider.ts';

export const OFFSEC = provider({
  id: 'offsec',
  name: 'OffSec',
  issuer: 'OffSec',
  platform: 'accredible',
  hosts: ['offsec.com', 'offensive-security.com'],
  urlPatterns: [
    numbered(
      /^credentials\.offsec\.com\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/?(?:[?#]|$)/iu,
    ),
  ],
  pdfCues: [/\bOffSec (?:Certified|Experienced|Web|Wireless)\b|\bOffensive Security Certified\b/iu],
});
