// The report on a file of which nothing waits: why not, what was found all the same, and what to do.
import { X } from 'lucide-react';
import type { InboxEntry, InboxState } from '../../domain/inbox.ts';
import { useAppState } from '../app-context.tsx';
import { useDesk } from '../app-shell/desk.tsx';
import { ColumnMapping } from '../columns/column-mapping.tsx';
import { LinkButton } from '../controls/button.tsx';
import { UntrustedText } from '../controls/untrusted-text.tsx';
import { Part } from '../detail/part.tsx';
import type { PlainKey } from '../messages/en.ts';
import { t } from '../messages/message.ts';
import { ActButton } from './act-button.tsx';
import { isContainer } from './inbox-items.ts';
import { AskIssuerPart, FoundPart, KeptPart, ProblemsPart } from './report-parts.tsx';
import styles from './report.module.css';

const SENTENCES: Readonly<Record<InboxState, PlainKey>> = {
  staged: 'report.stateStaged',
  read: 'report.stateRead',
  kept: 'report.stateKept',
  refused: 'report.stateRefused',
  duplicate: 'report.stateDuplicate',
  cancelled: 'report.stateCancelled',
  'needs-columns': 'report.stateColumns',
};

type Props = { readonly entry: InboxEntry; readonly onPutAway: () => void };

/** The report. A table whose columns are not known yet is matched here. */
export function FileReport({ entry, onPutAway }: Props) {
  const { state, name, problems, findings, bytes, from } = entry;
  const finished = state !== 'needs-columns' && state !== 'staged';
  const kept = state !== 'refused' && state !== 'cancelled';
  return (
    <section className={styles.report} aria-label={t('report.label', { name })}>
      {finished ? (
        <div className={styles.acts} role="toolbar" aria-label={t('triage.label')}>
          <ActButton icon={X} words={t('triage.putAway')} shortcut="X" onPress={onPutAway} />
        </div>
      ) : null}
      {/* A scrolling region must be reachable by keyboard. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={styles.body} tabIndex={0} role="group" aria-label={name}>
        <header>
          <h2 className={styles.title}>
            <UntrustedText text={name} max={200} />
          </h2>
          <p className={styles.state}>
            {t(isContainer(entry) ? 'report.stateOpened' : SENTENCES[state])}
          </p>
        </header>
        {state === 'needs-columns' && entry.table ? (
          <ColumnMapping key={entry.id} entry={entry.id} table={entry.table} />
        ) : (
          <ProblemsPart problems={problems} />
        )}
        <SameFile entry={entry} />
        {state === 'needs-columns' && findings.length === 0 ? null : (
          <FoundPart findings={findings} />
        )}
        <KeptPart fileName={name} bytes={bytes} from={from} kept={kept} />
        <AskIssuerPart problems={problems} fileName={name} />
      </div>
    </section>
  );
}

/** The credentials that the library has from this file or the same one before. */
function SameFile({ entry }: { readonly entry: InboxEntry }) {
  const { credentials, waiting, binned } = useAppState();
  const { go } = useDesk();
  if (entry.credentials.length === 0) return null;
  const wanted = new Set(entry.credentials);
  const found = [...credentials, ...waiting, ...binned].filter(({ id }) => wanted.has(id));
  if (found.length === 0) return null;
  return (
    <Part level={3} title={t('report.sameFile')}>
      <ul className={styles.links}>
        {found.map(({ id, title }) => (
          <li key={id}>
            <LinkButton onPress={() => go({ kind: 'credential', id, from: 'inbox' })}>
              <UntrustedText text={title === '' ? t('credential.untitled') : title} max={160} />
            </LinkButton>
          </li>
        ))}
      </ul>
    </Part>
  );
}
