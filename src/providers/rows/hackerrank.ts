// The row of HackerRank. Data alone.
import { numbered, provider } from '../provider.ts';

export const HACKERRANK = provider({
  id: 'hackerrank',
  name: 'HackerRank',
  issuer: 'HackerRank',
  hosts: ['hackerrank.com'],
  urlPatterns: [
    numbered(/^hackerrank\.com\/certificates\/(?:iframe\/)?([0-9a-f]{12})\/?(?:[?#]|$)/iu),
  ],
  pdfCues: [/\bHackerRank/iu],
  numberPatterns: [/\bID:\s?([0-9A-F]{12})\b/u],
  titlePatterns: [
    /(?:cleared the assessment for the|passed the HackerRank) (?:skill:?|role:?) ?(\S.{1,60}?\((?:Basic|Intermediate|Advanced)\))/iu,
  ],
});
