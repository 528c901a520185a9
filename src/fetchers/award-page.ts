// Skilljar and Intellum: the public page of one certificate, read by the lines that people see on it.
import { err, type Result } from '../domain/result.ts';
import { askPage, changedShape, type Asking } from './ask.ts';
import { fetched } from './collect.ts';
import type { FetchDoor, FetchedFiles, Fetcher, FetchProgress } from './fetcher.ts';
import { forbiddenHost } from './forbidden.ts';
import { metaOf, readPage, visibleLines, type PageElement } from './html-page.ts';
import { certificateFile, dateIn, type PageCertificate } from './page-certificate.ts';
import { idIn, readPasted } from './pasted-address.ts';

const SKILLJAR_HOST = 'verify.skilljar.com';
const AWARD = /^\/student\/award\/([A-Za-z0-9]{24})\/?$/u;
const ACADEMIES: ReadonlyMap<string, string> = new Map([
  ['skillshop.exceedlms.com', 'Google Skillshop'],
  ['university.atlassian.com', 'Atlassian University'],
]);

export const skilljar: Fetcher = {
  id: 'skilljar',
  name: 'Skilljar',
  recognise: (pasted) => {
    const code = idIn(pasted, [SKILLJAR_HOST], /^\/c\/([a-z0-9]{12})\/?$/iu);
    if (code === undefined) return undefined;
    return {
      fetcher: 'skilljar',
      subject: { certificate: code.toLowerCase() },
      hosts: [SKILLJAR_HOST],
      reveals: 'credential-id',
    };
  },
  fetch: (target, door, progress) => {
    const code = target.subject['certificate'] ?? '';
    const address = `https://${SKILLJAR_HOST}/c/${code}`;
    return certificateOf({ address, purpose: 'skilljar', door, progress }, (page) =>
      skilljarCertificate(page, address, code),
    );
  },
};

/** Any academy on Intellum: the host is the academy's own, so it is part of the subject. */
export const intellum: Fetcher = {
  id: 'intellum',
  name: 'Intellum academy',
  recognise: (pasted) => {
    const address = readPasted(pasted);
    const award = address ? AWARD.exec(address.path)?.[1] : undefined;
    if (!address || award === undefined || forbiddenHost(address.host)) return undefined;
    return {
      fetcher: 'intellum',
      subject: { host: address.host, award },
      hosts: [address.host],
      reveals: 'credential-id',
    };
  },
  fetch: (target, door, progress) => {
    const host = target.subject['host'] ?? '';
    const award = target.subject['award'] ?? '';
    const address = `https://${host}/student/award/${award}`;
    return certificateOf({ address, purpose: 'intellum', door, progress }, (page) =>
      intellumCertificate(page, address, host, award),
    );
  },
};

async function certificateOf(
  request: { address: string; purpose: string; door: FetchDoor; progress: FetchProgress },
  read: (page: PageElement) => PageCertificate | undefined,
): Promise<Result<FetchedFiles>> {
  const { address, purpose, door, progress } = request;
  const { hostname } = new URL(address);
  const asking: Asking = { door, hosts: [hostname], progress, closed: 'net/refused' };
  const markup = await askPage(asking, { url: address, accept: 'html', purpose });
  if (!markup.ok) return markup;
  const certificate = read(readPage(markup.value));
  if (!certificate) return err(changedShape(hostname));
  progress.onProgress(1, 1);
  return fetched([certificateFile(certificate)], []);
}

/** Labels stand above or before their values: "Course Completed", "Offered By", "Completion Date". */
function skilljarCertificate(
  page: PageElement,
  address: string,
  code: string,
): PageCertificate | undefined {
  const lines = visibleLines(page);
  const title =
    valueOf(lines, 'Course Completed') ??
    /^Certificate for (.+)$/u.exec(metaOf(page, 'og:title') ?? '')?.[1];
  const issuer = valueOf(lines, 'Offered By');
  const issuedOn = dateIn(valueOf(lines, 'Completion Date'));
  if (title === undefined || issuer === undefined || issuedOn === undefined) return undefined;
  return { title, issuer, issuedOn, number: code, address, fileName: `skilljar-${code}` };
}

function valueOf(lines: readonly string[], label: string): string | undefined {
  const at = lines.findIndex((line) => line.toLowerCase().startsWith(label.toLowerCase()));
  if (at < 0) return undefined;
  const beside = (lines[at] ?? '')
    .slice(label.length)
    .replace(/^\s*:\s*/u, '')
    .trim();
  return beside === '' ? lines[at + 1] : beside;
}

/** "Congratulations!", the title, "Completed by … on …", "Completion ID: …". */
function intellumCertificate(
  page: PageElement,
  address: string,
  host: string,
  award: string,
): PageCertificate | undefined {
  const lines = visibleLines(page);
  const at = lines.findIndex((line) => /^Completed by .+ on .+$/u.test(line));
  const [, recipient, when] = /^Completed by (.+) on (.+)$/u.exec(lines[at] ?? '') ?? [];
  const title = lines[at - 1];
  const issuedOn = dateIn(when);
  if (at < 1 || title === undefined || issuedOn === undefined) return undefined;
  const number = lines.map((line) => /^Completion ID:?\s*(\d{3,20})$/u.exec(line)?.[1]);
  return {
    title,
    issuer: ACADEMIES.get(host) ?? metaOf(page, 'og:site_name'),
    recipient,
    issuedOn,
    number: number.find((found) => found !== undefined),
    address,
    fileName: `award-${award}`,
  };
}
