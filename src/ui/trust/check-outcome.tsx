// How an outcome of a check looks: an icon of its own shape, and its word. Never colour alone.
import { Check, CircleDashed, CircleMinus, X, type LucideIcon } from 'lucide-react';
import type { CheckOutcome } from '../../domain/report.ts';
import { outcomeWording } from '../../domain/wording.ts';
import { cx } from '../controls/class-names.ts';
import type { PlainKey } from '../messages/en.ts';
import styles from '../detail/checks-panel.module.css';

type Look = {
  readonly icon: LucideIcon;
  readonly look: string | undefined;
  readonly group: PlainKey;
};

const LOOKS: Readonly<Record<CheckOutcome, Look>> = {
  failed: { icon: X, look: styles.failed, group: 'checks.failed' },
  passed: { icon: Check, look: styles.passed, group: 'checks.passed' },
  'not-checked': { icon: CircleDashed, look: styles.notChecked, group: 'checks.notChecked' },
  'not-applicable': {
    icon: CircleMinus,
    look: styles.notApplicable,
    group: 'checks.notApplicable',
  },
};

/** The heading of the group of checks that ended so. */
export function groupKeyOf(outcome: CheckOutcome): PlainKey {
  return LOOKS[outcome].group;
}

/** The icon in its disc; the word stands beside it. */
export function OutcomeIcon({ outcome }: { readonly outcome: CheckOutcome }) {
  const { icon: Icon, look } = LOOKS[outcome];
  return (
    <span className={cx(styles.icon, look)}>
      <Icon aria-hidden size={14} strokeWidth={2.5} />
    </span>
  );
}

/** The word of an outcome. */
export function OutcomeWord({ outcome }: { readonly outcome: CheckOutcome }) {
  return <span className={cx(styles.outcome, LOOKS[outcome].look)}>{outcomeWording(outcome)}</span>;
}
