// The row of Red Hat. Data alone.
import { numbered, provider } from '../provider.ts';

export const RED_HAT = provider({
  id: 'red-hat',
  name: 'Red Hat',
  issuer: 'Red Hat',
  hosts: ['rhtapps.redhat.com'],
  urlPatterns: [
    numbered(/^rhtapps\.redhat\.com\/verify\/?\?certId=(\d{3}-\d{3}-\d{3})/iu),
    numbered(/^rhtapps\.redhat\.com\/certifications\/badge\/verify\/([A-Z2-7]{40,80})/u),
  ],
  pdfCues: [/\bRed Hat (?:Certified|Training|Learning)\b/iu],
  numberPatterns: [
    /\b(?:Certificate Number|Certification ID|Certificate ID)\D{0,40}(\d{3}-\d{3}-\d{3})\b/iu,
  ],
});
