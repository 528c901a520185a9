// The sample library: fourteen credentials of an invented learner from invented providers, shown to everybody
// who explores Laurel before adding anything of their own. Nobody and nothing in it exists.
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { fileURLToPath } from 'node:url';
import { badgePng, badgeSvg, certificatePng, type BadgeDesign } from './badge-art.ts';
import { bakePng, bakeSvg } from './bake.ts';
import { invented, openBadge2, openBadge3, type Invented } from './invented-credentials.ts';
import { issuedByDidKey, signVcJwt, signWithProof, type Json } from './sign-credential.ts';

const LEARNER = { learner: 'Noor Halvorsen', email: 'noor.halvorsen@mail.example' };

type Colours = BadgeDesign['colours'];
const SKILLS = 'https://skills.example/';

/** File name and bytes of every sample. Same input, same files, apart from ECDSA's random part. */
export async function makeSampleLibrary(): Promise<readonly (readonly [string, Uint8Array])[]> {
  const files: [string, Uint8Array][] = [];
  const add = (name: string, content: Uint8Array | string): void => {
    files.push([name, typeof content === 'string' ? new TextEncoder().encode(content) : content]);
  };

  const statistics = sample({
    slug: 'applied-statistics',
    title: 'Applied Statistics for Everyday Decisions',
    description:
      'Reads data with care: samples, uncertainty, and what a chart may and may not claim.',
    criteria: 'Four graded case studies and a final report on open harbour traffic data.',
    issuer: 'Harbour Data School',
    issuerUrl: 'https://harbour-data.example',
    issued: '2024-06-21T10:00:00Z',
    type: 'MicroCredential',
    skills: [skill('Statistical reasoning'), skill('Data visualisation')],
    tags: ['statistics', 'data'],
  });
  add(
    'applied-statistics.png',
    bakePng(
      await art(statistics, 'hexagon', ['#1f5f8b', '#123456', '#d9e6ef'], 'chart-no-axes-combined'),
      'openbadges',
      JSON.stringify(openBadge2(statistics)),
    ),
  );

  const storytelling = sample({
    slug: 'data-storytelling',
    title: 'Data Storytelling',
    description: 'Turns an analysis into a story that a busy reader can follow and check.',
    criteria: 'A published data story, reviewed by two editors.',
    issuer: 'Harbour Data School',
    issuerUrl: 'https://harbour-data.example',
    issued: '2025-02-14T10:00:00Z',
    type: 'MicroCredential',
    skills: [skill('Data visualisation'), skill('Plain-language writing')],
    tags: ['data', 'writing'],
  });
  add(
    'data-storytelling.png',
    await bakedProof(
      storytelling,
      'eddsa-rdfc-2022',
      'hexagon',
      ['#d06a3b', '#8c2f39', '#f4e1d2'],
      'presentation',
    ),
  );

  const cloud = sample({
    slug: 'cloud-foundations',
    title: 'Cloud Foundations',
    description: 'Explains how computing, storage and networks are rented, secured and paid for.',
    criteria: 'A proctored examination of 60 questions; passed with 82 per cent.',
    issuer: 'Northlight Cloud Academy',
    issuerUrl: 'https://northlight.example',
    issued: '2024-11-05T14:30:00Z',
    expires: '2027-11-05T14:30:00Z',
    type: 'Certification',
    skills: [skill('Cloud architecture'), skill('Cost management')],
    tags: ['cloud'],
  });
  add(
    'cloud-foundations.png',
    await bakedProof(
      cloud,
      'eddsa-rdfc-2022',
      'octagon',
      ['#5b5bd6', '#26215f', '#e2e1fa'],
      'cloud',
    ),
  );

  const operations = sample({
    ...cloud,
    slug: 'cloud-operations-practitioner',
    title: 'Cloud Operations Practitioner',
    description:
      'Keeps services running: monitoring, backups, incident response and blameless reviews.',
    criteria: 'A practical examination on a live test environment.',
    issued: '2025-09-18T08:00:00Z',
    expires: '2028-09-18T08:00:00Z',
    skills: [skill('Cloud architecture'), skill('Incident response')],
    tags: ['cloud', 'operations'],
  });
  add(
    'cloud-operations-practitioner.png',
    bakePng(
      await art(operations, 'octagon', ['#0f8a8a', '#134e5e', '#d5eeee'], 'server-cog'),
      'openbadgecredential',
      signVcJwt(openBadge3(operations, '1.1'), 'ES256'),
    ),
  );

  const coding = sample({
    ...cloud,
    slug: 'secure-coding-essentials',
    title: 'Secure Coding Essentials',
    description: 'Finds and fixes the ten most common weaknesses in web software.',
    criteria: 'Ten repaired programs and an oral review.',
    issued: '2026-03-02T09:00:00Z',
    expires: '2029-03-02T09:00:00Z',
    type: 'Course',
    skills: [skill('Secure programming'), skill('Code review')],
    tags: ['security', 'programming'],
  });
  add('secure-coding-essentials.jwt', signVcJwt(openBadge3(coding, '1.1'), 'EdDSA'));

  const soil = sample({
    slug: 'soil-and-climate',
    title: 'Soil and Climate',
    description: 'Samples soil, reads its profile and explains how it stores water and carbon.',
    criteria: 'Three field samples and a written assessment.',
    issuer: 'Larkfield Open College',
    issuerUrl: 'https://larkfield.example',
    issued: '2023-10-09T12:00:00Z',
    type: 'Course',
    skills: [skill('Soil sampling'), skill('Environmental reporting')],
    tags: ['environment', 'fieldwork'],
    hours: 3,
  });
  add('soil-and-climate.json', json(await proven(openBadge3(soil), soil, 'eddsa-rdfc-2022')));

  const ocean = sample({
    slug: 'ocean-plastics-field-methods',
    title: 'Ocean Plastics Field Methods',
    description: 'Plans and leads a shoreline survey that other teams can repeat.',
    criteria: 'Two surveys of 100 metres and a shared data set.',
    issuer: 'Blue Meridian Institute',
    issuerUrl: 'https://blue-meridian.example',
    issued: '2025-05-30T16:00:00Z',
    type: 'Badge',
    skills: [skill('Field surveying'), skill('Environmental reporting')],
    tags: ['environment', 'ocean'],
  });
  add(
    'ocean-plastics-field-methods.svg',
    bakeSvg(
      badgeSvg(design(ocean, 'circle', ['#1283c3', '#0a3d62', '#d4ebf7'], 'sailboat')),
      2,
      JSON.stringify(openBadge2(ocean)),
    ),
  );

  const firstAid = sample({
    slug: 'first-response-at-work',
    title: 'First Response at Work',
    description:
      'Gives first aid, calls for help the right way and keeps people calm until it comes.',
    criteria: 'A practical test with three emergencies.',
    issuer: 'Brightwater Health Trust',
    issuerUrl: 'https://brightwater.example',
    issued: '2023-04-17T09:00:00Z',
    expires: '2026-04-17T09:00:00Z',
    type: 'Certification',
    skills: [skill('First aid'), skill('Staying calm under pressure')],
    tags: ['health', 'safety'],
  });
  add(
    'first-response-at-work.png',
    await bakedProof(
      firstAid,
      'Ed25519Signature2020',
      'shield',
      ['#d64550', '#7b1e3a', '#f8dfe1'],
      'heart-pulse',
    ),
  );

  const hygiene = sample({
    ...firstAid,
    slug: 'food-hygiene-level-2',
    title: 'Food Hygiene Level 2',
    description: 'Stores, prepares and serves food safely, and knows the law about allergens.',
    criteria: 'A written examination.',
    issued: '2025-01-20T09:00:00Z',
    expires: '2027-01-20T09:00:00Z',
    skills: [skill('Food safety')],
    tags: ['food', 'safety'],
  });
  add(
    'food-hygiene-level-2.png',
    await bakedProof(
      hygiene,
      'eddsa-rdfc-2022',
      'shield',
      ['#6a994e', '#2f5233', '#e3eedb'],
      'utensils',
    ),
  );

  const french = sample({
    slug: 'francais-professionnel-b2',
    title: 'Français professionnel, niveau B2',
    description: 'Mène une réunion, rédige un compte rendu et négocie un délai en français.',
    criteria: 'Épreuve écrite et entretien de vingt minutes.',
    issuer: 'Maison des Langues Kestrel',
    issuerUrl: 'https://kestrel-langues.example',
    issued: '2024-12-12T18:00:00Z',
    type: 'Certificate',
    skills: [skill('French (B2)'), skill('Meeting facilitation')],
    tags: ['langues'],
  });
  add(
    'francais-professionnel-b2.png',
    bakePng(
      await art(french, 'seal', ['#7a4fa3', '#3c2a63', '#ebe1f5'], 'languages'),
      'openbadges',
      JSON.stringify(openBadge2(french)),
      'tEXt',
    ),
  );

  const japanese = sample({
    slug: 'information-design',
    title: '情報デザイン入門',
    description: '読み手の立場から、図と文章をわかりやすく組み立てる。',
    criteria: '課題三点の提出と講評。',
    issuer: 'みなと創造学院',
    issuerUrl: 'https://minato-sozo.example',
    issued: '2025-07-07T03:00:00Z',
    type: 'MicroCredential',
    skills: [skill('Information design')],
    tags: ['デザイン'],
  });
  add(
    'information-design.png',
    await bakedProof(
      japanese,
      'eddsa-rdfc-2022',
      'square',
      ['#e0a030', '#a8541c', '#faeccf'],
      'pen-tool',
    ),
  );

  const arabic = sample({
    slug: 'project-management-basics',
    title: 'أساسيات إدارة المشاريع',
    description: 'يخطط لمشروع صغير، ويوزع المهام، ويتابع المخاطر والميزانية.',
    criteria: 'خطة مشروع كاملة وعرض شفوي.',
    issuer: 'أكاديمية الواحة المهنية',
    issuerUrl: 'https://alwaha.example',
    issued: '2024-03-19T08:00:00Z',
    type: 'Course',
    skills: [skill('Project planning'), skill('Risk management')],
    tags: ['مشاريع'],
  });
  add(
    'project-management-basics.png',
    await bakedProof(
      arabic,
      'eddsa-rdfc-2022',
      'seal',
      ['#2f6b4f', '#123c2e', '#dcebe2'],
      'compass',
    ),
  );

  const facilitation = sample({
    slug: 'inclusive-facilitation',
    title: 'Inclusive Facilitation',
    issuer: 'Common Table Workshop',
    issued: '2025-11-21T00:00:00Z',
  });
  add(
    'inclusive-facilitation.pdf',
    certificatePdf(facilitation, '21 November 2025', 'CTW-2025-0417'),
  );

  const woodshop = sample({
    slug: 'woodshop',
    title: 'Woodshop Safety Induction',
    issuer: 'Old Mill Makerspace',
  });
  add(
    'woodshop-safety-induction.png',
    await certificatePng(
      design(woodshop, 'circle', ['#8a5a2b', '#4e3319', '#e9dcc9'], 'hammer'),
      LEARNER.learner,
      '3 May 2024',
    ),
  );

  return files;
}

function sample(changes: Partial<Invented>): Invented {
  return invented({ ...changes, ...LEARNER });
}

function skill(name: string): { readonly name: string; readonly url: string } {
  return { name, url: `${SKILLS}${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}` };
}

function design(
  it: Invented,
  shape: BadgeDesign['shape'],
  colours: Colours,
  emblem: string,
): BadgeDesign {
  return { title: it.title, issuer: it.issuer, shape, colours, emblem };
}

function art(
  it: Invented,
  shape: BadgeDesign['shape'],
  colours: Colours,
  emblem: string,
): Promise<Uint8Array> {
  return badgePng(design(it, shape, colours, emblem));
}

async function bakedProof(
  it: Invented,
  suite: 'eddsa-rdfc-2022' | 'Ed25519Signature2020',
  shape: BadgeDesign['shape'],
  colours: Colours,
  emblem: string,
): Promise<Uint8Array> {
  const version = suite === 'eddsa-rdfc-2022' ? '2.0' : '1.1';
  const credential = await proven(openBadge3(it, version), it, suite);
  const picture = await art(it, shape, colours, emblem);
  return bakePng(picture, 'openbadgecredential', JSON.stringify(credential));
}

function proven(
  credential: Json,
  it: Invented,
  suite: 'eddsa-rdfc-2022' | 'Ed25519Signature2020',
): Promise<Json> {
  return signWithProof(issuedByDidKey(credential, it.issuer), suite, it.issued, it.issuer);
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** A certificate as training firms send it: a page of text, a number and an address, no data inside. */
function certificatePdf(it: Invented, date: string, number: string): Uint8Array {
  const fonts = fileURLToPath(
    new URL('../../node_modules/@expo-google-fonts/source-serif-4/', import.meta.url),
  );
  const compiler = NodeCompiler.create({
    fontArgs: [{ fontPaths: [`${fonts}400Regular`, `${fonts}600SemiBold`] }],
  });
  const page = `
#set document(title: "Certificate: ${it.title}", author: "${it.issuer}", date: none)
#set page(width: 297mm, height: 210mm, margin: 0mm, fill: rgb("#fffdf8"))
#set text(font: "Source Serif 4", size: 13pt, fill: rgb("#2b2620"), lang: "en")
#place(rect(width: 100%, height: 6mm, fill: rgb("#7a2e4a")))
#place(bottom, rect(width: 100%, height: 6mm, fill: rgb("#7a2e4a")))
#place(dx: 14mm, dy: 16mm, rect(width: 269mm, height: 178mm, stroke: 0.8pt + rgb("#c9a5b2")))
#set align(center)
#v(34mm)
#text(size: 12pt, tracking: 3pt, fill: rgb("#7a2e4a"))[CERTIFICATE OF ACHIEVEMENT]
#v(9mm)
This is to certify that
#v(3mm)
#text(size: 34pt, weight: 600)[${it.learner}]
#v(3mm)
has successfully completed the course
#v(4mm)
#text(size: 26pt, weight: 600, fill: rgb("#7a2e4a"))[${it.title}]
#v(4mm)
Twelve hours of practice in leading groups where everybody is heard
#v(12mm)
#text(size: 16pt)[${it.issuer}]
#v(1mm)
Issued on ${date}
#v(8mm)
#text(size: 10pt, fill: rgb("#6b6258"))[Certificate number ${number} · Check it at #link("https://common-table.example/verify/${number}")]
`;
  return new Uint8Array(compiler.pdf({ mainFileContent: page }));
}
