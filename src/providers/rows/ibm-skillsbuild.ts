// The row of IBM SkillsBuild. Data alone.
import { numbered, provider, unnumbered } from '../provider.ts';

export const IBM_SKILLSBUILD = provider({
  id: 'ibm-skillsbuild',
  name: 'IBM SkillsBuild',
  issuer: 'IBM SkillsBuild',
  hosts: ['skills.yourlearning.ibm.com', 'skillsbuild.org'],
  urlPatterns: [
    unnumbered(
      /^skills\.yourlearning\.ibm\.com\/(?:certificate|credential)\/share\/[0-9a-f]{10}[\w+/=%-]{20,}/iu,
    ),
    numbered(
      /^skills\.yourlearning\.ibm\.com\/(?:certificate|credential)\/((?:PLAN|MDL|ALM-COURSE|URL)[-_][A-Za-z0-9_-]+)/iu,
    ),
  ],
  pdfCues: [/\bIBM ?SkillsBuild\b/iu],
  numberPatterns: [/\b((?:PLAN|MDL|ALM-COURSE)[-_][A-Za-z0-9_-]{4,40})\b/u],
});
