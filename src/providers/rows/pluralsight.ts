// The row of Pluralsight. Data alone.
import { numbered, profile, provider } from '../provider.ts';

export const PLURALSIGHT = provider({
  id: 'pluralsight',
  name: 'Pluralsight',
  issuer: 'Pluralsight',
  hosts: ['pluralsight.com'],
  urlPatterns: [
    numbered(
      /^app\.pluralsight\.com\/achievements\/share\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/?(?:[?#]|$)/iu,
    ),
    profile(/^app\.pluralsight\.com\/profile\/([\w.-]+)\/?(?:[?#]|$)/iu),
  ],
  pdfCues: [/\bPluralsight\b/iu],
});
