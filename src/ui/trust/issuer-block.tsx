// Who the issuer is: how far up the ladder it came, whether it only looks like somebody, and the person's own
// word for it. A key or a site shows control, never a name.
import { Pin, PinOff, ShieldAlert } from 'lucide-react';
import { useState } from 'react';
import type { CredentialRecord, Issuer } from '../../domain/credential.ts';
import { checkOf, type ReasonCode, type VerificationReport } from '../../domain/report.ts';
import type { Reader } from '../../domain/reason-wording.ts';
import { issuerLabelOf } from '../../domain/summary.ts';
import { IDENTITY_RUNGS, type IssuerPin } from '../../domain/trust.ts';
import { useApp, useAppState } from '../app-context.tsx';
import { useDesk } from '../app-shell/desk.tsx';
import { Button } from '../controls/button.tsx';
import { cx } from '../controls/class-names.ts';
import { Dialog } from '../controls/dialog.tsx';
import { TextField } from '../controls/field.tsx';
import { UntrustedText } from '../controls/untrusted-text.tsx';
import { useDateLocale } from '../dates.ts';
import noticeStyles from '../detail/notice.module.css';
import { Part } from '../detail/part.tsx';
import { t } from '../messages/message.ts';
import { dayWording } from './day-wording.ts';
import { reasonSentence } from './reason-sentence.ts';
import styles from './trust.module.css';
import { useTrust } from './use-trust.ts';

/** Reasons that must be seen before anything else. */
const ALARMS: readonly ReasonCode[] = [
  'issuer-identity/looks-like',
  'issuer-identity/pinned-key-differs',
  'key-binding/pinned-key-differs',
  'key-binding/issuer-keys-replaced',
];

type WarningProps = { readonly report: VerificationReport; readonly reader: Reader };

/** The warning that the issuer may not be who it seems; nothing where there is no cause. */
export function IssuerWarning({ report, reader }: WarningProps) {
  const locale = useDateLocale();
  const causes = [checkOf(report, 'issuer-identity'), checkOf(report, 'key-binding')].flatMap(
    (check) => [check, ...(check.details ?? [])].filter(({ reason }) => ALARMS.includes(reason)),
  );
  const sentences = new Set(causes.map((cause) => reasonSentence(cause, reader, locale)));
  if (sentences.size === 0) return null;
  return (
    <div className={cx(noticeStyles.notice, noticeStyles.warning)} data-issuer-warning>
      <ShieldAlert aria-hidden size={16} />
      <div className={noticeStyles.words}>
        <p className={noticeStyles.strong}>{t('issuer.warning')}</p>
        {[...sentences].map((sentence) => (
          <p key={sentence}>
            <UntrustedText text={sentence} max={600} />
          </p>
        ))}
      </div>
    </div>
  );
}

type Props = {
  readonly record: CredentialRecord;
  readonly report: VerificationReport;
  readonly level: 2 | 3;
};

/** The rung in words, and the pin. Nothing where no issuer is named. */
export function IssuerBlock({ record, report, level }: Props) {
  const app = useApp();
  const trust = useTrust();
  const { perform, announce } = useDesk();
  // Pins may change with any change of the library.
  useAppState();
  const locale = useDateLocale();
  const [pinning, setPinning] = useState(false);
  const [, setChanges] = useState(0);
  const { issuer } = record;
  const name = issuerLabelOf(issuer);
  if (name === '' && issuer.id === undefined) return null;
  const rung = report.rung ?? 'unknown';
  const pin = pinOf(trust.pins(), issuer);
  // A name that nothing ties to a key or a site can be copied by anybody.
  const isBound = (['key-binding', 'hosted-copy'] as const).some(
    (check) => checkOf(report, check).outcome === 'passed',
  );
  const unpin = async (id: string) => {
    if (!(await perform(trust.unpin(id)))) return;
    announce(t('issuer.unpinned'));
    setChanges((times) => times + 1);
    // The report says at once what the person's word changed.
    await perform(app.verify([record.id]));
  };
  const makePin = async (note: string | undefined) => {
    setPinning(false);
    if (!(await perform(trust.pinIssuer(record.id, note)))) return;
    announce(t('issuer.pinned'));
    setChanges((times) => times + 1);
  };
  return (
    <Part title={t('issuer.title')} level={level}>
      <p className={styles.strong}>
        {name === '' ? null : <UntrustedText text={name} max={200} />}
      </p>
      {issuer.id === undefined ? null : (
        <p className={styles.code}>
          <UntrustedText text={issuer.id} max={300} />
        </p>
      )}
      <ol className={styles.ladder} aria-label={t('issuer.ladder')}>
        {IDENTITY_RUNGS.map((one) => (
          <li
            key={one}
            className={cx(styles.rung, one === rung && styles.reached)}
            {...(one === rung ? { 'aria-current': 'true' as const } : {})}
          >
            {t(`rung.${one}`)}
          </li>
        ))}
      </ol>
      <p className={styles.soft}>{t(`rungText.${rung}`)}</p>
      {pin ? (
        <>
          <p className={styles.soft}>
            {rung === 'pinned'
              ? t('issuer.pinnedOn', { day: dayWording(pin.pinnedAt, locale) })
              : t('issuer.pinnedOther')}
            {pin.note === undefined || pin.note === '' ? null : (
              <>
                {' '}
                <UntrustedText text={pin.note} max={300} />
              </>
            )}
          </p>
          <div>
            <Button icon={PinOff} onPress={() => void unpin(pin.id)}>
              {t('issuer.unpin')}
            </Button>
          </div>
        </>
      ) : !isBound ? (
        <p className={styles.soft}>{t('issuer.notBound')}</p>
      ) : (
        <div>
          <Button icon={Pin} onPress={() => setPinning(true)}>
            {t('issuer.pin')}
          </Button>
        </div>
      )}
      {pinning ? (
        <PinDialog
          name={name === '' ? (issuer.id ?? '') : name}
          isDoubtful={report.flags.includes('looks-like-another-issuer')}
          onClose={() => setPinning(false)}
          onPin={(note) => void makePin(note)}
        />
      ) : null}
    </Part>
  );
}

/** The pin for the id or the site that an issuer claims; whether it is that issuer, only the checks tell. */
export function pinOf(pins: readonly IssuerPin[], { id, url }: Issuer): IssuerPin | undefined {
  return pins.find(({ issuerIds }) => issuerIds.some((one) => one === id || one === url));
}

type PinProps = {
  readonly name: string;
  readonly isDoubtful: boolean;
  readonly onClose: () => void;
  readonly onPin: (note: string | undefined) => void;
};

function PinDialog({ name, isDoubtful, onClose, onPin }: PinProps) {
  const [note, setNote] = useState('');
  return (
    <Dialog
      open
      title={t('pin.title')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button
            kind="primary"
            onPress={() => onPin(note.trim() === '' ? undefined : note.trim())}
          >
            {t('pin.yes')}
          </Button>
        </>
      }
    >
      <p className={styles.strong}>
        <UntrustedText text={name} max={200} />
      </p>
      {isDoubtful ? (
        <div className={cx(noticeStyles.notice, noticeStyles.warning)}>
          <ShieldAlert aria-hidden size={16} />
          <p className={noticeStyles.words}>{t('pin.doubtful')}</p>
        </div>
      ) : null}
      <p>{t('pin.text')}</p>
      <p className={styles.soft}>{t('pin.keys')}</p>
      <TextField
        label={t('pin.note')}
        help={t('pin.noteHelp')}
        value={note}
        onChange={setNote}
        maxLength={300}
        autoFocus
      />
    </Dialog>
  );
}
