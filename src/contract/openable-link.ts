// Which addresses may be opened outside the app. Pure; used by the page and again by the host.
import { problem } from '../domain/problem.ts';
import { type Result, err, ok } from '../domain/result.ts';

/** `shownHost` is what a person must see before agreeing: the host in ASCII (punycode), or the mailbox. */
export type OpenableLink = { readonly href: string; readonly shownHost: string };

const MAX_LINK_LENGTH = 2_000;
/** RFC 6068 without header fields: a recipient only, so a link cannot pre-write or copy a message. */
const MAILTO_PATTERN = /^mailto:([A-Za-z0-9.!#$'*+/=^_`{|}~-]+@[A-Za-z0-9.-]+)$/;

/** Accepts https without credentials and mailto without headers; everything else is refused. */
export function parseOpenableLink(text: string): Result<OpenableLink> {
  const refused = err(problem('host/link-not-allowed'));
  // Spaces, tabs and control characters are dropped by URL parsers, so two readers could disagree.
  if (text.length > MAX_LINK_LENGTH || /[\s\p{Cc}\\]/u.test(text)) return refused;
  const mailbox = MAILTO_PATTERN.exec(text)?.[1];
  if (mailbox !== undefined) return ok({ href: text, shownHost: mailbox });
  // `https:evil` parses to a host as well; only the full form is what a person sees.
  if (!/^https:\/\/[^/]/i.test(text) || !URL.canParse(text)) return refused;
  const url = new URL(text);
  if (url.protocol !== 'https:' || url.username !== '' || url.password !== '') return refused;
  return ok({ href: url.href, shownHost: url.host });
}
