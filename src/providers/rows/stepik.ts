// The row of Stepik. Data alone.
import { numbered, provider } from '../provider.ts';

export const STEPIK = provider({
  id: 'stepik',
  name: 'Stepik',
  issuer: 'Stepik',
  hosts: ['stepik.org'],
  urlPatterns: [
    numbered(/^stepik\.org\/cert(?:ificate)?\/([0-9a-f]{40}|\d{3,12})(?:\.pdf)?\/?(?:[?#]|$)/iu),
  ],
  pdfCues: [/\bstepik\.org\b/iu],
});
