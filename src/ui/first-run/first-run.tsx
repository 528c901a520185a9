// The first screen: what Laurel is for, two ways to begin, and what it promises.
import { Check, FlaskConical, FolderInput } from 'lucide-react';
import { useState } from 'react';
import { useApp, useAppState } from '../app-context.tsx';
import { LaurelMark } from '../app-shell/laurel-mark.tsx';
import { useDesk } from '../app-shell/desk.tsx';
import { WorkProgress } from '../app-shell/work-progress.tsx';
import { Button } from '../controls/button.tsx';
import { cx } from '../controls/class-names.ts';
import { t } from '../messages/message.ts';
import styles from './first-run.module.css';

/** The welcome. Dropped files are taken by the window's own drop overlay. */
export function FirstRun() {
  const app = useApp();
  const { work } = useAppState();
  const { pickFiles, perform } = useDesk();
  const [opening, setOpening] = useState(false);
  const openSamples = async () => {
    setOpening(true);
    await perform(app.startSamples());
    setOpening(false);
  };
  const busy = opening || work !== undefined;
  return (
    <div className={styles.page}>
      <WorkProgress />
      <main className={styles.main}>
        <LaurelMark size={56} />
        <h1 className={styles.title}>{t('welcome.title')}</h1>
        <p className={styles.lead}>{t('welcome.lead')}</p>
        <div className={styles.ways}>
          <section className={cx(styles.way, styles.own)} aria-labelledby="way-own">
            <div className={styles.drop}>
              <FolderInput className={styles.wayIcon} aria-hidden size={28} strokeWidth={1.5} />
              <h2 id="way-own" className={styles.wayTitle}>
                {t('welcome.ownTitle')}
              </h2>
              <p className={styles.wayText}>{t('welcome.ownText')}</p>
              <Button kind="primary" large onPress={pickFiles} isDisabled={busy} autoFocus>
                {t('welcome.ownButton')}
              </Button>
            </div>
          </section>
          <section className={cx(styles.way, styles.samples)} aria-labelledby="way-samples">
            <FlaskConical className={styles.wayIcon} aria-hidden size={28} strokeWidth={1.5} />
            <h2 id="way-samples" className={styles.wayTitle}>
              {t('welcome.samplesTitle')}
            </h2>
            <p className={styles.wayText}>{t('welcome.samplesText')}</p>
            <Button large onPress={() => void openSamples()} isDisabled={busy}>
              {t('welcome.samplesButton')}
            </Button>
          </section>
        </div>
        <ul className={styles.promises}>
          {[t('welcome.promiseLocal'), t('welcome.promiseNet'), t('welcome.promiseOriginal')].map(
            (promise) => (
              <li key={promise} className={styles.promise}>
                <Check aria-hidden size={16} />
                {promise}
              </li>
            ),
          )}
        </ul>
      </main>
    </div>
  );
}
