// freeCodeCamp: one certification as its page loads it, and the certifications of a public profile.
import type { CredentialReading } from '../../domain/credential.ts';
import { firstAt, placesOf, rootPlace, textAt, type Place } from '../../formats/place.ts';
import {
  isObject,
  numberOf,
  stringOf,
  type JsonObject,
  type JsonValue,
} from '../../formats/json.ts';
import type { NodeSource, PayloadReading } from '../../formats/reading-parts.ts';
import { always, buildExportReading, instantOfMs } from './export-reading.ts';

const COMMON = {
  format: 'freecodecamp-json',
  provider: always('freeCodeCamp'),
  issuer: always('freeCodeCamp'),
} as const;

/** What an untrusted answer certifies, or undefined where it is none of freeCodeCamp's. */
export function readFreecodecamp(value: JsonValue, source: NodeSource): PayloadReading | undefined {
  if (!isObject(value)) return undefined;
  if (typeof value['certTitle'] === 'string' && typeof value['date'] === 'number') {
    return { items: [readCertificate(rootPlace(value), source)], problems: [] };
  }
  const items = usersOf(value).flatMap((user) => readProfile(user, source));
  return items.length > 0 ? { items, problems: [] } : undefined;
}

function readCertificate(place: Place, source: NodeSource): CredentialReading {
  const username = textAt(place, ['username'])?.value;
  const slug = textAt(place, ['certSlug']);
  return buildExportReading(source, {
    ...COMMON,
    title: textAt(place, ['certTitle']),
    recipient: textAt(place, ['name', 'username']),
    issuedOn: firstAt(place, ['date'], instantOfMs),
    verifyUrl: pageOf(username, slug?.value, slug?.path),
    achievement: { achievementType: 'Certification' },
    hours: firstAt(place, ['completionTime'], numberOf)?.value,
  });
}

// Certifications that a profile can claim: the profile's own flag, the page's slug and the title on it.
const CERTIFICATIONS: readonly (readonly [flag: string, slug: string, title: string])[] = [
  ['isRespWebDesignCert', 'responsive-web-design', 'Responsive Web Design'],
  ['isRespWebDesignCertV9', 'responsive-web-design-v9', 'Responsive Web Design'],
  ['isJavascriptCertV9', 'javascript-v9', 'JavaScript'],
  [
    'isJsAlgoDataStructCert',
    'javascript-algorithms-and-data-structures',
    'Legacy JavaScript Algorithms and Data Structures',
  ],
  [
    'isJsAlgoDataStructCertV8',
    'javascript-algorithms-and-data-structures-v8',
    'JavaScript Algorithms and Data Structures',
  ],
  ['isFrontEndLibsCert', 'front-end-development-libraries', 'Front End Development Libraries'],
  ['is2018DataVisCert', 'data-visualization', 'Data Visualization'],
  ['isRelationalDatabaseCertV8', 'relational-database-v8', 'Relational Database'],
  ['isApisMicroservicesCert', 'back-end-development-and-apis', 'Back End Development and APIs'],
  ['isQaCertV7', 'quality-assurance-v7', 'Quality Assurance'],
  ['isSciCompPyCertV7', 'scientific-computing-with-python-v7', 'Scientific Computing with Python'],
  ['isDataAnalysisPyCertV7', 'data-analysis-with-python-v7', 'Data Analysis with Python'],
  ['isInfosecCertV7', 'information-security-v7', 'Information Security'],
  ['isMachineLearningPyCertV7', 'machine-learning-with-python-v7', 'Machine Learning with Python'],
  ['isCollegeAlgebraPyCertV8', 'college-algebra-with-python-v8', 'College Algebra with Python'],
  [
    'isFoundationalCSharpCertV8',
    'foundational-c-sharp-with-microsoft',
    'Foundational C# with Microsoft',
  ],
  ['isFrontEndCert', 'legacy-front-end', 'Legacy Front End'],
  ['isBackEndCert', 'legacy-back-end', 'Legacy Back End'],
  ['isDataVisCert', 'legacy-data-visualization', 'Legacy Data Visualization'],
  [
    'isInfosecQaCert',
    'information-security-and-quality-assurance',
    'Legacy Information Security and Quality Assurance',
  ],
  ['isFullStackCert', 'full-stack', 'Legacy Full Stack'],
];

/** A profile keeps its people under their own names. */
function usersOf(value: JsonObject): readonly Place[] {
  const entities = value['entities'];
  const users = isObject(entities) ? entities['user'] : undefined;
  if (!isObject(users)) return [];
  return Object.entries(users).flatMap(([name, user]) => placesOf(user, `entities.user.${name}`));
}

/** The claimed certifications; a profile does not say when they were earned. */
function readProfile(user: Place, source: NodeSource): readonly CredentialReading[] {
  const username = stringOf(user.node['username']) ?? user.path.split('.').at(-1);
  return CERTIFICATIONS.filter(([flag]) => user.node[flag] === true).map(([flag, slug, title]) => {
    const path = `${user.path}.${flag}`;
    return buildExportReading(source, {
      ...COMMON,
      title: { value: title, path },
      recipient: textAt(user, ['name', 'username']),
      verifyUrl: pageOf(username, slug, path),
      achievement: { achievementType: 'Certification' },
    });
  });
}

function pageOf(
  username: string | undefined,
  slug: string | undefined,
  path: string | undefined,
): { readonly value: string; readonly path: string } | undefined {
  if (username === undefined || slug === undefined || path === undefined) return undefined;
  if (!/^[a-z0-9-]{2,120}$/u.test(slug)) return undefined;
  const person = encodeURIComponent(username.toLowerCase());
  return { value: `https://www.freecodecamp.org/certification/${person}/${slug}`, path };
}
