// One line of the inbox: a waiting credential, or a file of which nothing waits.
import {
  BadgeCheck,
  CopyCheck,
  FileText,
  FileX2,
  Hourglass,
  MinusCircle,
  Table2,
  UserX,
  type LucideIcon,
} from 'lucide-react';
import { memo, type MouseEvent } from 'react';
import type { InboxState } from '../../domain/inbox.ts';
import { flagWording, standingWording } from '../../domain/wording.ts';
import { cx } from '../controls/class-names.ts';
import { standingIcon } from '../controls/standing-badge.tsx';
import { UntrustedText } from '../controls/untrusted-text.tsx';
import { formatDate } from '../dates.ts';
import { fileOutcomeWording } from '../format-wording.ts';
import { Thumbnail } from '../library/thumbnail.tsx';
import { t } from '../messages/message.ts';
import styles from './inbox-list.module.css';
import { isContainer, type CredentialItem, type FileItem, type InboxItem } from './inbox-items.ts';

const STATE_ICONS: Readonly<Record<InboxState, LucideIcon>> = {
  staged: Hourglass,
  read: BadgeCheck,
  kept: FileText,
  refused: FileX2,
  duplicate: CopyCheck,
  cancelled: MinusCircle,
  'needs-columns': Table2,
};

type Props = {
  readonly item: InboxItem;
  /** Position among all lines, from 0. */
  readonly line: number;
  readonly top: number;
  readonly selected: boolean;
  /** True for the row that holds the focus and is reported on. */
  readonly active: boolean;
  readonly locale: string;
  readonly onAct: (key: string, act: 'select' | 'toggle' | 'extend') => void;
};

/** The row at `top` pixels. */
export const InboxRow = memo(function InboxRow(props: Props) {
  const { item, line, top, selected, active, locale, onAct } = props;
  const click = (event: MouseEvent) => {
    if (event.shiftKey) onAct(item.key, 'extend');
    else onAct(item.key, event.ctrlKey || event.metaKey ? 'toggle' : 'select');
  };
  return (
    // The screen above handles every key for its rows.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      role="row"
      aria-rowindex={line + 1}
      aria-selected={selected}
      tabIndex={active ? 0 : -1}
      data-key={item.key}
      className={cx(styles.line, styles.item, selected && styles.selected)}
      style={{ transform: `translateY(${top}px)` }}
      onClick={click}
    >
      <span role="gridcell" className={styles.cell}>
        {item.kind === 'credential' ? (
          <CredentialWords item={item} locale={locale} />
        ) : (
          <FileWords item={item} />
        )}
      </span>
    </div>
  );
});

function CredentialWords({
  item: { summary },
  locale,
}: {
  readonly item: CredentialItem;
  readonly locale: string;
}) {
  const Standing = standingIcon(summary.standing);
  const [flag] = summary.flags;
  return (
    <>
      <Thumbnail id={summary.id} mediaType={summary.mediaType} size="row" />
      <span className={styles.words}>
        <span className={styles.title}>
          {summary.title === '' ? (
            t('credential.untitled')
          ) : (
            <UntrustedText text={summary.title} max={200} quiet />
          )}
        </span>
        <span className={cx(styles.sub, styles.about)}>
          <span className={styles.issuer}>
            <UntrustedText
              text={summary.issuerName === '' ? summary.fileName : summary.issuerName}
              max={120}
              quiet
            />
          </span>
          {summary.issuedOn ? (
            <span className={styles.issued}>{` · ${formatDate(summary.issuedOn, locale)}`}</span>
          ) : null}
        </span>
      </span>
      <span className={styles.marks}>
        {summary.recipientMatch === 'somebody-else' ? (
          <Mark icon={UserX} words={t('match.somebodyElse')} tone="warning" />
        ) : flag ? (
          <span className={styles.flag}>{flagWording(flag)}</span>
        ) : null}
        <Mark
          icon={Standing}
          words={standingWording(summary.standing).word}
          tone={summary.standing}
        />
      </span>
    </>
  );
}

function FileWords({ item: { entry } }: { readonly item: FileItem }) {
  const Icon = STATE_ICONS[entry.state];
  return (
    <>
      <span className={cx(styles.fileIcon, styles[entry.state])}>
        <Icon aria-hidden size={20} strokeWidth={1.75} />
      </span>
      <span className={styles.words}>
        <span className={styles.fileName}>
          <UntrustedText text={entry.name} max={160} quiet />
        </span>
        <span className={cx(styles.sub, styles[entry.state])}>
          {isContainer(entry)
            ? t('outcome.opened')
            : entry.state === 'read'
              ? t('outcome.decided')
              : fileOutcomeWording(entry.state)}
        </span>
      </span>
    </>
  );
}

type MarkProps = {
  readonly icon: LucideIcon;
  readonly words: string;
  readonly tone: 'warning' | CredentialItem['summary']['standing'];
};

function Mark({ icon: Icon, words, tone }: MarkProps) {
  return (
    <span className={cx(styles.mark, styles[tone])} title={words}>
      <Icon aria-hidden size={16} />
      <span className="visually-hidden">{words}</span>
    </span>
  );
}
