// The form that puts right what was read. It lies over the reading; the original stays as it is.
import { useState } from 'react';
import { corrected } from '../../domain/corrected-record.ts';
import type { CredentialRecord } from '../../domain/credential.ts';
import { useApp } from '../app-context.tsx';
import { useDesk } from '../app-shell/desk.tsx';
import { Button } from '../controls/button.tsx';
import { TextField } from '../controls/field.tsx';
import { t } from '../messages/message.ts';
import { changesOf, complaintOf, CORRECTABLE, draftOf, isDateField } from './correctable.ts';
import styles from './corrections.module.css';
import { TakeBack } from './take-back.tsx';

type Props = {
  /** The record as read; its corrections are applied here. */
  readonly record: CredentialRecord;
  readonly onClose: () => void;
};

/** The form. Nothing is kept before the person says so; each field can be taken back later. */
export function CorrectionsForm({ record, onClose }: Props) {
  const app = useApp();
  const { perform, announce } = useDesk();
  const shown = draftOf(corrected(record));
  const [draft, setDraft] = useState(shown);
  const [tried, setTried] = useState(false);
  const complaints = CORRECTABLE.filter((field) => complaintOf(field, draft[field]) !== undefined);
  const keep = async () => {
    setTried(true);
    if (complaints.length > 0) return;
    for (const { field, value } of changesOf(record, shown, draft)) {
      if (!(await perform(app.correct(record.id, field, value)))) return;
    }
    announce(t('correct.kept'));
    onClose();
  };
  return (
    // Escape and Ctrl+Enter do what the two buttons do.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      className={styles.form}
      aria-label={t('correct.open')}
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.preventDefault();
          event.stopPropagation();
          onClose();
        } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          void keep();
        }
      }}
    >
      <p className={styles.intro}>{t('correct.intro')}</p>
      {CORRECTABLE.map((field, index) => (
        <div key={field} className={styles.field}>
          <TextField
            label={t(`field.${field}`)}
            value={draft[field]}
            onChange={(value) => setDraft((before) => ({ ...before, [field]: value }))}
            {...(field === 'description' ? { rows: 3 } : {})}
            {...(isDateField(field) ? { help: t('correct.dateHelp') } : {})}
            error={tried ? complaintOf(field, draft[field]) : undefined}
            autoFocus={index === 0}
          />
          <TakeBack
            record={record}
            field={field}
            onTaken={(read) => setDraft((before) => ({ ...before, [field]: read }))}
          />
        </div>
      ))}
      <div className={styles.actions}>
        <Button onPress={onClose}>{t('common.cancel')}</Button>
        <Button kind="primary" type="submit">
          {t('correct.save')}
        </Button>
      </div>
    </form>
  );
}
