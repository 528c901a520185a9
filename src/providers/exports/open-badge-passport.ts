// Open Badge Passport: the public page's own answer about one badge, and the Open Badge that stands in it.
import type { CredentialReading } from '../../domain/credential.ts';
import type { FieldSources } from '../../domain/field-source.ts';
import type { Problem } from '../../domain/problem.ts';
import { dateAt, passageAt, placeAt, rootPlace, textAt } from '../../formats/place.ts';
import { childOf } from '../../formats/json-source.ts';
import { isObject, type JsonObject, type JsonValue } from '../../formats/json.ts';
import { readPayload } from '../../formats/payload.ts';
import { defined, type NodeSource, type PayloadReading } from '../../formats/reading-parts.ts';
import { skillsOfAlignments } from '../../formats/skills.ts';
import { fillReading } from './fill-reading.ts';
import { addressAt, always, buildExportReading, idAt, joinedAt } from './export-reading.ts';

/**
 * The badge of an untrusted answer, or undefined where it is none of Open Badge Passport's. The Open Badge inside
 * is the credential, in its own words; the answer's words stand where it says nothing.
 */
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
  const inner = innerBadge(value, source);
  return { items: [inner ? fillReading(inner, item) : item], problems };
}

/** The assertion that the answer carries, signed for choice. */
function innerBadge(answer: JsonObject, source: NodeSource): CredentialReading | undefined {
  const root = { value: answer, text: source.payload.text };
  for (const field of ['assertion_jws', 'assertion_json']) {
    const value = answer[field];
    // An object keeps the characters it stands in.
    const text = typeof value === 'string' ? value : isObject(value) && childOf(root, field)?.text;
    const [item] = text ? readPayload(text, source.carrier).items : [];
    if (item) return { ...item, sources: within(field, item.sources) };
  }
  return undefined;
}

function within(field: string, sources: CredentialReading['sources'] = {}): FieldSources {
  return Object.fromEntries(
    Object.entries(sources).map(([name, source]) => [
      name,
      source.kind === 'path' ? { ...source, path: `${field}.${source.path}` } : source,
    ]),
  );
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
