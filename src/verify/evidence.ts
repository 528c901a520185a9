// The check of evidence pages: asked only when the person wants it. A page that is gone is no fault of the
// credential, so nothing else hangs on this check.
import type { Evidence } from '../domain/credential.ts';
import type { CheckDetail } from '../domain/report.ts';
import { type Finding, failed, notApplicable, notChecked, passed } from './check-result.ts';
import { hostOf } from './did.ts';
import { type DocumentReader, codeOfStatus, unread } from './documents.ts';

/** At most this many pages: the credential decides which addresses are asked. */
const MAX_PAGES = 10;

/** Asks for every page of evidence when `isWanted`; otherwise says that nobody asked. */
export async function checkEvidence(
  evidence: readonly Evidence[],
  isWanted: boolean,
  documents: DocumentReader,
): Promise<Finding> {
  if (evidence.length === 0) return notApplicable('evidence/none');
  const urls = [
    ...new Set(evidence.flatMap(({ id }) => (id && /^https?:\/\//i.test(id) ? id : []))),
  ];
  if (urls.length === 0) return notApplicable('evidence/without-address');
  if (!isWanted) return notChecked('evidence/only-when-asked');
  const details: CheckDetail[] = [];
  for (const url of urls.slice(0, MAX_PAGES)) details.push(await judgePage(url, documents));
  const [total, good] = [urls.length, details.filter(({ outcome }) => outcome === 'passed').length];
  if (good === total) return { ...passed('evidence/reachable', { total }), details };
  const gone = details.find(({ outcome }) => outcome === 'failed');
  if (total === 1)
    return { ...(gone ?? details[0] ?? notChecked('evidence/needs-network')), details };
  const params = { good, total };
  const found = gone ? failed('evidence/some', params) : notChecked('evidence/some', params);
  return { ...found, details };
}

async function judgePage(url: string, documents: DocumentReader): Promise<CheckDetail> {
  const name = hostOf(url);
  const host = name === undefined ? {} : { host: name };
  const answer = await documents.ask(url, 'evidence');
  if (answer.kind !== 'answered') {
    return unread(url, answer, notChecked('evidence/needs-network', host));
  }
  const { status } = answer.document;
  if (status >= 200 && status < 300) return passed('evidence/page-reachable', host);
  if (status === 404 || status === 410) return failed('evidence/not-found', host);
  return notChecked('remote/no-answer', { ...host, problem: codeOfStatus(status) });
}
