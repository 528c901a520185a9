// The one or two sentences at the top of the checks: what holds and what is still open. Pure. Nothing here
// says more than the outcome of a check does.
import {
  checkOf,
  type CheckName,
  type CheckResult,
  type VerificationReport,
} from '../../domain/report.ts';
import { dayWording } from './day-wording.ts';
import { t } from '../messages/message.ts';

/** The sentences, most important first. `locale` is that of dates. */
export function headlineOf(report: VerificationReport, locale: string): readonly string[] {
  const of = (name: CheckName): CheckResult => checkOf(report, name);
  const sentences: string[] = [];
  if (of('integrity').outcome === 'failed') sentences.push(t('headline.changed'));
  if (report.flags.includes('clock-doubtful')) sentences.push(t('headline.clock'));
  sentences.push(proofSentence(report));
  const status = statusSentence(of('revocation'), of('suspension'), locale);
  if (status !== undefined) sentences.push(status);
  if (of('not-before').outcome === 'failed') sentences.push(t('headline.notYet'));
  if (of('expiry').outcome === 'failed') sentences.push(t('headline.expired'));
  return sentences;
}

function proofSentence(report: VerificationReport): string {
  const proof = checkOf(report, 'proof');
  const binding = checkOf(report, 'key-binding');
  const copy = checkOf(report, 'hosted-copy');
  switch (proof.outcome) {
    case 'passed':
      if (binding.outcome === 'passed') return t('headline.signatureHolds');
      return binding.outcome === 'failed'
        ? t('headline.signatureForeign')
        : t('headline.signatureUnbound');
    case 'failed':
      return t('headline.signatureFails');
    case 'not-checked':
      return t('headline.signatureOpen');
    case 'not-applicable':
      break;
  }
  switch (copy.outcome) {
    case 'passed':
      return t('headline.copyMatches');
    case 'failed':
      return t('headline.copyFails');
    case 'not-checked':
      return t('headline.copyOpen');
    case 'not-applicable':
      return report.standing === 'self-declared'
        ? t('headline.ownWords')
        : t('headline.noSignature');
  }
}

function statusSentence(
  revocation: CheckResult,
  suspension: CheckResult,
  locale: string,
): string | undefined {
  if (revocation.outcome === 'failed') return t('headline.revoked');
  if (suspension.outcome === 'failed') return t('headline.suspended');
  if (revocation.outcome === 'not-checked') return openStatus(revocation);
  if (suspension.outcome === 'not-checked') return openStatus(suspension);
  if (revocation.outcome === 'passed') {
    const asOf = revocation.params?.['asOf'];
    return asOf === undefined
      ? t('headline.notRevoked')
      : t('headline.notRevokedAsOf', { day: dayWording(String(asOf), locale) });
  }
  return revocation.reason === 'status/no-way-to-revoke' ? t('headline.noWay') : undefined;
}

function openStatus({ check, reason }: CheckResult): string {
  if (reason === 'remote/no-answer') return t('headline.statusNoAnswer');
  return check === 'suspension' ? t('headline.suspensionOpen') : t('headline.revocationOpen');
}
