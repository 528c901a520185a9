// Open Badge Passport: the public page's own answer about one badge.
import type { Problem } from '../../domain/problem.ts';
import { dateAt, passageAt, placeAt, rootPlace, textAt } from '../../formats/json-place.ts';
import { isObject, type JsonObject, type JsonValue } from '../../formats/json.ts';
import { defined, type NodeSource, type PayloadReading } from '../../formats/reading-parts.ts';
import { skillsOfAlignments } from '../../formats/skills.ts';
import { addressAt, always, buildExportReading, idAt, joinedAt } from './export-reading.ts';

/** The badge of an untrusted answer, or undefined where it is none of Open Badge Passport's. */
export function readOpenBadgePassport(
  value: JsonValue,
  source: NodeSource,
): PayloadReading | undefined {
  if (!isObject(value) || !isBadge(value)) return undefined;
  const problems: Problem[] = [];
  const badge = rootPlace(value);
  const content = placeAt(badge, 'content') ?? badge;
  const id = idAt(badge, ['id']);
  const item = buildExportReading(source, {
    format: 'obp-json',
    provider: always('Open Badge Passport'),
    title: textAt(content, ['name']),
    issuer: textAt(content, ['issuer_content_name', 'issuer_name']),
    issuerDetails: defined({
      url: addressAt(content, ['issuer_content_url', 'issuer_url'])?.value,
      description: passageAt(content, ['issuer_description'])?.value,
    }),
    recipient: joinedAt(badge, ['first_name', 'last_name']),
    issuedOn: dateAt(badge, ['issued_on'], problems),
    validUntil: dateAt(badge, ['expires_on'], problems),
    credentialNumber: id,
    verifyUrl:
      id && /^\d+$/u.test(id.value)
        ? { value: `https://openbadgepassport.com/app/badge/info/${id.value}`, path: id.path }
        : addressAt(badge, ['assertion_url', 'remote_url']),
    description: passageAt(content, ['description']),
    achievement: {
      criteriaUrl: addressAt(content, ['criteria_url'])?.value,
      criteriaNarrative: passageAt(content, ['criteria_content', 'criteria_markdown'])?.value,
    },
    skills: skillsOfAlignments(content.node['alignment']),
  });
  return { items: [item], problems };
}

function isBadge(node: JsonObject): boolean {
  const content = placeAt(rootPlace(node), 'content')?.node;
  return (
    content !== undefined &&
    typeof content['name'] === 'string' &&
    node['issued_on'] !== undefined &&
    Object.keys(content).some((key) => /^(issuer_content_|image_file$|criteria_)/u.test(key))
  );
}
