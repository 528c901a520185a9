// Trusted lists of certificate issuers (ETSI TS 119 612): which certificates a country lists as granted. The list's
// own signature is not checked; whoever imports it vouches for it.
import { problem } from '../domain/problem.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { toHex } from '../domain/id.ts';
import type { CertificateTrustList } from '../domain/trust.ts';
import { decodeBase64 } from './base64.ts';
import { sha256 } from './sha-256.ts';
import { type XmlElement, childrenOf, parseXml } from './xml-tree.ts';

/** What a list says; when and from where it came is the caller's to add. */
export type ReadTrustedList = Pick<
  CertificateTrustList,
  'name' | 'issuedAt' | 'nextUpdate' | 'certificates'
>;

/** Statuses that mean the service is in good standing (TS 119 612 §5.5.4 and the older words for it). */
const GRANTED = /\/Svcstatus\/(?:granted|recognisedatnationallevel|undersupervision|accredited)$/iu;
/** Services that issue certificates, or stand above those that do (TS 119 612 §5.5.1.1): no time stamps, no archives. */
const ISSUES_CERTIFICATES = /\/Svctype\/(?:CA\/QC|NationalRootCA-QC)$/iu;
/** What certificates of a service are for, where the list narrows it down (TS 119 612 §5.5.9.4). */
const NARROWED = /\/SvcInfoExt\/For(?:eSignatures|eSeals|WebSiteAuthentication)$/iu;
const FOR_SEALS = /\/SvcInfoExt\/ForeSeals$/iu;
const MOST_CERTIFICATES = 100_000;

/** True for XML whose root is a trusted list. */
export function looksLikeTrustedList(text: string): boolean {
  return /^\uFEFF?\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--[\s\S]{0,4000}?-->\s*)*<(?:\w+:)?TrustServiceStatusList[\s>]/u.test(
    text.slice(0, 8_000),
  );
}

/** Reads untrusted XML. */
export function parseTrustedList(text: string): Result<ReadTrustedList> {
  const parsed = parseXml(text);
  if (!parsed.ok) return parsed;
  const root = parsed.value;
  if (root.name !== 'TrustServiceStatusList') return err(problem('trust/not-a-registry'));
  const about = childrenOf(root, 'SchemeInformation')[0];
  if (/listofthelists$/iu.test(textAt(about, 'TSLType'))) {
    return err(problem('trust/list-of-lists'));
  }
  const services = [root]
    .flatMap((one) => childrenOf(one, 'TrustServiceProviderList'))
    .flatMap((one) => childrenOf(one, 'TrustServiceProvider'))
    .flatMap((one) => childrenOf(one, 'TSPServices'))
    .flatMap((one) => childrenOf(one, 'TSPService'))
    .flatMap((one) => childrenOf(one, 'ServiceInformation'));
  const certificates = new Set<string>();
  for (const service of services) {
    if (!GRANTED.test(textAt(service, 'ServiceStatus')) || !servesSeals(service)) continue;
    for (const hash of hashesOf(service)) certificates.add(hash);
    if (certificates.size > MOST_CERTIFICATES) {
      return err(problem('trust/too-many-entries', { params: { limit: '100,000' } }));
    }
  }
  if (certificates.size === 0) return err(problem('trust/no-certificates'));
  const issuedAt = instantAt(about, 'ListIssueDateTime');
  const nextUpdate = instantAt(childrenOfOne(about, 'NextUpdate'), 'dateTime');
  return ok({
    name: nameOf(about),
    ...(issuedAt === undefined ? {} : { issuedAt }),
    ...(nextUpdate === undefined ? {} : { nextUpdate }),
    certificates: [...certificates],
  });
}

/** True for a service whose certificates may stand behind a seal. */
function servesSeals(service: XmlElement): boolean {
  if (!ISSUES_CERTIFICATES.test(textAt(service, 'ServiceTypeIdentifier'))) return false;
  const narrowed = childrenOf(service, 'ServiceInformationExtensions')
    .flatMap((one) => childrenOf(one, 'Extension'))
    .flatMap((one) => childrenOf(one, 'AdditionalServiceInformation'))
    .map((one) => textAt(one, 'URI').trim())
    .filter((uri) => NARROWED.test(uri));
  return narrowed.length === 0 || narrowed.some((uri) => FOR_SEALS.test(uri));
}

function hashesOf(service: XmlElement): readonly string[] {
  return childrenOf(service, 'ServiceDigitalIdentity')
    .flatMap((one) => childrenOf(one, 'DigitalId'))
    .flatMap((one) => childrenOf(one, 'X509Certificate'))
    .flatMap(({ text }) => {
      const der = decodeBase64(text.replace(/\s+/gu, ''));
      return der ? [toHex(sha256(der))] : [];
    });
}

/** The scheme's name with its territory, in English where it has several. */
function nameOf(about: XmlElement | undefined): string {
  const names = about
    ? childrenOf(about, 'SchemeName').flatMap((one) => childrenOf(one, 'Name'))
    : [];
  const english = names.find(({ attributes }) => attributes.get('lang') === 'en') ?? names[0];
  const territory = textAt(about, 'SchemeTerritory');
  const name = (english?.text ?? '').replace(/\s+/gu, ' ').slice(0, 200);
  if (name === '') return territory;
  return territory === '' || name.startsWith(`${territory}:`) ? name : `${territory}: ${name}`;
}

function childrenOfOne(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element && childrenOf(element, name)[0];
}

function textAt(element: XmlElement | undefined, name: string): string {
  return childrenOfOne(element, name)?.text ?? '';
}

function instantAt(element: XmlElement | undefined, name: string): string | undefined {
  const at = Date.parse(textAt(element, name));
  return Number.isNaN(at) ? undefined : new Date(at).toISOString();
}
