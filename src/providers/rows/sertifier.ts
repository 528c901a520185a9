// The row of Sertifier. Data alone.
import { numbered, profile, provider } from '../provider.ts';

export const SERTIFIER = provider({
  id: 'sertifier',
  name: 'Sertifier',
  hosts: ['sertifier.com', 'verified.cv'],
  urlPatterns: [
    numbered(
      /^verified\.sertifier\.com\/[a-z]{2}\/(?:verify|onboarding-credential)\/(\d{14})\/?(?:[?#]|$)/iu,
    ),
    profile(/^verified\.sertifier\.com\/[a-z]{2}\/profile\/([^/?#]+)/iu),
  ],
  pdfCues: [/\bVerified by Sertifier\b/iu],
});
