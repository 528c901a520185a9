import { describe, expect, it } from 'vitest';
import { credentialsOfGraph } from '../../../src/formats/flattened-graph.ts';
import { readPayload } from '../../../src/formats/payload.ts';
import { invented, openBadge3 } from '../../support/invented-credentials.ts';
import { said, verifyReading } from '../verify/workshop.ts';

const BASE = 'https://kutomo.example';
const PARTS = [
  {
    '@id': `${BASE}/claim/1`,
    '@type': 'elm:LearningAchievement',
    'dct:title': { '@language': 'en', '@value': 'Loom care' },
    specifiedBy: `${BASE}/spec/1`,
    awardedBy: { '@id': `${BASE}/process/1` },
  },
  {
    '@id': `${BASE}/spec/1`,
    '@type': 'elm:Qualification',
    learningOutcome: [`${BASE}/outcome/1`],
    eqfLevel: 'http://data.europa.eu/snb/eqf/4',
    volumeOfLearning: { '@type': 'xsd:duration', '@value': 'PT81H' },
  },
  {
    '@id': `${BASE}/outcome/1`,
    '@type': 'elm:LearningOutcome',
    title: { '@language': 'en', '@value': 'Warps a loom' },
  },
  { '@id': 'http://data.europa.eu/snb/eqf/4', '@type': 'skos:Concept' },
  {
    '@id': `${BASE}/org`,
    '@type': ['elm:Organisation', 'foaf:Agent'],
    legalName: { '@language': 'fi', '@value': 'Kutomo-opisto' },
    hasCredential: `${BASE}/credential/1`,
  },
  {
    '@id': `${BASE}/person/1`,
    '@type': 'elm:Person',
    givenName: 'Aino',
    familyName: 'Esimerkki',
    hasClaim: `${BASE}/claim/1`,
  },
];
const CREDENTIAL = {
  '@id': `${BASE}/credential/1`,
  '@type': ['elm:EuropeanDigitalCredential', 'cred:VerifiableCredential'],
  'cred:issuer': `${BASE}/org`,
  credentialSubject: `${BASE}/person/1`,
  issuanceDate: { '@type': 'xsd:dateTime', '@value': '2024-03-05T10:00:00+02:00' },
};
const CONTEXT = { elm: 'http://data.europa.eu/snb/model/' };
function graph(...nodes: readonly object[]): string {
  return JSON.stringify({ '@graph': [...PARTS, ...nodes], '@context': CONTEXT });
}

describe('a flattened graph', () => {
  it('is read with every part back where its id names it', () => {
    const text = graph(CREDENTIAL);
    const { items, problems } = readPayload(text, 'json');
    expect(problems).toEqual([]);
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      format: 'elm3 vcdm1.1',
      achievement: { name: 'Loom care', level: 'EQF level 4' },
      issuer: { name: 'Kutomo-opisto', id: `${BASE}/org` },
      recipient: { name: 'Aino Esimerkki' },
      issuedOn: { text: '2024-03-05T10:00:00+02:00' },
      hours: 81,
      skills: [{ name: 'Warps a loom' }],
      payload: { kind: 'json', text },
      sources: {
        title: { kind: 'path', path: '@graph[6].credentialSubject.hasClaim.title' },
        issuedOn: { kind: 'path', path: '@graph[6].issuanceDate' },
      },
    });
  });

  it('gives each of its credentials, and none where it holds none', () => {
    const second = { ...CREDENTIAL, '@id': `${BASE}/credential/2` };
    expect(readPayload(graph(CREDENTIAL, second), 'json').items).toHaveLength(2);
    const { items, problems } = readPayload(graph(), 'json');
    expect(items).toEqual([]);
    expect(problems).toHaveLength(1);
  });

  it('leaves what brings its own vocabulary as it stands', () => {
    const own = openBadge3(invented());
    const { items } = readPayload(graph(CREDENTIAL, own), 'json');
    expect(items.map((one) => one.achievement.name)).toEqual(['Loom care', 'Soil Science Basics']);
    expect(items[1]?.payload?.text).toBe(JSON.stringify(own));
  });

  it('is never said to be without a proof where one stands in it', async () => {
    const proven = { ...CREDENTIAL, proof: { '@id': '_:b0' } };
    const [item] = readPayload(graph(proven), 'json').items;
    if (!item) throw new Error('not read');
    expect(said(await verifyReading(item), 'proof')).toBe('not-checked proof/unsupported-suite');
    const [bare] = readPayload(graph(CREDENTIAL), 'json').items;
    if (!bare) throw new Error('not read');
    expect(said(await verifyReading(bare), 'proof')).toBe('not-applicable proof/no-proof');
  });

  it('ends where parts name each other, and where they multiply', () => {
    const knot = Array.from({ length: 40 }, (_, at) => ({
      '@id': `urn:knot:${at}`,
      label: 'x',
      next: [`urn:knot:${at + 1}`, `urn:knot:${at + 1}`, `urn:knot:${at}`],
    }));
    const start = performance.now();
    const credential = { ...CREDENTIAL, evidence: 'urn:knot:0' };
    const found = credentialsOfGraph({ '@graph': [...PARTS, ...knot, credential] });
    expect(found?.map(({ index }) => index)).toEqual([PARTS.length + knot.length]);
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});
