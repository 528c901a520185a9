// The row of Scrum.org. Data alone.
import { numbered, provider } from '../provider.ts';

export const SCRUM_ORG = provider({
  id: 'scrum-org',
  name: 'Scrum.org',
  issuer: 'Scrum.org',
  hosts: ['scrum.org'],
  urlPatterns: [numbered(/^scrum\.org\/certificates\/(\d{1,12})\/?(?:[?#]|$)/iu)],
  pdfCues: [
    /\bProfessional Scrum (?:Master|Product Owner|Developer)\b.{0,200}\bScrum\.org\b/iu,
    /\bScrum\.org certificate\b/iu,
  ],
});
