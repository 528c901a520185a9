// A message to the issuer, ready to be sent by the person, for files that only the issuer can mend. Pure.
import type { Problem, ProblemCode } from '../../domain/problem.ts';
import { problemWording } from '../../domain/problem-wording.ts';
import { t } from '../messages/message.ts';

type Request = 'freshCopy' | 'unlocked' | 'data' | 'file' | 'corrected' | 'smaller';

const REQUESTS: { readonly [Code in ProblemCode]?: Request } = {
  'input/empty-file': 'freshCopy',
  'input/too-large': 'smaller',
  'input/not-text': 'freshCopy',
  'json/invalid': 'freshCopy',
  'json/too-deep': 'corrected',
  'json/too-many-values': 'corrected',
  'json/duplicate-key': 'corrected',
  'json/bad-number': 'corrected',
  'json/bad-unicode': 'freshCopy',
  'xml/invalid': 'freshCopy',
  'xml/unsafe': 'corrected',
  'jwt/invalid': 'freshCopy',
  'jwt/encrypted': 'unlocked',
  'png/damaged': 'freshCopy',
  'picture/damaged': 'freshCopy',
  'picture/too-large': 'smaller',
  'picture/no-credential': 'data',
  'pdf/damaged': 'freshCopy',
  'pdf/locked': 'unlocked',
  'pdf/no-text': 'data',
  'credential/missing-field': 'corrected',
  'credential/wrong-type': 'corrected',
  'credential/bad-date': 'corrected',
  'credential/mixed-versions': 'corrected',
  'credential/forms-disagree': 'corrected',
  'credential/only-a-link': 'file',
  'archive/damaged': 'freshCopy',
  'archive/encrypted': 'unlocked',
  'archive/too-large': 'smaller',
  'mail/damaged': 'freshCopy',
  'table/workbook-damaged': 'freshCopy',
};

/**
 * The message, or undefined where the issuer cannot help. `title` is untrusted text of the credential;
 * the result is shown and copied as text only.
 */
export function issuerMessage(
  problems: readonly Problem[],
  fileName: string,
  title?: string,
): string | undefined {
  const asked = new Set<Request>();
  const sentences: string[] = [];
  for (const problem of problems) {
    const request = REQUESTS[problem.code];
    if (!request || asked.has(request)) continue;
    asked.add(request);
    sentences.push(sentenceOf(request, problem));
  }
  if (sentences.length === 0) return undefined;
  const about = title
    ? t('ask.about', { title, file: fileName })
    : t('ask.aboutFile', { file: fileName });
  return [t('ask.intro'), '', [about, ...sentences].join(' '), '', t('ask.thanks')].join('\n');
}

function sentenceOf(request: Request, problem: Problem): string {
  switch (request) {
    case 'freshCopy':
      return t('ask.freshCopy');
    case 'unlocked':
      return t('ask.unlocked');
    case 'data':
      return t('ask.data');
    case 'file':
      return t('ask.file');
    case 'smaller':
      return t('ask.smaller');
    case 'corrected':
      return t('ask.corrected', { problem: problemWording(problem) });
  }
}
