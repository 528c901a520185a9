// Judges titles that programs put on documents: the Info dictionary's title and file names.

const PROGRAM_TITLES =
  /^(?:about:blank|untitled|document\d*|(?:microsoft )?(?:word|powerpoint|excel)\b.*|powerpoint[- ]pr.*|презентация powerpoint|presentación de powerpoint|présentation powerpoint|slide \d+|print|page \d+|index|pdf|blank|template|(?:my )?(?:e-?)?certificates?(?:\s?\d+)?|certificate template|diploma|.*\.(?:docx?|pptx?|indd|ai|psd|html?|pdf|svg|png|jpe?g)|.*\blogo here\b.*|.*\b(?:graduation|get) certificate\b.*|\S*(?:prod|template|_v\d+)|[\w-]{20,})$/iu;

/**
 * The title a program stored, when it names what was earned; `undefined` for what programs write by
 * themselves ("Microsoft Word - …", "about:blank") and for a mere name of the organisation.
 */
export function meaningfulInfoTitle(
  title: string | undefined,
  organisations: readonly string[],
): string | undefined {
  if (title === undefined) return undefined;
  const stripped = title
    .replace(/\s+/gu, ' ')
    .replace(/^.{0,40}?\bcertificates?\s*[:–—-]\s+/iu, '')
    .trim();
  if (stripped.length < 4 || stripped.length > 160 || PROGRAM_TITLES.test(stripped))
    return undefined;
  if (!/\p{L}{3}/u.test(stripped) || /[|_]/u.test(stripped)) return undefined;
  const lower = stripped.toLocaleLowerCase();
  return organisations.some((name) => name.toLocaleLowerCase() === lower) ? undefined : stripped;
}
