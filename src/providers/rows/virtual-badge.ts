// The row of Virtual Badge. Data alone.
import { numbered, provider } from '../provider.ts';

export const VIRTUAL_BADGE = provider({
  id: 'virtual-badge',
  name: 'Virtual Badge',
  hosts: ['virtualbadge.io'],
  urlPatterns: [
    numbered(
      /^virtualbadge\.io\/certificate-validator\?credential=((?:cer-)?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{8,12})/iu,
    ),
  ],
});
