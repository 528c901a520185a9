// Holds the state of the desk and the acts that every screen may ask for.
import { useCallback, useMemo, useRef, useState, type ReactNode } from 'react';
import type { ImportReport, ImportVia, IncomingFile } from '../../app/laurel-app.ts';
import { problem, type Problem } from '../../domain/problem.ts';
import type { Result } from '../../domain/result.ts';
import { useApp } from '../app-context.tsx';
import { incomingFileOf } from '../intake.ts';
import { t } from '../messages/message.ts';
import { DeskContext, type Desk, type Screen } from './desk.tsx';
import { LinkConfirmation } from './link-confirmation.tsx';
import { LiveRegion } from './live-region.tsx';
import { ProblemNotice } from './problem-notice.tsx';
import { SampleChoice } from './sample-choice.tsx';

type Waiting = { readonly files: readonly IncomingFile[]; readonly via: ImportVia };

/** Provides the desk and the dialogs that belong to it. */
export function DeskProvider({ children }: { readonly children: ReactNode }) {
  const app = useApp();
  const [screen, setScreen] = useState<Screen>({ kind: 'library' });
  const [report, setReport] = useState<ImportReport>();
  const [shown, setShown] = useState<Problem>();
  const [link, setLink] = useState<string>();
  const [said, setSaid] = useState('');
  const [waiting, setWaiting] = useState<Waiting>();
  const picker = useRef<HTMLInputElement>(null);

  const announce = useCallback((text: string) => setSaid(text), []);

  const perform = useCallback(async (act: Promise<Result<unknown>>): Promise<boolean> => {
    let result: Result<unknown>;
    try {
      result = await act;
    } catch (cause) {
      result = { ok: false, problem: problem('host/internal', { cause }) };
    }
    setShown(result.ok ? undefined : result.problem);
    return result.ok;
  }, []);

  const importNow = useCallback(
    async ({ files, via }: Waiting): Promise<void> => {
      if (app.state.get().phase.kind === 'first-run') {
        if (!(await perform(app.startOwn(t('library.defaultName'))))) return;
      }
      const act = app.importFiles(files, via);
      if (!(await perform(act))) return;
      const result = await act;
      if (!result.ok) return;
      setReport(result.value);
      setScreen({ kind: 'import' });
      announce(t('import.announce', { count: result.value.files.length }));
    },
    [app, perform, announce],
  );

  const bringIn = useCallback(
    (files: readonly IncomingFile[], via: ImportVia) => {
      if (files.length === 0) return;
      if (app.state.get().library?.kind === 'sample') setWaiting({ files, via });
      else void importNow({ files, via });
    },
    [app, importNow],
  );

  const pickFiles = useCallback(() => picker.current?.click(), []);

  const desk = useMemo<Desk>(
    () => ({
      screen,
      go: setScreen,
      report,
      bringIn,
      pickFiles,
      perform,
      complain: setShown,
      askLink: setLink,
      announce,
    }),
    [screen, report, bringIn, pickFiles, perform, announce],
  );

  return (
    <DeskContext value={desk}>
      {children}
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        aria-hidden
        tabIndex={-1}
        data-testid="file-picker"
        onChange={(event) => {
          const files = [...(event.target.files ?? [])].map((file) => incomingFileOf(file));
          event.target.value = '';
          bringIn(files, 'picker');
        }}
      />
      <ProblemNotice problem={shown} onDismiss={() => setShown(undefined)} />
      <LinkConfirmation url={link} onClose={() => setLink(undefined)} />
      <SampleChoice
        count={waiting?.files.length}
        onClose={() => setWaiting(undefined)}
        onOwn={async () => {
          const held = waiting;
          setWaiting(undefined);
          if (held && (await perform(app.leaveSamples()))) await importNow(held);
        }}
      />
      <LiveRegion text={said} />
    </DeskContext>
  );
}
