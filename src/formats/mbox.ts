// Mailboxes (`.mbox`, RFC 4155): many mails in one file, read one after the other.
import type { CredentialReading, FilePart, FileReading } from '../domain/credential.ts';
import type { Problem } from '../domain/problem.ts';
import type { DocumentReaders } from './document-readers.ts';
import { mailReading, readMailContents } from './mail.ts';
import { isMailSeparator } from './mailbox-head.ts';

const MOST_MAILS = 20_000;
const MOST_PARTS = 5_000;
const LF = 10;
const FROM = [0x46, 0x72, 0x6f, 0x6d, 0x20] as const;

/** Reads an untrusted mailbox; the same address or attachment in many mails counts once. */
export async function readMailbox(
  bytes: Uint8Array,
  fileName: string,
  readers: Pick<DocumentReaders, 'readLink'>,
): Promise<FileReading> {
  const items = new Map<string, CredentialReading>();
  const parts = new DistinctParts();
  const problems: Problem[] = [];
  let leftOut = 0;
  let excess = 0;
  const { starts, end, unopened } = mailStarts(bytes);
  for (const [at, start] of starts.entries()) {
    const mail = withoutQuotedFrom(bytes.subarray(start.content, starts[at + 1]?.line ?? end));
    const found = await readMailContents(mail, readers);
    for (const item of found.items) {
      const key = item.verifyUrl ?? item.achievement.name;
      if (!items.has(key)) items.set(key, item);
    }
    for (const part of found.parts) parts.add(part);
    leftOut += found.leftOut;
    excess += found.tooMany.attachments;
    if (problems.length === 0) problems.push(...found.problems);
  }
  const tooMany = { attachments: excess + parts.refused, mails: unopened };
  const contents = { items: [...items.values()], parts: parts.all, leftOut, tooMany, problems };
  return mailReading(contents, 'application/mbox', fileName);
}

type MailStart = { readonly line: number; readonly content: number };

/** Separator lines stand at the start or after a blank line; others are part of a mail's text. */
function mailStarts(bytes: Uint8Array): {
  readonly starts: readonly MailStart[];
  /** Where the last mail that is opened ends. */
  readonly end: number;
  readonly unopened: number;
} {
  const starts: MailStart[] = [];
  let unopened = 0;
  let last = bytes.length;
  let line = 0;
  let afterBlank = true;
  while (line < bytes.length) {
    const found = bytes.indexOf(LF, line);
    const end = found < 0 ? bytes.length : found;
    if (afterBlank && FROM.every((byte, at) => bytes[line + at] === byte)) {
      const text = new TextDecoder('utf-8').decode(bytes.subarray(line, Math.min(end, line + 400)));
      if (isMailSeparator(text)) {
        if (starts.length < MOST_MAILS) starts.push({ line, content: end + 1 });
        else {
          if (unopened === 0) last = line;
          unopened += 1;
        }
      }
    }
    afterBlank = end === line || (end === line + 1 && bytes[line] === 13);
    line = end + 1;
  }
  return { starts, end: last, unopened };
}

/** `>From ` at the start of a line stands for `From ` (mboxrd); signatures over the text need it undone. */
function withoutQuotedFrom(mail: Uint8Array): Uint8Array {
  const out = new Uint8Array(mail.length);
  let length = 0;
  for (let at = 0; at < mail.length; at += 1) {
    const atLine = at === 0 || mail[at - 1] === LF;
    const quoted = atLine && mail[at] === 0x3e && FROM.every((b, i) => mail[at + 1 + i] === b);
    if (quoted) continue;
    out[length] = mail[at] ?? 0;
    length += 1;
  }
  return out.subarray(0, length);
}

/** Attachments, each content once under each name; found again by a sum of its bytes. */
class DistinctParts {
  readonly all: FilePart[] = [];
  /** How many distinct ones came after the last that is taken. */
  refused = 0;
  readonly #known = new Map<string, FilePart[]>();

  add(part: FilePart): void {
    const key = `${checksum(part.bytes)} ${part.bytes.length} ${part.name}`;
    const known = this.#known.get(key);
    if (known?.some((one) => isSame(one.bytes, part.bytes))) return;
    if (this.all.length >= MOST_PARTS) {
      this.refused += 1;
      return;
    }
    this.all.push(part);
    if (known) known.push(part);
    else this.#known.set(key, [part]);
  }
}

/** FNV-1a, which tells contents apart quickly and proves nothing. */
function checksum(bytes: Uint8Array): number {
  let sum = 0x811c9dc5;
  for (let at = 0; at < bytes.length; at += 1) sum = Math.imul(sum ^ (bytes[at] ?? 0), 0x01000193);
  return sum >>> 0;
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  if (one.length !== other.length) return false;
  for (let at = 0; at < one.length; at += 1) if (one[at] !== other[at]) return false;
  return true;
}
