// The row of MOOC.fi. Data alone.
import { numbered, provider } from '../provider.ts';

export const MOOC_FI = provider({
  id: 'mooc-fi',
  name: 'MOOC.fi',
  issuer: 'University of Helsinki',
  hosts: ['mooc.fi', 'elementsofai.com', 'elementsofai.fi'],
  urlPatterns: [
    numbered(
      /^(?:certificates\.mooc\.fi|courses\.mooc\.fi\/certificates)\/validate\/([a-z0-9]{8,14})\/?(?:[?#]|$)/iu,
    ),
  ],
  pdfCues: [/\bcertificates\.mooc\.fi\b/iu],
});
