// What can be done with what came in. After each act the next line is selected and its count is told.
import type { CredentialId } from '../../domain/id.ts';
import { useApp } from '../app-context.tsx';
import { useDesk } from '../app-shell/desk.tsx';
import { neighbourOf } from '../library/grid-selection.ts';
import { t } from '../messages/message.ts';
import { credentialsAmong, finishedAmong, type InboxItem } from './inbox-items.ts';
import type { InboxView } from './use-inbox.ts';

export type Triage = {
  /** Accepts credentials, and puts finished reports away. */
  readonly accept: (items: readonly InboxItem[]) => Promise<void>;
  /** Declines credentials, and puts finished reports away. */
  readonly decline: (items: readonly InboxItem[]) => Promise<void>;
  /** Puts finished reports away; credentials that wait are left alone. */
  readonly putAway: (items: readonly InboxItem[]) => Promise<void>;
  /** Makes one family of a waiting credential and others, and accepts what of them waits. */
  readonly merge: (items: readonly InboxItem[], others: readonly CredentialId[]) => Promise<void>;
};

/** The acts on the inbox. */
export function useTriage(view: InboxView): Triage {
  const app = useApp();
  const { perform, announce } = useDesk();

  const leave = (items: readonly InboxItem[], said: string) => {
    const next = neighbourOf(view.keys, new Set(items.map(({ key }) => key)));
    view.select(() =>
      next === undefined
        ? { selected: new Set() }
        : { selected: new Set([next]), active: next, anchor: next },
    );
    view.focusList();
    const { waiting } = app.state.get();
    announce(`${said} ${t('inbox.leftToDo', { count: waiting.length })}`);
  };

  const putAway = async (items: readonly InboxItem[]) => {
    const finished = finishedAmong(items);
    if (finished.length === 0 || !(await perform(app.dismiss(finished)))) return;
    leave(
      items.filter(({ kind }) => kind === 'file'),
      t('triage.putAwayDone', { count: finished.length }),
    );
  };

  const decide = async (items: readonly InboxItem[], act: 'accept' | 'decline') => {
    const ids = credentialsAmong(items);
    if (ids.length === 0) return putAway(items);
    if (!(await perform(act === 'accept' ? app.accept(ids) : app.decline(ids)))) return;
    const finished = finishedAmong(items);
    if (finished.length > 0 && !(await perform(app.dismiss(finished)))) return;
    const said =
      act === 'accept'
        ? t('triage.accepted', { count: ids.length })
        : t('triage.declined', { count: ids.length });
    leave(items, said);
  };

  return {
    accept: (items) => decide(items, 'accept'),
    decline: (items) => decide(items, 'decline'),
    putAway,
    merge: async (items, others) => {
      const ids = credentialsAmong(items);
      const family = [...ids, ...others];
      if (family.length < 2 || !(await perform(app.joinFamily(family)))) return;
      leave(items, t('triage.merged'));
    },
  };
}
