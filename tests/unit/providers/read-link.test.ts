import { describe, expect, it } from 'vitest';
import { linkProblem, readLink } from '../../../src/providers/index.ts';

const UUID = '5c1e7a90-3b2d-4f68-9a41-d7e0c8b65f12';

describe('readLink', () => {
  it('reads what an address alone tells, and says that it did', () => {
    expect(readLink(`  http://www.udemy.com/certificate/UC-${UUID}/?utm_source=mail `)).toEqual({
      format: 'link',
      carrier: 'address',
      achievement: { name: 'Udemy credential UC-5c1e7a90-…' },
      issuer: { name: 'Udemy' },
      recipient: { identifiers: [], hashedIdentities: [] },
      provider: 'Udemy',
      credentialNumber: `UC-${UUID}`,
      verifyUrl: `https://www.udemy.com/certificate/UC-${UUID}/`,
      skills: [],
      evidence: [],
      signed: false,
      sources: {
        title: { kind: 'address', confidence: 0.2 },
        provider: { kind: 'address', confidence: 0.95 },
        verifyUrl: { kind: 'address', confidence: 0.95 },
        credentialNumber: { kind: 'address', confidence: 0.95 },
        issuer: { kind: 'provider', confidence: 0.9 },
      },
    });
  });

  it('names the issuer only where the provider is the issuer', () => {
    expect(readLink(`https://www.credly.com/badges/${UUID}`)?.issuer).toEqual({});
  });

  it('is less sure where any host may have such an address', () => {
    const reading = readLink(`https://courses.example.org/certificates/${'5c1e7a90'.repeat(4)}`);
    expect(reading?.provider).toBe('Open edX');
    expect(reading?.sources?.provider).toEqual({ kind: 'address', confidence: 0.55 });
  });

  it.each([
    `https://www.linkedin.com/safety/go?url=${encodeURIComponent(`https://www.credly.com/badges/${UUID}`)}&trk=x`,
    `https://www.google.com/url?q=${encodeURIComponent(`https://www.credly.com/badges/${UUID}`)}`,
    `https://www.credly.com/badges/${UUID.replace('5', '%35').replace('-', '%2D')}`,
    `HTTPS://WWW.CREDLY.COM/badges/${UUID}`,
  ])('finds the credential behind %s', (address) => {
    expect(readLink(address)?.credentialNumber).toBe(UUID);
  });

  it.each([
    `https://mara@www.credly.com/badges/${UUID}`,
    `https://www.credly.com:8443/badges/${UUID}`,
    `https://www.crеdly.com/badges/${UUID}`,
    `https://127.0.0.1/badges/${UUID}`,
    `https://www.credly.com/badges/${UUID}?x=${'a'.repeat(3_000)}`,
    `https://www.google.com/url?q=https://mara@www.credly.com/badges/${UUID}`,
    `javascript:alert('https://www.credly.com/badges/${UUID}')`,
    'https://example.org/',
    '',
  ])('takes nothing from %s', (address) => {
    expect(readLink(address)).toBeUndefined();
  });

  it('drops a name that stands in a query as an e-mail', () => {
    const address =
      'https://api.badgr.io/public/assertions/Xk29dLqPTz4mW7nB3vC8aQ?identity__email=m%40example.org';
    expect(readLink(address)?.verifyUrl).not.toContain('example.org');
  });
});

describe('“Add to profile” links', () => {
  const certUrl = encodeURIComponent(`https://www.credly.com/badges/${UUID}?utm_campaign=x`);
  const address =
    'https://www.linkedin.com/profile/add?startTask=CERTIFICATION_NAME&name=Harbour%20Radio%20%26%20Tides' +
    `&organizationName=North+Shore&issueYear=2024&issueMonth=5&expirationYear=2026&expirationMonth=12&certUrl=${certUrl}&certId=HR-77`;

  it('spell out a whole credential', () => {
    expect(readLink(address)).toMatchObject({
      format: 'link',
      achievement: { name: 'Harbour Radio & Tides' },
      issuer: { name: 'North Shore' },
      issuedOn: { text: '2024-05', precision: 'month' },
      validUntil: { text: '2026-12', precision: 'month' },
      provider: 'Credly',
      credentialNumber: 'HR-77',
      verifyUrl: `https://www.credly.com/badges/${UUID}`,
      sources: { title: { kind: 'address' }, validUntil: { kind: 'address' } },
    });
  });

  it('may give a year alone, a month that is none, or nothing', () => {
    const base = 'https://www.linkedin.com/profile/add/?name=Tides';
    expect(readLink(`${base}&issueYear=2024`)?.issuedOn?.text).toBe('2024');
    expect(readLink(`${base}&issueYear=2024&issueMonth=13`)?.issuedOn?.text).toBe('2024');
    expect(readLink(`${base}&issueYear=soon`)?.issuedOn).toBeUndefined();
    expect(
      readLink('https://www.linkedin.com/profile/add?startTask=CERTIFICATION_NAME'),
    ).toBeUndefined();
  });

  it('may come in the older form', () => {
    const old =
      'https://www.linkedin.com/profile/add?_ed=x&pfCertificationName=Tides&pfAuthorityName=North%20Shore&pfCertStartDate=202404&pfLicenseNo=7';
    expect(readLink(old)).toMatchObject({
      achievement: { name: 'Tides' },
      issuedOn: { text: '2024-04' },
      credentialNumber: '7',
    });
  });

  it('lend no trust to an address that is none', () => {
    const bad = 'https://www.linkedin.com/profile/add?name=Tides&certUrl=javascript%3Aalert(1)';
    expect(readLink(bad)?.verifyUrl).toBeUndefined();
  });
});

describe('linkProblem', () => {
  it.each([
    ['https://www.credly.com/org/north-shore/badge/harbour-radio', 'link/not-earned'],
    ['https://api.badgr.io/public/badges/Xk29dLqPTz4mW7nB3vC8aQ', 'link/not-earned'],
    [
      'openid-credential-offer://?credential_offer_uri=https%3A%2F%2Fexample.org',
      'link/wallet-offer',
    ],
    ['dccrequest://request?issuer=example.org', 'link/wallet-offer'],
    ['https://lcw.app/mobile?deeplink=1', 'link/wallet-offer'],
    ['https://wallet.example.org/add?credential_offer=%7B%7D', 'link/wallet-offer'],
  ])('says why %s is no credential', (address, code) => {
    expect(linkProblem(address)?.code).toBe(code);
    expect(readLink(address)).toBeUndefined();
  });

  it('has nothing to say about a credential or a home page', () => {
    expect(linkProblem(`https://www.credly.com/badges/${UUID}`)).toBeUndefined();
    expect(linkProblem('https://example.org/')).toBeUndefined();
  });
});
