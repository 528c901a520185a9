// The row of Infosys Springboard. Data alone.
import { numbered, provider } from '../provider.ts';

export const INFOSYS_SPRINGBOARD = provider({
  id: 'infosys-springboard',
  name: 'Infosys Springboard',
  issuer: 'Infosys Springboard',
  hosts: ['infyspringboard.onwingspan.com', 'verify.onwingspan.com', 'springboard.infosys.com'],
  urlPatterns: [numbered(/^verify\.onwingspan\.com\/?\?(?:[^#]*&)?(?:id|code)=([\w-]{6,60})/iu)],
  pdfCues: [/\bverify\.onwingspan\.com\b/iu, /\bInfosys\s?[|l]?\s?Springboard\b/iu],
});
