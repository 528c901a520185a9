// The inbox: what came in on the left, the report on one of it in the middle, its original beside it.
// The whole of it works by keyboard; keys act only while the focus is inside.
import { CheckCheck, Inbox } from 'lucide-react';
import { useEffect, useEffectEvent, useState, type KeyboardEvent } from 'react';
import type { CredentialId } from '../../domain/id.ts';
import { useAppState } from '../app-context.tsx';
import { AddMenu } from '../add/add-menu.tsx';
import { Button } from '../controls/button.tsx';
import { EmptyState } from '../controls/empty-state.tsx';
import { useCredential } from '../detail/use-credential.ts';
import { MergeDialog } from '../family/merge-dialog.tsx';
import { moveOfKey } from '../library/grid-keys.ts';
import { moveTo, selectAll, toggle } from '../library/grid-selection.ts';
import { TagDialog } from '../library/tag-dialog.tsx';
import { t } from '../messages/message.ts';
import { OriginalPanel } from '../original-viewer/original-panel.tsx';
import { CredentialReport } from './credential-report.tsx';
import { FileReport } from './file-report.tsx';
import { InboxList } from './inbox-list.tsx';
import { actOfKey, takesLetters, type InboxKey } from './inbox-keys.ts';
import { credentialsAmong, finishedAmong, type CredentialItem } from './inbox-items.ts';
import styles from './inbox-screen.module.css';
import { SeveralReport } from './several-report.tsx';
import { useInbox } from './use-inbox.ts';
import { useSuggestions } from './use-suggestions.ts';
import { useTriage } from './use-triage.ts';

const PAGE_ROWS = 8;

/** The inbox screen. */
export function InboxScreen() {
  const { waiting, work } = useAppState();
  const view = useInbox();
  const triage = useTriage(view);
  const { items, keys, active, targets, selection, select, focusList } = view;
  const single = targets.length > 1 ? undefined : active;
  const activeId = single?.kind === 'credential' ? single.summary.id : undefined;
  const suggestions = useSuggestions(activeId);
  const [editing, setEditing] = useState<CredentialId>();
  const [tagging, setTagging] = useState(false);
  const [merging, setMerging] = useState(false);
  const [boxes, setBoxes] = useState(true);

  // Coming here, the list takes the focus, unless something else has it.
  const takeFocus = useEffectEvent(() => {
    if (document.activeElement?.matches('body, main')) focusList();
  });
  useEffect(() => takeFocus(), []);

  const ids = credentialsAmong(targets);
  const closeEditing = () => {
    setEditing(undefined);
    focusList();
  };
  const merge = () => {
    const [best] = suggestions;
    if (ids.length > 1) void triage.merge(targets, []);
    else if (best && activeId !== undefined) void triage.merge(targets, [best.summary.id]);
    else if (activeId !== undefined) setMerging(true);
  };
  const run = (act: InboxKey) => {
    const at = selection.active === undefined ? -1 : keys.indexOf(selection.active);
    switch (act) {
      case 'accept':
        void triage.accept(targets);
        break;
      case 'accept-batch': {
        const batch = view.batches.find(({ items: held }) => active && held.includes(active));
        void triage.accept((batch?.items ?? []).filter(({ kind }) => kind === 'credential'));
        break;
      }
      case 'edit':
        setEditing(activeId);
        break;
      case 'merge':
        merge();
        break;
      case 'tag':
        setTagging(ids.length > 0);
        break;
      case 'decline':
        void triage.decline(targets);
        break;
      case 'put-away':
        void triage.putAway(targets);
        break;
      case 'boxes':
        setBoxes((before) => !before);
        break;
      case 'next':
      case 'previous':
        select((before) => moveTo(before, keys, at + (act === 'next' ? 1 : -1), 'replace'));
        focusList();
        break;
      case 'toggle':
        select((before) => (before.active ? toggle(before, before.active) : before));
        break;
      case 'all':
        select((before) => selectAll(before, keys));
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || !(event.target instanceof Element)) return;
    if (!event.currentTarget.contains(event.target) || takesLetters(event.target)) return;
    const onRow = event.target.matches('[role="row"]');
    const at = selection.active === undefined ? -1 : keys.indexOf(selection.active);
    const move = onRow ? moveOfKey(event, at, keys.length, PAGE_ROWS) : undefined;
    const act = move ? undefined : actOfKey(event, onRow);
    if (move) {
      select((before) => moveTo(before, keys, move.index, move.mode));
      focusList();
    } else if (act) run(act);
    else return;
    event.preventDefault();
  };

  if (items.length === 0) {
    return (
      <section className={styles.screen} aria-label={t('inbox.title')}>
        {work ? (
          <h1 className="visually-hidden">{t('inbox.title')}</h1>
        ) : (
          <EmptyState icon={Inbox} title={t('inbox.emptyTitle')} level={1} action={<AddMenu />}>
            {t('inbox.emptyText')}
          </EmptyState>
        )}
      </section>
    );
  }
  const finished = finishedAmong(items).length;
  return (
    // The keys act on what the focus is inside; every one has a button as well.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section className={styles.screen} aria-labelledby="inbox-title" onKeyDown={onKeyDown}>
      <header className={styles.header}>
        <h1 id="inbox-title" className={styles.heading}>
          {t('inbox.title')}
        </h1>
        <p className={styles.total}>
          {waiting.length > 0
            ? t('inbox.waiting', { count: waiting.length })
            : t('inbox.nothingWaits')}
        </p>
        {finished > 0 ? (
          <Button onPress={() => void triage.putAway(items)}>
            {t('inbox.putAwayFinished', { count: finished })}
          </Button>
        ) : null}
        {waiting.length > 0 ? (
          <Button
            icon={CheckCheck}
            onPress={() => void triage.accept(items.filter(({ kind }) => kind === 'credential'))}
          >
            {t('inbox.acceptAll', { count: waiting.length })}
          </Button>
        ) : null}
        <AddMenu />
      </header>
      <div className={styles.columns}>
        <div className={styles.left}>
          <InboxList
            view={view}
            onAccept={(held) => void triage.accept(held)}
            onPutAway={(held) => void triage.putAway(held)}
          />
        </div>
        {targets.length > 1 ? (
          <div className={styles.middle}>
            <SeveralReport
              items={targets}
              onAccept={() => run('accept')}
              onMerge={merge}
              onTag={() => run('tag')}
              onDecline={() => run('decline')}
              onPutAway={() => run('put-away')}
            />
          </div>
        ) : active?.kind === 'credential' ? (
          <Reported
            key={active.key}
            item={active}
            boxes={{ shown: boxes, onChange: setBoxes }}
            suggestions={suggestions}
            editing={editing === active.summary.id}
            onEdit={(on) => (on ? setEditing(active.summary.id) : closeEditing())}
            onAccept={() => run('accept')}
            onMerge={merge}
            onTag={() => run('tag')}
            onDecline={() => run('decline')}
          />
        ) : active ? (
          <div className={styles.middle}>
            <FileReport
              key={active.key}
              entry={active.entry}
              onPutAway={() => void triage.putAway([active])}
            />
          </div>
        ) : null}
      </div>
      {tagging ? (
        <TagDialog
          ids={ids}
          onClose={() => {
            setTagging(false);
            focusList();
          }}
        />
      ) : null}
      {merging && activeId !== undefined ? (
        <MergeDialog
          id={activeId}
          suggestions={suggestions}
          onChoose={(other) => {
            setMerging(false);
            void triage.merge(targets, [other]);
          }}
          onClose={() => {
            setMerging(false);
            focusList();
          }}
        />
      ) : null}
    </section>
  );
}

type ReportedProps = Omit<Parameters<typeof CredentialReport>[0], 'record'> & {
  readonly item: CredentialItem;
  readonly boxes: { readonly shown: boolean; readonly onChange: (shown: boolean) => void };
};

/** Report and original of one waiting credential, once its record is there. */
function Reported({ boxes, ...props }: ReportedProps) {
  const loaded = useCredential(props.item.summary.id);
  if (loaded.kind !== 'ready') return <div className={styles.middle} />;
  return (
    <>
      <div className={styles.middle}>
        <CredentialReport {...props} record={loaded.record} />
      </div>
      <section className={styles.right} aria-label={t('detail.original')}>
        <OriginalPanel record={loaded.record} boxes={boxes} />
      </section>
    </>
  );
}
