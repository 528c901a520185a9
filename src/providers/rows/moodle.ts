// The row of Moodle. Data alone.
import { onAnyHost, provider, template } from '../provider.ts';

export const MOODLE = provider({
  id: 'moodle',
  name: 'Moodle',
  urlPatterns: [
    onAnyHost(
      /^[^?#]+\/badges\/(?:assertion|badge)\.php\?(?:[^#]*&)?(?:b|hash)=([0-9a-f]{40})/iu,
      0.85,
    ),
    onAnyHost(
      /^[^?#]+\/mod\/customcert\/verify_certificate\.php\?(?:[^#]*&)?code=([A-Za-z0-9]{6,20})/iu,
      0.85,
    ),
    onAnyHost(
      /^[^?#]+\/admin\/tool\/certificate\/index\.php\?(?:[^#]*&)?code=([A-Za-z0-9]{6,20})/iu,
      0.85,
    ),
    onAnyHost(/^[^?#]+\/mod\/certificate\/verify\.php\?(?:[^#]*&)?code=([A-Za-z0-9]{6,20})/iu, 0.8),
    template(/^[^?#]+\/badges\/(?:badge_json|badgeclass|overview)\.php\?(?:[^#]*&)?id=\d+/iu),
  ],
  fileNameCues: [/_\d{1,2}_[a-z]{3}_20\d{2}_([0-9a-f]{8})\.png$/iu],
});
