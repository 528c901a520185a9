// Provider rows: places where people take courses. Platforms without `issuer` serve many issuers.
import { numbered, provider, titled, unnumbered, type ProviderRecogniser } from './provider.ts';

export const LEARNING_PLATFORMS: readonly ProviderRecogniser[] = [
  provider({
    id: 'coursera',
    name: 'Coursera',
    hosts: ['coursera.org'],
    urlPatterns: [
      numbered(
        /^coursera\.org\/(?:verify(?:\/(?:specialization|professional-cert))?|account\/accomplishments\/(?:verify|certificate|records|(?:specialization|professional-cert)(?:\/certificate)?))\/([A-Z0-9]{8,20})\/?(?:[?#]|$)/u,
      ),
      numbered(/^coursera\.org\/share\/([0-9a-f]{32})/u),
    ],
    pdfCues: [/\boffered through Coursera\b/iu, /\bCoursera has confirmed the identity\b/iu],
    fileNameCues: [/^coursera[ _-]+([A-Z0-9]{8,20})\.pdf$/iu],
  }),
  provider({
    id: 'edx',
    name: 'edX',
    hosts: ['edx.org'],
    urlPatterns: [
      numbered(/^courses\.edx\.org\/certificates\/([0-9a-f]{32})\/?(?:[?#]|$)/iu),
      numbered(/^credentials\.edx\.org\/credentials\/([0-9a-f]{32})\/?(?:[?#]|$)/iu),
      numbered(
        /^credentials\.edx\.org\/records\/programs\/shared\/([0-9a-f]{32}|[0-9a-f-]{36})(?:\/csv)?\/?(?:[?#]|$)/iu,
      ),
      numbered(/^verify\.edx\.org\/cert\/([0-9a-f]{32})/iu),
    ],
    pdfCues: [/\bthrough edX\b/u, /\bCertificate [|_] edX\b/u, /\bedX Verified Certificate\b/iu],
    numberPatterns: [/\bValid Certificate ID:?\s*([0-9a-f]{32})\b/iu],
  }),
  provider({
    id: 'mitx-online',
    name: 'MITx Online',
    hosts: ['mitxonline.mit.edu'],
    urlPatterns: [
      numbered(/^mitxonline\.mit\.edu\/certificate\/(?:program\/)?([0-9a-f-]{36})\/?(?:[?#]|$)/iu),
    ],
  }),
  provider({
    id: 'futurelearn',
    name: 'FutureLearn',
    hosts: ['futurelearn.com'],
    urlPatterns: [numbered(/^futurelearn\.com\/certificates\/([0-9a-z]{6,8})\/?(?:[?#]|$)/iu)],
  }),
  provider({
    id: 'udacity',
    name: 'Udacity',
    issuer: 'Udacity',
    hosts: ['udacity.com'],
    urlPatterns: [
      numbered(/^confirm\.udacity\.com\/(?:e\/)?([A-Z0-9]{6,10}|[0-9a-f-]{36})\/?(?:[?#]|$)/iu),
      numbered(
        /^udacity\.com\/certificate\/(?:(?:e|lp)\/)?([0-9a-f-]{36}|[A-Z0-9]{6,10})\/?(?:[?#]|$)/iu,
      ),
    ],
    pdfCues: [/\bUdacity has confirmed\b/iu, /\bFounder, Udacity\b/iu],
  }),
  provider({
    id: 'udemy',
    name: 'Udemy',
    issuer: 'Udemy',
    hosts: ['udemy.com', 'ude.my'],
    urlPatterns: [
      numbered(
        /^(?:(?:[a-z0-9-]+\.)*udemy\.com\/certificate|ude\.my|udemy-certificate\.s3\.amazonaws\.com\/(?:image|pdf))\/(UC-(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[A-Z0-9]{8}))(?:\.(?:jpg|pdf))?\/?(?:[?#]|$)/iu,
      ),
    ],
    pdfCues: [/\bude\.my\/UC-/iu],
    numberPatterns: [/\b(UC-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\b/iu],
    fileNameCues: [
      /\b(UC-(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[A-Z0-9]{8}))\b/u,
      /\budemy\b/iu,
    ],
  }),
  provider({
    id: 'linkedin-learning',
    name: 'LinkedIn Learning',
    issuer: 'LinkedIn Learning',
    urlPatterns: [
      numbered(/^linkedin\.com\/learning\/certificates\/([0-9a-f]{64})\/?(?:[?#]|$)/iu),
    ],
    pdfCues: [
      /\bHead of Content Strategy, Learning\b/u,
      /\bLearning Content at LinkedIn\b/u,
      /\bLinkedIn Learning\b/u,
    ],
    fileNameCues: [/^CertificateOfCompletion_/u],
    numberPatterns: [/\bCertificate (?:No|ID):\s*([A-Za-z0-9_-]{16,64})/u],
  }),
  provider({
    id: 'pluralsight',
    name: 'Pluralsight',
    issuer: 'Pluralsight',
    hosts: ['pluralsight.com'],
    urlPatterns: [
      numbered(/^app\.pluralsight\.com\/achievements\/share\/([0-9a-f-]{36})\/?(?:[?#]|$)/iu),
    ],
  }),
  provider({
    id: 'datacamp',
    name: 'DataCamp',
    issuer: 'DataCamp',
    hosts: ['datacamp.com'],
    urlPatterns: [
      numbered(
        /^datacamp\.com\/statement-of-accomplishment\/(?:badge\/)?(?:course|track)\/([0-9a-f]{40})(?:\.png)?(?:[?#]|$)/iu,
      ),
      numbered(/^datacamp\.com\/certificate\/([A-Z]{2,4}\d{13})\/?(?:[?#]|$)/iu),
    ],
    pdfCues: [/\bby DataCamp\b/u, /\bDataCamp, Inc\b/u],
    numberPatterns: [/\b([A-Z]{2,4}\d{13})\b/u, /#\s?(\d{1,3}(?:,\d{3}){1,3})\b/u],
  }),
  provider({
    id: 'codecademy',
    name: 'Codecademy',
    issuer: 'Codecademy',
    hosts: ['codecademy.com'],
    urlPatterns: [
      numbered(
        /^codecademy\.com\/profiles\/[^/?#]+\/certificates\/([0-9a-f]{24}|[0-9a-f]{32})\/?(?:[?#]|$)/iu,
      ),
    ],
    pdfCues: [/\bCodecademy\b/u],
  }),
  provider({
    id: 'freecodecamp',
    name: 'freeCodeCamp',
    issuer: 'freeCodeCamp',
    hosts: ['freecodecamp.org'],
    urlPatterns: [
      titled(/^freecodecamp\.org\/certification\/[^/?#]+\/([a-z0-9-]+)\/?(?:[?#]|$)/iu),
    ],
    pdfCues: [/\bfreeCodeCamp\.org\b/u],
  }),
  provider({
    id: 'hackerrank',
    name: 'HackerRank',
    issuer: 'HackerRank',
    hosts: ['hackerrank.com'],
    urlPatterns: [
      numbered(/^hackerrank\.com\/certificates\/(?:iframe\/)?([0-9a-f]{12})\/?(?:[?#]|$)/iu),
    ],
    pdfCues: [/\bHackerRank (?:Skills? )?Certif/iu],
  }),
  provider({
    id: 'kaggle',
    name: 'Kaggle',
    issuer: 'Kaggle',
    hosts: ['kaggle.com'],
    urlPatterns: [
      titled(/^kaggle\.com\/learn\/certification\/[^/?#]+\/([a-z0-9-]+)\/?(?:[?#]|$)/iu),
    ],
  }),
  provider({
    id: 'simplilearn',
    name: 'Simplilearn',
    issuer: 'Simplilearn',
    hosts: ['simplilearn.com', 'simpli-web.app.link'],
    urlPatterns: [
      unnumbered(/^certificates\.simplicdn\.net\/share\/\S+/iu),
      unnumbered(/^simpli-web\.app\.link\/e\/\S+/iu),
    ],
    pdfCues: [/\bSimplilearn\b/iu, /\bSkillUp (?:Online|by Simplilearn)\b/iu],
    fileNameCues: [/\bsimplilearn\b/iu],
  }),
  provider({
    id: 'great-learning',
    name: 'Great Learning',
    issuer: 'Great Learning Academy',
    hosts: ['greatlearning.in', 'mygreatlearning.com'],
    urlPatterns: [numbered(/^mygreatlearning\.com\/certificate\/([A-Z0-9]{6,12})\/?(?:[?#]|$)/iu)],
    pdfCues: [/\bGreat Learning(?: Academy)?\b/u],
    fileNameCues: [/\bgreat[ _-]?learning\b/iu],
  }),
  provider({
    id: 'nptel',
    name: 'NPTEL',
    issuer: 'NPTEL',
    hosts: ['nptel.ac.in'],
    urlPatterns: [
      numbered(
        /^(?:[a-z]+\.)?nptel\.ac\.in\/noc\/(?:E_Certificate\/(?:linkedin\/[a-z0-9-]+\/)?|Ecertificate\/\?q=)(NPTEL\d{2}[A-Z]{2}\d{1,3}S?\d+[A-Z]*)(?:\.jpg)?/iu,
      ),
    ],
    pdfCues: [/\bRoll No:? ?NPTEL\d{2}/iu],
    numberPatterns: [/\bRoll No:? ?(NPTEL\d{2}[A-Z]{2}\d{1,3}S?\d+)\b/iu],
  }),
  provider({
    id: 'sololearn',
    name: 'Sololearn',
    issuer: 'Sololearn',
    hosts: ['sololearn.com'],
    urlPatterns: [
      numbered(
        /^sololearn\.com\/(?:[a-z]{2}\/)?certificates?\/(?:course\/)?([A-Za-z0-9-]{6,40})\/?(?:[?#]|$)/iu,
      ),
    ],
    pdfCues: [/\bSololearn\b/iu, /\bCertificate #\d{4}-\d{5,10}\b/u],
    numberPatterns: [/\bCertificate #(\d{4}-\d{5,10})\b/u, /\b(CT-[A-Z0-9]{8})\b/u],
  }),
  provider({
    id: 'stepik',
    name: 'Stepik',
    issuer: 'Stepik',
    hosts: ['stepik.org'],
    urlPatterns: [numbered(/^stepik\.org\/cert\/(\d{3,12})\/?(?:[?#]|$)/iu)],
  }),
  provider({
    id: 'forage',
    name: 'Forage',
    issuer: 'Forage',
    hosts: ['theforage.com'],
    pdfCues: [/\bIssued by Forage\b/u, /\bCo-Founder of\s+Forage\b/u],
    numberPatterns: [/\bUser Verification Code ([A-Za-z0-9]{12,32})\b/u],
  }),
  provider({
    id: 'alison',
    name: 'Alison',
    issuer: 'Alison',
    hosts: ['alison.com'],
    urlPatterns: [unnumbered(/^alison\.com\/certification\/check\/[^/?#]{10,120}\/?(?:[?#]|$)/iu)],
    pdfCues: [/\bwww\.alison\.com\b/iu],
    numberPatterns: [/\b(\d{3,5}-\d{6,9})\b/u],
    fileNameCues: [/\balison\b/iu],
  }),
  provider({
    id: 'cybrary',
    name: 'Cybrary',
    issuer: 'Cybrary',
    hosts: ['cybrary.it'],
    urlPatterns: [
      numbered(/^(?:app\.)?cybrary\.it\/courses\/api\/certificate\/(CC-[0-9a-f-]{36})/iu),
    ],
    pdfCues: [/\bOfficial Cybrary Certificate\b/iu, /\bprovided by Cybrary\b/iu],
    numberPatterns: [/\b(CC-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\b/u],
  }),
  provider({
    id: 'le-wagon',
    name: 'Le Wagon',
    issuer: 'Le Wagon',
    hosts: ['lewagon.com', 'lewagon.org'],
    pdfCues: [/\bLe Wagon\b/u],
    fileNameCues: [/\ble[ _-]?wagon\b/iu],
  }),
  provider({
    id: 'jetbrains-academy',
    name: 'JetBrains Academy',
    issuer: 'JetBrains Academy',
    hosts: ['hyperskill.org'],
    urlPatterns: [
      numbered(/^hyperskill\.org\/certificates\/([0-9a-f-]{36})(?:\.pdf)?\/?(?:[?#]|$)/iu),
    ],
    pdfCues: [/\bJetBrains Academy\b/u, /\bHyperskill\b/u],
  }),
  provider({
    id: 'ef-set',
    name: 'EF SET',
    issuer: 'EF SET',
    hosts: ['efset.org'],
    urlPatterns: [numbered(/^(?:cert\.)?efset\.org\/(?:cert\/)?([A-Za-z0-9]{5,8})\/?(?:[?#]|$)/u)],
    pdfCues: [/\bEF SET (?:English )?Certificate\b/u],
  }),
  provider({
    id: 'duolingo-english-test',
    name: 'Duolingo English Test',
    issuer: 'Duolingo',
    hosts: ['certs.duolingo.com'],
    urlPatterns: [numbered(/^certs\.duolingo\.com\/([a-z0-9]{8,32})\/?(?:[?#]|$)/iu)],
  }),
  provider({
    id: 'mooc-fi',
    name: 'MOOC.fi',
    issuer: 'University of Helsinki',
    hosts: ['mooc.fi'],
    urlPatterns: [numbered(/^certificates\.mooc\.fi\/validate\/([a-z0-9]{8,14})\/?(?:[?#]|$)/iu)],
  }),
  provider({
    id: 'mindluster',
    name: 'MindLuster',
    issuer: 'MindLuster',
    hosts: ['mindluster.com'],
    urlPatterns: [
      numbered(/^mindluster\.com\/student\/certificate\/([A-Za-z0-9]{6,20})\/?(?:[?#]|$)/iu),
    ],
  }),
  provider({
    id: 'alphorm',
    name: 'Alphorm',
    issuer: 'Alphorm',
    hosts: ['alphorm.com'],
  }),
];
