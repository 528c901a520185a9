// The row of CompTIA. Data alone.
import { numbered, provider, unnumbered } from '../provider.ts';

export const COMPTIA = provider({
  id: 'comptia',
  name: 'CompTIA',
  issuer: 'CompTIA',
  hosts: ['comptia.org'],
  urlPatterns: [
    numbered(/^verify\.comptia\.org\/?\?(?:[^#]*&)?code=([A-Z0-9]{16})/iu),
    unnumbered(/^verify\.comptia\.org\/?$/iu),
  ],
  pdfCues: [/\bverify\.CompTIA\.org\b/iu, /\bCompTIA (?:A\+|[A-Z][a-z]+\+?)(?: ce)?(?:\s|$)/u],
  numberPatterns: [/\bCode:?\s*([A-Z0-9]{16})\b/u, /\b(COMP\d{12})\b/u],
});
