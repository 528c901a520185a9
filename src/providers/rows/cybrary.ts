// The row of Cybrary. Data alone.
import { numbered, provider } from '../provider.ts';

export const CYBRARY = provider({
  id: 'cybrary',
  name: 'Cybrary',
  issuer: 'Cybrary',
  hosts: ['cybrary.it'],
  urlPatterns: [
    numbered(
      /^(?:app\.)?cybrary\.it\/courses\/api\/certificate\/(CC-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/iu,
    ),
  ],
  pdfCues: [/\bOfficial Cybrary Certificate\b/iu, /\bprovided by Cybrary\b/iu],
  uuidPrefix: 'CC',
  numberPatterns: [/\b(CC-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\b/iu],
});
