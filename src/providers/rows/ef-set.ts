// The row of EF SET. Data alone.
import { numbered, provider } from '../provider.ts';

export const EF_SET = provider({
  id: 'ef-set',
  name: 'EF SET',
  issuer: 'EF SET',
  hosts: ['efset.org'],
  urlPatterns: [numbered(/^(?:cert\.)?efset\.org\/(?:cert\/)?([A-Za-z0-9]{5,8})\/?(?:[?#]|$)/u)],
  pdfCues: [/\bEF ?SET (?:English )?Certificate\b/iu],
});
