// What reports say on paper. The reader of a print is a stranger, not the holder, so the few sentences
// that speak to the holder are worded anew; every other sentence is the catalogue's.
import type { CheckName, Flag, ReasonCode, ReasonParams, Standing } from '../domain/report.ts';
import { reasonWording } from '../domain/reason-wording.ts';
import { checkNameWording, flagWording, standingWording } from '../domain/wording.ts';

type Sentence = string | ((params: ReasonParams) => string);

const REASONS: Partial<Readonly<Record<ReasonCode, Sentence>>> = {
  'integrity/hash-matches': 'The file is the same, byte for byte, as the one the holder received.',
  'integrity/hash-differs': 'The file has changed since the holder received it.',
  'issuer-identity/unknown': 'A key or a site shows control, not a name.',
  'recipient/no-identities-known': 'The recipient was not compared with the holder.',
  'evidence/only-when-asked': 'Evidence was not looked up.',
  'expiry/expired': (p) =>
    `${p['date'] === undefined ? 'It has expired.' : `It expired on ${p['date']}.`} It still shows what was achieved then.`,
};

const CHECKS: Partial<Readonly<Record<CheckName, string>>> = {
  recipient: 'Issued to the holder',
};

const MEANINGS: Partial<Readonly<Record<Standing, string>>> = {
  seen: 'The holder opened the issuer’s verification page and recorded what it said.',
  'self-declared': 'The holder entered this; there is no file.',
};

export function printReason(reason: ReasonCode, params: ReasonParams | undefined): string {
  const sentence = REASONS[reason];
  if (sentence === undefined) return reasonWording(reason, params);
  return typeof sentence === 'string' ? sentence : sentence(params ?? {});
}

export function printCheck(check: CheckName): string {
  return CHECKS[check] ?? checkNameWording(check);
}

export function printStanding(standing: Standing): {
  readonly word: string;
  readonly meaning: string;
} {
  const { word, meaning } = standingWording(standing);
  return { word, meaning: MEANINGS[standing] ?? meaning };
}

export function printFlag(flag: Flag): string {
  return flagWording(flag);
}
