// The row of edX. Data alone.
import { numbered, provider } from '../provider.ts';

export const EDX = provider({
  id: 'edx',
  name: 'edX',
  fetches: 'never',
  hosts: ['edx.org'],
  urlPatterns: [
    numbered(
      /^(?:courses\.edx\.org\/certificates|credentials\.edx\.org\/credentials|verify\.edx\.org\/cert)\/([0-9a-f]{32})\/?(?:[?#]|$)/iu,
    ),
    numbered(
      /^credentials\.edx\.org\/records\/programs\/shared\/([0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:\/csv)?\/?(?:[?#]|$)/iu,
    ),
  ],
  pdfCues: [
    /\bthrough edX\b/u,
    /\bCertificate [|_] edX\b/u,
    /\bedX Verified Certificate\b/iu,
    /\ban online learning initiative of\b.{0,120}\bedX\b/iu,
    /\bcollaboration with edX\b/u,
  ],
  numberPatterns: [/\b(?:Valid )?Certificate ID:?\s*([0-9a-f]{32})\b/iu],
  fileNameCues: [/_edx?_(?:certificate|cert)\b/iu, /\bcertificate [|_] edx\b/iu],
});
