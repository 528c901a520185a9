// The row of Credly. Data alone.
import { numbered, profile, provider, template } from '../provider.ts';

export const CREDLY = provider({
  id: 'credly',
  name: 'Credly',
  hosts: ['credly.com', 'youracclaim.com'],
  urlPatterns: [
    numbered(
      /^(?:credly|youracclaim)\.com\/badges\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:\/[a-z_]+)?\/?(?:[?#]|$)/iu,
    ),
    numbered(
      /^(?:api\.)?(?:credly|youracclaim)\.com\/(?:api\/)?v1\/(?:obi\/v2\/badge_assertions|public_badges)\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/iu,
    ),
    numbered(/^credly\.com\/go\/([A-Za-z0-9_-]{6,20})\/?(?:[?#]|$)/u),
    profile(
      /^(?:credly|youracclaim)\.com\/users\/([a-z0-9._-]{2,80})(?:\/badges(?:\.json)?)?\/?(?:[?#]|$)/iu,
    ),
    template(/^credly\.com\/org\/[^/?#]+\/badge\/[^/?#]+/iu),
  ],
});
