import { describe, expect, it } from 'vitest';
import { isEuropassJson, readEuropassJson } from '../../../src/formats/europass-json.ts';
import type { JsonObject } from '../../../src/formats/json.ts';

const SOURCE = { carrier: 'json', payload: { kind: 'json', text: '' }, signed: false } as const;

function passport(learner: JsonObject): JsonObject {
  return { SkillsPassport: { LearnerInfo: learner } };
}

describe('a Europass CV as JSON', () => {
  it('lists education with the day, month or year it ended', () => {
    const { items } = readEuropassJson(
      passport({
        Identification: {
          PersonName: { FirstName: 'Noor', Surname: 'Verzonnen' },
          Demographics: { Birthdate: { Year: 1981 } },
        },
        Education: [
          {
            Title: 'Clockmaking',
            Organisation: { Name: 'Dial House' },
            Period: { To: { Year: 2011, Month: 7 } },
            Level: { Code: '4' },
          },
          { Title: 'Engraving', Period: { To: { Year: '2012' } } },
          { Title: 'Gears', Period: { To: { Year: 2013 }, Current: true } },
          { Activities: 'nothing that names it' },
          'not an entry',
        ],
      }),
      SOURCE,
    );
    expect(items.map(({ achievement, issuedOn }) => [achievement.name, issuedOn?.text])).toEqual([
      ['Clockmaking', '2011-07'],
      ['Engraving', '2012'],
      ['Gears', undefined],
    ]);
    expect(items[0]).toMatchObject({
      issuer: { name: 'Dial House' },
      recipient: { name: 'Noor Verzonnen' },
      achievement: { level: 'EQF level 4' },
      sources: { title: { path: 'SkillsPassport.LearnerInfo.Education[0].Title' } },
    });
    expect(JSON.stringify(items)).not.toContain('1981');
  });

  it('takes certificates from their section and leaves publications and prose', () => {
    const { items } = readEuropassJson(
      passport({
        Achievement: [
          { Title: { Code: 'certifications' }, Description: '- Forklift\n- Crane' },
          {
            Title: { Code: 'courses' },
            Description: `I once took a course ${'and another '.repeat(40)}`,
          },
          { Title: { Code: 'publications' }, Description: 'A paper' },
        ],
      }),
      SOURCE,
    );
    expect(items.map(({ achievement }) => achievement.name)).toEqual(['Forklift', 'Crane']);
  });

  it('is told apart from other JSON', () => {
    expect(isEuropassJson(passport({}))).toBe(true);
    expect(isEuropassJson({ SkillsPassport: 'x' })).toBe(false);
    expect(isEuropassJson({ LearnerInfo: {} })).toBe(false);
  });
});
