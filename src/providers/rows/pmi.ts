// The row of Project Management Institute. Data alone.
import { provider } from '../provider.ts';

export const PMI = provider({
  id: 'pmi',
  name: 'Project Management Institute',
  issuer: 'Project Management Institute',
  hosts: ['pmi.org'],
  pdfCues: [/\bProject Management Institute\b/iu, /\bPMP® Number\b/iu],
  numberPatterns: [/\b(?:PMP|CAPM|PMI-[A-Z]{2,4})®? (?:Number|No\.?|ID)[:\s#]{0,5}(\d{5,9})\b/iu],
});
