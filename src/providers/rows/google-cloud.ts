// The row of Google Skills. Data alone.
import { numbered, profile, provider } from '../provider.ts';

export const GOOGLE_CLOUD = provider({
  id: 'google-cloud',
  name: 'Google Skills',
  issuer: 'Google Cloud',
  hosts: ['skills.google', 'cloudskillsboost.google', 'qwiklabs.com'],
  urlPatterns: [
    numbered(
      /^(?:cloudskillsboost\.google|skills\.google|(?:[a-z]+\.)?qwiklabs\.com)\/public_profiles\/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\/badges\/(\d{1,12})\/?(?:[?#]|$)/iu,
    ),
    profile(
      /^(?:cloudskillsboost\.google|skills\.google|(?:[a-z]+\.)?qwiklabs\.com)\/public_profiles\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/?(?:[?#]|$)/iu,
    ),
  ],
  pdfCues: [/\bGoogle Cloud Skills Boost\b/iu, /\bGoogle Cloud\b.{0,200}\bCompletion badge\b/iu],
});
