// The row of LinkedIn Learning. Data alone.
import { numbered, provider } from '../provider.ts';

export const LINKEDIN_LEARNING = provider({
  id: 'linkedin-learning',
  name: 'LinkedIn Learning',
  issuer: 'LinkedIn Learning',
  fetches: 'never',
  urlPatterns: [numbered(/^linkedin\.com\/learning\/certificates\/([0-9a-f]{64})\/?(?:[?#]|$)/iu)],
  pdfCues: [
    /\bHead of (?:Global )?Content(?: Strategy)?, Learning\b/iu,
    /\bLearning Content at LinkedIn\b/iu,
    /\bLinked ?[Iil1]n Learning\b/iu,
    /\bBy continuing to learn, you have expanded your perspective\b/iu,
  ],
  fileNameCues: [/^CertificateOfCompletion_/iu],
  numberPatterns: [/\bCertificate (?:No|ID):?\s*([A-Za-z0-9_-]{16,80})/iu],
});
