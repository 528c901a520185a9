// The row of MITx Online. Data alone.
import { numbered, provider } from '../provider.ts';

export const MITX_ONLINE = provider({
  id: 'mitx-online',
  name: 'MITx Online',
  issuer: 'MITx',
  hosts: ['mitxonline.mit.edu'],
  urlPatterns: [
    numbered(
      /^mitxonline\.mit\.edu\/certificate\/(?:program\/)?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/?(?:[?#]|$)/iu,
    ),
  ],
});
