// Microsoft Learn: a transcript that the person shared by link. E-mail address, legal name and the
// Microsoft Certification ID of the answer are left out.
import { err } from '../domain/result.ts';
import { isObject, type JsonObject, type JsonValue } from '../formats/json.ts';
import { askJson, changedShape, type Asking } from './ask.ts';
import { fetched, fileStem, jsonFile } from './collect.ts';
import type { FetchedFile, Fetcher } from './fetcher.ts';
import { idIn } from './pasted-address.ts';
import { keptObject, listOf, maybe, number, objectOf, text, words } from './shape.ts';

const HOST = 'learn.microsoft.com';
const SHARE =
  /^\/(?:[a-z]{2}-[a-z]{2,4}\/)?users\/[^/]+\/transcript\/(?:share\/)?([a-z0-9]{12,20})\/?$/iu;

const module = objectOf({
  uid: maybe(text),
  title: words,
  durationInMinutes: maybe(number),
  completedOn: maybe(text),
});
const certification = objectOf({
  name: words,
  certificationNumber: maybe(text),
  status: maybe(text),
  dateEarned: maybe(text),
  expiration: maybe(text),
});
const exam = objectOf({ examTitle: words, examNumber: maybe(text), examDateTaken: maybe(text) });
/** Qualifications and applied skills: names of their fields differ between answers. */
const otherAward = objectOf({
  name: maybe(text),
  title: maybe(text),
  certificationNumber: maybe(text),
  credentialId: maybe(text),
  status: maybe(text),
  dateEarned: maybe(text),
  awardedOn: maybe(text),
  expiration: maybe(text),
  expiresOn: maybe(text),
});
const transcript = objectOf({
  userName: maybe(text),
  modulesCompleted: maybe(listOf(module)),
  learningPathsCompleted: maybe(listOf(module)),
  certificationData: maybe(
    objectOf({
      activeCertifications: maybe(listOf(certification)),
      historicalCertifications: maybe(listOf(certification)),
      qualifications: maybe(listOf(otherAward)),
      passedExams: maybe(listOf(exam)),
    }),
  ),
  appliedSkillsData: maybe(objectOf({ appliedSkillsCredentials: maybe(listOf(otherAward)) })),
});

/** Certifications, exams, learning paths and modules, one file each, so that only news arrive later. */
export const microsoftLearn: Fetcher = {
  id: 'microsoft-learn',
  name: 'Microsoft Learn',
  recognise: (pasted) => {
    const share = idIn(pasted, [HOST], SHARE);
    if (share === undefined) return undefined;
    return {
      fetcher: 'microsoft-learn',
      subject: { share: share.toLowerCase() },
      hosts: [HOST],
      reveals: 'share-link',
    };
  },
  fetch: async (target, door, progress) => {
    const asking: Asking = { door, hosts: [HOST], progress, closed: 'net/made-private' };
    const url = `https://${HOST}/api/profiles/transcript/share/${target.subject['share'] ?? ''}?locale=en-us`;
    const answer = await askJson(asking, { url, accept: 'json', purpose: 'microsoft-learn' });
    if (!answer.ok) return answer;
    const kept = keptObject(transcript, answer.value.value);
    const isTranscript =
      kept?.['modulesCompleted'] !== undefined || kept?.['certificationData'] !== undefined;
    if (!kept || !isTranscript) return err(changedShape(HOST));
    const files = filesOf(kept, url);
    progress.onProgress(files.length, files.length);
    return fetched(files, []);
  },
};

function filesOf(kept: JsonObject, from: string): readonly FetchedFile[] {
  const who = kept['userName'] === undefined ? {} : { userName: kept['userName'] };
  const data = isObject(kept['certificationData']) ? kept['certificationData'] : {};
  const file = (key: string, value: JsonObject): FetchedFile =>
    jsonFile(`microsoft-learn-${fileStem(key)}`, { ...who, ...value }, from);
  const lists = ['activeCertifications', 'historicalCertifications', 'qualifications'];
  const certifications = lists.flatMap((list) =>
    listIn(data, list).map((one) =>
      file(keyOf(one, 'certificationNumber', 'name', 'title'), {
        certificationData: { [list]: [one] },
      }),
    ),
  );
  const skills = isObject(kept['appliedSkillsData']) ? kept['appliedSkillsData'] : {};
  const applied = listIn(skills, 'appliedSkillsCredentials').map((one) =>
    file(keyOf(one, 'credentialId', 'title', 'name'), {
      appliedSkillsData: { appliedSkillsCredentials: [one] },
    }),
  );
  const exams = listIn(data, 'passedExams').map((one) =>
    file(`exam-${keyOf(one, 'examNumber', 'examTitle')}`, {
      certificationData: { passedExams: [one] },
    }),
  );
  const courses = ['learningPathsCompleted', 'modulesCompleted'].flatMap((list) =>
    listIn(kept, list).map((one) => file(keyOf(one, 'uid', 'title'), { [list]: [one] })),
  );
  return [...certifications, ...applied, ...exams, ...courses];
}

function listIn(node: JsonObject, name: string): readonly JsonObject[] {
  return ((node[name] ?? []) as readonly JsonValue[]).filter(isObject);
}

function keyOf(one: JsonObject, ...names: readonly string[]): string {
  const found = names.map((name) => one[name]).find((value) => typeof value === 'string');
  return typeof found === 'string' ? found : 'entry';
}
