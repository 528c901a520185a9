// What was read before the person put it right, with the way to take the correction back.
import { PenLine } from 'lucide-react';
import type { CorrectableField } from '../../domain/correction.ts';
import type { CredentialRecord } from '../../domain/credential.ts';
import { useApp } from '../app-context.tsx';
import { useDesk } from '../app-shell/desk.tsx';
import { LinkButton } from '../controls/button.tsx';
import { UntrustedText } from '../controls/untrusted-text.tsx';
import { t } from '../messages/message.ts';
import { fieldText } from './correctable.ts';
import styles from './corrections.module.css';

type Props = {
  readonly record: CredentialRecord;
  readonly field: CorrectableField;
  /** Told what was read, once the correction is gone. */
  readonly onTaken?: (read: string) => void;
};

/** The line under a corrected field; nothing under a field as read. */
export function TakeBack({ record, field, onTaken }: Props) {
  const app = useApp();
  const { perform } = useDesk();
  const correction = record.corrections?.[field];
  if (!correction) return null;
  const was = fieldText(record, field);
  const words =
    was === '' ? t('correct.byYouEmpty') : t('correct.byYou', { was: was.slice(0, 160) });
  const take = async () => {
    if (await perform(app.correct(record.id, field, undefined))) onTaken?.(was);
  };
  return (
    <p className={styles.takeBack}>
      <PenLine aria-hidden size={12} />
      <UntrustedText text={words} max={220} quiet />
      <LinkButton
        aria-label={t('correct.takeBackNamed', { field: t(`field.${field}`) })}
        onPress={() => void take()}
      >
        {t('correct.takeBack')}
      </LinkButton>
    </p>
  );
}
