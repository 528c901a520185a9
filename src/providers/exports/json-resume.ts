// JSON Resume, versions 0 and 1, and Reactive Resume's own variants of it: certificates and awards. What a
// résumé says about work, education and contact is not taken.
import type { CredentialReading } from '../../domain/credential.ts';
import type { DateValue } from '../../domain/date-value.ts';
import { problem, type Problem } from '../../domain/problem.ts';
import {
  dateAt,
  firstAt,
  passageAt,
  placesAt,
  rootPlace,
  textAt,
  type Place,
  type Placed,
} from '../../formats/place.ts';
import { isObject, stringOf, type JsonObject, type JsonValue } from '../../formats/json.ts';
import type { NodeSource, PayloadReading } from '../../formats/reading-parts.ts';
import { findPrintedDates } from '../printed-dates.ts';
import { recogniseUrl } from '../recognise-url.ts';
import {
  addressAt,
  buildExportReading,
  idAt,
  joinedAt,
  MAX_EXPORT_ITEMS,
} from './export-reading.ts';

const FORMAT = 'jsonresume';
const CERTIFICATES = [
  'certificates',
  'certificates.items',
  'certifications',
  'certifications.items',
  'sections.certifications.items',
];
const AWARDS = ['awards', 'awards.items', 'sections.awards.items'];
const PEOPLE = ['basics', 'bio', 'profile'];
const SECTIONS = [
  'work',
  'education',
  'skills',
  'awards',
  'certificates',
  'certifications',
  'volunteer',
  'sections',
];

/** The certificates and awards of an untrusted résumé, or undefined where it is none. */
export function readJsonResume(value: JsonValue, source: NodeSource): PayloadReading | undefined {
  if (!isObject(value) || !isResume(value)) return undefined;
  const problems: Problem[] = [];
  const resume = rootPlace(value);
  const holder = firstHolder(resume);
  const entries = (fields: readonly string[]): readonly Place[] => {
    const found = fields.map((field) => entriesAt(resume, field)).find((list) => list.length > 0);
    return found ?? [];
  };
  const items = [
    ...entries(CERTIFICATES).map((place) =>
      readEntry(place, 'Certificate', holder, source, problems),
    ),
    ...entries(AWARDS).map((place) => readEntry(place, 'Award', holder, source, problems)),
  ].slice(0, MAX_EXPORT_ITEMS);
  if (items.length === 0) {
    problems.push(
      problem('credential/not-a-credential', {
        params: { kind: 'a résumé that lists no certificate' },
      }),
    );
  }
  return { items, problems };
}

function isResume(node: JsonObject): boolean {
  if (node['type'] !== undefined || node['@context'] !== undefined) return false;
  if (/resume-schema/u.test(stringOf(node['$schema']) ?? '')) return true;
  const isPerson = PEOPLE.some((name) => isObject(node[name]));
  if (isPerson && SECTIONS.some((name) => typeof node[name] === 'object')) return true;
  // A file cut down to its certificates.
  const list = node['certificates'];
  return (
    Array.isArray(list) &&
    Object.keys(node).every((key) => /^(certificates|\$schema|meta)$/u.test(key))
  );
}

/** The entries of a list; an empty object names nothing. */
function entriesAt(resume: Place, field: string): readonly Place[] {
  return placesAt(resume, field).filter(
    ({ node }) => Object.keys(node).length > 0 && !Array.isArray(node['items']),
  );
}

function firstHolder(resume: Place): Placed<string> | undefined {
  return PEOPLE.map(
    (name) =>
      textAt(resume, [`${name}.name`]) ??
      joinedAt(resume, [`${name}.firstName`, `${name}.lastName`]),
  ).find((found) => found !== undefined);
}

function readEntry(
  place: Place,
  kind: 'Certificate' | 'Award',
  recipient: Placed<string> | undefined,
  source: NodeSource,
  problems: Problem[],
): CredentialReading {
  const address = addressAt(place, ['url', 'url.href', 'website', 'website.url', 'link']);
  const recognised = address && recogniseUrl(address.value);
  const given = idAt(place, ['number', 'credentialId', 'certificationNumber', 'licenseNumber']);
  const read = recognised?.credentialNumber;
  return buildExportReading(source, {
    format: FORMAT,
    provider: recognised && { value: recognised.provider.name, path: address.path },
    title: textAt(place, ['name', 'title']),
    issuer: textAt(place, ['issuer', 'issuer.name', 'awarder', 'authority', 'organization']),
    recipient,
    issuedOn: statedDate(
      place,
      ['date', 'awardDate', 'issueDate', 'releaseDate', 'startDate'],
      problems,
    ),
    validUntil:
      kind === 'Certificate'
        ? statedDate(place, ['expirationDate', 'expiryDate', 'validUntil', 'endDate'], problems)
        : undefined,
    credentialNumber:
      given ?? (read === undefined || !address ? undefined : { value: read, path: address.path }),
    verifyUrl: address,
    description: passageAt(place, ['summary', 'description']),
    achievement: { achievementType: kind },
  });
}

/** A date of the schema, or one in words such as `August 2020`, which the editors allow. */
function statedDate(
  place: Place,
  fields: readonly string[],
  problems: Problem[],
): Placed<DateValue> | undefined {
  const own: Problem[] = [];
  const exact = dateAt(place, fields, own);
  if (exact) return exact;
  const inWords = firstAt(place, fields, (value) => {
    const text = stringOf(value);
    return text === undefined || text.length > 60
      ? undefined
      : findPrintedDates(text, undefined)[0]?.value;
  });
  if (!inWords) problems.push(...own);
  return inWords;
}
