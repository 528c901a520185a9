// The row of STEM.org. Data alone.
import { numbered, provider } from '../provider.ts';

export const STEM_BLOCKCHAIN = provider({
  id: 'stem-blockchain',
  name: 'STEM.org',
  issuer: 'STEM.org',
  platform: 'accredible',
  hosts: ['blockchain.stem.org'],
  urlPatterns: [
    numbered(
      /^blockchain\.stem\.org\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/?(?:[?#]|$)/iu,
    ),
  ],
});
