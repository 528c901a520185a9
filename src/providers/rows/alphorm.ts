// The row of Alphorm. Data alone.
import { provider } from '../provider.ts';

export const ALPHORM = provider({
  id: 'alphorm',
  name: 'Alphorm',
  issuer: 'Alphorm',
  hosts: ['alphorm.com'],
  pdfCues: [/\bFondateur d['’]Alphorm\b/iu],
});
