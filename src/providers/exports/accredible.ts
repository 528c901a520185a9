// Accredible (credential.net): one credential or the wallet of a profile, as its pages load them.
import type { CredentialReading } from '../../domain/credential.ts';
import type { Problem } from '../../domain/problem.ts';
import { dateAt, passageAt, placesOf, textAt, type Place } from '../../formats/place.ts';
import { isObject, type JsonValue } from '../../formats/json.ts';
import {
  defined,
  evidenceOf,
  type NodeSource,
  type PayloadReading,
} from '../../formats/reading-parts.ts';
import {
  addressAt,
  always,
  buildExportReading,
  idAt,
  pictureAt,
  skillsIn,
} from './export-reading.ts';
import { isStanding, ownEntries } from './own-entries.ts';

const FORMAT = 'accredible-json';

/** The credentials of untrusted JSON in a shape of Accredible's, or undefined; withdrawn ones are told. */
export function readAccredible(value: JsonValue, source: NodeSource): PayloadReading | undefined {
  const problems: Problem[] = [];
  const credentials = ownEntries(candidates(value, ''), isCredential, problems);
  if (!credentials) return undefined;
  const items = credentials
    .filter((place) => {
      const revokedAt = place.node['revoked_at'];
      const isRevoked = typeof revokedAt === 'string' && revokedAt !== '';
      return isStanding(isRevoked, textAt(place, ['name'])?.value, problems);
    })
    .map((place) => readCredential(place, source, problems));
  return { items, problems };
}

function candidates(value: JsonValue, path: string): readonly Place[] {
  if (!isObject(value)) return placesOf(value, path);
  for (const name of ['data', 'credential', 'credentials']) {
    const inner = value[name];
    const at = path === '' ? name : `${path}.${name}`;
    if (isObject(inner)) return candidates(inner, at);
    if (Array.isArray(inner)) return placesOf(inner, at);
  }
  return placesOf(value, path);
}

// Enough of its own names that no other provider's answer is taken for one of Accredible's.
function isCredential({ node }: Place): boolean {
  const isNamed = typeof node['name'] === 'string' && isObject(node['issuer']);
  const own = [
    'issued_on',
    'license_id',
    'encoded_id',
    'uuid',
    'badge_assertion_url',
    'group_id',
    'group',
  ];
  return isNamed && own.filter((name) => node[name] !== undefined).length >= 2;
}

function readCredential(place: Place, source: NodeSource, problems: Problem[]): CredentialReading {
  const uuid = textAt(place, ['uuid']);
  return buildExportReading(source, {
    format: FORMAT,
    provider: always('Accredible'),
    title: textAt(place, ['name', 'group.course_name']),
    issuer: textAt(place, ['issuer.name']),
    issuerDetails: defined({
      url: addressAt(place, ['issuer.url'])?.value,
      image: pictureAt(place, ['issuer.image_url']),
    }),
    recipient: textAt(place, ['recipient.name']),
    issuedOn: dateAt(place, ['issued_on'], problems),
    validUntil: dateAt(place, ['expired_on'], problems),
    credentialNumber: idAt(place, ['id']) ?? uuid,
    verifyUrl:
      addressAt(place, ['url']) ??
      (uuid && { value: `https://www.credential.net/${uuid.value}`, path: uuid.path }),
    description: passageAt(place, ['description', 'group.course_description']),
    achievement: {
      criteriaUrl: withoutToken(addressAt(place, ['course_link', 'group.course_link'])?.value),
    },
    image: pictureAt(place, ['badge_image', 'group.badge_design.rasterized_content_url']),
    skills: [
      ...skillsIn(place.node['learning_outcomes']),
      ...(isObject(place.node['group']) ? skillsIn(place.node['group']['learning_outcomes']) : []),
    ],
    evidence: evidenceOf(place.node['evidence_items']),
  });
}

/** Links to the course carry a signed token that tells the course's site whose credential was opened. */
function withoutToken(address: string | undefined): string | undefined {
  if (address === undefined) return undefined;
  const url = new URL(address);
  url.searchParams.delete('aad');
  return url.href;
}
