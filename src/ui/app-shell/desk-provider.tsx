// Holds the state of the desk and the acts that every screen may ask for.
import { useCallback, useMemo, useRef, useState, type ReactNode } from 'react';
import type { ImportReport, ImportVia, IncomingFile } from '../../app/laurel-app.ts';
import { problem, type Problem } from '../../domain/problem.ts';
import type { Result } from '../../domain/result.ts';
import { useApp } from '../app-context.tsx';
import { filesOfFolder, incomingFileOf, MOST_FILES } from '../intake.ts';
import { t } from '../messages/message.ts';
import { DeskContext, type Adding, type Desk, type Screen } from './desk.tsx';
import { LinkConfirmation } from './link-confirmation.tsx';
import { LiveRegion } from './live-region.tsx';
import { ProblemNotice } from './problem-notice.tsx';
import { SampleChoice } from './sample-choice.tsx';

/** Something that is to come in, and how many things it is. */
type Arrival = { readonly count: number; readonly start: () => Promise<Result<ImportReport>> };

function isNet(problems: readonly Problem[]): boolean {
  return problems.some(({ code }) => code.startsWith('net/'));
}

/** Provides the desk and the dialogs that belong to it. */
export function DeskProvider({ children }: { readonly children: ReactNode }) {
  const app = useApp();
  const [screen, setScreen] = useState<Screen>({ kind: 'library' });
  const [adding, setAdding] = useState<Adding>();
  const [shown, setShown] = useState<Problem>();
  const [link, setLink] = useState<string>();
  const [said, setSaid] = useState('');
  const [waiting, setWaiting] = useState<Arrival>();
  const filePicker = useRef<HTMLInputElement>(null);
  const folderPicker = useRef<HTMLInputElement>(null);

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

  const takeIn = useCallback(
    async ({ start }: Arrival): Promise<boolean> => {
      if (app.state.get().phase.kind === 'first-run') {
        if (!(await perform(app.startOwn(t('library.defaultName'))))) return false;
      }
      // At once, so that files appear as they are read and nobody is moved when the last one is.
      setScreen({ kind: 'inbox' });
      const act = start();
      if (!(await perform(act))) return false;
      const result = await act;
      if (!result.ok) return false;
      const { files } = result.value;
      announce(t('inbox.arrived', { count: files.length }));
      // What a provider did not give has no line in the inbox, so it is said over it.
      const missing = files.find(
        ({ outcome, problems }) => outcome === 'refused' && isNet(problems),
      );
      if (missing) setShown(missing.problems[0]);
      return true;
    },
    [app, perform, announce],
  );

  const arrive = useCallback(
    async (arrival: Arrival): Promise<boolean> => {
      if (app.state.get().library?.kind !== 'sample') return takeIn(arrival);
      setWaiting(arrival);
      return true;
    },
    [app, takeIn],
  );

  const bringIn = useCallback(
    (files: readonly IncomingFile[], via: ImportVia) => {
      if (files.length === 0) return;
      void arrive({ count: files.length, start: () => app.importFiles(files, via) });
    },
    [app, arrive],
  );

  const desk = useMemo<Desk>(
    () => ({
      screen,
      go: setScreen,
      bringIn,
      bringInText: (text) => {
        if (text.trim() !== '') void arrive({ count: 1, start: () => app.importText(text) });
      },
      fetchOffer: (offer, scope) =>
        arrive({ count: 1, start: () => app.fetchCredentials(offer, scope) }),
      fetchAccount: (offer, scope) =>
        arrive({ count: 1, start: () => app.fetchAccount(offer, scope) }),
      pickFiles: () => filePicker.current?.click(),
      pickFolder: () => folderPicker.current?.click(),
      adding,
      add: setAdding,
      perform,
      complain: setShown,
      askLink: setLink,
      announce,
    }),
    [app, screen, adding, bringIn, arrive, perform, announce],
  );

  return (
    <DeskContext value={desk}>
      {children}
      <input
        ref={filePicker}
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
      <input
        ref={(input) => {
          folderPicker.current = input;
          // An attribute that React's types do not know.
          input?.setAttribute('webkitdirectory', '');
        }}
        type="file"
        hidden
        aria-hidden
        tabIndex={-1}
        data-testid="folder-picker"
        onChange={(event) => {
          const { files, cut } = filesOfFolder([...(event.target.files ?? [])]);
          event.target.value = '';
          if (cut) announce(t('add.tooMany', { limit: MOST_FILES }));
          bringIn(files, 'folder');
        }}
      />
      <ProblemNotice problem={shown} onDismiss={() => setShown(undefined)} />
      <LinkConfirmation url={link} onClose={() => setLink(undefined)} />
      <SampleChoice
        count={waiting?.count}
        onClose={() => setWaiting(undefined)}
        onOwn={async () => {
          const held = waiting;
          setWaiting(undefined);
          if (held && (await perform(app.leaveSamples()))) await takeIn(held);
        }}
      />
      <LiveRegion text={said} />
    </DeskContext>
  );
}
