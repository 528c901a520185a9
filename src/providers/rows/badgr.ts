// The row of Badgr / Canvas Credentials. Data alone.
import { numbered, profile, provider, template } from '../provider.ts';

export const BADGR = provider({
  id: 'badgr',
  name: 'Badgr / Canvas Credentials',
  hosts: ['badgr.io', 'badgr.com', 'badges.parchment.com'],
  urlPatterns: [
    numbered(
      /^(?:[a-z0-9-]+\.)*(?:badgr\.(?:io|com)|parchment\.com)\/public\/assertions\/([\w-]{16,40})(?:\.json)?(?:\/(?:image|baked))?\/?(?:[?#]|$)/u,
    ),
    profile(
      /^(?:[a-z0-9-]+\.)*(?:badgr\.(?:io|com)|parchment\.com)\/public\/collections\/([\w-]{16,40})(?:\.json)?\/?(?:[?#]|$)/u,
    ),
    template(
      /^(?:[a-z0-9-]+\.)*(?:badgr\.(?:io|com)|parchment\.com)\/public\/badges\/[\w-]{16,40}/u,
    ),
  ],
});
