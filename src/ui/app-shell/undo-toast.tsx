// After an act that changed credentials: what happened, and Undo. It waits while it is hovered or focused.
import { useEffect, useState } from 'react';
import { Undo2, X } from 'lucide-react';
import type { Act } from '../../app/laurel-app.ts';
import { useApp, useAppState } from '../app-context.tsx';
import { Button, IconButton } from '../controls/button.tsx';
import { t } from '../messages/message.ts';
import { useDesk } from './desk.tsx';
import styles from './undo-toast.module.css';

const SHOWN_MS = 10_000;

/** One act in words, such as "Tagged 3 credentials". */
export function actWording({ kind, count, name = '' }: Act): string {
  switch (kind) {
    case 'import':
      return t('act.import', { count });
    case 'tag':
      return t('act.tag', { count, name });
    case 'untag':
      return t('act.untag', { count, name });
    case 'notes':
      return t('act.notes');
    case 'bin':
      return t('act.bin', { count });
    case 'restore':
      return t('act.restore', { count });
    case 'delete-tag':
      return t('act.deleteTag', { name });
    case 'accept':
      return t('act.accept', { count });
    case 'decline':
      return t('act.decline', { count });
    case 'dismiss':
      return t('act.dismiss', { count });
    case 'correct':
      return t('act.correct');
    case 'join':
      return t('act.join', { count });
    case 'part':
      return t('act.part');
    case 'rules':
      return t('act.rules');
    case 'identities':
      return t('act.identities');
    case 'seen':
      return t('act.seen');
    case 'pin':
      return t('act.pin', { name });
    case 'unpin':
      return t('act.unpin');
  }
}

/** True for a new act of the person that the toast should offer to take back. */
function offersUndo(act: Act | undefined, redo: Act | undefined): act is Act {
  return act !== undefined && redo === undefined && act.kind !== 'notes' && act.kind !== 'import';
}

/** The toast. It appears for each new act and leaves by itself. */
export function UndoToast() {
  const app = useApp();
  const { undo, redo } = useAppState();
  const { perform } = useDesk();
  const [dismissed, setDismissed] = useState(undo);
  const [held, setHeld] = useState(false);
  const shown = offersUndo(undo, redo) && undo !== dismissed ? undo : undefined;
  useEffect(() => {
    if (!shown || held) return undefined;
    const timer = setTimeout(() => setDismissed(shown), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [shown, held]);
  return (
    <div
      role="status"
      className={styles.place}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {shown ? (
        <div className={styles.toast}>
          <span className={styles.words}>
            <bdi>{actWording(shown)}</bdi>
          </span>
          <Button kind="quiet" icon={Undo2} onPress={() => void perform(app.undo())}>
            {t('common.undo')}
          </Button>
          <IconButton
            icon={X}
            label={t('common.dismiss')}
            onPress={() => {
              setHeld(false);
              setDismissed(shown);
            }}
            small
          />
        </div>
      ) : null}
    </div>
  );
}
