import { describe, expect, it } from 'vitest';
import { readPayload } from '../../../src/formats/payload.ts';
import { invented, openBadge3, plainCredential } from '../../support/invented-credentials.ts';
import {
  signCompact,
  signVcJwt,
  signWithProof,
  issuedByDidKey,
} from '../../support/sign-credential.ts';

function read(value: unknown): ReturnType<typeof readPayload> {
  return readPayload(JSON.stringify(value), 'json');
}
function codes(value: unknown): string[] {
  return read(value).problems.map((one) => one.code);
}

describe('an Open Badges 3.0 credential', () => {
  it.each(['1.1', '2.0'] as const)('is read in VC Data Model %s', (version) => {
    const credential = openBadge3(
      invented({ expires: '2027-03-14T00:00:00Z', hours: 2.5 }),
      version,
    );
    const { items, problems } = read(credential);
    expect(problems).toEqual([]);
    expect(items[0]).toMatchObject({
      format: `ob3 vcdm${version}`,
      achievement: {
        name: 'Soil Science Basics',
        achievementType: 'MicroCredential',
        creditsAvailable: 2.5,
      },
      issuer: { name: 'Larkfield Open College', id: 'https://larkfield.example/issuer' },
      recipient: { name: 'Imke Tornquist' },
      issuedOn: { text: '2025-03-14T09:30:00Z' },
      validFrom: { text: '2025-03-14T09:30:00Z' },
      validUntil: { text: '2027-03-14T00:00:00Z' },
      signed: false,
    });
  });

  it('is signed when it has a proof or is a token', async () => {
    const proven = await signWithProof(issuedByDidKey(openBadge3(invented())), 'eddsa-rdfc-2022');
    expect(read(proven).items[0]?.signed).toBe(true);
    const token = signVcJwt(openBadge3(invented(), '1.1'), 'ES256');
    const { items, problems } = readPayload(token, 'jwt');
    expect(problems).toEqual([]);
    expect(items[0]).toMatchObject({
      signed: true,
      format: 'ob3 vcdm1.1',
      payload: { kind: 'jwt', text: token },
    });
  });

  it('keeps an issuer that is only an id, and takes the subject with the achievement', () => {
    const credential = openBadge3(invented());
    const { items } = read({
      ...credential,
      issuer: 'did:example:i',
      credentialSubject: [{ id: 'did:example:other' }, credential['credentialSubject']],
    });
    expect(items[0]?.issuer).toEqual({ id: 'did:example:i' });
    expect(items[0]?.achievement.name).toBe('Soil Science Basics');
  });

  it('keeps hashed identities apart from open ones', () => {
    const credential = openBadge3(invented());
    const subject = credential['credentialSubject'] as object;
    const identifier = {
      identityHash: 'sha256$aa',
      identityType: 'emailAddress',
      hashed: true,
      salt: 'x',
    };
    const { items } = read({ ...credential, credentialSubject: { ...subject, identifier } });
    expect(items[0]?.recipient).toEqual({
      identifiers: [],
      hashedIdentities: [{ type: 'emailAddress', hash: 'sha256$aa', salt: 'x' }],
    });
  });

  it('says what is missing and reads the rest', () => {
    const { issuer: _, credentialSubject: __, ...rest } = openBadge3(invented());
    const { items, problems } = read(rest);
    expect(items[0]?.achievement.name).toBe('Soil Science Basics');
    expect(problems.map((one) => one.params?.['field'])).toEqual([
      'issuer',
      'credentialSubject',
      'credentialSubject.achievement',
    ]);
  });

  it('reports a mixture of both data models', () => {
    const credential = openBadge3(invented());
    const contexts = [
      ...(credential['@context'] as string[]),
      'https://www.w3.org/2018/credentials/v1',
    ];
    expect(codes({ ...credential, '@context': contexts })).toEqual(['credential/mixed-versions']);
  });
});

describe('a plain verifiable credential', () => {
  it('takes its title from its own name', () => {
    const { items } = read(plainCredential(invented()));
    expect(items[0]).toMatchObject({
      format: 'vc vcdm2.0',
      achievement: { name: 'Soil Science Basics' },
    });
  });

  it('else from the thing that the subject holds', () => {
    const { name: _, ...rest } = plainCredential(invented());
    const held = (credentialSubject: unknown): string | undefined =>
      read({ ...rest, credentialSubject }).items[0]?.achievement.name;
    expect(held({ degree: { type: 'Degree', name: 'Bachelor of Soil' } })).toBe('Bachelor of Soil');
    expect(held({ hasCredential: { name: 'Guide' } })).toBe('Guide');
    expect(held({ claim: { name: 'Knots' } })).toBe('Knots');
  });

  it('never makes a title up, but keeps the telling type', () => {
    const { name: _, ...rest } = plainCredential(invented());
    const { items } = read({ ...rest, type: ['VerifiableCredential', 'ForestPermitCredential'] });
    expect(items[0]?.achievement).toMatchObject({
      name: '',
      achievementType: 'ForestPermitCredential',
    });
  });
});

describe('other kinds of verifiable credential', () => {
  it('lets a learner record name itself', () => {
    const record = openBadge3(invented());
    const { items } = read({
      ...record,
      name: 'Transcript',
      type: ['VerifiableCredential', 'ClrCredential'],
    });
    expect(items[0]).toMatchObject({ format: 'clr2 vcdm2.0', achievement: { name: 'Transcript' } });
  });

  it('reads titles, names and outcomes of the European Learning Model', () => {
    const { items } = read({
      type: ['VerifiableCredential', 'EuropeanDigitalCredential'],
      id: 'urn:credential:1',
      issuer: { id: 'urn:i', legalName: { fr: 'Collège Larkfield', en: 'Larkfield College' } },
      issuanceDate: '2025-01-02T00:00:00Z',
      issued: '2025-01-01T00:00:00Z',
      validFrom: '2024-12-01T00:00:00Z',
      displayParameter: { title: { en: 'Micro-credential' } },
      credentialSubject: {
        fullName: { en: 'Imke Tornquist' },
        hasClaim: {
          title: { en: 'Soil' },
          specifiedBy: {
            learningOutcome: [
              {
                title: { en: 'Samples soil' },
                relatedESCOSkill: {
                  id: 'http://data.europa.eu/esco/skill/1',
                  prefLabel: { en: 'soil science' },
                },
              },
            ],
          },
        },
      },
    });
    expect(items[0]).toMatchObject({
      format: 'elm3 vcdm1.1',
      achievement: { name: 'Micro-credential' },
      issuer: { name: 'Larkfield College' },
      recipient: { name: 'Imke Tornquist' },
      issuedOn: { text: '2025-01-02T00:00:00Z' },
      validFrom: { text: '2024-12-01T00:00:00Z' },
      skills: [
        { name: 'Samples soil' },
        { name: 'soil science', url: 'http://data.europa.eu/esco/skill/1' },
      ],
    });
  });
});

describe('where the fields of a credential were read', () => {
  it('is the path in the file', () => {
    const credential = openBadge3(invented({ expires: '2027-03-14T00:00:00Z' }));
    expect(read(credential).items[0]?.sources).toMatchObject({
      title: { kind: 'path', path: 'credentialSubject.achievement.name' },
      description: { kind: 'path', path: 'credentialSubject.achievement.description' },
      issuer: { kind: 'path', path: 'issuer.name' },
      issuedOn: { kind: 'path', path: 'validFrom' },
      validUntil: { kind: 'path', path: 'validUntil' },
    });
  });

  it('counts subjects and names the claim of a token', () => {
    const { credentialSubject, ...rest } = openBadge3(invented()) as Record<string, unknown>;
    const two = {
      ...rest,
      issuer: ['https://a.example'],
      credentialSubject: [{ id: 'did:x:1' }, credentialSubject],
    };
    expect(read(two).items[0]?.sources).toMatchObject({
      title: { path: 'credentialSubject[1].achievement.name' },
    });
    const token = signCompact(
      {
        iss: 'https://a.example',
        nbf: 1_700_000_000,
        vc: { type: ['VerifiableCredential'], name: 'X', credentialSubject: { id: 'did:x:1' } },
      },
      'ES256',
    );
    expect(readPayload(token, 'jwt').items[0]).toMatchObject({
      issuedOn: { text: '2023-11-14T22:13:20Z' },
      sources: {
        title: { path: 'vc.name' },
        issuer: { path: 'iss' },
        issuedOn: { path: 'nbf' },
        recipient: { path: 'vc.credentialSubject.id' },
      },
    });
  });

  it('takes the day of the award where nothing else is dated', () => {
    const { validFrom, ...rest } = openBadge3(invented()) as Record<string, unknown>;
    expect(validFrom).toBeDefined();
    const { items } = read({ ...rest, awardedDate: '2024-02-03T00:00:00Z' });
    expect(items[0]).toMatchObject({
      issuedOn: { text: '2024-02-03T00:00:00Z' },
      sources: { issuedOn: { path: 'awardedDate' } },
    });
    expect(items[0]?.validFrom).toBeUndefined();
  });

  it('shows the name among hashed and plain identities', () => {
    const credential = openBadge3(invented()) as { credentialSubject: object };
    const identifier = [
      {
        type: 'IdentityObject',
        identityType: 'emailAddress',
        hashed: true,
        identityHash: 'sha256$ab',
        salt: 's',
      },
      {
        type: 'IdentityObject',
        identityType: 'name',
        hashed: false,
        identityHash: 'Imke Tornquist',
      },
    ];
    const { items } = read({
      ...credential,
      credentialSubject: { ...credential.credentialSubject, name: undefined, identifier },
    });
    expect(items[0]).toMatchObject({
      recipient: { name: 'Imke Tornquist', hashedIdentities: [{ hash: 'sha256$ab', salt: 's' }] },
      sources: { recipient: { path: 'credentialSubject.identifier[1]' } },
    });
  });
});
