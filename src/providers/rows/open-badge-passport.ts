// The row of Open Badge Passport. Data alone.
import { numbered, profile, provider } from '../provider.ts';

export const OPEN_BADGE_PASSPORT = provider({
  id: 'open-badge-passport',
  name: 'Open Badge Passport',
  hosts: ['openbadgepassport.com'],
  urlPatterns: [
    numbered(
      /^openbadgepassport\.com\/app\/badge\/info\/(\d{1,12})(?:\/pic\/embed)?\/?(?:[?#]|$)/iu,
    ),
    numbered(/^openbadgepassport\.com\/obpv1\/p\/badge\/info\/(\d{1,12})\/?(?:[?#]|$)/iu),
    profile(/^openbadgepassport\.com\/app\/profile\/(\d{1,12})/iu),
  ],
  fileNameCues: [/^badge_(\d{1,12})_[a-z]{2}\.pdf$/iu],
});
