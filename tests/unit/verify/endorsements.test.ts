import { describe, expect, it } from 'vitest';
import { reasonWording } from '../../../src/domain/reason-wording.ts';
import {
  badge,
  newSigner,
  OB3,
  resultOf,
  said,
  V2,
  verify,
  withProof,
  type CheckOptions,
  type Json,
} from './workshop.ts';
import type { CheckResult } from '../../../src/domain/report.ts';

const issuer = newSigner();
const endorser = newSigner();
const PLAIN = badge(issuer.did);
const BADGE_ID = String(PLAIN['id']);

function endorsement(about: string, changes: Json = {}): Json {
  return {
    '@context': [V2, OB3],
    id: 'urn:uuid:4a0f4c8e-5a4f-4f4e-8a0d-5b0f3c3a2e11',
    type: ['VerifiableCredential', 'EndorsementCredential'],
    name: 'Endorsement of night sky reading',
    issuer: { id: endorser.did, type: ['Profile'], name: 'Guild of Stargazers' },
    validFrom: '2025-03-01T00:00:00Z',
    credentialSubject: {
      id: about,
      type: ['EndorsementSubject'],
      endorsementComment: 'Well taught.',
    },
    ...changes,
  };
}

async function judged(endorsements: readonly Json[], options?: CheckOptions): Promise<CheckResult> {
  return resultOf(await verify({ ...PLAIN, endorsement: endorsements }, options), 'endorsements');
}

describe('an endorsement', () => {
  it('holds with a signature of the endorser, and says who it is', async () => {
    const found = await judged([await withProof(endorsement(BADGE_ID), endorser)]);
    expect(`${found.outcome} ${found.reason}`).toBe('passed endorsements/all-hold');
    const [detail] = found.details ?? [];
    expect(reasonWording('endorsements/holds', detail?.params)).toContain('Guild of Stargazers');
  });

  it('of something else is refused', async () => {
    const found = await judged([await withProof(endorsement('urn:uuid:another'), endorser)]);
    expect(found.details?.[0]?.reason).toBe('endorsements/of-something-else');
    expect(found.outcome).toBe('failed');
  });

  it('that was changed is refused', async () => {
    const signed = await withProof(endorsement(BADGE_ID), endorser);
    const subject = { ...(signed['credentialSubject'] as Json), endorsementComment: 'The best.' };
    const found = await judged([{ ...signed, credentialSubject: subject }]);
    expect(found.details?.[0]?.params).toMatchObject({ because: 'proof/wrong-signature' });
  });

  it('without a signature is said to have none', async () => {
    const found = await judged([endorsement(BADGE_ID)]);
    expect(found.details?.[0]?.reason).toBe('endorsements/unsigned');
    expect(found.outcome).toBe('not-checked');
  });

  it('is counted beside others that do not hold', async () => {
    const good = await withProof(endorsement(BADGE_ID), endorser);
    const found = await judged([good, endorsement(BADGE_ID)]);
    expect(found.params).toEqual({ good: 1, total: 2 });
  });

  it('of the achievement and of the issuer must name those', async () => {
    const subject = PLAIN['credentialSubject'] as Json;
    const achievement = subject['achievement'] as Json;
    const ofAchievement = await withProof(endorsement(String(achievement['id'])), endorser);
    const ofIssuer = await withProof(endorsement(issuer.did), endorser);
    const credential = {
      ...PLAIN,
      issuer: { ...(PLAIN['issuer'] as Json), endorsement: [ofIssuer] },
      credentialSubject: {
        ...subject,
        achievement: { ...achievement, endorsement: [ofAchievement] },
      },
    };
    expect(resultOf(await verify(credential), 'endorsements').params).toEqual({ total: 2 });
    const swapped = {
      ...PLAIN,
      issuer: { ...(PLAIN['issuer'] as Json), endorsement: [ofAchievement] },
    };
    expect(said(await verify(swapped), 'endorsements')).toBe('failed endorsements/some');
  });

  it('never lifts the standing of what it endorses, and never lowers it', async () => {
    const good = await withProof(endorsement(BADGE_ID), endorser);
    expect((await verify({ ...PLAIN, endorsement: [good] })).standing).toBe('document');
    const bad = endorsement('urn:uuid:another');
    const own = await withProof({ ...PLAIN, endorsement: [bad] }, issuer);
    const report = await verify(own);
    expect(report.standing).toBe('proven');
    expect(report.flags).toEqual([]);
  });
});

describe('an endorsement of an Open Badges 2 assertion', () => {
  const url = 'https://guild.example/e/1';
  const assertion = {
    '@context': 'https://w3id.org/openbadges/v2',
    type: 'Assertion',
    id: 'https://quarry.example/a/1',
    recipient: { type: 'email', hashed: false, identity: 'ines@example.org' },
    issuedOn: '2025-02-01T00:00:00Z',
    verification: { type: 'HostedBadge' },
    badge: 'https://quarry.example/b/1',
    endorsement: url,
  };
  const hosted = {
    '@context': 'https://w3id.org/openbadges/v2',
    type: 'Endorsement',
    id: url,
    claim: { id: assertion.id, endorsementComment: 'Well taught.' },
    issuedOn: '2025-03-01T00:00:00Z',
    issuer: 'https://guild.example/profile',
    verification: { type: 'HostedBadge' },
  };

  it.each([
    ['is believed from the endorser’s own site', hosted, 'passed endorsements/hosted'],
    ['is taken back when it is gone for good', 410, 'failed endorsements/taken-back'],
    ['is not read while the site has an error', 500, 'not-checked remote/no-answer'],
    ['is not read from a page', '<html></html>', 'not-checked remote/no-answer'],
    ['waits while nobody asked', undefined, 'not-checked endorsements/needs-network'],
    [
      'of something else is refused',
      { ...hosted, claim: { id: 'https://quarry.example/a/2' } },
      'failed endorsements/of-something-else',
    ],
    [
      'is not believed on somebody else’s site',
      { ...hosted, issuer: 'https://elsewhere.example/profile' },
      'not-checked endorsements/unsigned',
    ],
    [
      'with another address is refused',
      { ...hosted, id: 'https://guild.example/e/2' },
      'failed endorsements/differs',
    ],
  ])('%s', async (_, answer, expected) => {
    const documents: Record<string, unknown> = answer === undefined ? {} : { [url]: answer };
    const found = resultOf(await verify(assertion, { documents }), 'endorsements');
    const [detail] = found.details ?? [];
    expect(`${detail?.outcome} ${detail?.reason}`).toBe(expected);
    expect(found.outcome).toBe(expected.split(' ')[0]);
  });
});
