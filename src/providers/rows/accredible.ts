// The row of Accredible. Data alone.
import { numbered, onAnyHost, profile, provider } from '../provider.ts';

export const ACCREDIBLE = provider({
  id: 'accredible',
  name: 'Accredible',
  hosts: ['credential.net', 'accredible.com'],
  urlPatterns: [
    numbered(
      /^credential\.net\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d{6,10}|(?=[a-z]*\d)[a-z0-9]{8})\/?(?:[?#]|$)/iu,
    ),
    numbered(
      /^(?:[a-z0-9-]+\.)+(?:accredible\.com|credential\.net)\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d{6,10})\/?(?:[?#]|$)/iu,
    ),
    numbered(
      /^api\.accredible\.com\/v1\/(?:obi\/badge_assertions|credential-net\/credentials)\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d+)/iu,
    ),
    numbered(
      /^api\.accredible\.com\/v1\/frontend\/credential_website_embed_image\/(?:certificate|badge)\/(\d+)/iu,
    ),
    profile(/^credential\.net\/profile\/([^/?#]+)(?:\/wallet)?\/?(?:[?#]|$)/iu),
    // White label: the page's own fragment gives the platform away on any host.
    onAnyHost(
      /^[^/?#]+\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/?(?:\?[^#]*)?#(?:acc|gs)\.[a-z0-9]+$/iu,
      0.6,
    ),
  ],
  pdfCues: [/\bcredential\.net\/(?:[a-z0-9-]{6,36})\b/iu],
});
