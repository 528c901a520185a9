// Mail (`.eml`): its attachments as parts, the credentials that its links name as items. Remote pictures
// are never loaded and no link is followed.
import PostalMime, { type Attachment } from 'postal-mime';
import type { CredentialReading, FilePart, FileReading } from '../domain/credential.ts';
import { finding, type Finding, type FindingCode } from '../domain/finding.ts';
import { LIMITS } from '../domain/limits.ts';
import { problem, type Problem } from '../domain/problem.ts';
import { isNeverCredential, shownName } from './archive-names.ts';
import { readBakedPng, readBakedSvg } from './baked.ts';
import type { DocumentReaders } from './document-readers.ts';
import { documentOf, kept } from './file-outcome.ts';
import { linkItems } from './pasted-text.ts';
import { addressesIn, linksOfHtml } from './text-addresses.ts';

export type MailContents = {
  readonly items: readonly CredentialReading[];
  readonly parts: readonly FilePart[];
  /** Attachments that hold no credential. */
  readonly leftOut: number;
  /** Attachments and mails beyond what is taken from one file. */
  readonly tooMany: { readonly attachments: number; readonly mails?: number };
  readonly problems: readonly Problem[];
};

const MEDIA_TYPE = 'message/rfc822';
const MOST_ATTACHMENTS = 500;
const MOST_BODY = 5 * 1024 * 1024;
const TYPE_ENDINGS: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'application/json': 'json',
  'application/ld+json': 'jsonld',
  'image/png': 'png',
  'image/svg+xml': 'svg',
  'image/jpeg': 'jpg',
};

/** Reads an untrusted mail. The mail itself is stored only as the original of what its links name. */
export async function readMail(
  bytes: Uint8Array,
  fileName: string,
  readers: Pick<DocumentReaders, 'readLink'>,
): Promise<FileReading> {
  return mailReading(await readMailContents(bytes, readers), MEDIA_TYPE, fileName);
}

/** The answer for one mail or a mailbox. */
export function mailReading(
  { items, parts, leftOut, tooMany, problems }: MailContents,
  mediaType: string,
  fileName: string,
): FileReading {
  const findings: Finding[] = [
    ...countedAs('found/in-mail-attachment', parts.length),
    ...countedAs('found/links', items.length),
    ...countedAs('left-out/other-files', leftOut),
    ...countedAs('left-out/attachments', tooMany.attachments),
    ...countedAs('left-out/mails', tooMany.mails ?? 0),
  ];
  if (items.length === 0 && parts.length === 0) {
    const all = [...problems, problem('mail/nothing-found')];
    return { ...kept(mediaType, [documentOf(fileName)], all), findings };
  }
  return {
    outcome: items.length > 0 ? 'read' : 'kept',
    mediaType,
    items,
    problems,
    findings,
    parts,
    ...(items.length === 0 ? { storesParts: true } : {}),
  };
}

function countedAs(code: FindingCode, count: number): readonly Finding[] {
  return count > 0 ? [finding(code, { count })] : [];
}

/** What one untrusted mail holds. Never throws: a mail broken half-way gives what was found. */
export async function readMailContents(
  bytes: Uint8Array,
  { readLink }: Pick<DocumentReaders, 'readLink'>,
): Promise<MailContents> {
  try {
    const mail = await PostalMime.parse(bytes, {
      maxNestingDepth: 32,
      maxHeadersSize: 256 * 1024,
      attachmentEncoding: 'arraybuffer',
    });
    const html = (mail.html ?? '').slice(0, MOST_BODY);
    const text = (mail.text ?? '').slice(0, MOST_BODY);
    const addresses = [...new Set([...linksOfHtml(html), ...addressesIn(text)])];
    const parts: FilePart[] = [];
    let leftOut = 0;
    for (const attachment of mail.attachments.slice(0, MOST_ATTACHMENTS)) {
      const part = partOf(attachment, parts.length);
      if (part) parts.push(part);
      else leftOut += 1;
    }
    const tooMany = { attachments: Math.max(0, mail.attachments.length - MOST_ATTACHMENTS) };
    return { items: linkItems(addresses, readLink), parts, leftOut, tooMany, problems: [] };
  } catch (cause) {
    const problems = [problem('mail/damaged', { cause })];
    return { items: [], parts: [], leftOut: 0, tooMany: { attachments: 0 }, problems };
  }
}

/** An attachment worth reading. Pictures that belong to the layout count only with a credential inside. */
function partOf(attachment: Attachment, at: number): FilePart | undefined {
  const { content, mimeType, filename, disposition, related } = attachment;
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : toBytes(content);
  if (bytes.length === 0 || bytes.length > LIMITS.fileBytes) return undefined;
  const ending = TYPE_ENDINGS[mimeType];
  const name = shownName(filename ?? `attachment-${at + 1}${ending ? `.${ending}` : ''}`);
  if (
    isNeverCredential(name) ||
    /^(?:text\/(?:html|calendar)|application\/pgp-|application\/(?:x-)?pkcs7-)/u.test(mimeType)
  ) {
    return undefined;
  }
  const isLayout = mimeType.startsWith('image/') && (related === true || disposition === 'inline');
  return isLayout && !carriesCredential(bytes, mimeType) ? undefined : { name, bytes };
}

function carriesCredential(bytes: Uint8Array, mimeType: string): boolean {
  if (mimeType === 'image/png') return readBakedPng(bytes).items.length > 0;
  return mimeType === 'image/svg+xml' && readBakedSvg(bytes).items.length > 0;
}

function toBytes(content: ArrayBuffer | Uint8Array): Uint8Array {
  return content instanceof Uint8Array ? content : new Uint8Array(content);
}
