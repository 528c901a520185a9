import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/formats/json.ts';
import { readPayload } from '../../../src/formats/payload.ts';

const AUTHORITY = 'http://publications.europa.eu/resource/authority/language';

function invented(changes: JsonObject = {}): JsonObject {
  return {
    '@context': ['https://www.w3.org/2018/credentials/v1'],
    id: 'urn:credential:0f3c',
    type: ['VerifiableCredential', 'EuropeanDigitalCredential'],
    displayParameter: {
      primaryLanguage: { id: `${AUTHORITY}/FIN` },
      title: { en: 'Loom care', fi: 'Kangaspuiden huolto' },
      description: { fi: 'Hoitaa kangaspuita' },
    },
    identifier: { schemeName: 'Number', notation: 'LC-204' },
    issuer: {
      id: 'urn:epass:org:1',
      legalName: { fi: 'Kutomo-opisto' },
      homepage: { contentURL: 'https://kutomo.example' },
    },
    issuanceDate: '2024-03-05T10:00:00+02:00',
    validFrom: '2024-03-01T00:00:00+02:00',
    validUntil: '2029-03-01T00:00:00+02:00',
    credentialSubject: {
      id: 'urn:epass:person:1',
      type: 'Person',
      givenName: { fi: 'Aino' },
      familyName: { fi: 'Esimerkki' },
      dateOfBirth: '1990-01-02T00:00:00Z',
      nationalID: { notation: '020190-999X' },
      identifier: { schemeName: 'Student', notation: 'S-77' },
      contactPoint: { emailAddress: { id: 'mailto:aino@example.org' } },
      hasClaim: {
        type: 'LearningAchievement',
        title: { fi: 'Huollettu' },
        specifiedBy: { id: 'urn:epass:qualification:1' },
        hasPart: [
          {
            type: 'LearningAchievement',
            title: { en: 'Warping' },
            specifiedBy: { learningOutcome: [{ title: { en: 'Warps a loom' } }] },
          },
        ],
      },
    },
    qualifications: {
      id: 'urn:epass:qualification:1',
      title: { fi: 'Huolto' },
      eqfLevel: { id: 'http://data.europa.eu/snb/eqf/4', prefLabel: { en: 'Level 4' } },
      creditPoint: { point: '3' },
      volumeOfLearning: 'PT81H',
      thematicArea: [{ prefLabel: { en: 'Handicrafts' } }],
      dcType: { prefLabel: { en: 'Short learning programme' } },
      learningOutcome: {
        title: { fi: 'Osaa huoltaa' },
        relatedESCOSkill: {
          id: 'http://data.europa.eu/esco/skill/1234',
          prefLabel: { en: 'maintain looms' },
        },
        relatedSkill: [{ id: 'https://skills.example/7', prefLabel: { en: 'patience' } }],
      },
    },
    ...changes,
  };
}

function only(value: unknown) {
  const reading = readPayload(JSON.stringify(value), 'json');
  expect(reading.items).toHaveLength(1);
  const [item] = reading.items;
  if (!item) throw new Error('no item');
  return { item, reading };
}

describe('a European Digital Credential', () => {
  it('is one item in its own main language, with where each field stood', () => {
    const { item } = only(invented());
    expect(item.format).toBe('elm3 vcdm1.1');
    expect(item.achievement).toMatchObject({
      name: 'Kangaspuiden huolto',
      description: 'Hoitaa kangaspuita',
      achievementType: 'Short learning programme',
      level: 'EQF level 4',
      creditsEarned: 3,
      fieldOfStudy: 'Handicrafts',
    });
    // No id: `urn:epass:org:1` names another issuer in every file.
    expect(item.issuer).toEqual({ name: 'Kutomo-opisto', url: 'https://kutomo.example' });
    expect(item.issuedOn?.text).toBe('2024-03-05T10:00:00+02:00');
    expect(item.validUntil?.text).toBe('2029-03-01T00:00:00+02:00');
    expect(item.credentialNumber).toBe('LC-204');
    expect(item.hours).toBe(81);
    expect(item.sources).toMatchObject({
      title: { kind: 'path', path: 'displayParameter.title' },
      issuer: { kind: 'path', path: 'issuer.legalName' },
      recipient: { kind: 'path', path: 'credentialSubject.givenName' },
      issuedOn: { kind: 'path', path: 'issuanceDate' },
      credentialNumber: { kind: 'path', path: 'identifier.notation' },
    });
  });

  it('gathers the skills of the whole and of its parts, following references', () => {
    const { item } = only(invented());
    expect(item.skills.map(({ name, framework }) => [name, framework])).toEqual([
      ['Osaa huoltaa', undefined],
      ['maintain looms', 'ESCO'],
      ['patience', undefined],
      ['Warps a loom', undefined],
    ]);
  });

  it('keeps no birth date and no number of the person', () => {
    const { item, reading } = only(invented());
    const { payload: _payload, ...kept } = item;
    const text = JSON.stringify(kept);
    for (const personal of ['1990-01-02', '020190-999X', 'S-77'])
      expect(text).not.toContain(personal);
    expect(item.recipient).toEqual({
      name: 'Aino Esimerkki',
      identifiers: [{ type: 'emailAddress', value: 'aino@example.org' }],
      hashedIdentities: [],
    });
    expect(reading.findings?.map(({ code }) => code)).toContain('left-out/personal-fields');
  });

  it('is read out of a seal, whether its payload is plain or base64url', () => {
    const payload = JSON.stringify(invented());
    const bytes = new TextEncoder().encode(payload);
    const encode = (data: Uint8Array): string =>
      btoa(String.fromCharCode(...data))
        .replaceAll('+', '-')
        .replaceAll('/', '_')
        .replaceAll('=', '');
    const header = (value: object): string =>
      encode(new TextEncoder().encode(JSON.stringify(value)));
    const plain = {
      payload,
      signatures: [
        { protected: header({ alg: 'RS256', b64: false, crit: ['b64'] }), signature: 'AA' },
      ],
    };
    const encoded = {
      payload: encode(bytes),
      signatures: [{ protected: header({ alg: 'RS256' }), signature: 'AA' }],
    };
    for (const sealed of [plain, encoded]) {
      const { item } = only(sealed);
      expect(item.achievement.name).toBe('Kangaspuiden huolto');
      expect(item.signed).toBe(true);
    }
  });

  it('is read out of the form that is uploaded before sealing, which may name no issuer', () => {
    const { issuer: _issuer, ...unissued } = invented();
    const body = { id: 'urn:epass:org:9', prefLabel: { en: 'Weavers’ Guild' } };
    const { item } = only({
      credential: {
        ...unissued,
        credentialSubject: {
          hasClaim: [
            {
              type: 'LearningAchievement',
              title: { en: 'Knots' },
              awardedBy: { awardingBody: [body] },
            },
          ],
        },
      },
    });
    expect(item.issuer.name).toBe('Weavers’ Guild');
    expect(item.signed).toBe(false);
  });

  it('takes the achievement’s title where the credential displays none', () => {
    const { displayParameter: _display, ...bare } = invented();
    expect(only(bare).item.achievement.name).toBe('Huollettu');
  });

  it('is read from an EBSI attestation of the same content', () => {
    const { item } = only({
      '@context': ['https://www.w3.org/2018/credentials/v1'],
      type: ['VerifiableCredential', 'VerifiableAttestation'],
      id: 'urn:uuid:5',
      issuer: 'did:ebsi:zExample',
      issuanceDate: '2023-06-01T00:00:00Z',
      credentialSubject: {
        id: 'did:key:z6MkExample',
        achieved: [
          {
            title: 'Dyeing',
            specifiedBy: [{ title: 'Dyeing', eqfLevel: { id: 'http://data.europa.eu/snb/eqf/5' } }],
          },
        ],
      },
    });
    expect(item.format).toBe('vc vcdm1.1');
    expect(item.achievement).toMatchObject({ name: 'Dyeing', level: 'EQF level 5' });
    expect(item.issuer.id).toBe('did:ebsi:zExample');
    expect(item.recipient.identifiers).toEqual([{ type: 'id', value: 'did:key:z6MkExample' }]);
  });

  it('survives parts that name each other in a circle', () => {
    const part = {
      id: 'urn:a',
      type: 'LearningAchievement',
      title: { en: 'A' },
      hasPart: { id: 'urn:b' },
    };
    const other = {
      id: 'urn:b',
      type: 'LearningAchievement',
      title: { en: 'B' },
      hasPart: { id: 'urn:a' },
    };
    const { item } = only(invented({ credentialSubject: { hasClaim: [part, other] } }));
    expect(item.achievement.name).toBe('Kangaspuiden huolto');
  });
});
