// The full view of one credential: what it says and its checks on one side, the original on the other.
import { ArrowLeft, ChevronLeft, ChevronRight, Printer, RotateCcw, Trash2 } from 'lucide-react';
import { useEffect } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import type { CredentialId } from '../../domain/id.ts';
import { useApp } from '../app-context.tsx';
import { useDesk, type Place } from '../app-shell/desk.tsx';
import { Button, IconButton } from '../controls/button.tsx';
import { cx } from '../controls/class-names.ts';
import { EmptyState } from '../controls/empty-state.tsx';
import { moveTo } from '../library/grid-selection.ts';
import type { LibraryView } from '../library/library-view.ts';
import { FileQuestion } from 'lucide-react';
import { t } from '../messages/message.ts';
import { OriginalPanel } from '../original-viewer/original-panel.tsx';
import { AboutPanel } from './about-panel.tsx';
import { ChecksPanel } from './checks-panel.tsx';
import { CredentialHeader } from './credential-header.tsx';
import styles from './detail.module.css';
import { useCredential } from './use-credential.ts';

type Props = {
  readonly id: CredentialId;
  readonly from: Place;
  readonly view: LibraryView;
};

/** The full view. Escape goes back to where it was opened. */
export function CredentialScreen({ id, from, view }: Props) {
  const app = useApp();
  const { go, perform } = useDesk();
  const loaded = useCredential(id);
  const ids = from === 'library' ? (view.found?.ids ?? []) : [];
  const at = ids.indexOf(id);
  const step = (by: number) => {
    const next = ids[at + by];
    if (next === undefined) return;
    view.select((before) => moveTo(before, ids, at + by, 'replace'));
    go({ kind: 'credential', id: next, from });
  };
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      if (!document.querySelector('[role="dialog"]')) go({ kind: from });
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [go, from]);
  const back = (
    <Button kind="quiet" icon={ArrowLeft} onPress={() => go({ kind: from })}>
      {from === 'library'
        ? t('detail.toLibrary')
        : from === 'bin'
          ? t('detail.toBin')
          : t('detail.toInbox')}
    </Button>
  );
  if (loaded.kind === 'loading') return <div className={styles.full}>{back}</div>;
  if (loaded.kind === 'gone') {
    return <EmptyState icon={FileQuestion} title={t('credential.gone')} action={back} />;
  }
  const { record } = loaded;
  const binned = record.binnedAt !== undefined;
  return (
    <article className={styles.full}>
      <div className={styles.fullBar}>
        {back}
        {at >= 0 ? (
          <span className={styles.steps}>
            <IconButton
              icon={ChevronLeft}
              label={t('detail.previous')}
              isDisabled={at === 0}
              onPress={() => step(-1)}
            />
            <span className={styles.position}>
              {t('detail.position', { at: at + 1, of: ids.length })}
            </span>
            <IconButton
              icon={ChevronRight}
              label={t('detail.next')}
              isDisabled={at === ids.length - 1}
              onPress={() => step(1)}
            />
          </span>
        ) : null}
        <span className={styles.spacer} />
        {binned ? (
          <Button icon={RotateCcw} onPress={() => void perform(app.restore([id]))}>
            {t('bin.restore')}
          </Button>
        ) : (
          <>
            <Button
              icon={Trash2}
              onPress={() =>
                void perform(app.bin([id])).then((done) => (done ? go({ kind: from }) : undefined))
              }
            >
              {t('selection.bin')}
            </Button>
            <Button icon={Printer} onPress={() => go({ kind: 'portfolio', ids: [id] })}>
              {t('selection.print')}
            </Button>
          </>
        )}
      </div>
      <div className={styles.columns}>
        <div className={styles.left}>
          <CredentialHeader record={record} level={1} />
          <Tabs className={cx(styles.tabs)}>
            <TabList aria-label={t('detail.parts')} className={cx(styles.tabList)}>
              <Tab id="about" className={cx(styles.tab)}>
                {t('detail.about')}
              </Tab>
              <Tab id="checks" className={cx(styles.tab)}>
                {t('detail.checks')}
              </Tab>
            </TabList>
            <TabPanel id="about" className={cx(styles.panel)}>
              <AboutPanel record={record} level={2} />
            </TabPanel>
            <TabPanel id="checks" className={cx(styles.panel)}>
              <ChecksPanel record={record} level={2} />
            </TabPanel>
          </Tabs>
        </div>
        <section className={styles.right} aria-label={t('detail.original')}>
          <OriginalPanel record={record} />
        </section>
      </div>
    </article>
  );
}
