import { describe, expect, it } from 'vitest';
import { runVerification } from '../../../src/verify/index.ts';
import { badge, contexts, readingOf, resultOf, V2, verify, type Json } from './workshop.ts';

const PUBLISHED =
  'https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json';
const OWN = 'https://canary.example/schema.json';
const plain = badge('https://quarry.example/issuer');

function naming(...ids: readonly string[]): Json {
  const credentialSchema = ids.map((id) => ({ id, type: '1EdTechJsonSchemaValidator2019' }));
  return { ...plain, credentialSchema };
}

describe('a schema that a credential names', () => {
  it('is never asked for when it is somebody’s own, and its host is named', async () => {
    const asked: string[] = [];
    const { report, wanted } = await runVerification({
      reading: readingOf({
        ...naming(OWN),
        '@context': [V2, 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
        credentialSchema: [
          { id: OWN, type: 'JsonSchema' },
          { id: `${OWN}#2`, type: 'JsonSchema', digestSRI: 'sha384-x' },
        ],
      }),
      integrity: { outcome: 'matches' },
      now: new Date('2026-06-01T12:00:00Z'),
      contexts,
      documents: (url) => {
        asked.push(url);
        return Promise.resolve({
          status: 200,
          mediaType: 'application/json',
          text: '{"pattern":"^(a+)+$"}',
        });
      },
    });
    expect(asked.filter((url) => url.includes('canary'))).toEqual([]);
    expect(wanted.filter(({ url }) => url.includes('canary'))).toEqual([]);
    expect(resultOf(report, 'format').details).toEqual([
      {
        outcome: 'not-checked',
        reason: 'format/schema-not-bundled',
        params: { host: 'canary.example' },
      },
      {
        outcome: 'not-checked',
        reason: 'format/schema-not-bundled',
        params: { host: 'canary.example' },
      },
    ]);
  });

  it('of the standard stands for the rules that were applied', async () => {
    const format = resultOf(await verify(naming(PUBLISHED)), 'format');
    expect(format.outcome).toBe('passed');
    expect(format.details).toEqual([
      { outcome: 'passed', reason: 'format/schema-rules', params: { standard: 'Open Badges 3.0' } },
    ]);
  });

  it('of the standard fails with the first field that breaks its rules', async () => {
    const subject = plain['credentialSubject'] as Json;
    const { criteria: _, ...achievement } = subject['achievement'] as Json;
    const format = resultOf(
      await verify({ ...naming(PUBLISHED), credentialSubject: { ...subject, achievement } }),
      'format',
    );
    const field = 'credentialSubject.achievement.criteria';
    expect(format).toMatchObject({ outcome: 'failed', reason: 'format/missing-field' });
    expect(format.details?.[0]).toMatchObject({ outcome: 'failed', params: { field } });
  });

  it('of another class of the standard says nothing here', async () => {
    const other = PUBLISHED.replace('achievementcredential', 'endorsementcredential');
    const format = resultOf(await verify(naming(other)), 'format');
    expect(format.details?.[0]?.reason).toBe('format/schema-not-bundled');
  });

  it('that only looks like the standard’s is somebody’s own', async () => {
    for (const id of [`https://canary.example/?${PUBLISHED}`, `${PUBLISHED}.evil.example/x`]) {
      const format = resultOf(await verify(naming(id)), 'format');
      expect(format.details?.[0]?.reason).toBe('format/schema-not-bundled');
    }
  });

  it('does not keep a check busy, however many are named', async () => {
    const format = resultOf(
      await verify(naming(...Array.from({ length: 5_000 }, () => OWN))),
      'format',
    );
    expect(format.details?.length).toBeLessThanOrEqual(8);
  });
});
