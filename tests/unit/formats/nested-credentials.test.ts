import { describe, expect, it } from 'vitest';
import { readPayload } from '../../../src/formats/payload.ts';
import { nestedCredentials } from '../../../src/formats/nested-credentials.ts';
import { located } from '../../../src/formats/json-source.ts';
import { invented, openBadge3, plainCredential } from '../../support/invented-credentials.ts';
import { signCompact, signVcJwt } from '../../support/sign-credential.ts';

const ENDORSEMENT = {
  '@context': ['https://www.w3.org/ns/credentials/v2'],
  type: ['VerifiableCredential', 'EndorsementCredential'],
  issuer: 'https://other.example',
  credentialSubject: { id: 'https://larkfield.example', endorsementComment: 'Good.' },
};
const first = openBadge3(invented({ title: 'First', slug: 'first' }));
const token = signVcJwt(openBadge3(invented({ title: 'Second', slug: 'second' }), '1.1'), 'ES256');

function record(verifiableCredential: unknown, more: object = {}): Record<string, unknown> {
  return {
    '@context': [
      'https://www.w3.org/ns/credentials/v2',
      'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json',
    ],
    type: ['VerifiableCredential', 'ClrCredential'],
    id: 'urn:uuid:record',
    issuer: { id: 'https://larkfield.example', name: 'Larkfield Open College' },
    validFrom: '2025-05-01T00:00:00Z',
    name: 'Record of learning',
    credentialSubject: { type: ['ClrSubject'], verifiableCredential, ...more },
  };
}

describe('a comprehensive learner record', () => {
  const envelope = {
    type: 'EnvelopedVerifiableCredential',
    id: `data:application/vc+jwt,${token}`,
  };
  const text = JSON.stringify(record([first, token, envelope, ENDORSEMENT]), null, 2);
  const { items, findings, problems } = readPayload(text, 'json');

  it('is item 0, and what it holds follows in order', () => {
    expect(items.map((one) => one.achievement.name)).toEqual([
      'Record of learning',
      'First',
      'Second',
      'Second',
    ]);
    expect(items[0]).toMatchObject({ format: 'clr2 vcdm2.0', payload: { kind: 'json', text } });
    expect(findings).toContainEqual({ code: 'found/nested', params: { count: 3 } });
    expect(problems).toEqual([]);
  });

  it('gives each the characters it was signed in', () => {
    expect(text).toContain(items[1]?.payload?.text ?? 'missing');
    expect(JSON.parse(items[1]?.payload?.text ?? '')).toEqual(first);
    expect(items[1]?.payload?.text).toContain('\n');
    expect(items[2]?.payload).toEqual({ kind: 'jwt', text: token });
  });

  it('does the same inside a token', () => {
    const vc = record([first]);
    const reading = readPayload(signCompact({ vc }, 'RS256'), 'jwt');
    expect(reading.items.map((one) => one.achievement.name)).toEqual([
      'Record of learning',
      'First',
    ]);
    expect(reading.items[1]?.payload).toEqual({ kind: 'json', text: JSON.stringify(first) });
    expect(reading.items[0]?.sources).toMatchObject({ title: { kind: 'path', path: 'vc.name' } });
  });

  it('lists a credential that borrows its vocabulary without a text of its own', () => {
    const { '@context': _, ...bare } = first as Record<string, unknown>;
    const reading = readPayload(JSON.stringify(record(bare)), 'json');
    expect(reading.items).toHaveLength(2);
    expect(reading.items[1]?.payload).toBeUndefined();
  });
});

describe('nestedCredentials', () => {
  it('finds credentials deeper in the subject, but no evidence, endorsement or status', () => {
    const plain = plainCredential(invented({ title: 'Deep', slug: 'deep' }));
    const found = nestedCredentials(
      located(
        record([], {
          certifications: [{ verifications: [plain] }],
          evidence: [first],
          achievement: { endorsement: [ENDORSEMENT] },
        }) as never,
      ),
    );
    expect(found.map((one) => one.value)).toEqual([plain]);
  });

  it('finds nothing in an ordinary badge, even one that speaks of credentials', () => {
    const badge = openBadge3(invented({ description: 'About the VerifiableCredential format.' }));
    expect(nestedCredentials(located(badge as never))).toEqual([]);
  });

  it('stops at records inside records inside records', () => {
    let inner: Record<string, unknown> = first;
    for (let i = 0; i < 8; i += 1) inner = record([inner]);
    const { items } = readPayload(JSON.stringify(inner), 'json');
    expect(items.length).toBeLessThan(8);
    expect(items[0]?.achievement.name).toBe('Record of learning');
  });
});
