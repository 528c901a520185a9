// Google Skills (also Cloud Skills Boost, Qwiklabs): the badges of a public profile page.
import { err } from '../domain/result.ts';
import { askPage, changedShape, type Asking } from './ask.ts';
import { fetched } from './collect.ts';
import type { FetchedFile, Fetcher } from './fetcher.ts';
import { findAll, ofClass, readPage, visibleText, type PageElement } from './html-page.ts';
import { certificateFile, dateIn } from './page-certificate.ts';
import { idIn, UUID } from './pasted-address.ts';

const HOST = 'www.skills.google';
const OLD_HOST = 'www.cloudskillsboost.google';
const SITES = ['skills.google', 'cloudskillsboost.google', 'qwiklabs.com'];
const PROFILE = new RegExp(`^/public_profiles/(${UUID})(?:/badges/\\d+)?/?$`, 'iu');

export const googleSkills: Fetcher = {
  id: 'google-skills',
  name: 'Google Skills',
  recognise: (pasted) => {
    const id = idIn(pasted, SITES, PROFILE);
    if (id === undefined) return undefined;
    return {
      fetcher: 'google-skills',
      subject: { profile: id.toLowerCase() },
      hosts: [HOST, OLD_HOST],
      reveals: 'profile-name',
    };
  },
  fetch: async (target, door, progress) => {
    const profile = target.subject['profile'] ?? '';
    const asking: Asking = { door, hosts: [HOST, OLD_HOST], progress, closed: 'net/made-private' };
    const address = `https://${HOST}/public_profiles/${profile}`;
    const markup = await askPage(asking, {
      url: address,
      accept: 'html',
      purpose: 'google-skills',
    });
    if (!markup.ok) return markup;
    const page = readPage(markup.value);
    const badges = ofClass(page, 'profile-badge');
    const files = badges.map((badge) => badgeFile(badge, holderOf(page), address));
    const known = files.filter((file) => file !== undefined);
    // A page without a single badge, or with one in another form, is not half-read.
    if (known.length === 0 || known.length < files.length) return err(changedShape(HOST));
    progress.onProgress(known.length, known.length);
    return fetched(known, []);
  },
};

function holderOf(page: PageElement): string | undefined {
  const [heading] = findAll(page, (element) => element.name === 'h1');
  const name = visibleText(heading);
  return name === '' ? undefined : name;
}

function badgeFile(
  badge: PageElement,
  recipient: string | undefined,
  profile: string,
): FetchedFile | undefined {
  const [link] = findAll(badge, (element) => element.name === 'a');
  const id = /\/badges\/(\d{1,20})(?:[/?#]|$)/u.exec(link?.attributes.get('href') ?? '')?.[1];
  const title = visibleText(ofClass(badge, 'ql-title-medium')[0]);
  const issuedOn = dateIn(/\bEarned\s+(.{6,40})/iu.exec(visibleText(badge))?.[1]);
  if (id === undefined || title === '' || issuedOn === undefined) return undefined;
  return certificateFile({
    title,
    issuer: 'Google Skills',
    recipient,
    issuedOn,
    number: id,
    address: `${profile}/badges/${id}`,
    fileName: `google-skills-${id}`,
  });
}
