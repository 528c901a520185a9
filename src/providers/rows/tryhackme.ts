// The row of TryHackMe. Data alone.
import { numbered, provider } from '../provider.ts';

export const TRYHACKME = provider({
  id: 'tryhackme',
  name: 'TryHackMe',
  issuer: 'TryHackMe',
  hosts: ['tryhackme.com'],
  urlPatterns: [
    numbered(
      /^tryhackme(?:\.com\/certificate|-certificates\.s3-eu-west-1\.amazonaws\.com)\/(THM-[A-Z0-9]{10})(?:\.(?:pdf|png))?\/?(?:[?#]|$)/iu,
    ),
  ],
  pdfCues: [/\bTryHackMe\b/iu],
  fileNameCues: [/\b(THM-[A-Z0-9]{10})\b/u],
  numberPatterns: [/\b(THM-[A-Z0-9]{10})\b/u],
});
