// A standing or a flag as icon and word, never colour alone.
import {
  BadgeCheck,
  CalendarClock,
  CalendarX,
  CircleCheck,
  CircleSlash,
  CircleX,
  Eye,
  FileDiff,
  FileText,
  Hourglass,
  PauseCircle,
  PenLine,
  TriangleAlert,
  UserX,
  type LucideIcon,
} from 'lucide-react';
import type { Flag, Standing } from '../../domain/report.ts';
import { flagWording, standingWording } from '../../domain/wording.ts';
import { t } from '../messages/message.ts';
import { cx } from './class-names.ts';
import styles from './standing-badge.module.css';

const STANDING_ICONS: Readonly<Record<Standing, LucideIcon>> = {
  proven: BadgeCheck,
  confirmed: CircleCheck,
  seen: Eye,
  document: FileText,
  'self-declared': PenLine,
};

const FLAG_LOOKS: Readonly<
  Record<Flag, { icon: LucideIcon; tone: 'danger' | 'warning' | 'notice' }>
> = {
  invalid: { icon: CircleX, tone: 'danger' },
  expired: { icon: CalendarX, tone: 'warning' },
  'not-yet-valid': { icon: Hourglass, tone: 'notice' },
  revoked: { icon: CircleSlash, tone: 'danger' },
  suspended: { icon: PauseCircle, tone: 'warning' },
  'issued-to-somebody-else': { icon: UserX, tone: 'warning' },
  'changed-since-import': { icon: FileDiff, tone: 'danger' },
  'looks-like-another-issuer': { icon: TriangleAlert, tone: 'warning' },
  'clock-doubtful': { icon: TriangleAlert, tone: 'notice' },
};

/** The icon of a standing. */
export function standingIcon(standing: Standing): LucideIcon {
  return STANDING_ICONS[standing];
}

/** The standing as a small label. */
export function StandingBadge({ standing }: { readonly standing: Standing }) {
  const Icon = STANDING_ICONS[standing];
  return (
    <span className={cx(styles.badge, styles[standing])}>
      <Icon aria-hidden size={14} />
      {standingWording(standing).word}
    </span>
  );
}

/** A flag as a small label beside the standing. */
export function FlagBadge({ flag }: { readonly flag: Flag }) {
  const { icon: Icon, tone } = FLAG_LOOKS[flag];
  return (
    <span className={cx(styles.flag, styles[tone])}>
      <Icon aria-hidden size={14} />
      {flagWording(flag)}
    </span>
  );
}

/** The label of a credential that ends within sixty days. */
export function EndsSoonBadge({ days }: { readonly days: number }) {
  return (
    <span className={cx(styles.flag, styles.warning)}>
      <CalendarClock aria-hidden size={14} />
      {days === 0 ? t('dates.endsToday') : t('dates.endsIn', { count: days })}
    </span>
  );
}
