// The row of Alison. Data alone.
import { numbered, provider } from '../provider.ts';

export const ALISON = provider({
  id: 'alison',
  name: 'Alison',
  issuer: 'Alison',
  hosts: ['alison.com'],
  urlPatterns: [
    numbered(
      /^alison\.com\/certification\/check\/((?:\$|%24)2y(?:\$|%24)10(?:\$|%24)[A-Za-z0-9./%]{40,80}|[A-Za-z0-9]{10,70})\/?(?:[?#]|$)/iu,
    ),
  ],
  pdfCues: [
    /(?<![\p{L}\d])Alison(?:\.com)?\b(?=.{0,200}\b(?:certificate|diploma|award)\b)/iu,
    /\bcertificate\b.{0,200}\bAlison\b/iu,
  ],
  numberPatterns: [/\b(\d{3,5}-\d{6,9})\b/u],
  fileNameCues: [/\balison\b/iu],
});
