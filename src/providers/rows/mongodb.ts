// The row of MongoDB University. Data alone.
import { numbered, provider } from '../provider.ts';

export const MONGODB = provider({
  id: 'mongodb',
  name: 'MongoDB University',
  issuer: 'MongoDB',
  hosts: ['learn.mongodb.com', 'university.mongodb.com', 'ti-user-certificates.s3.amazonaws.com'],
  urlPatterns: [
    numbered(
      /^(?:learn|university)\.mongodb\.com\/(?:c|certificates)\/([\w-]{8,40})\/?(?:[?#]|$)/iu,
    ),
    numbered(/^ti-user-certificates\.s3\.amazonaws\.com\/[^?#]*\/([\w-]{8,80})\.pdf/iu),
  ],
  pdfCues: [
    /\bIssued by:? MongoDB\b/iu,
    /\bMDB[a-z0-9]{10}\b/u,
    /\bMongoDB University\b/iu,
    /\bMongoDB\b.{0,200}\bcredly\.com\//iu,
  ],
  numberPatterns: [/\b(MDB[a-z0-9]{10})\b/u],
});
