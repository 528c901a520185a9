import { describe, expect, it } from 'vitest';
import { readFile } from 'node:fs/promises';
import { judgeContextList } from '../../../src/verify/context-lists.ts';
import type { ContextIndex } from '../../../src/verify/contexts.ts';
import { isObject, listOf, type JsonObject, type JsonValue } from '../../../src/formats/json.ts';
import { contexts, ED2020, OB3, V1, V2 } from './workshop.ts';

const CLR = 'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json';
const CLR_1 = 'https://purl.imsglobal.org/spec/clr/v2p0/context.json';
const OB3_EXTENSIONS = 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json';
const EXAMPLES_1 = 'https://www.w3.org/2018/credentials/examples/v1';
const EXAMPLES_2 = 'https://www.w3.org/ns/credentials/examples/v2';
const UNDEFINED = 'https://www.w3.org/ns/credentials/undefined-terms/v2';
const BLOCKCERTS = 'https://w3id.org/blockcerts/v3';
const STATUS_2021 = 'https://w3id.org/vc/status-list/2021/v1';

async function said(...list: readonly JsonValue[]): Promise<string> {
  const { outcome, reason } = await judgeContextList(list, contexts);
  return `${outcome} ${reason}`;
}

describe('judgeContextList', () => {
  it.each([
    ['a learner record', [V2, CLR, OB3, OB3_EXTENSIONS, ED2020]],
    ['a learner record with badges named first', [V2, OB3, CLR]],
    ['a Blockcerts credential', [V1, STATUS_2021, BLOCKCERTS]],
    ['Blockcerts on Open Badges 2', [V1, 'https://w3id.org/openbadges/v2', BLOCKCERTS]],
    ['Blockcerts with example words', [V1, BLOCKCERTS, EXAMPLES_1]],
    ['a residence card', [V2, 'https://w3id.org/citizenship/v4rc1']],
  ])('knows the list of %s', async (_, list) => {
    expect(await said(...list)).toBe('passed vocabulary/known');
  });

  it('says that a list allows the issuer’s own words', async () => {
    expect(await said(V2, EXAMPLES_2)).toBe('passed vocabulary/own-words');
    expect(await said(V2, OB3, ED2020, UNDEFINED)).toBe('passed vocabulary/own-words');
  });

  it.each([
    ['two editions of the learner record', [V2, CLR, CLR_1]],
    ['two editions of Blockcerts', [V1, BLOCKCERTS, 'https://w3id.org/blockcerts/v3.2']],
    [
      'two addresses of one edition',
      [V1, BLOCKCERTS, 'https://www.blockcerts.org/schema/3.0/context.json'],
    ],
    ['extensions before what they extend', [V2, OB3_EXTENSIONS, OB3]],
    ['a catch-all in place of the base', [EXAMPLES_2, V2]],
  ])('refuses %s', async (_, list) => {
    expect(await said(...list)).toBe('failed vocabulary/context-order');
  });

  it('takes nothing for granted that is not made for credentials', async () => {
    expect(await said(V1, 'https://w3id.org/security/v1')).toBe(
      'not-checked vocabulary/unusual-context',
    );
    expect(await said(V1, 'https://w3id.org/Blockcerts/v3')).toBe(
      'not-checked vocabulary/unknown-context',
    );
  });
});

describe('the bundled vocabularies of credentials', () => {
  it('give one property one name, so that no swap moves a text to another field', async () => {
    const names = await namesByAddress();
    const several = [...names]
      .filter(([, terms]) => terms.size > 1)
      .map(([address, terms]) => [address, [...terms].sort()]);
    expect(Object.fromEntries(several)).toEqual(KNOWN_DOUBLE_NAMES);
  });
});

/**
 * A type and a property with one address inside one edition of Open Badges (early editions and the plugfest),
 * and `tags`, which became `tag`: no two of those editions may stand in one list. Open Badges 2 has two names
 * for the way a badge is checked and for the list of the revoked; neither is a field that people read.
 */
const OB = 'https://purl.imsglobal.org/spec/vc/ob/vocab.html#';
const PLUGFEST = 'https://imsglobal.github.io/openbadges-specification/ob_v3p0.html#';
const KNOWN_DOUBLE_NAMES = Object.fromEntries([
  ...['Achievement', 'Address', 'Criteria', 'Image'].map((type) => [
    `${OB}${type}`,
    [type, type.toLowerCase()],
  ]),
  [`${OB}GeoCoordinates`, ['GeoCoordinates', 'geo']],
  [`${OB}Profile`, ['Profile', 'creator']],
  ...['Achievement', 'Address', 'Result'].map((type) => [
    `${PLUGFEST}${type}`,
    [type, type.toLowerCase()],
  ]),
  [`${PLUGFEST}GeoCoordinates`, ['GeoCoordinates', 'geo']],
  [`${PLUGFEST}Profile`, ['Profile', 'creator']],
  [`${PLUGFEST}RubricCriterionLevel`, ['RubricCriterionLevel', 'rubricCriterionLevel']],
  ['https://schema.org/keywords', ['tag', 'tags']],
  ['https://w3id.org/openbadges#HostedBadge', ['HostedBadge', 'hosted']],
  ['https://w3id.org/openbadges#SignedBadge', ['SignedBadge', 'signed']],
  ['https://w3id.org/openbadges#revoked', ['revoked', 'revokedAssertions']],
]);

async function namesByAddress(): Promise<Map<string, Set<string>>> {
  const folder = new URL('../../../resources/contexts/', import.meta.url);
  const index = JSON.parse(await readFile(new URL('index.json', folder), 'utf8')) as ContextIndex;
  const names = new Map<string, Set<string>>();
  for (const url of Object.keys(index)) {
    const { outcome } = await judgeContextList([V2, url], contexts);
    if (outcome !== 'passed' && url !== V1 && url !== V2) continue;
    const document = await contexts.load(url);
    if (isObject(document)) collect(document['@context'], [], names);
  }
  return names;
}

function collect(
  context: JsonValue | undefined,
  outer: readonly JsonObject[],
  names: Map<string, Set<string>>,
): void {
  for (const own of listOf(context).filter(isObject)) {
    const scope = [...outer, own];
    for (const [term, definition] of Object.entries(own)) {
      const id = isObject(definition) ? (definition['@id'] ?? term) : definition;
      if (term.startsWith('@') || typeof id !== 'string' || id.startsWith('@')) continue;
      const address = expanded(id, scope);
      names.set(address, (names.get(address) ?? new Set()).add(term));
      if (isObject(definition)) collect(definition['@context'], scope, names);
    }
  }
}

/** The full address of a shortened one; prefixes only, which is all that published contexts use. */
function expanded(id: string, scope: readonly JsonObject[]): string {
  const colon = id.indexOf(':');
  if (colon < 0 || id.startsWith('http')) return id;
  const prefix = scope
    .map((own) => own[id.slice(0, colon)])
    .findLast((value) => value !== undefined);
  const address = isObject(prefix) ? prefix['@id'] : prefix;
  return typeof address === 'string' ? address + id.slice(colon + 1) : id;
}
