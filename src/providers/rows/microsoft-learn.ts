// The row of Microsoft Learn. Data alone.
import { numbered, profile, provider } from '../provider.ts';

export const MICROSOFT_LEARN = provider({
  id: 'microsoft-learn',
  name: 'Microsoft Learn',
  issuer: 'Microsoft',
  hosts: ['learn.microsoft.com', 'docs.microsoft.com'],
  urlPatterns: [
    profile(
      /^learn\.microsoft\.com\/(?:[a-z]{2}-[a-z]{2,4}\/)?users\/[^/?#]+\/transcript\/(?:share\/)?([a-z0-9]{12,20})\/?(?:[?#]|$)/iu,
    ),
    numbered(
      /^learn\.microsoft\.com\/api\/credentials\/share\/[a-z]{2}-[a-z]{2,4}\/[^/?#]+\/([0-9A-F]{16})(?:\?|$)/iu,
    ),
    numbered(
      /^learn\.microsoft\.com\/(?:[a-z]{2}-[a-z]{2,4}\/)?users\/[^/?#]+\/credentials\/([0-9a-f]{16})\/?(?:[?#]|$)/iu,
    ),
  ],
  pdfCues: [
    /\bhas successfully passed all requirements for\b/iu,
    /\bMicrosoft Virtual Training Days?\b/iu,
    /\bMicrosoft Certified(?: Professional)?\b/iu,
    /\bMicrosoft (?:Applied Skills|Learn)\b/iu,
  ],
  titlePatterns: [/\b(Microsoft Virtual Training Days?) (?:по теме: )?«([^»]{3,150})»/u],
  numberPatterns: [
    /\bCertification number:?\s*([A-Z0-9]{6}-[A-Z0-9]{6})\b/iu,
    /\bCredential ID:?\s*([0-9A-F]{16})\b/iu,
  ],
});
