// The row of OpenClassrooms. Data alone.
import { numbered, provider } from '../provider.ts';

export const OPENCLASSROOMS = provider({
  id: 'openclassrooms',
  name: 'OpenClassrooms',
  issuer: 'OpenClassrooms',
  hosts: ['openclassrooms.com'],
  urlPatterns: [
    numbered(/^openclassrooms\.com\/(?:[a-z]{2}\/)?course-certificates\/(\d{6,12})\/?(?:[?#]|$)/iu),
  ],
  pdfCues: [/\bOpen ?Classrooms\b/iu],
});
