// The row of Sololearn. Data alone.
import { numbered, provider } from '../provider.ts';

export const SOLOLEARN = provider({
  id: 'sololearn',
  name: 'Sololearn',
  issuer: 'Sololearn',
  hosts: ['sololearn.com'],
  urlPatterns: [
    numbered(
      /^sololearn\.com\/(?:[a-z]{2}\/)?certificates?\/(?:course\/)?([A-Za-z0-9-]{6,40})(?:\/(?:pdf|jpg|png|landscape))?\/?(?:[?#]|$)/iu,
    ),
  ],
  pdfCues: [/\bSolo ?Learn\b/iu, /\bCertificate #\d{4}-\d{5,10}\b/iu],
  numberPatterns: [/\bCertificate #\s?(\d{4}-\d{5,10})\b/iu, /\b(C[CT]-[A-Z0-9]{8})\b/u],
});
