// The row of Salesforce Trailhead. Data alone.
import { profile, provider } from '../provider.ts';

export const TRAILHEAD = provider({
  id: 'trailhead',
  name: 'Salesforce Trailhead',
  issuer: 'Salesforce',
  hosts: ['trailhead.salesforce.com', 'trailblazer.me'],
  urlPatterns: [
    profile(/^salesforce\.com\/trailblazer\/([\w.-]+)\/?(?:[?#]|$)/iu),
    profile(/^trailblazer\.me\/id\/([\w.-]+)\/?(?:[?#]|$)/iu),
    profile(/^trailhead\.salesforce\.com\/(?:[a-z-]+\/)?me\/([\w.-]+)\/?(?:[?#]|$)/iu),
  ],
  pdfCues: [/\bSalesforce Certified\b/iu, /\bTrailhead\b/u],
});
