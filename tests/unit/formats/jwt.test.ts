import { describe, expect, it } from 'vitest';
import { decodeJwt, looksLikeJwt, payloadOfJsonJws } from '../../../src/formats/jwt.ts';

function part(value: unknown): string {
  return Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString(
    'base64url',
  );
}
function token(header: unknown, payload: unknown): string {
  return `${part(header)}.${part(payload)}.c2ln`;
}
function codeOf(text: string): string {
  const result = decodeJwt(text);
  return result.ok ? 'ok' : result.problem.code;
}

describe('decodeJwt', () => {
  it('takes a token apart', () => {
    const result = decodeJwt(` ${token({ alg: 'ES256' }, { näme: 1 })}\n`);
    expect(result).toMatchObject({
      ok: true,
      value: {
        header: { alg: 'ES256' },
        payload: { näme: 1 },
        payloadText: '{"näme":1}',
        isSelective: false,
      },
    });
  });

  it('reads the signed part of a token with disclosures', () => {
    const result = decodeJwt(`${token({ alg: 'ES256' }, { a: 1 })}~WyJzYWx0Il0~`);
    expect(result).toMatchObject({ ok: true, value: { isSelective: true, payload: { a: 1 } } });
  });

  it.each([
    ['five parts', 'eyJ.a.b.c.d', 'jwt/encrypted'],
    ['two parts', 'eyJhbGciOiJub25lIn0.e30', 'jwt/invalid'],
    ['no base64url', 'ey=.e30.x', 'jwt/invalid'],
    ['an impossible length', 'eyJhb.e30.x', 'jwt/invalid'],
    ['a broken header', `${part('{"alg"')}.e30.x`, 'jwt/invalid'],
    ['a list as payload', token({ alg: 'x' }, [1]), 'jwt/invalid'],
    ['a repeated header key', token('{"alg":"none","alg":"ES256"}', {}), 'json/duplicate-key'],
    [
      'a payload that is not UTF-8',
      `${part({ alg: 'x' })}.${Buffer.from([0x7b, 0xff]).toString('base64url')}.x`,
      'jwt/invalid',
    ],
    ['endless depth', token({ alg: 'x' }, '['.repeat(10_000)), 'json/too-deep'],
  ])('turns down %s', (_name, text, code) => {
    expect(codeOf(text)).toBe(code);
  });
});

describe('looksLikeJwt', () => {
  it('tells tokens from sentences', () => {
    expect(looksLikeJwt(token({ alg: 'x' }, {}))).toBe(true);
    expect(looksLikeJwt('eyJ.a.b.c.d')).toBe(true);
    expect(looksLikeJwt('eye. to. eye')).toBe(false);
    expect(looksLikeJwt('www.larkfield.example')).toBe(false);
  });
});

describe('payloadOfJsonJws', () => {
  it('decodes encoded payloads and leaves unencoded ones', () => {
    const encoded = {
      payload: part('{"a":1}'),
      protected: part({ alg: 'RS256' }),
      signature: 'c2ln',
    };
    expect(payloadOfJsonJws(encoded)).toEqual({ ok: true, value: '{"a":1}' });
    const open = {
      payload: '{"a":1}',
      signatures: [{ protected: part({ alg: 'RS256', b64: false }), signature: 'c2ln' }],
    };
    expect(payloadOfJsonJws(open)).toEqual({ ok: true, value: '{"a":1}' });
  });

  it('is not fooled by an object that merely has a payload', () => {
    expect(payloadOfJsonJws({ payload: 'x' })).toBeUndefined();
  });
});
