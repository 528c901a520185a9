// The row of Skilljar. Data alone.
import { numbered, provider } from '../provider.ts';

export const SKILLJAR = provider({
  id: 'skilljar',
  name: 'Skilljar',
  hosts: ['skilljar.com'],
  urlPatterns: [numbered(/^verify\.skilljar\.com\/c\/([a-z0-9]{12})\/?(?:[?#]|$)/iu)],
});
