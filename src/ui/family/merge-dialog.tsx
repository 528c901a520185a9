// Which credential is the same achievement: those that look alike first, then anything one searches for.
import { useEffect, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { FamilySuggestion } from '../../app/laurel-app.ts';
import type { CredentialId } from '../../domain/id.ts';
import type { CredentialSummary } from '../../domain/summary.ts';
import { useApp, useAppState } from '../app-context.tsx';
import { Button } from '../controls/button.tsx';
import { cx } from '../controls/class-names.ts';
import { Dialog } from '../controls/dialog.tsx';
import { SearchField } from '../controls/field.tsx';
import { StandingBadge } from '../controls/standing-badge.tsx';
import { UntrustedText } from '../controls/untrusted-text.tsx';
import { t } from '../messages/message.ts';
import styles from './family.module.css';

type Props = {
  readonly id: CredentialId;
  readonly suggestions: readonly FamilySuggestion[];
  readonly onChoose: (id: CredentialId) => void;
  readonly onClose: () => void;
};

const MOST_FOUND = 12;

/** The dialog. Choosing closes nothing by itself; the caller does. */
export function MergeDialog({ id, suggestions, onChoose, onClose }: Props) {
  const app = useApp();
  const { credentials } = useAppState();
  const [text, setText] = useState('');
  const [found, setFound] = useState<readonly CredentialId[]>([]);
  useEffect(() => {
    let latest = true;
    const request = {
      text,
      standings: [],
      flags: [],
      tags: [],
      sort: { key: 'relevance', descending: true },
      binned: false,
    } as const;
    if (text.trim() !== '') {
      void app.find(request).then(({ ids }) => {
        if (latest) setFound(ids);
      });
    }
    return () => {
      latest = false;
    };
  }, [app, text]);
  const listed =
    text.trim() === ''
      ? []
      : found
          .filter((one) => one !== id)
          .slice(0, MOST_FOUND)
          .flatMap((one) => credentials.find((summary) => summary.id === one) ?? []);
  return (
    <Dialog
      open
      title={t('merge.title')}
      onClose={onClose}
      actions={<Button onPress={onClose}>{t('common.cancel')}</Button>}
    >
      <p className={styles.text}>{t('family.mergeText')}</p>
      {suggestions.length > 0 ? (
        <section className={styles.list}>
          <h3 className={styles.heading}>{t('merge.lookAlike')}</h3>
          {suggestions.map(({ summary, reason }) => (
            <Choice
              key={summary.id}
              summary={summary}
              note={t(`family.${reason}`)}
              onChoose={onChoose}
            />
          ))}
        </section>
      ) : (
        <p>{t('merge.nothing')}</p>
      )}
      <SearchField
        label={t('merge.search')}
        placeholder={t('search.placeholder')}
        value={text}
        onChange={setText}
      />
      {listed.length > 0 ? (
        <section className={styles.list}>
          <h3 className={styles.heading}>{t('merge.found')}</h3>
          {listed.map((summary) => (
            <Choice
              key={summary.id}
              summary={summary}
              note={summary.fileName}
              onChoose={onChoose}
            />
          ))}
        </section>
      ) : null}
    </Dialog>
  );
}

type ChoiceProps = {
  readonly summary: CredentialSummary;
  readonly note: string;
  readonly onChoose: (id: CredentialId) => void;
};

function Choice({ summary, note, onChoose }: ChoiceProps) {
  return (
    <AriaButton
      className={cx(styles.choice)}
      aria-label={t('merge.with', { title: summary.title })}
      onPress={() => onChoose(summary.id)}
    >
      <span className={styles.words}>
        <span className={styles.name}>
          <UntrustedText text={summary.title} max={160} quiet />
        </span>
        <br />
        <span className={styles.soft}>
          <UntrustedText text={summary.issuerName} max={100} quiet />
          {summary.issuerName === '' ? '' : ' · '}
          <UntrustedText text={note} max={120} quiet />
        </span>
      </span>
      <StandingBadge standing={summary.standing} />
    </AriaButton>
  );
}
