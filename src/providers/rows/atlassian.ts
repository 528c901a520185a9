// The row of Atlassian University. Data alone.
import { numbered, provider } from '../provider.ts';

export const ATLASSIAN = provider({
  id: 'atlassian',
  name: 'Atlassian University',
  issuer: 'Atlassian',
  platform: 'intellum',
  hosts: ['university.atlassian.com', 'community.atlassian.com'],
  urlPatterns: [
    numbered(/^university\.atlassian\.com\/student\/award\/([A-Za-z0-9]{24})\/?(?:[?#]|$)/u),
  ],
  pdfCues: [/\bAtlassian University\b/iu],
});
