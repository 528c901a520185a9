// Notes that keep themselves: after a pause, when the field is left, and when the window is hidden.
// A draft that could not be kept stays in the field and says so.
import { useEffect, useEffectEvent, useState } from 'react';
import type { CredentialRecord } from '../../domain/credential.ts';
import { problemWording } from '../../domain/problem-wording.ts';
import { useApp } from '../app-context.tsx';
import { LinkButton } from '../controls/button.tsx';
import { TextField } from '../controls/field.tsx';
import { t } from '../messages/message.ts';
import styles from './detail.module.css';
import { draftOf, holdDraft, settleDraft } from './note-drafts.ts';

const PAUSE_MS = 800;

/** The notes of one credential. */
export function NotesEditor({ record }: { readonly record: CredentialRecord }) {
  const app = useApp();
  const { id, notes } = record;
  const [draft, setDraft] = useState(() => draftOf(id));
  const [error, setError] = useState<string>();

  const keep = async () => {
    const text = draftOf(id);
    if (text === undefined) return;
    const result = await app.setNotes(id, text);
    if (result.ok) {
      settleDraft(id, text);
      setDraft(draftOf(id));
    }
    setError(result.ok ? undefined : problemWording(result.problem));
  };
  const keepNow = useEffectEvent(() => void keep());

  useEffect(() => {
    if (draft === undefined) return undefined;
    const timer = setTimeout(() => keepNow(), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [draft]);
  useEffect(() => {
    const onHide = () => keepNow();
    document.addEventListener('visibilitychange', onHide);
    return () => {
      document.removeEventListener('visibilitychange', onHide);
      keepNow();
    };
  }, []);

  return (
    <div className={styles.notes}>
      <TextField
        label={t('detail.notes')}
        hideLabel
        rows={4}
        value={draft ?? notes}
        help={error === undefined ? t('notes.help') : ''}
        error={error}
        onChange={(text) => {
          holdDraft(id, text);
          setDraft(text);
        }}
        onBlur={() => void keep()}
      />
      {error === undefined ? null : (
        <LinkButton onPress={() => void keep()}>{t('common.tryAgain')}</LinkButton>
      )}
    </div>
  );
}
