// Says that the open library is invented, and leads to one's own.
import { FlaskConical } from 'lucide-react';
import { useApp, useAppState } from '../app-context.tsx';
import { LinkButton } from '../controls/button.tsx';
import { t } from '../messages/message.ts';
import { useDesk } from './desk.tsx';
import styles from './sample-banner.module.css';

/** The banner over the samples; nothing over one's own library. */
export function SampleBanner() {
  const { library } = useAppState();
  const app = useApp();
  const { perform } = useDesk();
  if (library?.kind !== 'sample') return null;
  return (
    <aside className={styles.banner} aria-label={t('samples.label')}>
      <FlaskConical aria-hidden size={16} />
      <span>{t('samples.banner')}</span>
      <LinkButton onPress={() => void perform(app.leaveSamples())}>{t('samples.leave')}</LinkButton>
    </aside>
  );
}
