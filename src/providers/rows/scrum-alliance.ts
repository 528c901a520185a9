// The row of Scrum Alliance. Data alone.
import { numbered, provider } from '../provider.ts';

export const SCRUM_ALLIANCE = provider({
  id: 'scrum-alliance',
  name: 'Scrum Alliance',
  issuer: 'Scrum Alliance',
  hosts: ['scrumalliance.org', 'bcert.me'],
  urlPatterns: [
    numbered(/^bcert\.me\/bc\/html\/show-badge\.html\?b=([a-z]{6,12})\/?(?:[?#]|$)/iu),
    numbered(/^bcert\.me\/([a-z]{6,12})\/?(?:[?#]|$)/iu),
  ],
  pdfCues: [/\bScrum Alliance\b/iu],
});
