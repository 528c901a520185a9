// The row of Coursera. Data alone.
import { numbered, provider } from '../provider.ts';

export const COURSERA = provider({
  id: 'coursera',
  name: 'Coursera',
  fetches: 'never',
  hosts: ['coursera.org'],
  urlPatterns: [
    numbered(
      /^coursera\.org\/(?:verify(?:\/(?:specialization|professional-cert))?|account\/accomplishments\/(?:verify|certificate|records|(?:specialization|professional-cert)(?:\/certificate)?))\/([A-Z0-9]{8,20})\/?(?:[?#]|$)/u,
    ),
    numbered(/^coursera\.org\/share\/([0-9a-f]{32})/u),
    numbered(
      /^s3\.amazonaws\.com\/coursera_assets\/meta_images\/generated\/CERTIFICATE_LANDING_PAGE\/CERTIFICATE_LANDING_PAGE~([A-Z0-9]{8,20})\//u,
    ),
    numbered(/^coursera\.org\/api\/certificate\.v1\/pdf\/([A-Z0-9]{8,20})\/?(?:[?#]|$)/u),
  ],
  pdfCues: [
    /\boffered through Coursera\b/iu,
    /\bCoursera has confirmed the\b/iu,
    /\bcoursera\.org\/verify\b/iu,
    /\b(?:online,? )?non-credit (?:course|specialization|professional certificate) authorized by\b/iu,
  ],
  fileNameCues: [/^coursera[ _-]+([A-Z0-9]{8,20})\.pdf$/iu],
  numberPatterns: [
    /\bcoursera\.org\s?\/\s?verify\s?\/\s?(?:(?:specialization|professional-cert)\s?\/\s?)?([A-Z0-9]{8,20})\b/u,
  ],
});
