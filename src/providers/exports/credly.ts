// Credly: the list of a public profile, one public badge, imported outside badges, and the flattened lists that
// people's own tools make of them. Open Badges assertions of Credly are no business of this module.
import type { CredentialReading, SkillClaim } from '../../domain/credential.ts';
import type { Problem } from '../../domain/problem.ts';
import {
  dateAt,
  passageAt,
  placeAt,
  placesAt,
  placesOf,
  textAt,
  type Place,
  type Placed,
} from '../../formats/place.ts';
import { isObject, stringOf, type JsonValue } from '../../formats/json.ts';
import {
  defined,
  evidenceOf,
  type NodeSource,
  type PayloadReading,
} from '../../formats/reading-parts.ts';
import { skillsOfAlignments } from '../../formats/skills.ts';
import { recogniseUrl } from '../recognise-url.ts';
import {
  addressAt,
  always,
  buildExportReading,
  pictureAt,
  skillsIn,
  type Known,
} from './export-reading.ts';
import { isStanding, ownEntries } from './own-entries.ts';

const FORMAT = 'credly-json';
const ISSUED = ['issued_at_date', 'issued_at', 'issued_on', 'issue_date', 'issuedDate', 'date'];
const EXPIRES = ['expires_at_date', 'expires_at', 'expires_on', 'expiry_date', 'expirationDate'];
const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/iu;
const BADGE_PAGE = /^https:\/\/(?:www\.)?(?:credly|youracclaim)\.com\/badges\//iu;

/**
 * The badges of untrusted JSON in a shape of Credly's, or undefined. A badge that was not accepted yet is no
 * credential; one that was withdrawn is left out and told.
 */
export function readCredly(value: JsonValue, source: NodeSource): PayloadReading | undefined {
  const problems: Problem[] = [];
  const badges = ownEntries(entriesOf(value), isBadge, problems);
  if (!badges) return undefined;
  const items = badges
    .filter((place) => {
      const state = stringOf(place.node['state'])?.toLowerCase();
      if (state === 'pending' || state === 'rejected') return false;
      return isStanding(state === 'revoked', titleOf(place)?.value, problems);
    })
    .map((place) => readBadge(place, source, problems));
  return { items, problems };
}

function entriesOf(value: JsonValue): readonly Place[] {
  if (!isObject(value)) return placesOf(value, '');
  for (const name of ['data', 'badges']) {
    const inner = value[name];
    if (inner !== undefined && inner !== null) return placesOf(inner, name);
  }
  return placesOf(value, '');
}

// People's own tools flatten the answer under names of their own; the badge's page gives it away.
const PAGES = ['badge_url', 'public_url', 'credly_url', 'url', 'link'];

function isBadge(place: Place): boolean {
  if (titleOf(place) === undefined) return false;
  if (placeAt(place, 'badge_template') ?? placeAt(place, 'external_badge')) return true;
  return PAGES.some((field) => BADGE_PAGE.test(stringOf(place.node[field]) ?? ''));
}

function titleOf(place: Place): Placed<string> | undefined {
  return textAt(place, [
    'badge_template.name',
    'external_badge.badge_name',
    'badge_name',
    'name',
    'title',
  ]);
}

function readBadge(place: Place, source: NodeSource, problems: Problem[]): CredentialReading {
  const isOutside = placeAt(place, 'external_badge') !== undefined;
  const id = textAt(place, ['id']);
  const hasId = !isOutside && id !== undefined && UUID.test(id.value);
  const page: Known<string> | undefined = hasId
    ? { value: `https://www.credly.com/badges/${id.value.toLowerCase()}`, path: id.path }
    : addressAt(place, [...PAGES, 'external_badge.badge_url']);
  // A badge brought in from elsewhere is no badge of Credly's.
  const recognised = page && recogniseUrl(page.value);
  const elsewhere = recognised && { value: recognised.provider.name, path: page.path ?? '' };
  const read = recognised?.credentialNumber;
  const number = hasId
    ? id
    : read === undefined
      ? undefined
      : { value: read, path: page?.path ?? '' };
  return buildExportReading(source, {
    format: FORMAT,
    provider: isOutside ? elsewhere : always('Credly'),
    title: titleOf(place),
    issuer: issuerOf(place),
    issuerDetails: defined({
      url:
        primaryIssuer(place) &&
        addressAt(primaryIssuer(place) ?? place, ['entity.vanity_url'])?.value,
    }),
    recipient: textAt(place, ['issued_to', 'issued_to_name']),
    issuedOn: dateAt(place, ISSUED, problems),
    validUntil: dateAt(place, EXPIRES, problems),
    credentialNumber: number,
    verifyUrl: page,
    description: passageAt(place, [
      'badge_template.description',
      'external_badge.badge_description',
      'description',
    ]),
    achievement: {
      achievementType: textAt(place, ['badge_template.type_category'])?.value,
      level: textAt(place, ['badge_template.level'])?.value,
      criteriaUrl: addressAt(place, ['badge_template.global_activity_url', 'badge_template.url'])
        ?.value,
      criteriaNarrative: criteriaOf(place),
    },
    image: pictureAt(place, ['badge_template.image_url', 'image_url', 'external_badge.image_url']),
    skills: skillsOf(place),
    evidence: evidenceOf(place.node['evidence']),
  });
}

function primaryIssuer(place: Place): Place | undefined {
  const entities = ['issuer.entities', 'badge_template.issuer.entities'].flatMap((field) =>
    placesAt(place, field),
  );
  return entities.find((one) => one.node['primary'] === true) ?? entities[0];
}

/** The primary issuer; else the summary without its lead. */
function issuerOf(place: Place): Known<string> | undefined {
  const primary = primaryIssuer(place);
  const named = primary && textAt(primary, ['entity.name']);
  if (named) return named;
  const plain = textAt(place, [
    'issuer_name',
    'external_badge.issuer_name',
    'issuer.name',
    'issuer',
  ]);
  if (plain) return plain;
  const summary = textAt(place, ['issuer.summary', 'badge_template.issuer.summary']);
  return summary && { value: summary.value.replace(/^issued by /iu, ''), path: summary.path };
}

function criteriaOf(place: Place): string | undefined {
  const steps = placesAt(place, 'badge_template.badge_template_activities').flatMap(
    (one) => textAt(one, ['title'])?.value ?? [],
  );
  return steps.length > 0 ? steps.map((step) => `- ${step}`).join('\n') : undefined;
}

function skillsOf(place: Place): readonly SkillClaim[] {
  const template = placeAt(place, 'badge_template')?.node;
  return [
    ...skillsIn(template?.['skills'] ?? place.node['skills']),
    ...skillsOfAlignments(template?.['alignments']),
  ];
}
