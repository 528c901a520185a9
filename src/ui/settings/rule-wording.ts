// An import rule as a sentence, and the choices of the form. Pure.
import type { ImportRule } from '../../domain/inbox.ts';
import { standingWording } from '../../domain/wording.ts';
import { formatWording } from '../format-wording.ts';
import { t } from '../messages/message.ts';

/** "from Credly, issued by Larkfield: accept, tag work". */
export function ruleWording({ when, then }: ImportRule): string {
  const conditions = [
    when.provider === undefined ? '' : t('rules.whenProvider', { value: when.provider }),
    when.issuer === undefined ? '' : t('rules.whenIssuer', { value: when.issuer }),
    when.format === undefined ? '' : t('rules.whenFormat', { value: formatWording(when.format) }),
    when.standing === undefined
      ? ''
      : t('rules.whenStanding', { value: standingWording(when.standing).word }),
  ];
  const acts = [
    then.accept ? t('rules.thenAccept') : '',
    then.tags.length > 0 ? t('rules.thenTags', { tags: then.tags.join(', ') }) : '',
  ];
  const joined = (parts: readonly string[]) => parts.filter((part) => part !== '').join(', ');
  return t('rules.sentence', { when: joined(conditions), then: joined(acts) });
}

/** Tags as typed, with commas between them; each once. */
export function tagsOf(typed: string): readonly string[] {
  const tags = typed.split(',').map((tag) => tag.trim());
  return [...new Set(tags.filter((tag) => tag !== ''))];
}
