// The row of DataCamp. Data alone.
import { numbered, provider } from '../provider.ts';

export const DATACAMP = provider({
  id: 'datacamp',
  name: 'DataCamp',
  issuer: 'DataCamp',
  hosts: ['datacamp.com'],
  urlPatterns: [
    numbered(
      /^datacamp\.com\/(?:completed\/)?statement-of-accomplishment\/(?:badge\/)?(?:course|track)\/([0-9a-f]{40})(?:\.png)?\/?(?:[?#]|$)/iu,
    ),
    numbered(/^datacamp\.com\/certificate\/([A-Z]{2,4}\d{13})\/?(?:[?#]|$)/iu),
  ],
  pdfCues: [
    /\b(?:by|CEO,?) DataCamp\b/iu,
    /\bDataCamp, Inc\b/iu,
    /\bStatement of accomplishment\b.{0,200}\bDataCamp\b/iu,
  ],
  numberPatterns: [/\b([A-Z]{2,4}\d{13})\b/u, /#\s?(\d{1,3}(?:,\d{3}){1,3})\b/u],
});
