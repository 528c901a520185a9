// What can be done with several selected lines at once.
import { Check, CloudDownload, Combine, Rows3, Tag, Trash2, X } from 'lucide-react';
import { useState } from 'react';
import type { CredentialId } from '../../domain/id.ts';
import { Button } from '../controls/button.tsx';
import { EmptyState } from '../controls/empty-state.tsx';
import { t } from '../messages/message.ts';
import { OnlineCheck } from '../trust/online-check.tsx';
import { ActButton } from './act-button.tsx';
import { credentialsAmong, type InboxItem } from './inbox-items.ts';

type Props = {
  readonly items: readonly InboxItem[];
  readonly onAccept: () => void;
  readonly onMerge: () => void;
  readonly onTag: () => void;
  readonly onDecline: () => void;
  readonly onPutAway: () => void;
};

/** The choices for all of them. */
export function SeveralReport({ items, onAccept, onMerge, onTag, onDecline, onPutAway }: Props) {
  const ids = credentialsAmong(items);
  const count = ids.length;
  const [asking, setAsking] = useState<readonly CredentialId[]>();
  return (
    <>
      <EmptyState
        icon={Rows3}
        title={t('triage.several', { count: items.length })}
        action={
          count === 0 ? (
            <ActButton icon={X} words={t('triage.putAway')} shortcut="X" onPress={onPutAway} />
          ) : (
            <>
              <ActButton
                icon={Check}
                words={t('triage.acceptCount', { count })}
                shortcut="A"
                primary
                onPress={onAccept}
              />
              {count > 1 ? (
                <ActButton
                  icon={Combine}
                  words={t('triage.mergeCount', { count })}
                  shortcut="M"
                  onPress={onMerge}
                />
              ) : null}
              <ActButton icon={Tag} words={t('triage.tag')} shortcut="T" onPress={onTag} />
              <ActButton
                icon={Trash2}
                words={t('triage.declineCount', { count })}
                shortcut="D"
                onPress={onDecline}
              />
              <Button icon={CloudDownload} onPress={() => setAsking(ids)}>
                {t('online.button')}
              </Button>
            </>
          )
        }
      >
        {t('triage.severalText')}
      </EmptyState>
      {asking ? <OnlineCheck ids={asking} onClose={() => setAsking(undefined)} /> : null}
    </>
  );
}
