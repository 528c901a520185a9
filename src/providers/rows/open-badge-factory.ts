// The row of Open Badge Factory. Data alone.
import { numbered, provider } from '../provider.ts';

export const OPEN_BADGE_FACTORY = provider({
  id: 'open-badge-factory',
  name: 'Open Badge Factory',
  hosts: ['openbadgefactory.com'],
  urlPatterns: [
    numbered(
      /^openbadgefactory\.com\/(?:v1\/assertion|obv3\/credentials)\/([0-9a-f]{40})(?:\.(?:html|json))?/iu,
    ),
  ],
});
