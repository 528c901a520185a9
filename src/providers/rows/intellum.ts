// The row of Intellum. Data alone.
import { numbered, onAnyHost, provider } from '../provider.ts';

export const INTELLUM = provider({
  id: 'intellum',
  name: 'Intellum',
  hosts: ['exceedlms.com'],
  urlPatterns: [
    numbered(
      /^(?:[a-z0-9-]+\.exceedlms\.com|buildyourvoice\.linkedin\.com)\/student\/award\/([A-Za-z0-9]{24})\/?(?:[?#]|$)/u,
    ),
    onAnyHost(/^[^/?#]+\/student\/award\/([A-Za-z0-9]{24})\/?(?:[?#]|$)/u, 0.6),
  ],
});
