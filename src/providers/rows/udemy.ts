// The row of Udemy. Data alone.
import { numbered, provider } from '../provider.ts';

export const UDEMY = provider({
  id: 'udemy',
  name: 'Udemy',
  issuer: 'Udemy',
  fetches: 'never',
  hosts: ['udemy.com', 'ude.my'],
  urlPatterns: [
    numbered(
      /^(?:(?:[a-z0-9-]+\.)*udemy\.com\/certificate|ude\.my|udemy-certificate\.s3\.amazonaws\.com\/(?:image|pdf))\/(UC-(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[A-Z0-9]{8}))(?:\.(?:jpg|pdf))?\/?(?:[?#]|$)/iu,
    ),
  ],
  pdfCues: [
    /\bude\.my\/ ?UC-/iu,
    /\bCertificate (?:no|url): ?(?:UC-|(?:https?:\/\/)?ude\.my)/iu,
    /(?<![\p{L}\d])[GQ0O]?udemy(?![\p{L}\d])/iu,
    /#BeAble\b/u,
  ],
  uuidPrefix: 'UC',
  numberPatterns: [
    /\b(UC-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\b/iu,
    /\b(UC-[A-Z0-9]{8})\b/u,
  ],
  fileNameCues: [
    /\b(UC-(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[A-Z0-9]{8}))\b/u,
    /\budemy\b/iu,
  ],
  titlePatterns: [
    /\bcompleted\s+[\d.,]+\s+(?:total\s+)?(?:hours?|mins?|minutes|questions?)\s+of\s+(\S.{2,160}?)\s+online\s+course\b/iu,
    /\btotal\s+heures\s+du\s+cours\s+en\s+ligne\s+(\S.{2,160}?)\s+le\s+\d{1,2}\b/iu,
  ],
});
