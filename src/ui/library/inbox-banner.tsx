// Over the library: how much waits in the inbox, and the way there.
import { Inbox } from 'lucide-react';
import { useAppState } from '../app-context.tsx';
import { useDesk } from '../app-shell/desk.tsx';
import { Button } from '../controls/button.tsx';
import { waitingCount } from '../inbox/inbox-items.ts';
import { t } from '../messages/message.ts';
import styles from './library-screen.module.css';

/** The banner; nothing while nothing waits. */
export function InboxBanner() {
  const state = useAppState();
  const { go } = useDesk();
  const count = waitingCount(state);
  if (count === 0) return null;
  return (
    <div className={styles.banner}>
      <Inbox aria-hidden size={16} />
      <span className={styles.bannerWords}>{t('inbox.banner', { count })}</span>
      <Button kind="quiet" onPress={() => go({ kind: 'inbox' })}>
        {t('inbox.review')}
      </Button>
    </div>
  );
}
