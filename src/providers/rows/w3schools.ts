// The row of W3Schools. Data alone.
import { numbered, provider } from '../provider.ts';

export const W3SCHOOLS = provider({
  id: 'w3schools',
  name: 'W3Schools',
  issuer: 'W3Schools',
  hosts: ['w3schools.com'],
  urlPatterns: [
    numbered(
      /^(?:verify|courses)\.w3schools\.com\/(?:certificates\/)?([A-Z0-9]{10,12})\/?(?:[?#]|$)/u,
    ),
  ],
  pdfCues: [/\bw3schools(?:\.com)?\b/iu],
});
