import { describe, expect, it } from 'vitest';
import { forbiddenFetch } from '../../../src/fetchers/forbidden.ts';
import { recogniseFetch } from '../../../src/fetchers/index.ts';

describe('a provider whose terms forbid programs to read it', () => {
  it.each([
    'https://www.coursera.org/account/accomplishments/verify/ABCD1234EFGH',
    'coursera.org/share/0123456789abcdef0123456789abcdef',
    'https://courses.edx.org/certificates/0123456789abcdef0123456789abcdef',
    'https://www.udemy.com/certificate/UC-ABCD1234/',
    'https://ude.my/UC-ABCD1234',
    'https://www.linkedin.com/learning/certificates/abc',
    'https://buildyourvoice.linkedin.com/student/award/AbCdEfGhIjKlMnOpQrStUvWx',
    'https://certs.duolingo.com/abcdefgh',
    'https://app.pluralsight.com/profile/ada',
    'https://www.edx.org/badges/assertion.json',
  ])('is not asked: %s', (pasted) => {
    expect(forbiddenFetch(pasted)?.code).toBe('net/forbidden-by-terms');
    expect(recogniseFetch(pasted)).toBeUndefined();
  });

  it('is not mistaken for another whose name ends alike', () => {
    expect(forbiddenFetch('https://www.notedx.org/badges/1')).toBeUndefined();
    expect(forbiddenFetch('https://coursera.org.example/badges/1')).toBeUndefined();
    expect(forbiddenFetch('no address at all')).toBeUndefined();
  });
});
