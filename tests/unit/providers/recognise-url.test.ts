import { describe, expect, it } from 'vitest';
import {
  cleanWebAddress,
  providerOfHost,
  PROVIDERS,
  recogniseUrl,
} from '../../../src/providers/index.ts';

const UUID = '0f8fad5b-d9cb-469f-a165-70867728950e';

describe('recogniseUrl', () => {
  it.each([
    [`https://www.credly.com/badges/${UUID}/public_url?utm_source=x`, 'credly', UUID],
    ['http://coursera.org/verify/ABCD2345EFGH', 'coursera', 'ABCD2345EFGH'],
    [
      'https://www.coursera.org/account/accomplishments/specialization/certificate/ABCD2345EFGH',
      'coursera',
      'ABCD2345EFGH',
    ],
    [`https://ude.my/UC-${UUID}`, 'udemy', `UC-${UUID}`],
    ['https://confirm.udacity.com/ABCD2345', 'udacity', 'ABCD2345'],
    [
      `https://www.linkedin.com/learning/certificates/${'ab12'.repeat(16)}?trk=share`,
      'linkedin-learning',
      'ab12'.repeat(16),
    ],
    [
      'https://learn.microsoft.com/en-us/users/mara-1/credentials/0123456789abcdef',
      'microsoft-learn',
      '0123456789abcdef',
    ],
    ['https://stepik.org/cert/123456', 'stepik', '123456'],
    [
      'https://moodle.example.edu/mod/customcert/verify_certificate.php?code=AbC123xYz9',
      'moodle',
      'AbC123xYz9',
    ],
    [`https://www.netacad.com/certificates/?issuanceId=${UUID}`, 'cisco-netacad', UUID],
    [
      'https://open.sap.com/verify/xabcd-xefgh-xijkl-xmnop-xqrst',
      'opensap',
      'xabcd-xefgh-xijkl-xmnop-xqrst',
    ],
  ])('knows %s', (url, id, number) => {
    const recognised = recogniseUrl(url);
    expect(recognised?.provider.id).toBe(id);
    expect(recognised?.credentialNumber).toBe(number);
    expect(recognised?.verifyUrl).toMatch(/^https:\/\//);
  });

  it('reads the title that an address spells out', () => {
    const url =
      'https://www.freecodecamp.org/certification/mara/javascript-algorithms-and-data-structures-v8';
    expect(recogniseUrl(url)).toMatchObject({ title: 'JavaScript Algorithms and Data Structures' });
  });

  it.each([
    'https://www.credly.com/org/northshore/badge/tides',
    'https://www.coursera.org/learn/tides',
    'https://coursera.org.evil.example/verify/ABCD2345EFGH',
    'https://evil.example/coursera.org/verify/ABCD2345EFGH',
    'https://coursera.org@evil.example/verify/ABCD2345EFGH',
    'ftp://coursera.org/verify/ABCD2345EFGH',
    'not an address',
  ])('does not take %s for a credential', (url) => {
    expect(recogniseUrl(url)).toBeUndefined();
  });
});

describe('cleanWebAddress', () => {
  it('drops tracking and personal parts and keeps what finds the credential', () => {
    expect(
      cleanWebAddress(
        'https://badges.example.org/x?id=7&utm_campaign=a&identity__email=m%40x.org&trk=b#acc.q1',
      ),
    ).toBe('https://badges.example.org/x?id=7');
  });

  it.each([
    'https://user:pw@example.org/',
    'https://example.org:8443/',
    'https://localhost/',
    'https://127.0.0.1/x',
    'javascript:alert(1)',
  ])('refuses %s', (url) => {
    expect(cleanWebAddress(url)).toBeUndefined();
  });
});

it('knows whose host an address is on', () => {
  expect(providerOfHost('https://app.datacamp.com/anything')?.id).toBe('datacamp');
  expect(providerOfHost('https://notdatacamp.com/')).toBeUndefined();
});

it('has one row per id, and patterns that are anchored or name a path of any host', () => {
  const ids = PROVIDERS.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { id, urlPatterns } of PROVIDERS) {
    for (const { pattern } of urlPatterns) {
      expect(pattern.source, id).toMatch(/^\^/);
      expect(pattern.global, id).toBe(false);
    }
  }
});
