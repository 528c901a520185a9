// The sentences about revocation, suspension and the lists that say it. Part of reason-wording.ts: what was read,
// what it means, and what to do; a list that could not be read is never a fault of the credential.
import type { Sentence } from './reasons/sentence.ts';
import type { ReasonCode, ReasonParams } from './report.ts';

type StatusReason = Extract<ReasonCode, `status/${string}`>;

export const STATUS_REASONS: Readonly<Record<StatusReason, Sentence>> = {
  'status/no-way-to-revoke': 'The issuer offers no way to revoke this credential.',
  'status/no-way-to-suspend': 'The issuer offers no way to suspend this credential.',
  'status/needs-network': (p) =>
    `The issuer keeps a list${p['host'] === undefined ? '' : ` at ${p['host']}`}, and nothing was fetched.`,
  'status/kind-not-supported': (p) =>
    `Laurel cannot read this kind of status list yet${p['kind'] === undefined ? '' : ` (${p['kind']})`}.`,
  'status/document-only': 'A document like this cannot be looked up in a list.',
  'status/may-be-hidden':
    'This copy names no list of withdrawn credentials. There may be one among the fields that were kept back.',
  'status/revoked': (p) => `${whoSays(p)} has revoked it${given(p)}${readOn(p)}.${elsewhere(p)}`,
  'status/suspended': (p) =>
    `${whoSays(p)} has suspended it${readOn(p)}. That can be taken back.${elsewhere(p)}`,
  'status/good': {
    holder: (p) => `${notOnList(p)}${isOld(p) ? ` ${READ_AGAIN}; check again.` : ''}`,
    employer: (p) => `${notOnList(p)}${isOld(p) ? ` ${READ_AGAIN}.` : ''}`,
  },
  'status/list-not-trusted':
    'A list was read, but it is not shown to be the issuer’s own, so it says nothing.',
  'status/list-not-signed':
    'A list was read, but nobody signed it, so it says nothing. Ask the issuer about its list.',
  'status/list-proof-not-checked': (p) =>
    `A list was read, but its own signature could not be checked${p['host'] === undefined ? '' : ` without the keys of ${p['host']}`}, so it says nothing.`,
  'status/list-of-other-issuer': {
    holder: (p) => `${otherKeeper(p)}. It counts once you trust its keeper.`,
    employer: (p) => `${otherKeeper(p)}, so it was not relied on.`,
  },
  'status/list-not-on-issuers-site': (p) =>
    `The list at ${p['host'] ?? 'that site'} is not signed and does not lie on the issuer’s own site (${p['issuer'] ?? 'unknown'}), so it says nothing.`,
  'status/list-other-purpose': (p) =>
    `The list was read, but it was made for something else${p['purposes'] === undefined ? '' : ` (${p['purposes']})`}, so it does not answer this.`,
  'status/list-out-of-date': {
    holder: (p) =>
      p['ended'] === undefined
        ? outOfDate(p)
        : `${outOfDate(p)} Check again; the issuer may have a newer one.`,
    employer: outOfDate,
  },
  'status/list-too-short':
    'The issuer’s list does not name this credential, but it is shorter than the standard allows, so that is not counted as an answer.',
  'status/list-too-large':
    'The issuer’s list unpacks to more than any list needs, so it was not read.',
  'status/list-unusable': 'The issuer’s list is damaged and could not be read.',
  'status/not-a-list': (p) =>
    `What ${p['host'] ?? 'the site'} gave is not a status list, so it says nothing.`,
  'status/no-such-place':
    'The issuer’s list ends before the place that this credential names. Ask the issuer for a corrected credential.',
  'status/no-id-to-look-up':
    'The list names credentials by their id, and this one has none, so it cannot be looked up.',
  'status/entry-unusable': (p) =>
    `The credential says in a form that cannot be read where its status stands${p['field'] === undefined ? '' : ` (${p['field']})`}. Ask the issuer for a corrected credential.`,
  'status/too-many-entries': (p) =>
    `It names more lists than any credential needs; the first ${p['count'] ?? 'few'} were looked at.`,
  'status/message': (p) =>
    `The issuer’s list also says “${p['message'] ?? ''}”${p['purpose'] === undefined ? '' : ` about “${p['purpose']}”`}${readOn(p)}. This takes nothing away.`,
  'status/newer-copy': (p) => `The issuer says that a newer version is ready${readOn(p)}.`,
  'status/no-newer-copy': (p) => `The issuer names no newer version${readOn(p)}.`,
};

const READ_AGAIN = 'The issuer wants the list to be read again by now';

function isOld(p: ReasonParams): boolean {
  return p['asOf'] !== undefined && p['again'] !== undefined;
}

function notOnList(p: ReasonParams): string {
  return p['asOf'] === undefined
    ? 'The issuer’s own list was read, and it is not on it.'
    : `The issuer’s own list was read on ${p['asOf']}, and it was not on it.`;
}

function otherKeeper(p: ReasonParams): string {
  return `The list is kept by ${p['list'] ?? 'somebody else'} and not by the issuer, ${p['issuer'] ?? 'whom the credential names'}`;
}

function outOfDate(p: ReasonParams): string {
  if (p['begins'] !== undefined) {
    return `The issuer’s list counts only from ${p['begins']}, so it says nothing yet.`;
  }
  return p['ended'] === undefined
    ? 'The issuer’s list is not valid at this time, so it says nothing.'
    : `The issuer’s list counted until ${p['ended']}, so it says nothing any more.`;
}

function whoSays(p: ReasonParams): string {
  return p['keeper'] === undefined
    ? 'The issuer'
    : `The list that the issuer names, kept by ${p['keeper']}, says that the issuer`;
}

function given(p: ReasonParams): string {
  return p['reason'] === undefined ? '' : `: “${p['reason']}”`;
}

function readOn(p: ReasonParams): string {
  return p['asOf'] === undefined ? '' : `, as of ${p['asOf']}`;
}

function elsewhere(p: ReasonParams): string {
  return p['elsewhere'] === undefined
    ? ''
    : ` The list gives another address as its own (${p['elsewhere']}); ask the issuer.`;
}
