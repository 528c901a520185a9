// The row of NPTEL. Data alone.
import { numbered, provider } from '../provider.ts';

export const NPTEL = provider({
  id: 'nptel',
  name: 'NPTEL',
  issuer: 'NPTEL',
  hosts: ['nptel.ac.in', 'swayam.gov.in'],
  urlPatterns: [
    numbered(
      /^(?:[a-z]+\.)?nptel\.ac\.in\/noc\/(?:E_Certificate\/(?:linkedin\/[a-z0-9-]+\/)?|Ecertificate\/\?q=)(NPTEL\d{2}[A-Z]{2}\d{1,3}S?\d+[A-Z]*)(?:\.jpg)?/iu,
    ),
  ],
  pdfCues: [/\bRoll No:? ?NPTEL ?\d{2}/iu, /\bNPTEL Online Certification\b/iu],
  numberPatterns: [/\bRoll No:? ?(NPTEL\d{2}[A-Z]{2}\d{1,3}S?\d+)\b/iu],
  titlePatterns: [
    /\bsuccessfully completing the course (\S.{2,120}?) with a consolidated score\b/iu,
  ],
});
