// The row of Certopus. Data alone.
import { provider } from '../provider.ts';

export const CERTOPUS = provider({
  id: 'certopus',
  name: 'Certopus',
  hosts: ['certopus.com'],
});
