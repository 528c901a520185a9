// The row of Skillsoft. Data alone.
import { numbered, provider } from '../provider.ts';

export const SKILLSOFT = provider({
  id: 'skillsoft',
  name: 'Skillsoft',
  issuer: 'Skillsoft',
  platform: 'accredible',
  hosts: ['skillsoft.com', 'percipio.com'],
  urlPatterns: [
    numbered(
      /^skillsoft\.digitalbadges\.skillsoft\.com\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/?(?:[?#]|$)/iu,
    ),
  ],
  pdfCues: [/\bSkillsoft\b/iu, /\bPercipio\b/iu],
});
