// Mailboxes (`.mbox`, RFC 4155): many mails in one file, read one after the other.
import type { CredentialReading, FilePart, FileReading } from '../domain/credential.ts';
import { problem, type Problem } from '../domain/problem.ts';
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
  const parts = new Map<string, FilePart>();
  const problems: Problem[] = [];
  let leftOut = 0;
  const starts = mailStarts(bytes);
  for (const [at, start] of starts.entries()) {
    const mail = withoutQuotedFrom(bytes.subarray(start.content, starts[at + 1]?.line));
    const found = await readMailContents(mail, readers);
    for (const item of found.items) {
      const key = item.verifyUrl ?? item.achievement.name;
      if (!items.has(key)) items.set(key, item);
    }
    for (const part of found.parts) {
      const key = `${part.name} ${part.bytes.length}`;
      if (parts.size < MOST_PARTS && !isSameAs(parts.get(key), part)) {
        parts.set(parts.has(key) ? `${key} ${at}` : key, part);
      }
    }
    leftOut += found.leftOut;
    if (problems.length === 0) problems.push(...found.problems);
  }
  if (starts.length >= MOST_MAILS) problems.push(problem('mail/damaged', { cause: 'too many' }));
  const contents = { items: [...items.values()], parts: [...parts.values()], leftOut, problems };
  return mailReading(contents, 'application/mbox', fileName);
}

type MailStart = { readonly line: number; readonly content: number };

/** Separator lines stand at the start or after a blank line; others are part of a mail's text. */
function mailStarts(bytes: Uint8Array): readonly MailStart[] {
  const starts: MailStart[] = [];
  let line = 0;
  let afterBlank = true;
  while (line < bytes.length && starts.length < MOST_MAILS) {
    const found = bytes.indexOf(LF, line);
    const end = found < 0 ? bytes.length : found;
    if (afterBlank && FROM.every((byte, at) => bytes[line + at] === byte)) {
      const text = new TextDecoder('utf-8').decode(bytes.subarray(line, Math.min(end, line + 400)));
      if (isMailSeparator(text)) starts.push({ line, content: end + 1 });
    }
    afterBlank = end === line || (end === line + 1 && bytes[line] === 13);
    line = end + 1;
  }
  return starts;
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

function isSameAs(known: FilePart | undefined, part: FilePart): boolean {
  return (
    known !== undefined &&
    known.bytes.length === part.bytes.length &&
    known.bytes.every((byte, at) => byte === part.bytes[at])
  );
}
