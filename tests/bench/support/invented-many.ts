// Many credentials of invented issuers for invented people, all different and the same on every run.
import { type Invented, invented } from '../../support/invented-credentials.ts';

const FIELDS = [
  'Soil Science',
  'Data Visualisation',
  'Welding',
  'Project Planning',
  'Plain Language',
  'Hydrology',
  'Bookkeeping',
  'Cloud Networks',
  'Sign Language',
  'Food Safety',
  'Bridge Inspection',
  'Statistics',
  'Typography',
  'Bee Keeping',
  'Patient Care',
  'Timber Framing',
  'Machine Learning',
  'Marine Biology',
  'Negotiation',
  'Archive Keeping',
  'Solar Installation',
  'Accessibility',
  'Museum Lighting',
  'Acoustics',
];
const KINDS = [
  'Basics',
  'in Practice',
  'for Teams',
  'Fundamentals',
  'Advanced',
  'Field Course',
  'Methods',
];
const LEVELS = ['Level 1', 'Level 2', 'Level 3', 'Level 4', 'Level 5'];
const ISSUERS = [
  'Larkfield Open College',
  'Harbour Data School',
  'Northlight Academy',
  'Quillstone Institute',
  'Fernvale Polytechnic',
  'Amberline Training',
  'Saltmarsh University',
  'Copperbeech Guild',
  'Windrush Learning',
  'Marrowby Technical School',
  'Ossian Centre',
  'Pellham Extension',
];
const SKILLS = [
  'Soil sampling',
  'Chart design',
  'Arc welding',
  'Scheduling',
  'Editing',
  'Stream gauging',
  'Ledgers',
  'Routing',
  'Interpreting',
  'Hygiene',
  'Crack mapping',
  'Regression',
  'Type setting',
  'Hive care',
  'First aid',
  'Joinery',
  'Model tuning',
  'Species survey',
  'Mediation',
  'Cataloguing',
  'Wiring',
  'Screen readers',
  'Light plans',
  'Room response',
  'Report writing',
  'Risk assessment',
];
const LEARNERS = [
  'Imke Tornquist',
  'Ada Okafor',
  'Renzo Marchetti',
  'Yuki Hanamura',
  'Leila Farahani',
];
const DAY_MS = 86_400_000;
const FIRST_DAY = Date.parse('2014-01-06T09:00:00Z');

/** Credential number `n`: its words, issuer and dates follow from the number alone. */
export function inventedNumber(n: number): Invented {
  const issuer = pick(ISSUERS, n, 5);
  const learner = pick(LEARNERS, n, 3);
  const host = issuer.toLowerCase().replaceAll(' ', '-');
  const issuedAt = FIRST_DAY + ((n * 7_919) % 4_500) * DAY_MS;
  const title = `${pick(FIELDS, n, 1)} ${pick(KINDS, n, 7)}, ${pick(LEVELS, n, 11)}`;
  const expires = n % 3 === 0 ? { expires: new Date(issuedAt + 1_095 * DAY_MS).toISOString() } : {};
  return invented({
    slug: `bench-${n}`,
    title: `${title} (${n})`,
    description: `${title}. `.repeat(12) + `Course ${n} of ${issuer}, with a supervised project.`,
    criteria: `Attendance, a portfolio of ${(n % 5) + 2} pieces and an assessment of project ${n}.`,
    issuer,
    issuerUrl: `https://${host}.example`,
    learner,
    email: `${learner.toLowerCase().replace(' ', '@')}.example`,
    issued: new Date(issuedAt).toISOString(),
    ...expires,
    skills: [1, 3, 7, 13].map((step) => ({ name: pick(SKILLS, n, step) })),
    tags: [pick(FIELDS, n, 5).toLowerCase()],
  });
}

function pick(list: readonly string[], n: number, step: number): string {
  return list[(n * step + Math.floor(n / list.length)) % list.length] ?? '';
}
