// Open Badge Passport: one badge that its owner made public.
import { problem } from '../domain/problem.ts';
import { err } from '../domain/result.ts';
import { isObject } from '../formats/json.ts';
import { askJson, changedShape, type Asking } from './ask.ts';
import { fetched, jsonFile } from './collect.ts';
import type { Fetcher } from './fetcher.ts';
import { idIn } from './pasted-address.ts';
import {
  anything,
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

const HOST = 'openbadgepassport.com';
const PAGE = /^\/app\/badge\/info\/(\d{1,12})(?:\/pic\/embed)?\/?$/u;

const content = objectOf({
  name: words,
  description: maybe(text),
  image_file: maybe(text),
  language_code: maybe(text),
  criteria_url: maybe(text),
  criteria_content: maybe(text),
  criteria_markdown: maybe(text),
  issuer_content_name: maybe(text),
  issuer_content_url: maybe(text),
  issuer_name: maybe(text),
  issuer_url: maybe(text),
  issuer_description: maybe(text),
  alignment: maybe(
    listOf(objectOf({ name: maybe(text), url: maybe(text), description: maybe(text) })),
  ),
});
const badge = objectOf({
  id: either(number, words),
  issued_on: maybe(number),
  expires_on: maybe(number),
  revoked: maybe(either(flag, number)),
  first_name: maybe(text),
  last_name: maybe(text),
  assertion_url: maybe(text),
  assertion_jws: maybe(text),
  // The assertion itself, as the standard defines it.
  assertion_json: maybe(anything),
  remote_url: maybe(text),
  content: listOf(content),
});

export const openBadgePassport: Fetcher = {
  id: 'open-badge-passport',
  name: 'Open Badge Passport',
  recognise: (pasted) => {
    const id = idIn(pasted, [HOST], PAGE);
    if (id === undefined) return undefined;
    return {
      fetcher: 'open-badge-passport',
      subject: { badge: id },
      hosts: [HOST],
      reveals: 'credential-id',
    };
  },
  fetch: async (target, door, progress) => {
    const id = target.subject['badge'] ?? '';
    const asking: Asking = { door, hosts: [HOST], progress, closed: 'net/made-private' };
    const url = `https://${HOST}/obpv1/p/badge/info/${id}`;
    const answer = await askJson(asking, { url, accept: 'json', purpose: 'open-badge-passport' });
    if (!answer.ok) return answer;
    const { value } = answer.value;
    if (isObject(value) && value['visibility'] === 'private') {
      return err(problem('net/made-private', { params: { host: HOST } }));
    }
    const kept = keptObject(badge, value);
    if (!kept || plain(kept['id']) !== id) return err(changedShape(HOST));
    progress.onProgress(1, 1);
    return fetched([jsonFile(`open-badge-passport-${id}`, kept, url)], []);
  },
};
