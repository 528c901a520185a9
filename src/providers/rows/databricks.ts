// The row of Databricks. Data alone.
import { numbered, provider } from '../provider.ts';

export const DATABRICKS = provider({
  id: 'databricks',
  name: 'Databricks',
  issuer: 'Databricks',
  platform: 'accredible',
  hosts: ['credentials.databricks.com', 'academy.databricks.com'],
  urlPatterns: [
    numbered(
      /^credentials\.databricks\.com\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/?(?:[?#]|$)/iu,
    ),
  ],
  pdfCues: [/\bDatabricks (?:Certified|Academy|Accredited|Lakehouse Fundamentals)\b/iu],
});
