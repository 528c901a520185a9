import { describe, expect, it } from 'vitest';
import { readXmlCredential } from '../../../src/formats/xml-credential.ts';

function read(xml: string) {
  return readXmlCredential(new TextEncoder().encode(xml));
}

function summary(xml: string) {
  return read(xml).items.map(({ achievement, issuer, issuedOn }) => [
    achievement.name,
    issuer.name,
    issuedOn?.text,
  ]);
}

const PASSPORT = `<SkillsPassport xmlns="http://europass.cedefop.europa.eu/Europass"><LearnerInfo>
  <Identification><PersonName><FirstName>Ilse</FirstName><Surname>Voorbeeld</Surname></PersonName>
    <Demographics><Birthdate year="1979"/></Demographics></Identification>
  <WorkExperienceList><WorkExperience><Position><Label>Gardener</Label></Position></WorkExperience></WorkExperienceList>
  <EducationList>
    <Education><Period><From year="2001"/><To year="2004" month="--06" day="---09"/></Period><Title>Tree surgeon</Title>
      <Activities>&lt;p&gt;Pruning&lt;/p&gt;</Activities><Organisation><Name>Orchard School</Name></Organisation>
      <Level><Code>5</Code><Label>EQF level 5</Label></Level><Field><Label>Agriculture</Label></Field></Education>
    <Education><Period><From year="2020"/><Current>true</Current></Period><Title>Mycology</Title></Education>
    <Education><Period><From year="1990"/></Period></Education>
  </EducationList>
  <AchievementList>
    <Achievement><Title><Code>publications</Code></Title><Description>A book on moss</Description></Achievement>
    <Achievement><Title><Code>certifications</Code><Label>Certifications</Label></Title>
      <Description>&lt;ul&gt;&lt;li&gt;Chainsaw licence&lt;/li&gt;&lt;li&gt;First aid&lt;/li&gt;&lt;/ul&gt;</Description></Achievement>
  </AchievementList></LearnerInfo></SkillsPassport>`;

describe('a Europass CV as XML', () => {
  it('lists education, and certificates that stand one a line', () => {
    expect(summary(PASSPORT)).toEqual([
      ['Tree surgeon', 'Orchard School', '2004-06-09'],
      ['Mycology', undefined, undefined],
      ['Chainsaw licence', undefined, undefined],
      ['First aid', undefined, undefined],
    ]);
    const [first] = read(PASSPORT).items;
    expect(first).toMatchObject({
      format: 'europass-xml',
      achievement: {
        description: 'Pruning',
        level: 'EQF level 5',
        fieldOfStudy: 'Agriculture',
        achievementType: 'Education',
      },
      recipient: { name: 'Ilse Voorbeeld' },
      sources: { title: { kind: 'path', path: 'LearnerInfo.EducationList[0].Title' } },
    });
  });

  it('says what it left out and what it found', () => {
    const { findings, items } = read(PASSPORT);
    expect(findings?.map(({ code }) => code)).toEqual(['found/listed', 'left-out/personal-fields']);
    expect(JSON.stringify(items)).not.toContain('1979');
  });

  it('is read in the first version, which writes names small and dates in elements', () => {
    const xml = `<europass:learnerinfo xmlns:europass="http://europass.cedefop.europa.eu/Europass/V1.0">
      <identification><firstname>Ilse</firstname><lastname>Voorbeeld</lastname></identification>
      <educationlist><education><period><to><year>1998</year><month>--07</month></to></period>
      <title>Beekeeping</title><organisation>Hive College\nLane 3\nTel. 1</organisation></education></educationlist>
      </europass:learnerinfo>`;
    expect(summary(xml)).toEqual([['Beekeeping', 'Hive College', '1998-07']]);
  });

  it('is read as the portal writes it since 2020, with certificates and courses of their own', () => {
    const xml = `<Candidate xmlns="http://www.europass.eu/1.0" xmlns:hr="http://www.hr-xml.org/3" xmlns:oa="http://www.openapplications.org/oagis/9" xmlns:eures="http://www.europass_eures.eu/1.0">
      <CandidatePerson><PersonName><oa:GivenName>Ilse</oa:GivenName><hr:FamilyName>Voorbeeld</hr:FamilyName></PersonName><hr:BirthDate>1979-04-04</hr:BirthDate></CandidatePerson>
      <CandidateProfile languageCode="en">
        <EducationHistory><EducationOrganizationAttendance><hr:OrganizationName>Orchard School</hr:OrganizationName>
          <hr:EducationLevelCode>5</hr:EducationLevelCode>
          <AttendancePeriod><eures:EndDate><hr:FormattedDateTime>2004-06-09</hr:FormattedDateTime></eures:EndDate></AttendancePeriod>
          <EducationDegree><hr:DegreeName>Tree surgeon</hr:DegreeName></EducationDegree></EducationOrganizationAttendance></EducationHistory>
        <Certifications><Certification><hr:CertificationName>Rope access</hr:CertificationName><hr:IssuingAuthority>Climbers’ Board</hr:IssuingAuthority>
          <hr:CertificationDate><hr:FormattedDateTime>2022-11</hr:FormattedDateTime></hr:CertificationDate></Certification></Certifications>
        <CourseCertifications><CourseCertification><Title>Grafting</Title></CourseCertification></CourseCertifications>
      </CandidateProfile></Candidate>`;
    expect(summary(xml)).toEqual([
      ['Tree surgeon', 'Orchard School', '2004-06-09'],
      ['Rope access', 'Climbers’ Board', '2022-11'],
      ['Grafting', undefined, undefined],
    ]);
    expect(JSON.stringify(read(xml).items)).not.toContain('1979');
  });

  it('is no credential when it lists nothing earned', () => {
    const { items, problems } = read(
      '<SkillsPassport xmlns="http://europass.cedefop.europa.eu/Europass"><LearnerInfo/></SkillsPassport>',
    );
    expect(items).toEqual([]);
    expect(problems.map(({ code }) => code)).toEqual(['credential/not-a-credential']);
  });

  it('is not any document whose root is called Candidate', () => {
    expect(read('<Candidate><EducationHistory/></Candidate>').problems[0]?.code).toBe(
      'credential/not-recognised',
    );
  });
});
