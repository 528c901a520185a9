// The row of Codecademy. Data alone.
import { numbered, provider } from '../provider.ts';

export const CODECADEMY = provider({
  id: 'codecademy',
  name: 'Codecademy',
  issuer: 'Codecademy',
  hosts: ['codecademy.com'],
  urlPatterns: [
    numbered(
      /^codecademy\.com\/profiles\/[^/?#]+\/certificates\/([0-9a-f]{24}|[0-9a-f]{32})\/?(?:[?#]|$)/iu,
    ),
  ],
  pdfCues: [/\bCodecademy\b/iu],
});
