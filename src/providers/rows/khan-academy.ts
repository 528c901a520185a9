// The row of Khan Academy. Data alone.
import { provider } from '../provider.ts';

export const KHAN_ACADEMY = provider({
  id: 'khan-academy',
  name: 'Khan Academy',
  issuer: 'Khan Academy',
  hosts: ['khanacademy.org'],
  pdfCues: [/\bKhan Academy\b/iu],
});
