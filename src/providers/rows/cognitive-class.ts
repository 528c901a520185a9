// The row of Cognitive Class. Data alone.
import { numbered, provider } from '../provider.ts';

export const COGNITIVE_CLASS = provider({
  id: 'cognitive-class',
  name: 'Cognitive Class',
  issuer: 'Cognitive Class',
  hosts: ['cognitiveclass.ai'],
  urlPatterns: [
    numbered(/^courses\.cognitiveclass\.ai\/certificates\/([0-9a-f]{32})\/?(?:[?#]|$)/iu),
  ],
  pdfCues: [/\bcognitive ?class(?:\.ai)?\b/iu, /\bIBM Developer Skills Network\b/iu],
});
