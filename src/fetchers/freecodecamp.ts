// freeCodeCamp: one certification of a public profile.
import { problem } from '../domain/problem.ts';
import { err } from '../domain/result.ts';
import { isObject, listOf as elementsOf, type JsonValue } from '../formats/json.ts';
import { askJson, changedShape, type Asking } from './ask.ts';
import { fetched, fileStem, jsonFile } from './collect.ts';
import type { Fetcher } from './fetcher.ts';
import { readPasted } from './pasted-address.ts';
import { keptObject, maybe, number, objectOf, plain, text, words } from './shape.ts';

const HOST = 'api.freecodecamp.org';
const PAGE = /^\/certification\/([A-Za-z0-9_.-]{1,60})\/([a-z0-9-]{1,80})\/?$/u;

const certification = objectOf({
  username: maybe(text),
  name: maybe(text),
  certSlug: maybe(text),
  certTitle: words,
  completionTime: maybe(number),
  date: number,
});

export const freecodecamp: Fetcher = {
  id: 'freecodecamp',
  name: 'freeCodeCamp',
  recognise: (pasted) => {
    const address = readPasted(pasted);
    if (address?.site !== 'freecodecamp.org') return undefined;
    const [, profile, slug] = PAGE.exec(address.path) ?? [];
    if (profile === undefined || slug === undefined) return undefined;
    return {
      fetcher: 'freecodecamp',
      subject: { profile, certification: slug },
      hosts: [HOST],
      reveals: 'profile-name',
    };
  },
  fetch: async (target, door, progress) => {
    const profile = target.subject['profile'] ?? '';
    const slug = target.subject['certification'] ?? '';
    const asking: Asking = { door, hosts: [HOST], progress, closed: 'net/refused' };
    const url = `https://${HOST}/certificate/showCert/${encodeURIComponent(profile)}/${encodeURIComponent(slug)}`;
    const answer = await askJson(asking, { url, accept: 'json', purpose: 'freecodecamp' });
    if (!answer.ok) return answer;
    const { value } = answer.value;
    if (isObject(value) && value['messages'] !== undefined) {
      return err(problem(reasonOf(value['messages']), { params: { host: HOST } }));
    }
    const kept = keptObject(certification, value);
    if (!kept) return err(changedShape(HOST));
    progress.onProgress(1, 1);
    return fetched([jsonFile(`freecodecamp-${fileStem(slug)}`, kept, url)], []);
  },
};

/** Why nothing is shown: the service says so in a message with status 200. */
function reasonOf(messages: JsonValue | undefined): 'net/made-private' | 'net/not-found' {
  const all = elementsOf(messages).map((one) => (isObject(one) ? plain(one['message']) : ''));
  return all.some((message) => /private|honest|not-public/iu.test(message))
    ? 'net/made-private'
    : 'net/not-found';
}
