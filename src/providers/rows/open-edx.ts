// The row of Open edX. Data alone.
import { onAnyHost, provider } from '../provider.ts';

export const OPEN_EDX = provider({
  id: 'open-edx',
  name: 'Open edX',
  urlPatterns: [onAnyHost(/^[^/?#]+\/certificates\/([0-9a-f]{32})\/?(?:[?#]|$)/iu, 0.55)],
});
