// The row of freeCodeCamp. Data alone.
import { provider, titled } from '../provider.ts';

export const FREECODECAMP = provider({
  id: 'freecodecamp',
  name: 'freeCodeCamp',
  issuer: 'freeCodeCamp',
  hosts: ['freecodecamp.org'],
  urlPatterns: [
    titled(
      /^freecodecamp\.org\/(?:certification|[^/?#]+\/certificates?)\/[^/?#]+\/([a-z0-9-]+)\/?(?:[?#]|$)/iu,
    ),
  ],
  pdfCues: [/\bfreeCodeCamp\b/iu],
  titlePatterns: [
    /\bsuccessfully completed the (\S.{2,100}?) (?:(?:Legacy )?(?:Full Stack )?Developer Certification|Certification on)\b/iu,
  ],
});
