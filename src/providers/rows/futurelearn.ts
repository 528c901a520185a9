// The row of FutureLearn. Data alone.
import { numbered, provider } from '../provider.ts';

export const FUTURELEARN = provider({
  id: 'futurelearn',
  name: 'FutureLearn',
  hosts: ['futurelearn.com'],
  urlPatterns: [numbered(/^futurelearn\.com\/certificates\/([0-9a-z]{6,8})\/?(?:[?#]|$)/iu)],
  pdfCues: [/\bfuturelearn\.com\/certificates\b/iu, /\bFutureLearn\b/u],
});
