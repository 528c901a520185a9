// The row of Forage. Data alone.
import { numbered, provider } from '../provider.ts';

export const FORAGE = provider({
  id: 'forage',
  name: 'Forage',
  issuer: 'Forage',
  hosts: ['theforage.com'],
  urlPatterns: [
    numbered(
      /^(?:forage-uploads-prod\.s3\.(?:[a-z0-9-]+\.)?amazonaws\.com|theforage\.com)\/completion-certificates\/(?:[^?#]*\/)?([\w-]{8,80})_completion_certificate\.pdf/iu,
    ),
  ],
  pdfCues: [
    /\bIssued by Forage\b/iu,
    /\bCo-Founder of\s+Forage\b/iu,
    /\bUser Verification Code\b/iu,
    /\bcompleted practical tasks in\b/iu,
    /\bJob Simulation\b.{0,80}\bCertificate of Completion\b/iu,
  ],
  numberPatterns: [/\bUser Verification Code ([A-Za-z0-9]{12,32})\b/iu],
});
