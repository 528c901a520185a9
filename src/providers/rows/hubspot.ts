// The row of HubSpot Academy. Data alone.
import { provider } from '../provider.ts';

export const HUBSPOT = provider({
  id: 'hubspot',
  name: 'HubSpot Academy',
  issuer: 'HubSpot Academy',
  hosts: ['academy.hubspot.com', 'app.hubspot.com'],
  urlPatterns: [
    {
      pattern:
        /^app(?:-[a-z0-9]+)?\.hubspot\.com\/academy\/achievements\/([a-z0-9]{8})\/[a-z]{2}(?:-[a-z]{2})?\/\d+\/[a-z0-9-]+\/([a-z0-9-]+)/iu,
      numberGroup: 1,
      titleGroup: 2,
    },
  ],
  pdfCues: [/\bHubSpot(?: Academy)?\b/iu],
  numberPatterns: [/\bCertification code:?\s*([0-9a-f]{8,40})\b/iu],
});
