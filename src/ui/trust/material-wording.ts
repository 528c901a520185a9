// Kept answers of sites in people's words: what each was for, what the site said, and what asking tells it.
// Pure. An address that is missing, one that was taken back and one that gave no answer are three things.
import type { Material, MaterialUse } from '../../domain/material.ts';
import { problemWording } from '../../domain/problem-wording.ts';
import { t } from '../messages/message.ts';

/** What a document is for. */
export function documentName(use: MaterialUse): string {
  return t(`use.${use}`);
}

/** What the site answered, or why there is no answer. */
export function answerWording(material: Material): string {
  if ('failure' in material) {
    return problemWording({ code: material.failure, params: { host: hostOf(material.url) } });
  }
  const { status } = material;
  if (status >= 200 && status < 300) return t('answer.given');
  if (status === 404) return t('answer.notFound');
  if (status === 410) return t('answer.gone');
  return t('answer.other', { status: String(status) });
}

type Learned = 'issuer' | 'badge' | 'credential' | 'list' | 'public';

const LEARNED: Readonly<Record<MaterialUse, Learned>> = {
  context: 'public',
  'controller-document': 'issuer',
  'issuer-profile': 'issuer',
  'public-key': 'issuer',
  'badge-class': 'badge',
  'hosted-assertion': 'credential',
  'status-list': 'list',
  'revocation-list': 'list',
  'refreshed-credential': 'credential',
  endorsement: 'credential',
  evidence: 'credential',
  registry: 'public',
  'trust-list': 'public',
  chain: 'credential',
  'verification-page': 'credential',
};
/** What tells a host most comes first. */
const LEARNED_ORDER: readonly Learned[] = ['credential', 'badge', 'list', 'issuer', 'public'];

/** What a host learns from being asked for these, beside the address of the connection. */
export function learnsWording(uses: readonly MaterialUse[]): string {
  const learned = new Set(uses.map((use) => LEARNED[use]));
  const words = LEARNED_ORDER.filter((one) => learned.has(one)).map((one) => t(`learns.${one}`));
  return t('online.learns', { what: new Intl.ListFormat('en').format(words) });
}

/** The host of an address as it is asked; the address itself where it has none. */
export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname || url : url;
}
