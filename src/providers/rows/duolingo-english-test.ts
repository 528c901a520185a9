// The row of Duolingo English Test. Data alone.
import { numbered, provider } from '../provider.ts';

export const DUOLINGO_ENGLISH_TEST = provider({
  id: 'duolingo-english-test',
  name: 'Duolingo English Test',
  issuer: 'Duolingo',
  fetches: 'never',
  hosts: ['certs.duolingo.com', 'englishtest.duolingo.com'],
  urlPatterns: [numbered(/^certs\.duolingo\.com\/([a-z0-9]{8,32})\/?(?:[?#]|$)/iu)],
  pdfCues: [/\bDuolingo English Test\b/iu],
});
