// The row of Google. Data alone.
import { numbered, provider } from '../provider.ts';

export const GOOGLE = provider({
  id: 'google',
  name: 'Google',
  issuer: 'Google',
  hosts: ['grow.google', 'learndigital.withgoogle.com'],
  urlPatterns: [
    numbered(
      /^learndigital\.withgoogle\.com\/[a-z-]+\/(?:certificate|validate-certificate-code)\?(?:[^#]*&)?(?:code|id)=((?:[A-Z0-9]|%20|\+){6,40})/iu,
    ),
  ],
  pdfCues: [/\bGoogle Career Certificates?\b/iu],
});
