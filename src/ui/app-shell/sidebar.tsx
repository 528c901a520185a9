// Where one can go, and where the changes are. Only what exists is listed.
import {
  FileStack,
  Inbox,
  Keyboard,
  LibraryBig,
  Settings,
  Trash2,
  type LucideIcon,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { Button as AriaButton, Tooltip, TooltipTrigger } from 'react-aria-components';
import { useAppState } from '../app-context.tsx';
import { cx } from '../controls/class-names.ts';
import { waitingCount } from '../inbox/inbox-items.ts';
import { t } from '../messages/message.ts';
import { useDesk, type Screen } from './desk.tsx';
import { LaurelMark } from './laurel-mark.tsx';
import { SaveStatus } from './save-status.tsx';
import styles from './sidebar.module.css';

type Props = {
  /** Undefined where there is only room for icons. */
  readonly width: number | undefined;
  readonly selectedCount: number;
  readonly onSheet: () => void;
  readonly onPortfolio: () => void;
  /** The line that resizes the sidebar. */
  readonly children: ReactNode;
};

/** The sidebar. */
export function Sidebar({ width, selectedCount, onSheet, onPortfolio, children }: Props) {
  const state = useAppState();
  const { library, credentials, binned, save } = state;
  const { screen, go } = useDesk();
  const narrow = width === undefined;
  const place: Screen['kind'] = screen.kind === 'credential' ? screen.from : screen.kind;
  const common = { narrow };
  return (
    <header
      className={cx(styles.sidebar, narrow && styles.narrow)}
      {...(narrow ? {} : { style: { width: `${width}px` } })}
    >
      <div className={styles.brand}>
        <LaurelMark size={24} />
        {narrow ? null : (
          <span className={styles.names}>
            <span className={styles.product}>{t('app.name')}</span>
            <bdi className={styles.library}>{library?.name}</bdi>
          </span>
        )}
      </div>
      <nav aria-label={t('nav.label')} className={styles.nav}>
        <ul className={styles.entries}>
          <Entry
            {...common}
            icon={Inbox}
            label={t('nav.inbox')}
            count={waitingCount(state)}
            attention
            current={place === 'inbox'}
            onPress={() => go({ kind: 'inbox' })}
          />
          <Entry
            {...common}
            icon={LibraryBig}
            label={t('nav.library')}
            count={credentials.length}
            current={place === 'library'}
            onPress={() => go({ kind: 'library' })}
          />
          {selectedCount > 0 || place === 'portfolio' ? (
            <Entry
              {...common}
              icon={FileStack}
              label={t('nav.portfolio')}
              count={selectedCount}
              current={place === 'portfolio'}
              onPress={onPortfolio}
            />
          ) : null}
          <Entry
            {...common}
            icon={Trash2}
            label={t('nav.bin')}
            count={binned.length}
            current={place === 'bin'}
            onPress={() => go({ kind: 'bin' })}
          />
        </ul>
        <ul className={styles.entries}>
          <Entry
            {...common}
            icon={Settings}
            label={t('nav.settings')}
            current={place === 'settings'}
            onPress={() => go({ kind: 'settings' })}
          />
          <Entry {...common} icon={Keyboard} label={t('nav.shortcuts')} onPress={onSheet} />
        </ul>
      </nav>
      <div className={cx(styles.foot, narrow && save.kind !== 'not-saved' && styles.footNarrow)}>
        <SaveStatus />
      </div>
      {children}
    </header>
  );
}

type EntryProps = {
  readonly icon: LucideIcon;
  readonly label: string;
  readonly count?: number;
  readonly attention?: boolean;
  readonly current?: boolean;
  readonly narrow: boolean;
  readonly onPress: () => void;
};

function Entry({ icon: Icon, label, count = 0, attention, current, narrow, onPress }: EntryProps) {
  const button = (
    <AriaButton
      className={cx(styles.entry, current && styles.current)}
      onPress={onPress}
      {...(narrow ? { 'aria-label': label } : {})}
      {...(current ? { 'aria-current': 'page' as const } : {})}
    >
      <Icon aria-hidden size={18} strokeWidth={1.75} />
      {narrow ? null : <span className={styles.label}>{label}</span>}
      {count > 0 && !narrow ? (
        <span className={cx(styles.count, attention && styles.attention)}>
          {t('common.number', { number: count })}
        </span>
      ) : null}
    </AriaButton>
  );
  if (!narrow) return <li>{button}</li>;
  return (
    <li>
      <TooltipTrigger delay={300} closeDelay={0}>
        {button}
        <Tooltip className={cx(styles.tooltip)} placement="right" offset={8}>
          {label}
        </Tooltip>
      </TooltipTrigger>
    </li>
  );
}
