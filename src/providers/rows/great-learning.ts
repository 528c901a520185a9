// The row of Great Learning. Data alone.
import { numbered, provider } from '../provider.ts';

export const GREAT_LEARNING = provider({
  id: 'great-learning',
  name: 'Great Learning',
  issuer: 'Great Learning Academy',
  hosts: ['greatlearning.in', 'mygreatlearning.com'],
  urlPatterns: [
    numbered(
      /^(?:olympus\d?\.)?mygreatlearning\.com\/(?:course_)?certificate\/([A-Z0-9]{6,12})\/?(?:[?#]|$)/iu,
    ),
    numbered(/^verify\.greatlearning\.in\/([A-Z0-9]{6,12})\/?(?:[?#]|$)/iu),
  ],
  pdfCues: [/\bGreat ?Learning(?: Academy)?\b/u],
  fileNameCues: [/\bgreat[ _-]?learning\b/iu],
});
