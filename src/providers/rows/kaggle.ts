// The row of Kaggle. Data alone.
import { numbered, provider, titled } from '../provider.ts';

export const KAGGLE = provider({
  id: 'kaggle',
  name: 'Kaggle',
  issuer: 'Kaggle',
  hosts: ['kaggle.com'],
  urlPatterns: [
    titled(/^kaggle\.com\/learn\/certification\/[^/?#]+\/([a-z0-9-]+)\/?(?:[?#]|$)/iu),
    numbered(/^storage\.googleapis\.com\/kaggle-learn-certificates\/\d+\/([0-9a-f]{32})\.png/iu),
  ],
  pdfCues: [/\bKaggle\b/iu],
});
