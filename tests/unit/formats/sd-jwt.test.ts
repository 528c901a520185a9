import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { disclosuresOf, discloseClaims } from '../../../src/formats/sd-jwt.ts';
import { readPayload } from '../../../src/formats/payload.ts';
import { signCompact } from '../../support/sign-credential.ts';
import { invented, openBadge3 } from '../../support/invented-credentials.ts';

function disclosure(...content: readonly unknown[]): string {
  return Buffer.from(JSON.stringify(content)).toString('base64url');
}
function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

describe('discloseClaims', () => {
  const name = disclosure('s1', 'given_name', 'Imke');
  const city = disclosure('s2', 'city', 'Larkfield');
  const address = disclosure('s3', 'address', { _sd: [digestOf(city)], country: 'XX' });
  const second = disclosure('s4', 'second');

  it('puts claims back at every depth and leaves the rest undisclosed', () => {
    const payload = {
      _sd_alg: 'sha-256',
      _sd: [digestOf(name), digestOf(address), digestOf('decoy')],
      list: ['first', { '...': digestOf(second) }, { '...': digestOf('hidden') }],
    };
    const all = discloseClaims(payload, [name, address, city, second]);
    expect(all).toEqual({
      ok: true,
      value: {
        payload: {
          given_name: 'Imke',
          address: { city: 'Larkfield', country: 'XX' },
          list: ['first', 'second'],
        },
        undisclosed: 2,
        hidesTopFields: true,
      },
    });
    const some = discloseClaims(payload, [name]);
    expect(some.ok && some.value.payload).toEqual({ given_name: 'Imke', list: ['first'] });
  });

  it.each<[string, Record<string, never> | object, readonly string[]]>([
    ['no digest stands for it', { _sd: [] }, [name]],
    ['a parent of it is not disclosed', { _sd: [digestOf(address)] }, [city]],
    ['it is given twice', { _sd: [digestOf(name)] }, [name, name]],
    ['its digest stands twice', { _sd: [digestOf(name), digestOf(name)] }, [name]],
    ['its field is there already', { given_name: 'Other', _sd: [digestOf(name)] }, [name]],
    ['it is no JSON', { _sd: [digestOf('eyJ')] }, ['eyJ']],
    ['it has four parts', { _sd: [] }, [disclosure(1, 2, 3, 4)]],
    ['it names _sd', { _sd: [digestOf(disclosure('s', '_sd', []))] }, [disclosure('s', '_sd', [])]],
    ['an element stands for a claim', { _sd: [digestOf(second)] }, [second]],
    ['a claim stands for an element', { list: [{ '...': digestOf(name) }] }, [name]],
  ])('rejects a disclosure when %s', (_, payload, disclosures) => {
    const result = discloseClaims(payload as never, disclosures);
    expect(!result.ok && result.problem.code).toBe('jwt/invalid');
  });

  it.each(['sha384', 'sha512'])('matches digests of %s as well', (kind) => {
    const digest = createHash(kind).update(name).digest('base64url');
    const payload = { _sd_alg: kind.replace('sha', 'sha-'), _sd: [digest] };
    expect(discloseClaims(payload, [name])).toMatchObject({
      value: { payload: { given_name: 'Imke' }, undisclosed: 0, hidesTopFields: false },
    });
    expect(discloseClaims(payload, [second]).ok).toBe(false);
  });

  it('tells fields kept back of a part from fields of the credential itself', () => {
    const hides = (payload: object): unknown => {
      const result = discloseClaims(payload as never, []);
      return result.ok && result.value.hidesTopFields;
    };
    const parts = { credentialSubject: { _sd: [digestOf('x')] } };
    expect(hides(parts)).toBe(false);
    expect(hides({ ...parts, _sd: [digestOf('y')] })).toBe(true);
    expect(hides({ vc: { credentialSubject: {}, _sd: [digestOf('y')] } })).toBe(true);
  });

  it('shows nothing where the digests are of a kind it cannot match', () => {
    const result = discloseClaims({ _sd_alg: 'sha3-512', _sd: [digestOf(name)] }, [name]);
    const value = { payload: {}, undisclosed: 1, hidesTopFields: true, unmatched: 'sha3-512' };
    expect(result).toEqual({ ok: true, value });
  });

  it('never lets a disclosure reach a prototype', () => {
    const evil = disclosure('s', '__proto__', { polluted: true });
    const result = discloseClaims({ _sd: [digestOf(evil)] }, [evil]);
    expect(result.ok && Object.getPrototypeOf(result.value.payload)).toBe(Object.prototype);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });
});

describe('disclosuresOf', () => {
  it('leaves out the token and the key binding', () => {
    expect(disclosuresOf('a.b.c~one~two~x.y.z')).toEqual(['one', 'two']);
    expect(disclosuresOf('a.b.c~one~')).toEqual(['one']);
    expect(disclosuresOf('a.b.c')).toEqual([]);
  });
});

describe('a credential with disclosures', () => {
  const { credentialSubject, ...rest } = openBadge3(invented());
  const subject = disclosure('salt', 'credentialSubject', credentialSubject);
  const token = signCompact({ ...rest, _sd_alg: 'sha-256', _sd: [digestOf(subject)] }, 'EdDSA');

  it('is read with what was disclosed', () => {
    const { items } = readPayload(`${token}~${subject}~`, 'jwt');
    expect(items[0]).toMatchObject({
      format: 'ob3 vcdm2.0',
      achievement: { name: 'Soil Science Basics' },
      payload: { kind: 'jwt', text: `${token}~${subject}~` },
    });
  });

  it('is read without what stays undisclosed', () => {
    const { items, problems } = readPayload(`${token}~`, 'jwt');
    expect(problems).toEqual([{ code: 'credential/hidden-fields', params: { count: 1 } }]);
    expect(items[0]?.recipient).toEqual({ identifiers: [], hashedIdentities: [] });
    expect(items[0]?.skills).toEqual([]);
  });

  it('says nothing of hidden fields where nothing is missed, for digests may stand for nothing', () => {
    const decoyed = signCompact(
      { ...rest, _sd_alg: 'sha-256', _sd: [digestOf(subject), digestOf('decoy')] },
      'EdDSA',
    );
    expect(readPayload(`${decoyed}~${subject}~`, 'jwt').problems).toEqual([]);
  });

  it.each(['sha3-256', 'blake9'])('says that %s keeps fields hidden', (digest) => {
    const other = signCompact({ ...rest, _sd_alg: digest, _sd: ['AAAA'] }, 'EdDSA');
    const { items, problems } = readPayload(`${other}~${subject}~`, 'jwt');
    expect(items).toHaveLength(1);
    expect(problems).toEqual([{ code: 'credential/hidden-fields', params: { count: 1, digest } }]);
  });

  it('is no credential with a disclosure that the issuer did not sign', () => {
    const forged = disclosure('salt', 'credentialSubject', { achievement: { name: 'Doctor' } });
    const reading = readPayload(`${token}~${forged}~`, 'jwt');
    expect(reading.items).toEqual([]);
    expect(reading.problems.map((one) => one.code)).toEqual(['jwt/invalid']);
  });
});
