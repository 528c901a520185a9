// The row of MindLuster. Data alone.
import { numbered, provider } from '../provider.ts';

export const MINDLUSTER = provider({
  id: 'mindluster',
  name: 'MindLuster',
  issuer: 'MindLuster',
  hosts: ['mindluster.com'],
  urlPatterns: [
    numbered(/^mindluster\.com\/student\/certificate\/([A-Za-z0-9]{6,20})\/?(?:[?#]|$)/iu),
  ],
  pdfCues: [/\bmind ?luster\b/iu],
});
