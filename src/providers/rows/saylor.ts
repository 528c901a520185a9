// The row of Saylor Academy. Data alone.
import { numbered, provider } from '../provider.ts';

export const SAYLOR = provider({
  id: 'saylor',
  name: 'Saylor Academy',
  issuer: 'Saylor Academy',
  hosts: ['saylor.org'],
  urlPatterns: [
    numbered(
      /^learn\.saylor\.org\/(?:mod\/customcert\/verify_certificate|admin\/tool\/certificate\/index)\.php\?(?:[^#]*&)?code=([A-Za-z0-9]{6,20})/iu,
    ),
  ],
  pdfCues: [/\bSaylor Academy\b/iu],
});
