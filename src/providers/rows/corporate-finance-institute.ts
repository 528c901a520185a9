// The row of Corporate Finance Institute. Data alone.
import { numbered, provider } from '../provider.ts';

export const CORPORATE_FINANCE_INSTITUTE = provider({
  id: 'corporate-finance-institute',
  name: 'Corporate Finance Institute',
  issuer: 'Corporate Finance Institute',
  platform: 'accredible',
  hosts: ['corporatefinanceinstitute.com'],
  urlPatterns: [
    numbered(
      /^credentials\.corporatefinanceinstitute\.com\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/?(?:[?#]|$)/iu,
    ),
  ],
  pdfCues: [/\bCorporate Finance Institute\b/iu],
});
