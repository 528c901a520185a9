// The line that begins every mail of a mailbox (RFC 4155).

/** `From sender Sat Jan  3 01:05:34 1996`, with whatever a program adds behind the year. */
const SEPARATOR =
  /^From \S+\s.*\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b.*\b\d{2}:\d{2}(?::\d{2})?\b.*\b(?:19|20)\d{2}\b/u;

/** True for such a line. */
export function isMailSeparator(line: string): boolean {
  return SEPARATOR.test(line);
}

/** True where an untrusted text begins as a mailbox does. */
export function looksLikeMailbox(head: string): boolean {
  return isMailSeparator(head.slice(0, 400).split(/\r?\n/u)[0] ?? '');
}
