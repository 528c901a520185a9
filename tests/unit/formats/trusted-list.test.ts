// Trusted lists of certificate issuers, made up here.
import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { parseTrustedList, looksLikeTrustedList } from '../../../src/formats/trusted-list.ts';

type Service = {
  readonly status: string;
  readonly certificate: string;
  readonly type?: string;
  readonly uses?: readonly string[];
};

function list(services: readonly Service[], type = 'EUgeneric'): string {
  const each = services.map(
    ({
      status,
      certificate,
      type: service = 'CA/QC',
      uses = [],
    }) => `<tsl:TSPService><tsl:ServiceInformation>
      <tsl:ServiceTypeIdentifier>http://uri.etsi.org/TrstSvc/Svctype/${service}</tsl:ServiceTypeIdentifier>
      <tsl:ServiceStatus>http://uri.etsi.org/TrstSvc/TrustedList/Svcstatus/${status}</tsl:ServiceStatus>
      <tsl:ServiceDigitalIdentity><tsl:DigitalId><tsl:X509Certificate>${certificate}</tsl:X509Certificate></tsl:DigitalId></tsl:ServiceDigitalIdentity>
      <tsl:ServiceInformationExtensions>${uses.map((use) => `<tsl:Extension Critical="true"><tsl:AdditionalServiceInformation><tsl:URI xml:lang="en">http://uri.etsi.org/TrstSvc/TrustedList/SvcInfoExt/${use}</tsl:URI></tsl:AdditionalServiceInformation></tsl:Extension>`).join('')}</tsl:ServiceInformationExtensions>
    </tsl:ServiceInformation></tsl:TSPService>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<tsl:TrustServiceStatusList xmlns:tsl="http://uri.etsi.org/02231/v2#">
  <tsl:SchemeInformation>
    <tsl:TSLType>http://uri.etsi.org/TrstSvc/TrustedList/TSLType/${type}</tsl:TSLType>
    <tsl:SchemeName><tsl:Name xml:lang="xx">Lista</tsl:Name><tsl:Name xml:lang="en">Invented
      trusted list</tsl:Name></tsl:SchemeName>
    <tsl:SchemeTerritory>XX</tsl:SchemeTerritory>
    <tsl:ListIssueDateTime>2026-10-01T00:00:00Z</tsl:ListIssueDateTime>
    <tsl:NextUpdate><tsl:dateTime>2027-04-01T00:00:00Z</tsl:dateTime></tsl:NextUpdate>
  </tsl:SchemeInformation>
  <tsl:TrustServiceProviderList><tsl:TrustServiceProvider><tsl:TSPServices>${each.join('')}</tsl:TSPServices></tsl:TrustServiceProvider></tsl:TrustServiceProviderList>
</tsl:TrustServiceStatusList>`;
}

it('gives the hashes of certificates that are listed as granted, each once', () => {
  const text = list([
    { status: 'granted', certificate: 'YWJj' },
    { status: 'granted', certificate: ' YW\n Jj ' },
    { status: 'withdrawn', certificate: 'ZGVm' },
    { status: 'granted', certificate: '!!' },
  ]);
  expect(looksLikeTrustedList(text)).toBe(true);
  const read = parseTrustedList(text);
  expect(read.ok && read.value).toEqual({
    name: 'XX: Invented trusted list',
    issuedAt: '2026-10-01T00:00:00.000Z',
    nextUpdate: '2027-04-01T00:00:00.000Z',
    // SHA-256 of "abc" (FIPS 180-4, example).
    certificates: ['ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  });
});

it('leaves out services that issue no certificates for seals', () => {
  const text = list([
    {
      status: 'granted',
      certificate: 'MQ==',
      type: 'CA/QC',
      uses: ['ForeSignatures', 'ForeSeals'],
    },
    { status: 'recognisedatnationallevel', certificate: 'Mg==', type: 'NationalRootCA-QC' },
    { status: 'granted', certificate: 'Mw==', type: 'TSA/QTST' },
    { status: 'granted', certificate: 'NA==', type: 'CA/QC', uses: ['ForWebSiteAuthentication'] },
    { status: 'granted', certificate: 'NQ==', type: 'CA/QC', uses: ['ForeSignatures'] },
    { status: 'granted', certificate: 'Ng==', type: 'CA/QC', uses: ['RootCA-QC'] },
  ]);
  const read = parseTrustedList(text);
  const hash = (value: string) => createHash('sha256').update(value).digest('hex');
  expect(read.ok && read.value.certificates).toEqual(['1', '2', '6'].map(hash));
});

it('refuses a list of lists, a list without certificates, and any other XML', () => {
  const code = (text: string) => {
    const read = parseTrustedList(text);
    return read.ok ? 'read' : read.problem.code;
  };
  expect(code(list([], 'EUlistofthelists'))).toBe('trust/list-of-lists');
  expect(code(list([{ status: 'withdrawn', certificate: 'YWJj' }]))).toBe('trust/no-certificates');
  expect(code('<feed/>')).toBe('trust/not-a-registry');
  expect(code(`<!DOCTYPE x>${list([])}`)).toBe('xml/unsafe');
  expect(looksLikeTrustedList('<html></html>')).toBe(false);
});
