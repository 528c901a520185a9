// The row of Cisco Networking Academy. Data alone.
import { numbered, provider } from '../provider.ts';

export const CISCO_NETACAD = provider({
  id: 'cisco-netacad',
  name: 'Cisco Networking Academy',
  issuer: 'Cisco Networking Academy',
  hosts: ['netacad.com', 'skillsforall.com'],
  urlPatterns: [
    numbered(
      /^netacad\.com\/certificates\/?\?(?:[^#]*&)?issuanceId=([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/iu,
    ),
  ],
  pdfCues: [/\bCisco Networking Academy\b/iu, /\boffered by Networking Academy\b/iu],
  titlePatterns: [/\bcompleting the Cisco Networking Academy®? (\S.{2,100}?) course\b/iu],
  fileNameCues: [/_certificate_[a-z0-9-]+_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.pdf$/iu],
});
