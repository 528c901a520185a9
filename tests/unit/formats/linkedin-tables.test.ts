import { describe, expect, it } from 'vitest';
import type { FileReading } from '../../../src/domain/credential.ts';
import { findingWording } from '../../../src/domain/finding-wording.ts';
import { problemWording } from '../../../src/domain/problem-wording.ts';
import { readTableFile } from '../../../src/formats/table-reader.ts';
import { LINK_ITEM } from '../../support/link-item.ts';

const readers = {
  readLink: (address: string) =>
    address.startsWith('https://verify.larkfield.example/')
      ? { ...LINK_ITEM, verifyUrl: address.split('?')[0] ?? '', credentialNumber: 'LC-9' }
      : undefined,
};

function read(text: string, fileName: string): FileReading {
  const bytes = new TextEncoder().encode(text);
  return readTableFile({ bytes, fileName, mediaType: 'text/csv' }, readers);
}

describe('lists of a LinkedIn export', () => {
  it('reads certifications with month dates, entities and addresses of known providers', () => {
    const reading = read(
      'Name,Url,Authority,Started On,Finished On,License Number\n' +
        'Bees &amp; Soil ,https://verify.larkfield.example/9?trk=x,Larkfield,Mar 2021,Mar 2024,\n' +
        '"Soil\nbasics",,Larkfield,sept. 2019,,LC-2\n',
      'Certifications.csv',
    );
    expect(reading).toMatchObject({ outcome: 'read', problems: [], table: { certain: true } });
    expect(reading.items).toMatchObject([
      {
        format: 'linkedin-certifications-csv',
        achievement: { name: 'Bees & Soil' },
        issuer: { name: 'Larkfield' },
        issuedOn: { text: '2021-03', precision: 'month' },
        validUntil: { text: '2024-03' },
        verifyUrl: 'https://verify.larkfield.example/9',
        credentialNumber: 'LC-9',
        provider: 'Larkfield Verify',
      },
      {
        achievement: { name: 'Soil\nbasics' },
        issuedOn: { text: '2019-09' },
        credentialNumber: 'LC-2',
      },
    ]);
  });

  it.each([
    ['no link and no number', 'Name,Authority,Started On,Finished On'],
    ['other case and spaces', ' NAME ,authority,STARTED ON,FinishedOn'],
    ['a byte order mark', '\uFEFFName,Authority,Started On,Finished On'],
  ])('knows the certifications of a file with %s', (_name, headings) => {
    const reading = read(`${headings}\nBees,Larkfield,Mar 2021,\n`, 'x.csv');
    expect(reading.items).toMatchObject([
      { format: 'linkedin-certifications-csv', issuedOn: { text: '2021-03' } },
    ]);
  });

  const learning =
    'Content Title,Content Description,Content Type,Content Last Watched Date (if viewed),Content Completed At (if completed),Content Saved,Notes taken on videos (if taken),\n';

  it('reads completed courses alone', () => {
    const reading = read(
      `${learning}Bees,About bees,COURSE,2024-05-01 10:00 UTC,2024-05-02 10:20 UTC,false,N/A,\n` +
        'Soil,About soil,VIDEO,2024-05-01 10:00 UTC,N/A,true,N/A,\n',
      'Learning.csv',
    );
    expect(reading.items).toMatchObject([
      {
        format: 'linkedin-learning-csv',
        achievement: { name: 'Bees', description: 'About bees' },
        issuer: { name: 'LinkedIn Learning' },
        issuedOn: { text: '2024-05-02T10:20:00Z' },
        sources: { issuer: { kind: 'provider' } },
      },
    ]);
    expect(reading.items).toHaveLength(1);
  });

  it('says so where no course is completed', () => {
    const reading = read(`${learning}Bees,,COURSE,N/A,N/A,true,N/A,\n`, 'Learning.csv');
    expect(reading.outcome).toBe('kept');
    expect(reading.problems.map(problemWording)).toEqual([
      'This list names courses, but none of them is marked as completed, so there is nothing to add.',
    ]);
  });

  it('reads education by its end, also where the degree is blank', () => {
    const reading = read(
      'School Name,Start Date,End Date,Notes,Degree Name,Activities\nLarkfield,2015,2020,,BSc Soil,\nLarkfield,Nov 2021,,,,\n',
      'Education.csv',
    );
    expect(reading.items).toMatchObject([
      {
        achievement: { name: 'BSc Soil' },
        issuer: { name: 'Larkfield' },
        issuedOn: { text: '2020' },
      },
      { achievement: { name: '' }, issuer: { name: 'Larkfield' } },
    ]);
    expect(reading.items[1]?.issuedOn).toBeUndefined();
  });

  it('reads honours and courses', () => {
    const honours = read('Title,Description,Issued On\nBest hive,,May 2020\n', 'Honors.csv');
    expect(honours.items).toMatchObject([
      {
        format: 'linkedin-honors-csv',
        achievement: { name: 'Best hive', achievementType: 'Award' },
      },
    ]);
    const courses = read('Name,Number\nBees,101\nSoil,\n', 'Courses.csv');
    expect(courses.items.map(({ credentialNumber }) => credentialNumber)).toEqual([
      '101',
      undefined,
    ]);
    expect(read('Name,Number\nAna,555\n', 'phones.csv')).toMatchObject({
      items: [],
      table: { certain: false },
    });
  });

  it.each([
    [
      'Positions.csv',
      'Company Name,Title,Description,Location,Started On,Finished On\nLarkfield,Beekeeper,,,Mar 2021,\n',
      'positions',
    ],
    ['Skills.csv', 'Name\nBees\nSoil\n', 'skills'],
    ['Languages.csv', 'Name,Proficiency\nEsperanto,Elementary\n', 'languages'],
    [
      'Projects.csv',
      'Title,Description,Url,Started On,Finished On\nHives,,,Mar 2021,\n',
      'projects',
    ],
    [
      'Publications.csv',
      'Name,Published On,Description,Publisher,Url\nOn bees,Mar 2021,,Larkfield,\n',
      'publications',
    ],
    [
      'Connections.csv',
      'Notes:\n"When exporting, some addresses are missing."\n\nFirst Name,Last Name,URL,Email Address,Company,Position,Connected On\nAna,Example,,,,,01 Mar 2021\n',
      'contacts',
    ],
  ])('takes nothing in %s for a credential', (name, text, what) => {
    const reading = read(text, name);
    expect(reading.outcome).toBe('kept');
    expect(reading.problems[0]).toMatchObject({ code: 'credential/not-a-credential' });
    expect(reading.problems.map(problemWording)[0]).toContain(`a list of ${what}`);
    expect(reading.items.every(({ carrier }) => carrier === 'file')).toBe(true);
  });
});

describe('a list of skills', () => {
  it('says how many skills it holds', () => {
    const { findings } = read('Name\nBees\n\nSoil\nWater\n', 'Skills.csv');
    expect(findings).toEqual([{ code: 'found/skills', params: { count: 3 } }]);
    expect(findings?.map(findingWording)).toEqual(['A list of 3 skills.']);
    expect(read('Name\n', 'Skills.csv').findings).toBeUndefined();
  });
});

describe('edX program records', () => {
  const record =
    '"Program Name","Bees and Soil"\n"Program Type","MicroMasters"\n"Platform Provider","edX"\n"Authoring Organization(s)","Larkfield"\n"Learner Name","Ana Example"\n"Username","ana"\n"Email","ana@larkfield.example"\n\n' +
    '"name","school","attempts","course_id","issue_date","percent_grade","letter_grade"\n' +
    '"Bees 101","Larkfield","1","course-v1:Larkfield+B1+2024","2024-05-01T10:00:00+00:00","91.0%","A"\n' +
    '"Soil 101","Larkfield","0","course-v1:Larkfield+S1+2024","","",""\n';

  it('reads the courses with a date, and the learner’s name', () => {
    const reading = read(record, 'ana_bees_grades.csv');
    expect(reading.items).toMatchObject([
      {
        format: 'edx-program-record-csv',
        achievement: { name: 'Bees 101' },
        issuer: { name: 'Larkfield' },
        recipient: { name: 'Ana Example', identifiers: [] },
        issuedOn: { text: '2024-05-01T10:00:00+00:00' },
        provider: 'edX',
      },
    ]);
    expect(reading.items).toHaveLength(1);
  });
});
