// HackerRank: the passed certificates of a public profile. Scores and failed attempts are left out.
import { err } from '../domain/result.ts';
import { isObject, type JsonObject, type JsonValue } from '../formats/json.ts';
import { askJson, changedShape, type Asking } from './ask.ts';
import { fetched, fileStem, jsonFile } from './collect.ts';
import type { Fetcher } from './fetcher.ts';
import { idIn } from './pasted-address.ts';
import { keptObject, listOf, maybe, objectOf, plain, text, words } from './shape.ts';

const HOST = 'www.hackerrank.com';
const PROFILE = /^\/(?:profile\/|@)([A-Za-z0-9_]{2,40})\/?$/u;

const certificate = objectOf({ track_slug: maybe(text), label: words, level: maybe(text) });
const answerShape = objectOf({
  data: listOf(
    objectOf({
      id: words,
      type: maybe(text),
      attributes: objectOf({
        status: words,
        username: maybe(text),
        hacker_name: maybe(text),
        type: maybe(text),
        kind: maybe(text),
        completed_at: maybe(text),
        certificate: maybe(certificate),
        certificate_image: maybe(text),
      }),
    }),
  ),
});

export const hackerrank: Fetcher = {
  id: 'hackerrank',
  name: 'HackerRank',
  recognise: (pasted) => {
    const name = idIn(pasted, ['hackerrank.com'], PROFILE);
    if (name === undefined) return undefined;
    return {
      fetcher: 'hackerrank',
      subject: { profile: name },
      hosts: [HOST],
      reveals: 'profile-name',
    };
  },
  fetch: async (target, door, progress) => {
    const name = target.subject['profile'] ?? '';
    const asking: Asking = { door, hosts: [HOST], progress, closed: 'net/refused' };
    const url = `https://${HOST}/community/v1/test_results/hacker_certificate?username=${encodeURIComponent(name)}`;
    const answer = await askJson(asking, { url, accept: 'json', purpose: 'hackerrank' });
    if (!answer.ok) return answer;
    const kept = keptObject(answerShape, answer.value.value);
    if (!kept) return err(changedShape(HOST));
    const passed = (kept['data'] as readonly JsonValue[]).filter(isObject).filter(isPassed);
    // A passed test without its certificate is a form that is not known here.
    if (passed.some((one) => certificateOf(one) === undefined)) return err(changedShape(HOST));
    progress.onProgress(passed.length, passed.length);
    return fetched(
      passed.map((one) =>
        jsonFile(`hackerrank-${fileStem(plain(one['id']))}`, { data: [one] }, url),
      ),
      [],
    );
  },
};

function isPassed(one: JsonObject): boolean {
  return (one['attributes'] as JsonObject)['status'] === 'test_passed';
}

function certificateOf(one: JsonObject): JsonValue | undefined {
  return (one['attributes'] as JsonObject)['certificate'];
}
