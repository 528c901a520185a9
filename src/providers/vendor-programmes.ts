// Provider rows: vendors and bodies that certify knowledge of their own field.
import { numbered, provider, unnumbered, type ProviderRecogniser } from './provider.ts';

export const VENDOR_PROGRAMMES: readonly ProviderRecogniser[] = [
  provider({
    id: 'microsoft-learn',
    name: 'Microsoft Learn',
    issuer: 'Microsoft',
    hosts: ['learn.microsoft.com', 'docs.microsoft.com'],
    urlPatterns: [
      numbered(
        /^learn\.microsoft\.com\/(?:[a-z]{2}-[a-z]{2,4}\/)?users\/[^/?#]+\/transcript\/(?:share\/)?([a-z0-9]{12,20})\/?(?:[?#]|$)/iu,
      ),
      numbered(
        /^learn\.microsoft\.com\/api\/credentials\/share\/[a-z]{2}-[a-z]{2,4}\/[^/?#]+\/([0-9A-F]{16})(?:\?|$)/iu,
      ),
      numbered(
        /^learn\.microsoft\.com\/(?:[a-z]{2}-[a-z]{2,4}\/)?users\/[^/?#]+\/credentials\/([0-9a-f]{16})\/?(?:[?#]|$)/iu,
      ),
    ],
    pdfCues: [
      /\bhas successfully passed all requirements for\b/iu,
      /\bMicrosoft Virtual Training Days?\b/iu,
      /\bMicrosoft Certified(?: Professional)?\b/u,
    ],
    titlePatterns: [/\b(Microsoft Virtual Training Days?) (?:по теме: )?«([^»]{3,150})»/u],
    numberPatterns: [
      /\bCertification number:?\s*([A-Z0-9]{6}-[A-Z0-9]{6})\b/iu,
      /\bCredential ID:?\s*([0-9A-F]{16})\b/iu,
    ],
  }),
  provider({
    id: 'aws',
    name: 'AWS Training & Certification',
    issuer: 'AWS Training & Certification',
    hosts: ['aws.amazon.com', 'explore.skillbuilder.aws'],
    urlPatterns: [unnumbered(/^aws\.amazon\.com\/verification/iu)],
    pdfCues: [/\bAWS Training (?:and|&) Certification\b/iu, /\baws\.amazon\.com\/verification\b/iu],
    numberPatterns: [/\bValidation Number:?\s*([A-Z0-9]{16}|[0-9a-f]{32})\b/iu],
  }),
  provider({
    id: 'google-cloud',
    name: 'Google Skills',
    issuer: 'Google Cloud',
    hosts: ['skills.google', 'cloudskillsboost.google', 'qwiklabs.com'],
    urlPatterns: [
      numbered(
        /^(?:cloudskillsboost\.google|skills\.google|qwiklabs\.com)\/public_profiles\/[0-9a-f-]{36}\/badges\/(\d+)\/?(?:[?#]|$)/iu,
      ),
    ],
  }),
  provider({
    id: 'google-skillshop',
    name: 'Google Skillshop',
    issuer: 'Google',
    hosts: ['skillshop.exceedlms.com', 'skillshop.withgoogle.com'],
    urlPatterns: [
      numbered(/^skillshop\.exceedlms\.com\/student\/award\/([A-Za-z0-9]{24})\/?(?:[?#]|$)/u),
    ],
    pdfCues: [/\bGoogle (?:Ads|Analytics|Skillshop|Digital Academy)\b/u],
    numberPatterns: [/\bCompletion ID:?\s*(\d{5,14})\b/iu],
  }),
  provider({
    id: 'atlassian',
    name: 'Atlassian University',
    issuer: 'Atlassian',
    hosts: ['university.atlassian.com'],
    urlPatterns: [
      numbered(/^university\.atlassian\.com\/student\/award\/([A-Za-z0-9]{24})\/?(?:[?#]|$)/u),
    ],
  }),
  provider({
    id: 'cisco-netacad',
    name: 'Cisco Networking Academy',
    issuer: 'Cisco Networking Academy',
    hosts: ['netacad.com'],
    urlPatterns: [
      numbered(/^netacad\.com\/certificates\/?\?(?:[^#]*&)?issuanceId=([0-9a-f-]{36})/iu),
    ],
    pdfCues: [/\bCisco Networking Academy\b/iu],
    fileNameCues: [/_certificate_[a-z0-9-]+_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.pdf$/iu],
  }),
  provider({
    id: 'comptia',
    name: 'CompTIA',
    issuer: 'CompTIA',
    hosts: ['comptia.org'],
    urlPatterns: [numbered(/^verify\.comptia\.org\/?\?(?:[^#]*&)?code=([A-Z0-9]{16})/iu)],
    pdfCues: [/\bverify\.CompTIA\.org\b/iu],
    numberPatterns: [/\bCode:?\s*([A-Z0-9]{16})\b/u],
  }),
  provider({
    id: 'trailhead',
    name: 'Salesforce Trailhead',
    issuer: 'Salesforce',
    hosts: ['trailhead.salesforce.com', 'trailblazer.me'],
  }),
  provider({
    id: 'hubspot',
    name: 'HubSpot Academy',
    issuer: 'HubSpot Academy',
    hosts: ['academy.hubspot.com'],
    urlPatterns: [
      numbered(
        /^app(?:-[a-z0-9]+)?\.hubspot\.com\/academy\/achievements\/([a-z0-9]{8})\/[a-z]{2}(?:-[a-z]{2})?\/\d+\/[a-z0-9-]+\/([a-z0-9-]+)/iu,
      ),
    ],
    pdfCues: [/\bHubSpot Academy\b/u],
    numberPatterns: [/\bCertification code:?\s*([0-9a-f]{16,40})\b/iu],
  }),
  provider({
    id: 'ibm-skillsbuild',
    name: 'IBM SkillsBuild',
    issuer: 'IBM SkillsBuild',
    hosts: ['skills.yourlearning.ibm.com', 'skillsbuild.org'],
    urlPatterns: [
      unnumbered(
        /^skills\.yourlearning\.ibm\.com\/(?:certificate|credential)\/(?:share\/)?[\w+/=%-]{8,}/iu,
      ),
    ],
    pdfCues: [/\bIBM SkillsBuild\b/iu],
    numberPatterns: [/\b((?:PLAN|MDL|ALM-COURSE)[-_][A-Za-z0-9_-]{4,40})\b/u],
  }),
  provider({
    id: 'cognitive-class',
    name: 'Cognitive Class',
    issuer: 'Cognitive Class',
    hosts: ['cognitiveclass.ai'],
    urlPatterns: [numbered(/^courses\.cognitiveclass\.ai\/certificates\/([0-9a-f]{32})/iu)],
  }),
  provider({
    id: 'red-hat',
    name: 'Red Hat',
    issuer: 'Red Hat',
    urlPatterns: [
      numbered(/^rhtapps\.redhat\.com\/verify\/?\?certId=(\d{3}-\d{3}-\d{3})/iu),
      numbered(/^rhtapps\.redhat\.com\/certifications\/badge\/verify\/([A-Z2-7]{40,})/u),
    ],
    pdfCues: [/\bRed Hat Certified\b/u],
    numberPatterns: [/\b(?:Certificate Number|Certification ID)\D{0,40}(\d{3}-\d{3}-\d{3})\b/iu],
  }),
  provider({
    id: 'oracle',
    name: 'Oracle University',
    issuer: 'Oracle University',
    urlPatterns: [
      numbered(
        /^catalog-education\.oracle\.com\/(?:pls|ords)\/certview\/sharebadge\?id=([0-9A-F]{64})/iu,
      ),
    ],
    pdfCues: [/\bOracle University\b/u],
  }),
  provider({
    id: 'sap',
    name: 'openSAP',
    issuer: 'openSAP',
    hosts: ['open.sap.com'],
    urlPatterns: [numbered(/^open\.sap\.com\/verify\/((?:[a-z]{5}-){4}[a-z]{5})\/?(?:[?#]|$)/iu)],
    pdfCues: [/\bopenSAP\b/u],
  }),
  provider({
    id: 'scrum-org',
    name: 'Scrum.org',
    issuer: 'Scrum.org',
    hosts: ['scrum.org'],
    urlPatterns: [numbered(/^scrum\.org\/certificates\/(\d+)\/?(?:[?#]|$)/iu)],
  }),
  provider({
    id: 'scrum-alliance',
    name: 'Scrum Alliance',
    issuer: 'Scrum Alliance',
    hosts: ['scrumalliance.org'],
    urlPatterns: [
      numbered(/^bcert\.me\/(?:bc\/html\/show-badge\.html\?b=)?([a-z]{6,12})\/?(?:[?#]|$)/iu),
    ],
    pdfCues: [/\bScrum Alliance\b/u],
  }),
  provider({
    id: 'nvidia-dli',
    name: 'NVIDIA Deep Learning Institute',
    issuer: 'NVIDIA Deep Learning Institute',
    urlPatterns: [
      numbered(
        /^(?:courses|learn)\.(?:learn\.)?nvidia\.com\/certificates\/?(?:\?id=)?([0-9a-f]{32}|[\w-]{20,24})\/?(?:[?#]|$)/iu,
      ),
    ],
    pdfCues: [/\bNVIDIA Deep Learning Institute\b/iu],
  }),
  provider({
    id: 'mongodb',
    name: 'MongoDB University',
    issuer: 'MongoDB',
    hosts: ['learn.mongodb.com', 'university.mongodb.com'],
    urlPatterns: [
      numbered(
        /^(?:learn|university)\.mongodb\.com\/(?:c|certificates)\/([\w-]{8,40})\/?(?:[?#]|$)/iu,
      ),
    ],
    pdfCues: [
      /\bIssued by:? MongoDB\b/u,
      /\bMDB[a-z0-9]{10}\b/u,
      /\bMongoDB University\b/u,
      /\bMongoDB\b.*\bcredly\.com\//u,
    ],
    numberPatterns: [/\b(MDB[a-z0-9]{10})\b/u],
  }),
];
