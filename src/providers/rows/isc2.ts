// The row of ISC2. Data alone.
import { provider } from '../provider.ts';

export const ISC2 = provider({
  id: 'isc2',
  name: 'ISC2',
  issuer: 'ISC2',
  hosts: ['isc2.org'],
  pdfCues: [/\(ISC\)²|\bISC2\b/u],
});
