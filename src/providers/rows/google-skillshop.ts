// The row of Google Skillshop. Data alone.
import { numbered, provider } from '../provider.ts';

export const GOOGLE_SKILLSHOP = provider({
  id: 'google-skillshop',
  name: 'Google Skillshop',
  issuer: 'Google',
  platform: 'intellum',
  hosts: ['skillshop.exceedlms.com', 'skillshop.withgoogle.com', 'skillshop.credential.net'],
  urlPatterns: [
    numbered(/^skillshop\.exceedlms\.com\/student\/award\/([A-Za-z0-9]{24})\/?(?:[?#]|$)/u),
  ],
  pdfCues: [/\bGoogle (?:Ads|Analytics|Skillshop|Digital Academy|Digital Garage)\b/iu],
  numberPatterns: [/\bCompletion ID:?\s*(\d{5,14})\b/iu],
});
