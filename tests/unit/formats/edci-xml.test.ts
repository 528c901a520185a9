import { describe, expect, it } from 'vitest';
import { readXmlCredential } from '../../../src/formats/xml-credential.ts';

const SNB = 'http://data.europa.eu/snb';
const CRED = 'http://data.europa.eu/europass/model/credentials/w3c#';

function text(value: string, language = 'en'): string {
  return `<text lang="${language}" content-type="text/plain">${value}</text>`;
}

const CREDENTIAL = `<europassCredential xmlns="${SNB}" xmlns:cred="${CRED}" cred:id="urn:credential:7a">
  <type uri="x"><targetName>${text('Generic')}</targetName></type>
  <primaryLanguage>sl</primaryLanguage>
  <identifier>PT-31</identifier>
  <cred:validFrom>2021-02-01T00:00:00+01:00</cred:validFrom>
  <cred:issued>2021-02-03T09:00:00+01:00</cred:issued>
  <cred:validUntil>2031-02-01T00:00:00+01:00</cred:validUntil>
  <cred:issuer idref="urn:epass:org:2"/>
  <title>${text('Pottery')}${text('Lončarstvo', 'sl')}</title>
  <description>${text('has thrown\n      a jug')}</description>
  <credentialSubject id="urn:epass:person:1">
    <nationalId>AB-998877</nationalId>
    <contactPoint><mailBox uri="mailto:ana@example.org"/></contactPoint>
    <givenNames>${text('Ana')}</givenNames><familyName>${text('Izmišljena')}</familyName>
    <dateOfBirth>1988-07-06</dateOfBirth>
    <achievements><learningAchievement><title>${text('Jugs')}</title>
      <specifiedBy idref="urn:epass:qualification:1"/></learningAchievement></achievements>
  </credentialSubject>
  <learningSpecificationReferences><qualification id="urn:epass:qualification:1">
    <EQFLevel uri="http://data.europa.eu/snb/eqf/3"/><volumeOfLearning>PT40H</volumeOfLearning>
    <ECTSCreditPoints>2</ECTSCreditPoints>
    <hasISCED-FCode uri="y"><targetName>${text('Arts')}</targetName></hasISCED-FCode>
  </qualification></learningSpecificationReferences>
  <learningOutcomeReferences><learningOutcome id="o1"><prefLabel>${text('Throws clay')}</prefLabel>
    <relatedEscoSkill uri="http://data.europa.eu/esco/skill/9"><targetName>${text('shape clay')}</targetName></relatedEscoSkill>
  </learningOutcome></learningOutcomeReferences>
  <agentReferences>
    <organization id="urn:epass:org:1"><prefLabel>${text('Somebody else')}</prefLabel></organization>
    <organization id="urn:epass:org:2"><prefLabel>${text('Kiln House')}</prefLabel><homepage uri="https://kiln.example"/></organization>
  </agentReferences>
  <proof/>
</europassCredential>`;

function read(xml: string) {
  return readXmlCredential(new TextEncoder().encode(xml));
}

describe('a European credential as XML', () => {
  it('is read with its issuer, dates, level, hours, credits and skills', () => {
    const [item] = read(`<?xml version="1.0" encoding="UTF-8"?>\n${CREDENTIAL}`).items;
    expect(item).toMatchObject({
      format: 'edci-xml',
      credentialId: 'urn:credential:7a',
      achievement: {
        name: 'Lončarstvo',
        description: 'has thrown a jug',
        level: 'EQF level 3',
        creditsEarned: 2,
        fieldOfStudy: 'Arts',
      },
      issuer: { name: 'Kiln House', url: 'https://kiln.example' },
      issuedOn: { text: '2021-02-03T09:00:00+01:00' },
      validFrom: { text: '2021-02-01T00:00:00+01:00' },
      validUntil: { text: '2031-02-01T00:00:00+01:00' },
      credentialNumber: 'PT-31',
      hours: 40,
      signed: false,
      sources: {
        title: { kind: 'path', path: 'title' },
        issuedOn: { kind: 'path', path: 'issued' },
      },
    });
    expect(item?.skills.map(({ name }) => name)).toEqual(['Throws clay', 'shape clay']);
    expect(item?.issuer.id).toBeUndefined();
  });

  it('keeps no birth date and no national number', () => {
    const reading = read(CREDENTIAL);
    expect(JSON.stringify(reading.items)).not.toMatch(/1988-07-06|AB-998877/);
    expect(reading.items[0]?.recipient).toEqual({
      name: 'Ana Izmišljena',
      identifiers: [{ type: 'emailAddress', value: 'ana@example.org' }],
      hashedIdentities: [],
    });
    expect(reading.findings?.map(({ code }) => code)).toContain('left-out/personal-fields');
  });

  it('is an item of its own for each in a presentation', () => {
    const second = CREDENTIAL.replace('Lončarstvo', 'Žganje').replace(
      'urn:credential:7a',
      'urn:credential:7b',
    );
    const reading = read(
      `<vp:verifiablePresentation xmlns:vp="${SNB}/vp"><vp:type uri="x"/>${CREDENTIAL}${second}</vp:verifiablePresentation>`,
    );
    expect(reading.items.map(({ achievement }) => achievement.name)).toEqual([
      'Lončarstvo',
      'Žganje',
    ]);
    expect(reading.findings?.[0]).toEqual({ code: 'found/in-presentation', params: { count: 2 } });
  });

  it('is read in the first drafts, which have no namespace and other names', () => {
    const [item] = read(`<europassCredential><uuid>urn:uuid:3</uuid>
      <issuanceDate>2019-05-01T00:00:00Z</issuanceDate><expirationDate>2020-05-01T00:00:00Z</expirationDate>
      <issuer><organization idref="urn:agent:1"/></issuer><title lang="en_GB">Bookbinding</title>
      <agentReferences><organization id="urn:agent:1"><preferredName>Paper Mill</preferredName></organization></agentReferences>
    </europassCredential>`).items;
    expect(item).toMatchObject({
      credentialId: 'urn:uuid:3',
      achievement: { name: 'Bookbinding' },
      issuer: { name: 'Paper Mill' },
      issuedOn: { text: '2019-05-01T00:00:00Z' },
      validUntil: { text: '2020-05-01T00:00:00Z' },
    });
  });

  it('counts as signed only with an XML signature', () => {
    const sealed = CREDENTIAL.replace(
      '<proof/>',
      '<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:SignedInfo/></ds:Signature>',
    );
    expect(read(sealed).items[0]?.signed).toBe(true);
    const fake = CREDENTIAL.replace('<proof/>', '<Signature>trust me</Signature>');
    expect(read(fake).items[0]?.signed).toBe(false);
  });

  it('says which field is no date and reads the rest', () => {
    const reading = read(CREDENTIAL.replace('2021-02-03T09:00:00+01:00', 'last week'));
    expect(reading.problems.map(({ code }) => code)).toEqual(['credential/bad-date']);
    expect(reading.items[0]?.issuedOn?.text).toBe('2021-02-01T00:00:00+01:00');
  });
});

describe('readXmlCredential', () => {
  it.each([
    ['other XML', '<invoice><total>1</total></invoice>', 'credential/not-recognised'],
    [
      'a credential inside an unknown root',
      '<mail><europassCredential/></mail>',
      'credential/not-recognised',
    ],
    ['a declared entity', `<!DOCTYPE x [<!ENTITY e "1">]>${CREDENTIAL}`, 'xml/unsafe'],
    [
      'an entity from a file',
      '<!DOCTYPE x SYSTEM "file:///etc/hostname"><europassCredential/>',
      'xml/unsafe',
    ],
    ['a cut-off file', CREDENTIAL.slice(0, 900), 'xml/invalid'],
    ['nothing', '', 'xml/invalid'],
    ['broken UTF-8', '\u0000', 'xml/invalid'],
    ['deep nesting', `<europassCredential>${'<a>'.repeat(80)}`, 'xml/too-deep'],
  ])('reads nothing from %s', (_name, xml, code) => {
    const reading = read(xml);
    expect(reading.items).toEqual([]);
    expect(reading.problems.map((one) => one.code)).toEqual([code]);
  });

  it('reads Latin-1 where the declaration says so, and nothing else that is not UTF-8', () => {
    const xml =
      '<?xml version="1.0" encoding="ISO-8859-1"?><europassCredential><title>Caf\u00e9</title></europassCredential>';
    const bytes = Uint8Array.from(xml, (char) => char.charCodeAt(0));
    expect(readXmlCredential(bytes).items[0]?.achievement.name).toBe('Café');
    const undeclared = Uint8Array.from(xml.replace(' encoding="ISO-8859-1"', ''), (char) =>
      char.charCodeAt(0),
    );
    expect(readXmlCredential(undeclared).problems[0]?.code).toBe('json/bad-unicode');
  });
});
