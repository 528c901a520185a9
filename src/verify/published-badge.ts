// The badge and the Profile of an Open Badges assertion as their issuer publishes them: read from their own
// addresses, because what is embedded in a file is only a claim. Decides nothing about the assertion.
import type { MaterialUse } from '../domain/material.ts';
import {
  type JsonObject,
  type JsonValue,
  firstObject,
  idOf,
  isObject,
  stringOf,
} from '../formats/json.ts';
import { textOf } from '../formats/language-text.ts';
import { type Finding, notChecked } from './check-result.ts';
import { hostOf } from './did.ts';
import { type DocumentReader, unread } from './documents.ts';
import { isOnHostOf, isSameAddress, webUrl } from './same-site.ts';

/** A document as read at its own address, or why there is none. */
export type Published =
  | { readonly object: JsonObject; readonly id: string; readonly asOf?: string }
  | { readonly finding: (needed: Finding) => Finding };

export type PublishedBadge = { readonly badge: Published; readonly profile: Published };

/**
 * Reads badge and Profile. Versions 0.5 and 1.0 may write them into the assertion: `holder` is then the document
 * that the issuer itself published (with the address it was read at), or nothing for a file that came by itself.
 */
export async function readPublished(
  badge: JsonValue | undefined,
  documents: DocumentReader,
  holder?: string,
): Promise<PublishedBadge> {
  const inline = firstObject(badge);
  const badgeId = webUrl(idOf(badge)) ? idOf(badge) : undefined;
  const stored: Published =
    badgeId !== undefined
      ? await readAt(badgeId, 'badge-class', documents)
      : inline && holder !== undefined
        ? { object: inline, id: holder }
        : nowhere();
  // Without the badge's own document, the claim in the file still says whose Profile to look at.
  const issuer = ('object' in stored ? stored.object : (inline ?? {}))['issuer'];
  return { badge: stored, profile: await readProfile(issuer, stored, documents) };
}

async function readProfile(
  issuer: JsonValue | undefined,
  badge: Published,
  documents: DocumentReader,
): Promise<Published> {
  const issuerId = idOf(issuer);
  if (webUrl(issuerId) && issuerId !== undefined)
    return readAt(issuerId, 'issuer-profile', documents);
  const inline = firstObject(issuer);
  // An issuer inside a published badge is who its site says it is: `origin` (0.5) names that site.
  const site = inline && (stringOf(inline['origin']) ?? stringOf(inline['url']));
  return inline && site !== undefined && 'object' in badge
    ? { object: inline, id: site }
    : 'finding' in badge
      ? badge
      : nowhere();
}

/**
 * The document at an address. It must say that this is its address, or say nothing of it (versions up to 1.0); a
 * document that moved inside its site is read again where it says it stands.
 */
export async function readAt(
  url: string,
  use: MaterialUse,
  documents: DocumentReader,
): Promise<Published> {
  const first = await readObjectAt(url, use, documents);
  if (!('object' in first)) return first;
  const own = idOf(first.object);
  if (own === undefined && !isNamed(first.object, use)) {
    const problem = 'net/changed-shape';
    return { finding: () => notChecked('remote/no-answer', { host: hostOf(url) ?? '', problem }) };
  }
  if (own === undefined || isSameAddress(own, url)) return first;
  if (isOnHostOf(own, url)) {
    const second = await readObjectAt(own, use, documents);
    if (!('object' in second) || isSameAddress(idOf(second.object), own)) return second;
  }
  return { finding: () => notChecked('remote/other-document', { host: hostOf(url) ?? '' }) };
}

/** Every version names its badges and issuers; some other answer of the site does not pass for one. */
function isNamed(object: JsonObject, use: MaterialUse): boolean {
  const isOfBadge = use === 'badge-class' || use === 'issuer-profile';
  return !isOfBadge || textOf(object['name']) !== undefined;
}

async function readObjectAt(
  url: string,
  use: MaterialUse,
  documents: DocumentReader,
): Promise<Published> {
  const answer = await documents.askObject(url, use);
  if (answer.kind !== 'object') return { finding: (needed) => unread(url, answer, needed) };
  const { readAt: at } = answer.document;
  return { object: answer.object, id: url, ...(at === undefined ? {} : { asOf: at.slice(0, 10) }) };
}

function nowhere(): Published {
  return { finding: (needed) => needed };
}

/** The host to name where an assertion's documents are still to be read. */
export function hostParams(assertion: JsonObject): { readonly host?: string } {
  const badge = assertion['badge'];
  const url =
    (isObject(badge) ? idOf(badge['issuer']) : undefined) ?? idOf(badge) ?? idOf(assertion);
  const host = url === undefined ? undefined : hostOf(url);
  return host === undefined ? {} : { host };
}
