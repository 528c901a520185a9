// How a sentence about a reason is written down: one for every reader, or one for the holder and one for an
// employer. The employer's is in the third person and says what was and was not shown, never more.
import type { ReasonParams } from '../report.ts';

/** Who reads a sentence: the person whose credential it is, or somebody it is shown to. */
export type Reader = 'holder' | 'employer';

/** Gives the sentence that decided about something inside a credential, for the same reader. */
export type Because = (params: ReasonParams) => string;

type Said = string | ((params: ReasonParams, because: Because) => string);

export type Sentence = Said | Readonly<Record<Reader, Said>>;

/** Sets the sentence for a reader. Values in it may be untrusted text; show it as text alone. */
export function say(
  sentence: Sentence,
  reader: Reader,
  params: ReasonParams,
  because: Because,
): string {
  const said = typeof sentence === 'object' ? sentence[reader] : sentence;
  return typeof said === 'string' ? said : said(params, because);
}
