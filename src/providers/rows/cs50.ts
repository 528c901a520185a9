// The row of CS50. Data alone.
import { numbered, provider } from '../provider.ts';

export const CS50 = provider({
  id: 'cs50',
  name: 'CS50',
  issuer: 'Harvard University',
  hosts: ['certificates.cs50.io'],
  urlPatterns: [
    numbered(
      /^(?:cs50\.harvard\.edu\/certificates|certificates\.cs50\.io)\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:\.(?:pdf|png))?\/?(?:[?#]|$)/iu,
    ),
  ],
  pdfCues: [/\bCS50x?\b.{0,200}\bHarvard University\b/u],
});
