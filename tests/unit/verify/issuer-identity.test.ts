// The ladder: what lifts an issuer up it, and what does not.
import { describe, expect, it } from 'vitest';
import type { Sha256 } from '../../../src/domain/id.ts';
import { reasonWording } from '../../../src/domain/reason-wording.ts';
import {
  NO_TRUST,
  type IssuerPin,
  type IssuerRegistry,
  type IssuerTrust,
} from '../../../src/domain/trust.ts';
import { judgeIssuer, type IssuerInput } from '../../../src/verify/issuer-identity.ts';

const ID = 'https://larkfield.example/issuer';
const KEY = 'Ed25519:own-key';

const pin: IssuerPin = {
  id: 'p-1',
  issuerIds: [ID],
  name: 'Larkfield University',
  keys: [KEY],
  pinnedAt: '2026-05-12T08:00:00Z',
};

let registries = 0;

function registry(changes: Partial<IssuerRegistry> = {}): IssuerRegistry {
  registries += 1;
  return {
    id: 'r-1',
    name: 'Invented Registry',
    kind: 'dcc',
    source: { fileName: 'registry.json' },
    receivedAt: '2026-11-20T09:00:00Z',
    madeAt: '2026-11-02T00:00:00Z',
    sha256: registries.toString(16).padStart(64, '0') as Sha256,
    entries: [{ name: 'Larkfield University', ids: [ID] }],
    ...changes,
  };
}

function judge(changes: Partial<IssuerInput> = {}, trust: Partial<IssuerTrust> = {}) {
  return judgeIssuer({
    issuer: { id: ID, name: 'Larkfield University' },
    signingKeys: [KEY],
    proofBound: true,
    keyFromSite: true,
    hostedConfirmed: false,
    trust: { ...NO_TRUST, ...trust },
    ...changes,
  });
}

describe('the ladder', () => {
  it('says pinned, with the day, for the id and a key that were pinned', () => {
    const { finding, rung } = judge({}, { pins: [pin], registries: [registry()] });
    expect(rung).toBe('pinned');
    expect(finding).toMatchObject({
      outcome: 'passed',
      reason: 'issuer-identity/pinned',
      params: { date: '2026-05-12' },
    });
    expect(finding.details?.map(({ reason }) => reason)).toEqual([
      'issuer-identity/in-registry',
      'issuer-identity/same-site',
    ]);
  });

  it('says which registry and of which day; several stand in the details in the person’s order', () => {
    const second = registry({ id: 'r-2', name: 'Second Registry', madeAt: '2026-01-01' });
    const { finding, rung } = judge({}, { registries: [registry(), second] });
    expect(rung).toBe('registry');
    expect(finding.params).toEqual({
      name: 'Larkfield University',
      registry: 'Invented Registry',
      age: '2026-11-02',
    });
    expect(finding.details?.[0]?.params).toMatchObject({ registry: 'Second Registry' });
    expect(reasonWording(finding.reason, finding.params)).toContain('as of 2026-11-02');
  });

  it('counts the day a registry came where it names none', () => {
    const { madeAt: _, ...undated } = registry();
    expect(judge({}, { registries: [undated] }).finding.params).toMatchObject({
      age: '2026-11-20',
    });
  });

  it('says same site with the host in ASCII for an https or did:web id', () => {
    for (const [id, host] of [
      [ID, 'larkfield.example'],
      ['did:web:larkfield.example:issuers:1', 'larkfield.example'],
      ['https://grünau.example/i', 'xn--grnau-lva.example'],
    ] as const) {
      const { finding, rung } = judge({ issuer: { id } });
      expect({ rung, ...finding }).toMatchObject({
        rung: 'same-site',
        outcome: 'passed',
        params: { host },
      });
    }
    expect(
      judge({ proofBound: false, keyFromSite: false, hostedConfirmed: true, signingKeys: [] }).rung,
    ).toBe('same-site');
  });

  it('says unknown for a key alone, for plain http, and for a name alone', () => {
    for (const issuer of [
      { id: 'did:key:z6MkInvented', name: 'Larkfield University' },
      { id: 'http://larkfield.example/issuer' },
      { name: 'Larkfield University' },
      { id: 'did:web:bad host' },
    ]) {
      const { finding, rung } = judge({ issuer });
      expect({ rung, outcome: finding.outcome, reason: finding.reason }).toEqual({
        rung: 'unknown',
        outcome: 'not-checked',
        reason: 'issuer-identity/unknown',
      });
    }
    expect(judge({ issuer: {} }).finding.outcome).toBe('not-applicable');
  });
});

describe('a seal with a certificate', () => {
  it('shows who it is, and nothing about the site of the issuer’s id', () => {
    expect(judge({ keyFromSite: false }).rung).toBe('unknown');
    expect(judge({ keyFromSite: false }, { registries: [registry()] }).rung).toBe('registry');
  });
});

describe('a name that nothing ties to its issuer', () => {
  it('reaches no rung, whatever pins and registries say', () => {
    for (const trust of [{ pins: [pin] }, { registries: [registry()] }]) {
      const { finding, rung, lookalike } = judge({ proofBound: false }, trust);
      expect({ rung, outcome: finding.outcome, reason: finding.reason }).toEqual({
        rung: 'unknown',
        outcome: 'not-checked',
        reason: 'issuer-identity/not-shown',
      });
      expect(lookalike).toBeUndefined();
      expect(reasonWording(finding.reason, finding.params)).toContain('nothing shows yet');
    }
    expect(judge({ proofBound: false }).finding.reason).toBe('issuer-identity/unknown');
  });
});

describe('pins', () => {
  it('warn when the issuer signs with another key', () => {
    const { finding, rung } = judge({ signingKeys: ['Ed25519:other'] }, { pins: [pin] });
    expect({ rung, outcome: finding.outcome, reason: finding.reason }).toEqual({
      rung: 'same-site',
      outcome: 'not-checked',
      reason: 'issuer-identity/pinned-key-differs',
    });
    const unbound = judge({ signingKeys: ['Ed25519:other'], proofBound: false }, { pins: [pin] });
    expect(unbound.rung).toBe('unknown');
    expect(unbound.finding.reason).toBe('issuer-identity/pinned-key-differs');
  });

  it('without keys are for the id alone', () => {
    const { rung } = judge(
      { proofBound: false, hostedConfirmed: true, signingKeys: [] },
      { pins: [{ ...pin, keys: [] }] },
    );
    expect(rung).toBe('pinned');
  });

  it('do not carry over to another issuer on the same host', () => {
    for (const id of [`${ID}?user=2`, `${ID}/2`, 'did:web:larkfield.example:mallory']) {
      expect(judge({ issuer: { id } }, { pins: [pin] }).rung).toBe('same-site');
    }
  });

  it('hold for ids that only write the same id another way', () => {
    for (const id of [`${ID}/`, `${ID}#key-1`, 'HTTPS://Larkfield.example/issuer']) {
      expect(judge({ issuer: { id } }, { pins: [pin] }).rung).toBe('pinned');
    }
    const whole = { ...pin, issuerIds: ['https://larkfield.example'] };
    expect(judge({ issuer: { id: 'did:web:larkfield.example' } }, { pins: [whole] }).rung).toBe(
      'pinned',
    );
  });
});

describe('look-alikes', () => {
  it('reach no rung and say what they look like and in what', () => {
    const { finding, rung, lookalike } = judge(
      { issuer: { id: 'did:web:certificates.example', name: 'Lаrkfield University' } },
      { pins: [pin] },
    );
    expect(rung).toBe('unknown');
    expect(lookalike).toMatchObject({ name: 'Larkfield University', likeness: 'letters' });
    const words = reasonWording(finding.reason, finding.params);
    expect(words).toContain('looks like “Larkfield University”');
    expect(words).toContain('but is not');
    expect(words).toContain('mixes Latin and Cyrillic letters');
  });

  it('are flagged for the same name only against pins and registries', () => {
    const issuer = { id: 'did:key:z6MkStranger', name: 'Larkfield University' };
    const stranger = { issuer, signingKeys: ['Ed25519:other'] };
    expect(judge(stranger, { pins: [pin] }).finding.reason).toBe('issuer-identity/looks-like');
    expect(judge(stranger, { registries: [registry()] }).lookalike?.likeness).toBe('name');
    const met = { known: [{ name: 'Larkfield University', id: ID, rung: 'same-site' as const }] };
    expect(judge(stranger, met).lookalike).toBeUndefined();
    const cyrillic = { ...stranger, issuer: { ...issuer, name: 'Lаrkfield University' } };
    expect(judge(cyrillic, met).lookalike?.likeness).toBe('letters');
  });

  it('are not the organisation itself under did:web and https, a host above or below', () => {
    for (const id of [
      'did:web:larkfield.example',
      'https://badges.larkfield.example/i/7',
      'https://larkfield.example/v3/issuer',
    ]) {
      expect(
        judge({ issuer: { id, name: 'Larkfield University' } }, { pins: [pin] }).lookalike,
      ).toBeUndefined();
    }
  });

  it('may share a platform without sharing a name', () => {
    const on = (path: string) => `https://api.badgr.io/public/issuers/${path}`;
    const pinned = { ...pin, issuerIds: [on('abc')] };
    const claim = (id: string) =>
      judge({ issuer: { id, name: 'Larkfield University' } }, { pins: [pinned] });
    expect(claim(on('mallory')).finding.reason).toBe('issuer-identity/looks-like');
    expect(claim(`${on('abc')}?v=3_0`).lookalike).toBeUndefined();
  });

  it('stay flagged when they were met before and proven on their own site', () => {
    const fake = { id: 'did:web:larkfie1d.example', name: 'LarkfieId University' };
    const known = [{ ...fake, rung: 'same-site' as const }];
    expect(
      judge({ issuer: fake, signingKeys: ['Ed25519:fake'] }, { pins: [pin], known }).lookalike,
    ).toBeDefined();
  });

  it('in a registry may bear the name they are listed under, not that of a pinned one', () => {
    const id = 'did:web:other.example';
    const list = registry({ entries: [{ name: 'Larkfield University', ids: [id] }] });
    const own = { issuer: { id, name: 'Larkfield University' }, signingKeys: ['Ed25519:other'] };
    expect(judge(own, { pins: [pin], registries: [list] }).rung).toBe('registry');
    const renamed = registry({ entries: [{ name: 'Mallory Ltd', ids: [id] }] });
    expect(judge(own, { pins: [pin], registries: [renamed] }).lookalike?.likeness).toBe('name');
  });
});

describe('registries', () => {
  it('take no prototype for an entry and the first of two entries with one id', () => {
    const odd = registry({
      entries: [
        { name: 'First', ids: [ID] },
        { name: 'Second', ids: [ID] },
        { name: 'Trap', ids: ['__proto__', 'constructor'] },
      ],
    });
    expect(judge({ issuer: { id: 'toString' } }, { registries: [odd] }).rung).toBe('unknown');
    expect(judge({ issuer: { id: ID } }, { registries: [odd] }).finding.params).toMatchObject({
      name: 'First',
    });
  });
});
