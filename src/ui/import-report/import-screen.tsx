// The report of the last import: per file what was found, in a list that stays quick at thousands.
import { useVirtualizer } from '@tanstack/react-virtual';
import { Inbox, Plus } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import type { ImportedFile } from '../../app/laurel-app.ts';
import { useDesk } from '../app-shell/desk.tsx';
import { Button } from '../controls/button.tsx';
import { Segments } from '../controls/choice.tsx';
import { EmptyState } from '../controls/empty-state.tsx';
import { t } from '../messages/message.ts';
import { countOutcomes, summaryLine } from './import-summary.ts';
import { ImportedFileRow } from './imported-file-row.tsx';
import styles from './import-screen.module.css';

type Choice = 'all' | ImportedFile['outcome'];

/** The import report, or how to begin where nothing was imported yet. */
export function ImportScreen() {
  const { report, go, pickFiles } = useDesk();
  const [choice, setChoice] = useState<Choice>('all');
  const scroller = useRef<HTMLDivElement>(null);
  const files = useMemo(() => report?.files ?? [], [report]);
  const counts = useMemo(() => countOutcomes(files), [files]);
  const shown = useMemo(
    () => (choice === 'all' ? files : files.filter((file) => file.outcome === choice)),
    [files, choice],
  );
  const virtualizer = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 76,
    overscan: 6,
  });
  if (!report) {
    return (
      <EmptyState
        icon={Inbox}
        title={t('import.noneTitle')}
        action={
          <Button kind="primary" icon={Plus} onPress={pickFiles}>
            {t('import.add')}
          </Button>
        }
      >
        {t('import.noneText')}
      </EmptyState>
    );
  }
  const choices = [
    { value: 'all' as const, label: t('import.all', { count: files.length }) },
    { value: 'read' as const, label: t('import.choiceRead', { count: counts.read }) },
    { value: 'kept' as const, label: t('import.choiceKept', { count: counts.kept }) },
    {
      value: 'duplicate' as const,
      label: t('import.choiceDuplicate', { count: counts.duplicate }),
    },
    { value: 'refused' as const, label: t('import.choiceRefused', { count: counts.refused }) },
    {
      value: 'cancelled' as const,
      label: t('import.choiceCancelled', { count: counts.cancelled }),
    },
  ].filter(({ value }) => value === 'all' || counts[value] > 0);
  return (
    <section className={styles.screen} aria-labelledby="import-title">
      <header className={styles.header}>
        <div className={styles.titles}>
          <h1 id="import-title" className={styles.title}>
            {report.cancelled ? t('import.titleStopped') : t('import.title')}
          </h1>
          <p className={styles.summary}>{summaryLine(report)}</p>
        </div>
        <Button icon={Plus} onPress={pickFiles}>
          {t('import.more')}
        </Button>
        <Button kind="primary" onPress={() => go({ kind: 'library' })}>
          {t('import.toLibrary')}
        </Button>
      </header>
      {choices.length > 2 ? (
        <div className={styles.choices}>
          <Segments
            label={t('import.show')}
            value={choice}
            options={choices}
            onChange={setChoice}
          />
        </div>
      ) : null}
      {/* A scrolling region must be reachable by keyboard. */}
      <div
        ref={scroller}
        className={styles.scroller}
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        role="group"
        aria-label={t('import.list')}
      >
        <ul className={styles.list} style={{ height: `${virtualizer.getTotalSize()}px` }}>
          {virtualizer.getVirtualItems().map((item) => {
            const file = shown[item.index];
            return file ? (
              <li
                key={item.key}
                ref={virtualizer.measureElement}
                data-index={item.index}
                aria-setsize={shown.length}
                aria-posinset={item.index + 1}
                className={styles.item}
                style={{ transform: `translateY(${item.start}px)` }}
              >
                <ImportedFileRow file={file} />
              </li>
            ) : null;
          })}
        </ul>
      </div>
    </section>
  );
}
