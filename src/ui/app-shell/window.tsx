// The whole window: which phase the app is in, the shell around the screens, and what may float over it.
import { useEffect, useEffectEvent } from 'react';
import { useAppState } from '../app-context.tsx';
import { FirstRun } from '../first-run/first-run.tsx';
import { t } from '../messages/message.ts';
import { AppShell } from './app-shell.tsx';
import { useDelayed } from './delayed.ts';
import { useDesk } from './desk.tsx';
import { DropOverlay } from './drop-overlay.tsx';
import { FailureScreen } from './failure-screen.tsx';
import styles from './window.module.css';

/** The root component. */
export function Window() {
  const { phase, library } = useAppState();
  const { screen, go } = useDesk();
  const libraryId = library?.id;
  // What another library's screen shows is not in this one; the inbox may be filling already.
  const start = useEffectEvent(() => {
    if (screen.kind !== 'inbox') go({ kind: 'library' });
  });
  useEffect(() => start(), [libraryId]);
  switch (phase.kind) {
    case 'starting':
      return <Starting />;
    case 'first-run':
      return (
        <>
          <FirstRun />
          <DropOverlay />
        </>
      );
    case 'failed':
      return <FailureScreen problem={phase.problem} />;
    case 'ready':
      return (
        <>
          <AppShell key={libraryId} />
          <DropOverlay />
        </>
      );
  }
}

/** Nothing for the first 300 ms, then a sentence. */
function Starting() {
  const late = useDelayed(true);
  return (
    <main className={styles.starting}>
      {late ? <p role="status">{t('start.opening')}</p> : null}
    </main>
  );
}
