// What stands where a list has nothing: one sentence that teaches and one action.
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './empty-state.module.css';

type Props = {
  readonly icon: LucideIcon;
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
  /** `1` where it is the whole page. */
  readonly level?: 1 | 2;
};

/** A calm empty state. */
export function EmptyState({ icon: Icon, title, children, action, level = 2 }: Props) {
  const Heading = level === 1 ? 'h1' : 'h2';
  return (
    <div className={styles.empty}>
      <Icon className={styles.icon} aria-hidden size={32} strokeWidth={1.5} />
      <Heading className={styles.title}>{title}</Heading>
      {children ? <p className={styles.text}>{children}</p> : null}
      {action ? <div className={styles.action}>{action}</div> : null}
    </div>
  );
}
