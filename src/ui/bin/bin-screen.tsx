// The bin: what was put away, newest first, and the way back.
import { useVirtualizer } from '@tanstack/react-virtual';
import { RotateCcw, Trash2 } from 'lucide-react';
import { useMemo, useRef } from 'react';
import { useApp, useAppState } from '../app-context.tsx';
import { useDesk } from '../app-shell/desk.tsx';
import { Button, LinkButton } from '../controls/button.tsx';
import { EmptyState } from '../controls/empty-state.tsx';
import { UntrustedText } from '../controls/untrusted-text.tsx';
import { formatMoment, useDateLocale } from '../dates.ts';
import { Thumbnail } from '../library/thumbnail.tsx';
import { t } from '../messages/message.ts';
import styles from './bin-screen.module.css';

const ROW_HEIGHT = 64;

/** The bin screen. */
export function BinScreen() {
  const app = useApp();
  const { binned } = useAppState();
  const { go, perform } = useDesk();
  const locale = useDateLocale();
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useMemo(
    () => [...binned].sort((a, b) => (b.binnedAt ?? '').localeCompare(a.binnedAt ?? '')),
    [binned],
  );
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
  });
  return (
    <section className={styles.screen} aria-labelledby="bin-title">
      <header className={styles.header}>
        <div className={styles.titles}>
          <h1 id="bin-title" className={styles.title}>
            {t('nav.bin')}
          </h1>
          <p className={styles.text}>{t('bin.text')}</p>
        </div>
        {rows.length > 1 ? (
          <Button
            icon={RotateCcw}
            onPress={() => void perform(app.restore(rows.map((row) => row.id)))}
          >
            {t('bin.restoreAll', { count: rows.length })}
          </Button>
        ) : null}
      </header>
      {rows.length === 0 ? (
        <EmptyState
          icon={Trash2}
          title={t('bin.emptyTitle')}
          action={<Button onPress={() => go({ kind: 'library' })}>{t('bin.toLibrary')}</Button>}
        >
          {t('bin.emptyText')}
        </EmptyState>
      ) : (
        <div ref={scroller} className={styles.scroller}>
          <ul className={styles.list} style={{ height: `${virtualizer.getTotalSize()}px` }}>
            {virtualizer.getVirtualItems().map((item) => {
              const row = rows[item.index];
              if (!row) return null;
              return (
                <li
                  key={row.id}
                  className={styles.row}
                  aria-setsize={rows.length}
                  aria-posinset={item.index + 1}
                  style={{ transform: `translateY(${item.start}px)` }}
                >
                  <Thumbnail id={row.id} mediaType={row.mediaType} />
                  <span className={styles.words}>
                    <span className={styles.rowTitle}>
                      <LinkButton
                        onPress={() => go({ kind: 'credential', id: row.id, from: 'bin' })}
                      >
                        <UntrustedText
                          text={row.title || t('credential.untitled')}
                          max={160}
                          quiet
                        />
                      </LinkButton>
                    </span>
                    <span className={styles.when}>
                      {row.binnedAt
                        ? t('bin.since', { when: formatMoment(row.binnedAt, locale) })
                        : null}
                    </span>
                  </span>
                  <Button icon={RotateCcw} onPress={() => void perform(app.restore([row.id]))}>
                    {t('bin.restore')}
                    <span className="visually-hidden"> {row.title}</span>
                  </Button>
                </li>
              );
            })}
          </ul>
        </div>
      )}
    </section>
  );
}
