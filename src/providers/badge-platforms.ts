// Provider rows: platforms that host badges and certificates for many issuers.
import { numbered, provider, unnumbered, type ProviderRecogniser } from './provider.ts';

export const BADGE_PLATFORMS: readonly ProviderRecogniser[] = [
  provider({
    id: 'credly',
    name: 'Credly',
    hosts: ['credly.com', 'youracclaim.com'],
    urlPatterns: [
      numbered(
        /^(?:credly|youracclaim)\.com\/badges\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:\/[a-z_]+)?\/?(?:[?#]|$)/iu,
      ),
      numbered(
        /^(?:api\.)?(?:credly|youracclaim)\.com\/(?:api\/)?v1\/obi\/v2\/badge_assertions\/([0-9a-f-]{36})/iu,
      ),
      numbered(/^credly\.com\/go\/([A-Za-z0-9_-]{6,20})\/?(?:[?#]|$)/u),
    ],
  }),
  provider({
    id: 'accredible',
    name: 'Accredible',
    hosts: ['credential.net', 'accredible.com'],
    urlPatterns: [
      numbered(
        /^credential\.net\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d{6,10}|[a-z0-9]{8})\/?(?:[?#]|$)/iu,
      ),
      numbered(
        /^(?:[a-z0-9-]+\.)+accredible\.com\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/?(?:[?#]|$)/iu,
      ),
      numbered(
        /^api\.accredible\.com\/v1\/(?:obi\/badge_assertions|credential-net\/credentials)\/([0-9a-f-]{36}|\d+)/iu,
      ),
    ],
  }),
  provider({
    id: 'badgr',
    name: 'Badgr / Canvas Credentials',
    hosts: ['badgr.io', 'badgr.com', 'badges.parchment.com'],
    urlPatterns: [
      numbered(
        /^(?:[a-z0-9-]+\.)*(?:badgr\.(?:io|com)|parchment\.com)\/public\/assertions\/([\w-]{16,40})(?:\.json)?(?:\/(?:image|baked))?\/?(?:[?#]|$)/u,
      ),
    ],
  }),
  provider({
    id: 'open-badge-passport',
    name: 'Open Badge Passport',
    hosts: ['openbadgepassport.com'],
    urlPatterns: [
      numbered(/^openbadgepassport\.com\/app\/badge\/info\/(\d+)(?:\/pic\/embed)?\/?(?:[?#]|$)/u),
    ],
  }),
  provider({
    id: 'open-badge-factory',
    name: 'Open Badge Factory',
    hosts: ['openbadgefactory.com'],
    urlPatterns: [
      numbered(
        /^openbadgefactory\.com\/(?:v1\/assertion|obv3\/credentials)\/([0-9a-f]{40})(?:\.(?:html|json))?/u,
      ),
    ],
  }),
  provider({
    id: 'certifier',
    name: 'Certifier',
    hosts: ['credsverse.com', 'certifier.io'],
    urlPatterns: [numbered(/^credsverse\.com\/credentials\/([0-9a-f-]{36})\/?(?:[?#]|$)/iu)],
    pdfCues: [/\b(?:Distributed by:|Powered by) Certifier\b/u],
  }),
  provider({
    id: 'sertifier',
    name: 'Sertifier',
    hosts: ['sertifier.com', 'verified.cv'],
    urlPatterns: [
      numbered(
        /^verified\.sertifier\.com\/[a-z]{2}\/(?:verify|onboarding-credential)\/(\d{14})\/?(?:[?#]|$)/iu,
      ),
    ],
    pdfCues: [/\bVerified by Sertifier\b/iu],
  }),
  provider({ id: 'certopus', name: 'Certopus', hosts: ['certopus.com'] }),
  provider({
    id: 'virtual-badge',
    name: 'Virtual Badge',
    hosts: ['virtualbadge.io'],
    urlPatterns: [
      numbered(
        /^virtualbadge\.io\/certificate-validator\?credential=((?:cer-)?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{8,12})/iu,
      ),
    ],
  }),
  provider({
    id: 'skilljar',
    name: 'Skilljar',
    hosts: ['skilljar.com'],
    urlPatterns: [numbered(/^verify\.skilljar\.com\/c\/([a-z0-9]{12})\/?(?:[?#]|$)/iu)],
  }),
  provider({
    id: 'moodle',
    name: 'Moodle',
    urlPatterns: [
      numbered(/\/badges\/(?:assertion|badge)\.php\?(?:[^#]*&)?(?:b|hash)=([0-9a-f]{40})/iu),
      numbered(/\/mod\/customcert\/verify_certificate\.php\?(?:[^#]*&)?code=([A-Za-z0-9]{6,20})/iu),
      numbered(/\/admin\/tool\/certificate\/index\.php\?(?:[^#]*&)?code=([A-Za-z0-9]{6,20})/iu),
    ],
  }),
  provider({
    id: 'verifier-plus',
    name: 'VerifierPlus',
    hosts: ['verifierplus.org'],
  }),
  provider({
    id: 'certmetrics',
    name: 'CertMetrics',
    hosts: ['certmetrics.com'],
    urlPatterns: [
      numbered(
        /^cp\.certmetrics\.com\/[a-z]+\/[a-z]{2}\/public\/verify\/credential\/([0-9A-Za-z]{10,40})\/?(?:[?#]|$)/iu,
      ),
      unnumbered(/^(?:www|aw)\.certmetrics\.com\/amazon\/public\/(?:badge|verification)\.aspx/iu),
    ],
  }),
  provider({
    id: 'europass',
    name: 'Europass',
    hosts: ['europa.eu'],
    urlPatterns: [unnumbered(/^(?:[a-z0-9-]+\.)*europa\.eu\/europass\/.*(?:credential|edci)/iu)],
  }),
];
