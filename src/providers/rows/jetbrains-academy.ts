// The row of JetBrains Academy. Data alone.
import { numbered, provider } from '../provider.ts';

export const JETBRAINS_ACADEMY = provider({
  id: 'jetbrains-academy',
  name: 'JetBrains Academy',
  issuer: 'JetBrains Academy',
  hosts: ['hyperskill.org'],
  urlPatterns: [
    numbered(
      /^hyperskill\.org\/certificates\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:\.pdf)?\/?(?:[?#]|$)/iu,
    ),
  ],
  pdfCues: [/\bJetBrains Academy\b/iu, /\bHyperskill\b/iu],
});
