import { describe, expect, it } from 'vitest';
import { recogniseFetch } from '../../../src/fetchers/index.ts';
import { readPasted } from '../../../src/fetchers/pasted-address.ts';

const UUID = '0f6b2c1e-4a3d-4e5f-8a9b-1c2d3e4f5a6b';
const HEX = '0123456789abcdef0123456789abcdef01234567';

describe('a pasted address', () => {
  it('may lack its scheme and carry spaces around it', () => {
    expect(readPasted('  www.credly.com/users/ada  ')).toMatchObject({
      host: 'www.credly.com',
      site: 'credly.com',
      path: '/users/ada',
    });
  });

  it.each([
    '',
    'credly',
    'two words',
    'ftp://www.credly.com/users/ada',
    'javascript:alert(1)',
    'https://user:pass@www.credly.com/users/ada',
    'https://www.credly.com:8443/users/ada',
    'https://127.0.0.1/badges/assertion.json',
    'https://2130706433/assertion.json',
    'https://[::1]/assertion.json',
    'https://localhost/assertion.json',
    'file:///etc/assertion.json',
  ])('is not read when it is %j', (pasted) => {
    expect(readPasted(pasted)).toBeUndefined();
    expect(recogniseFetch(pasted)).toBeUndefined();
  });
});

describe('recognising', () => {
  it.each([
    [`https://www.credly.com/users/ada.fern/badges.json?page=3`, 'credly-profile'],
    [`http://youracclaim.com/badges/${UUID}/linked_in_profile?trk=x`, 'credly-badge'],
    [`https://api.credly.com/v1/obi/v2/badge_assertions/${UUID}`, 'credly-badge'],
    [`https://learn.microsoft.com/users/ada/transcript/share/d1a2b3c4e5f6g7h`, 'microsoft-learn'],
    ['https://trailblazer.me/id/ada', 'trailhead'],
    ['https://trailhead.salesforce.com/en/me/ada', 'trailhead'],
    [`https://www.cloudskillsboost.google/public_profiles/${UUID}/badges/7`, 'google-skills'],
    [`https://google.accredible.com/${UUID}`, 'accredible'],
    [`https://certificates.academy.example/${UUID}#acc.Ab12`, 'accredible'],
    ['https://api.badgr.io/public/assertions/q1W2e3R4t5Y6u7I8/baked', 'badgr-assertion'],
    ['https://badges.parchment.com/public/collections/q1W2e3R4t5Y6u7I8', 'badgr-collection'],
    [`https://openbadgefactory.com/obv3/credentials/${HEX}`, 'open-badge-factory'],
    [`https://school.example/badges/assertion.php?b=${HEX}`, 'moodle'],
    ['https://any.example/openbadges/assertion/5', 'hosted-badge'],
  ])('%s is for %s', (pasted, fetcher) => {
    expect(recogniseFetch(pasted)?.target.fetcher).toBe(fetcher);
  });

  it.each([
    'https://www.credly.com/org/larkfield/badge/meadow',
    'https://www.credly.com/users/../../admin',
    'https://credly.com.example/users/ada',
    `https://any.example/${UUID}`,
    'https://www.hackerrank.com/certificates/0123456789ab',
    `https://school.example/badges/badge.php?hash=${HEX}x`,
    'https://openbadgepassport.com/app/profile/5',
  ])('%s is for nobody', (pasted) => {
    expect(recogniseFetch(pasted)).toBeUndefined();
  });

  it('keeps the id of a subject and nothing personal of the address', () => {
    const found = recogniseFetch(
      `https://badgr.com/public/assertions/q1W2e3R4t5Y6u7I8?identity__email=ada%40mail.example`,
    );
    expect(found?.target.subject).toEqual({ host: 'badgr.com', id: 'q1W2e3R4t5Y6u7I8' });
  });
});
