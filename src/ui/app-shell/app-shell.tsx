// Sidebar, main and inspector around the open screen; panes resize and are remembered.
import { useEffect, useRef, useState } from 'react';
import { useApp, useAppState } from '../app-context.tsx';
import { BinScreen } from '../bin/bin-screen.tsx';
import { CredentialScreen } from '../detail/credential-screen.tsx';
import { Inspector } from '../detail/inspector.tsx';
import { AddDialogs } from '../add/add-dialogs.tsx';
import { InboxScreen } from '../inbox/inbox-screen.tsx';
import { LibraryScreen } from '../library/library-screen.tsx';
import { useLibraryView } from '../library/library-view.ts';
import { t } from '../messages/message.ts';
import { PortfolioScreen } from '../portfolio/portfolio-screen.tsx';
import { setPreferences, usePreferences } from '../preferences.ts';
import { SettingsScreen } from '../settings/settings-screen.tsx';
import styles from './app-shell.module.css';
import { useDesk } from './desk.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { useMediaQuery } from './media-query.ts';
import { Notices } from './notices.tsx';
import { SampleBanner } from './sample-banner.tsx';
import { useShortcuts, type ShortcutId } from './shortcuts.ts';
import { ShortcutsSheet } from './shortcuts-sheet.tsx';
import { Sidebar } from './sidebar.tsx';
import { Splitter } from './splitter.tsx';
import { UndoToast } from './undo-toast.tsx';
import { WorkProgress } from './work-progress.tsx';

const SIDEBAR = { min: 168, max: 320 } as const;
const INSPECTOR = { min: 320, max: 720 } as const;

/** The window of an open library. */
export function AppShell() {
  const app = useApp();
  const { undo, redo, credentials } = useAppState();
  const { screen, go, pickFiles, perform } = useDesk();
  const { sidebarWidth, inspectorWidth } = usePreferences();
  const view = useLibraryView();
  const [sheet, setSheet] = useState(false);
  const searchRef = useRef<HTMLInputElement>(null);
  const searchNext = useRef(false);
  const main = useRef<HTMLElement>(null);
  const roomForWords = useMediaQuery('(min-width: 1100px)');
  const roomForInspector = useMediaQuery('(min-width: 900px)');

  useEffect(() => {
    if (screen.kind !== 'library' || !searchNext.current) return;
    searchNext.current = false;
    searchRef.current?.focus();
  }, [screen]);
  useEffect(() => {
    // What held the focus may have gone with the screen before.
    if (document.activeElement === document.body) main.current?.focus({ preventScroll: true });
  }, [screen]);

  const run = (id: ShortcutId) => {
    if (id === 'sheet') setSheet(true);
    else if (id === 'add') pickFiles();
    else if (id === 'undo' && undo) void perform(app.undo());
    else if (id === 'redo' && redo) void perform(app.redo());
    else if (id === 'print') {
      const ids = view.found?.ids.filter((one) => view.selection.selected.has(one)) ?? [];
      if (ids.length > 0) go({ kind: 'portfolio', ids });
    } else if (id === 'search') {
      if (screen.kind === 'library') {
        searchRef.current?.focus();
        searchRef.current?.select();
      } else {
        searchNext.current = true;
        go({ kind: 'library' });
      }
    }
  };
  useShortcuts(run);

  const inspecting = screen.kind === 'library' && roomForInspector && credentials.length > 0;
  return (
    <div className={styles.shell}>
      <Sidebar
        width={roomForWords ? sidebarWidth : undefined}
        selectedCount={view.selection.selected.size}
        onSheet={() => setSheet(true)}
        onPortfolio={() => run('print')}
      >
        {roomForWords ? (
          <Splitter
            label={t('panes.sidebar')}
            width={sidebarWidth}
            {...SIDEBAR}
            side="end"
            onChange={(width) => setPreferences({ sidebarWidth: width })}
          />
        ) : null}
      </Sidebar>
      <div className={styles.centre}>
        <SampleBanner />
        <Notices />
        <WorkProgress />
        <div className={styles.content}>
          <main ref={main} className={styles.main} tabIndex={-1}>
            <ErrorBoundary resetKey={screen.kind}>
              {screen.kind === 'library' ? (
                <LibraryScreen view={view} searchRef={searchRef} />
              ) : null}
              {screen.kind === 'credential' ? (
                <CredentialScreen key={screen.id} id={screen.id} from={screen.from} view={view} />
              ) : null}
              {screen.kind === 'inbox' ? <InboxScreen /> : null}
              {screen.kind === 'portfolio' ? <PortfolioScreen ids={screen.ids} /> : null}
              {screen.kind === 'bin' ? <BinScreen /> : null}
              {screen.kind === 'settings' ? <SettingsScreen /> : null}
            </ErrorBoundary>
          </main>
          {inspecting ? (
            <aside
              className={styles.inspector}
              style={{ width: `min(${inspectorWidth}px, 40vw)` }}
              aria-label={t('panes.inspectorName')}
            >
              <Splitter
                label={t('panes.inspector')}
                width={inspectorWidth}
                {...INSPECTOR}
                side="start"
                onChange={(width) => setPreferences({ inspectorWidth: width })}
              />
              <ErrorBoundary resetKey={view.selection.active ?? ''}>
                <Inspector view={view} />
              </ErrorBoundary>
            </aside>
          ) : null}
        </div>
      </div>
      <UndoToast />
      <AddDialogs />
      <ShortcutsSheet open={sheet} onClose={() => setSheet(false)} />
    </div>
  );
}
