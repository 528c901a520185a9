// Accredible: one credential by its number, also under an issuer's own web address. Only Accredible's own
// service is asked, never the issuer's page.
import { problem } from '../domain/problem.ts';
import { err } from '../domain/result.ts';
import { isObject } from '../formats/json.ts';
import { askJson, changedShape, type Asking } from './ask.ts';
import { fetched, fileStem, jsonFile } from './collect.ts';
import type { Fetcher } from './fetcher.ts';
import { readPasted, UUID, type PastedAddress } from './pasted-address.ts';
import {
  either,
  flag,
  keptObject,
  listOf,
  maybe,
  number,
  objectOf,
  plain,
  text,
  words,
} from './shape.ts';

const HOST = 'api.accredible.com';
const ON_SITE = new RegExp(`^/(${UUID}|\\d{6,10}|[a-z0-9]{8})/?$`, 'iu');
const ON_OTHER = new RegExp(`^/(${UUID})/?$`, 'iu');
const ON_SERVICE = new RegExp(
  `^/v1/(?:obi/badge_assertions|credential-net/credentials)/(${UUID}|\\d{1,12})/?$`,
  'iu',
);

const credential = objectOf({
  id: either(number, words),
  uuid: maybe(text),
  encoded_id: maybe(text),
  license_id: maybe(text),
  name: words,
  description: maybe(text),
  issued_on: maybe(text),
  expired_on: maybe(text),
  expired: maybe(flag),
  revoked_at: maybe(text),
  complete: maybe(flag),
  url: maybe(text),
  badge_assertion_url: maybe(text),
  course_link: maybe(text),
  learning_outcomes: maybe(listOf(either(text, objectOf({ name: words })))),
  recipient: maybe(objectOf({ name: maybe(text) })),
  issuer: objectOf({
    id: maybe(either(number, text)),
    name: words,
    url: maybe(text),
    description: maybe(text),
    image_url: maybe(text),
  }),
  group: maybe(
    objectOf({
      name: maybe(text),
      course_name: maybe(text),
      course_description: maybe(text),
      badge_design: maybe(objectOf({ rasterized_content_url: maybe(text) })),
    }),
  ),
});

export const accredible: Fetcher = {
  id: 'accredible',
  name: 'Accredible',
  recognise: (pasted) => {
    const address = readPasted(pasted);
    const id = address ? idOfAddress(address) : undefined;
    if (id === undefined) return undefined;
    return {
      fetcher: 'accredible',
      subject: { credential: id.toLowerCase() },
      hosts: [HOST],
      reveals: 'credential-id',
    };
  },
  fetch: async (target, door, progress) => {
    const id = target.subject['credential'] ?? '';
    const asking: Asking = { door, hosts: [HOST], progress, closed: 'net/made-private' };
    const url = `https://${HOST}/v1/credential-net/credentials/${encodeURIComponent(id)}`;
    const answer = await askJson(asking, { url, accept: 'json', purpose: 'accredible' });
    if (!answer.ok) return answer;
    const { value } = answer.value;
    const wrapped = isObject(value) ? (value['data'] ?? value['credential']) : undefined;
    if (!isObject(wrapped)) return err(changedShape(HOST));
    if (wrapped['private'] === true) {
      return err(problem('net/made-private', { params: { host: HOST } }));
    }
    const kept = keptObject(credential, wrapped);
    const ids = [kept?.['id'], kept?.['uuid'], kept?.['encoded_id'], kept?.['license_id']];
    // The answer must be about the credential that was asked for.
    if (!kept || !ids.some((one) => plain(one).toLowerCase() === id)) {
      return err(changedShape(HOST));
    }
    progress.onProgress(1, 1);
    return fetched([jsonFile(`accredible-${fileStem(id)}`, { credential: kept }, url)], []);
  },
};

function idOfAddress(address: PastedAddress): string | undefined {
  const { site, path, fragment } = address;
  if (site === HOST) return ON_SERVICE.exec(path)?.[1];
  if (site === 'credential.net') return ON_SITE.exec(path)?.[1];
  if (site.endsWith('.accredible.com')) return ON_OTHER.exec(path)?.[1];
  // An issuer's own address gives itself away by the mark that Accredible's mails put behind it.
  return /^#(?:acc|gs)\.[a-z0-9]+$/iu.test(fragment) ? ON_OTHER.exec(path)?.[1] : undefined;
}
