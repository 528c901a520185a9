// The library: header, search and filters, the list, and what to do with the selection.
import { LibraryBig, SearchX } from 'lucide-react';
import { useCallback, useEffect, useState, type RefObject } from 'react';
import type { CredentialId } from '../../domain/id.ts';
import { useApp, useAppState } from '../app-context.tsx';
import { useDesk } from '../app-shell/desk.tsx';
import { useDelayed } from '../app-shell/delayed.ts';
import { AddMenu } from '../add/add-menu.tsx';
import { Button } from '../controls/button.tsx';
import { EmptyState } from '../controls/empty-state.tsx';
import { t } from '../messages/message.ts';
import { CredentialGrid } from './credential-grid.tsx';
import { InboxBanner } from './inbox-banner.tsx';
import { neighbourOf, NOTHING_SELECTED } from './grid-selection.ts';
import { nextSort, type LibraryView } from './library-view.ts';
import { LibraryLooks, LibraryToolbar } from './library-toolbar.tsx';
import styles from './library-screen.module.css';
import { SelectionBar } from './selection-bar.tsx';
import { TagDialog } from './tag-dialog.tsx';

type Props = { readonly view: LibraryView; readonly searchRef: RefObject<HTMLInputElement | null> };

const ANNOUNCE_AFTER_MS = 600;

/** The library screen. */
export function LibraryScreen({ view, searchRef }: Props) {
  const app = useApp();
  const { credentials, copies, tags } = useAppState();
  const { go, perform, announce } = useDesk();
  const [tagging, setTagging] = useState(false);
  const { found, selection, select, filtered, summaries } = view;
  const total = credentials.length;
  const ids = found?.ids ?? [];
  const searching = useDelayed(found === undefined && total > 0);

  const shown = found?.ids.length;
  useEffect(() => {
    if (!filtered || shown === undefined) return undefined;
    const timer = setTimeout(
      () => announce(t('library.found', { count: shown })),
      ANNOUNCE_AFTER_MS,
    );
    return () => clearTimeout(timer);
  }, [filtered, shown, view.text, announce]);

  const open = useCallback(
    (id: CredentialId) => go({ kind: 'credential', id, from: 'library' }),
    [go],
  );
  const selected = ids.filter((id) => selection.selected.has(id));
  const bin = () => {
    if (selected.length === 0) return;
    const next = neighbourOf(ids, selection.selected);
    void perform(app.bin(selected)).then((done) => {
      if (done)
        select(() =>
          next === undefined ? NOTHING_SELECTED : { selected: new Set(), active: next },
        );
    });
  };
  const focusList = () => {
    document.querySelector<HTMLElement>('[role="grid"] [role="row"][tabindex="0"]')?.focus();
  };

  return (
    <section className={styles.screen} aria-labelledby="library-title">
      <header className={styles.header}>
        <h1 id="library-title" className={styles.heading}>
          {t('nav.library')}
        </h1>
        <p className={styles.total}>
          {filtered && found
            ? t('library.foundOf', { found: ids.length, total })
            : t('library.total', { count: total })}
        </p>
        {total > 0 ? <LibraryLooks view={view} /> : null}
        {total > 0 ? <AddMenu /> : null}
      </header>
      <InboxBanner />
      {total === 0 ? (
        <EmptyState icon={LibraryBig} title={t('library.emptyTitle')} action={<AddMenu />}>
          {t('library.emptyText')}
        </EmptyState>
      ) : (
        <>
          <LibraryToolbar view={view} tags={tags} searchRef={searchRef} onLeaveDown={focusList} />
          {found && ids.length === 0 ? (
            <EmptyState
              icon={SearchX}
              title={t('library.nothingTitle')}
              action={
                <Button onPress={view.clear}>{t('library.showAll', { count: total })}</Button>
              }
            >
              {t('library.nothingText')}
            </EmptyState>
          ) : found ? (
            <CredentialGrid
              label={t('nav.library')}
              ids={ids}
              summaries={summaries}
              copies={copies}
              tags={tags}
              terms={found.terms}
              sort={view.sort}
              onSort={(key) => view.setSort(nextSort(view.sort, key))}
              selection={selection}
              onSelect={select}
              onOpen={open}
              onBin={bin}
              onTag={() => setTagging(selected.length > 0)}
            />
          ) : (
            <p className={styles.waiting}>{searching ? t('library.searching') : null}</p>
          )}
          <SelectionBar ids={selected} view={view} onTag={() => setTagging(true)} onBin={bin} />
        </>
      )}
      {tagging ? <TagDialog ids={selected} onClose={() => setTagging(false)} /> : null}
    </section>
  );
}
