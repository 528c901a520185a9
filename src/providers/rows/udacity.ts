// The row of Udacity. Data alone.
import { numbered, provider } from '../provider.ts';

export const UDACITY = provider({
  id: 'udacity',
  name: 'Udacity',
  issuer: 'Udacity',
  hosts: ['udacity.com'],
  urlPatterns: [
    numbered(
      /^confirm\.udacity\.com\/(?:e\/)?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[A-Z0-9]{6,10})\/?(?:[?#]|$)/iu,
    ),
    numbered(
      /^udacity\.com\/certificate\/(?:(?:e|lp)\/)?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[A-Z0-9]{6,10})\/?(?:[?#]|$)/iu,
    ),
  ],
  pdfCues: [
    /\bUdacity has confirmed\b/iu,
    /\b(?:Founder|CEO|President), Udacity\b/iu,
    /\b(?:Verified )?Certificate of (?:Nanodegree|Course) Program Completion\b/iu,
    /\bNanodegree Program\b/iu,
  ],
});
