import { describe, expect, it } from 'vitest';
import {
  mergeSkills,
  skillsOfAlignments,
  skillsOfResults,
  skillsOfTags,
} from '../../../src/formats/skills.ts';

describe('skillsOfAlignments', () => {
  it('reads the names of Open Badges 3 and of 1.x, bare or in a list', () => {
    expect(
      skillsOfAlignments([
        {
          targetName: 'Soil sampling',
          targetUrl: 'https://s.example/1',
          targetCode: 'S1',
          targetFramework: 'Field skills',
          targetType: 'ceasn:Competency',
        },
        { name: 'Mapping', url: 'https://s.example/2' },
      ]),
    ).toEqual([
      {
        name: 'Soil sampling',
        source: 'issuer',
        url: 'https://s.example/1',
        code: 'S1',
        framework: 'Field skills',
        targetType: 'ceasn:Competency',
      },
      { name: 'Mapping', source: 'issuer', url: 'https://s.example/2' },
    ]);
    expect(skillsOfAlignments({ targetName: 'One' })).toEqual([{ name: 'One', source: 'issuer' }]);
  });

  it.each([
    { targetName: 'Farm adviser', targetUrl: 'http://data.europa.eu/esco/occupation/1' },
    { targetName: 'Diploma', targetType: 'ceterms:Credential' },
    { targetName: 'Level 2', targetType: 'CFRubricCriterionLevel' },
    { targetName: 'Adviser', targetType: 'ext:JobRole' },
  ])('does not call $targetName a skill', (alignment) => {
    expect(skillsOfAlignments([alignment])).toEqual([]);
  });
});

describe('skillsOfTags', () => {
  it('marks tags as tags and splits a single comma list', () => {
    expect(skillsOfTags(['soil', ' ', 'water']).map((one) => one.name)).toEqual(['soil', 'water']);
    expect(skillsOfTags('soil, water').map((one) => one.name)).toEqual(['soil', 'water']);
    expect(skillsOfTags(['soil'])[0]?.targetType).toBe('tag');
  });
});

describe('skillsOfResults', () => {
  const achievement = {
    resultDescription: [
      {
        id: 'urn:r',
        alignment: { targetName: 'Soil sampling', targetUrl: 'https://s.example/1' },
        rubricCriterionLevel: [{ id: 'urn:r:2', name: 'Independent', alignment: [] }],
      },
    ],
  };

  it('takes the level from the rubric level that was reached', () => {
    const subject = { result: [{ resultDescription: 'urn:r', achievedLevel: 'urn:r:2' }] };
    expect(skillsOfResults(subject, achievement)).toMatchObject([{ level: 'Independent' }]);
  });

  it('takes no evidence from a result that is not completed', () => {
    const subject = { result: { resultDescription: 'urn:r', status: 'InProgress', value: '7' } };
    expect(skillsOfResults(subject, achievement)).toEqual([]);
  });
});

describe('mergeSkills', () => {
  it('lists a skill once and keeps its level', () => {
    const skill = { name: 'A', source: 'issuer', url: 'https://s.example/1' } as const;
    expect(mergeSkills([skill, { ...skill, level: '2' }])).toEqual([{ ...skill, level: '2' }]);
  });
});
