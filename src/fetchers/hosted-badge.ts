// Open Badges where their issuers host them: Open Badge Factory, Moodle, and any other address of an
// assertion. Signed answers are kept byte for byte; a plain assertion gets its badge and issuer put in.
import type { Result } from '../domain/result.ts';
import { isObject } from '../formats/json.ts';
import { looksLikeJwt } from '../formats/jwt.ts';
import { decodeText } from '../formats/text.ts';
import { ask, jsonOf, type Asking } from './ask.ts';
import { fetched, fileStem, jsonFile } from './collect.ts';
import type { FetchedFiles, Fetcher } from './fetcher.ts';
import { forbiddenHost } from './forbidden.ts';
import { assertionIn, type AssertionRequest } from './inline-assertion.ts';
import { readPasted } from './pasted-address.ts';

const FACTORY = 'openbadgefactory.com';
const FACTORY_2 = /^\/v1\/assertion\/([0-9a-f]{40})(?:\.(?:html|json))?\/?$/iu;
const FACTORY_3 = /^\/obv3\/credentials\/([0-9a-f]{40})\/?$/iu;
const MOODLE = /^(\/(?:[\w.~-]+\/)*?)badges\/(?:assertion|badge)\.php$/u;
/** What an address of an assertion looks like where the host says nothing. */
const LIKELY =
  /assertion|open-?badge|\/obi\/|\/ob[23]\/|credential[^/]*\.json$|badge[^/]*\.json$/iu;

export const openBadgeFactory: Fetcher = {
  id: 'open-badge-factory',
  name: 'Open Badge Factory',
  recognise: (pasted) => {
    const address = readPasted(pasted);
    if (address?.site !== FACTORY) return undefined;
    const two = FACTORY_2.exec(address.path)?.[1];
    const three = FACTORY_3.exec(address.path)?.[1];
    const id = two ?? three;
    if (id === undefined) return undefined;
    return {
      fetcher: 'open-badge-factory',
      subject: { version: two === undefined ? '3' : '2', id: id.toLowerCase() },
      hosts: [FACTORY],
      reveals: 'credential-id',
    };
  },
  fetch: (target, door, progress) => {
    const id = target.subject['id'] ?? '';
    const path =
      target.subject['version'] === '3' ? `obv3/credentials/${id}` : `v1/assertion/${id}`;
    const asking: Asking = { door, hosts: [FACTORY], progress, closed: 'net/made-private' };
    const mayFollow = (link: URL): boolean => /^\/v1\/[\w/.-]{1,200}$/u.test(link.pathname);
    const url = `https://${FACTORY}/${path}`;
    return hostedFiles(asking, { url, purpose: 'open-badge-factory', mayFollow }, `obf-${id}`);
  },
};

/** Any Moodle site: its host and folder are the school's own, so they are part of the subject. */
export const moodle: Fetcher = {
  id: 'moodle',
  name: 'Moodle',
  recognise: (pasted) => {
    const address = readPasted(pasted);
    const folder = MOODLE.exec(address?.path ?? '')?.[1];
    const hash = address?.query.get('b') ?? address?.query.get('hash') ?? '';
    if (!address || folder === undefined || !/^[0-9a-f]{40}$/iu.test(hash)) return undefined;
    if (forbiddenHost(address.host)) return undefined;
    return {
      fetcher: 'moodle',
      subject: { host: address.host, folder, badge: hash.toLowerCase() },
      hosts: [address.host],
      reveals: 'credential-id',
    };
  },
  fetch: (target, door, progress) => {
    const { host = '', folder = '/', badge = '' } = target.subject;
    const asking: Asking = { door, hosts: [host], progress, closed: 'net/made-private' };
    const url = `https://${host}${folder}badges/assertion.php?b=${badge}&obversion=2`;
    const mayFollow = (link: URL): boolean =>
      link.pathname.startsWith(`${folder}badges/`) && link.pathname.endsWith('.php');
    return hostedFiles(asking, { url, purpose: 'moodle', mayFollow }, `moodle-${badge}`);
  },
};

/** Any other address that looks like an assertion's; the host is unknown, so the person decides. */
export const hostedBadge: Fetcher = {
  id: 'hosted-badge',
  name: 'Open Badge',
  recognise: (pasted) => {
    const address = readPasted(pasted);
    if (!address || forbiddenHost(address.host) || !LIKELY.test(address.path)) return undefined;
    const query = new URLSearchParams(Object.fromEntries(address.query)).toString();
    return {
      fetcher: 'hosted-badge',
      subject: { host: address.host, path: address.path, query },
      hosts: [address.host],
      reveals: 'credential-id',
    };
  },
  fetch: (target, door, progress) => {
    const { host = '', path = '/', query = '' } = target.subject;
    const asking: Asking = { door, hosts: [host], progress, closed: 'net/made-private' };
    const url = `https://${host}${path}${query === '' ? '' : `?${query}`}`;
    const name = path.split('/').findLast((part) => part !== '') ?? 'badge';
    return hostedFiles(
      asking,
      { url, purpose: 'hosted-badge', mayFollow: () => true },
      `${host}-${fileStem(name.replace(/\.json$/u, ''))}`,
    );
  },
};

async function hostedFiles(
  asking: Asking,
  request: AssertionRequest,
  name: string,
): Promise<Result<FetchedFiles>> {
  const { url, purpose } = request;
  const answer = await ask(asking, { url, accept: 'json', purpose });
  if (!answer.ok) return answer;
  const { bytes } = answer.value;
  const text = decodeText(bytes);
  asking.progress.onProgress(1, 1);
  if (text.ok && looksLikeJwt(text.value.trim())) {
    return fetched([{ name: `${name}.jwt`, bytes, fetchedFrom: url }], []);
  }
  const json = jsonOf(answer.value);
  if (!json.ok) return json;
  const { value } = json.value;
  // A credential with a proof of its own is never rewritten: one changed byte breaks it.
  if (isObject(value) && isObject(value['credentialSubject']) && value['issuer'] !== undefined) {
    return fetched([{ name: `${name}.json`, bytes, fetchedFrom: url }], []);
  }
  const whole = await assertionIn(asking, value, request);
  if (!whole.ok) return whole;
  return fetched([jsonFile(name, whole.value.assertion, url)], whole.value.problems);
}
