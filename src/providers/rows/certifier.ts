// The row of Certifier. Data alone.
import { numbered, provider } from '../provider.ts';

export const CERTIFIER = provider({
  id: 'certifier',
  name: 'Certifier',
  hosts: ['credsverse.com', 'certifier.io'],
  urlPatterns: [
    numbered(
      /^credsverse\.com\/credentials\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/?(?:[?#]|$)/iu,
    ),
  ],
  pdfCues: [/\b(?:Distributed by:|Powered by) Certifier\b/iu],
});
