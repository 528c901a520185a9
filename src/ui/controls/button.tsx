// Buttons: react-aria's behaviour, our looks. Icon-only buttons always carry a name and a tooltip.
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  Button as AriaButton,
  Tooltip,
  TooltipTrigger,
  type ButtonProps,
} from 'react-aria-components';
import styles from './button.module.css';
import { cx } from './class-names.ts';

type Kind = 'primary' | 'plain' | 'quiet' | 'danger';

type Props = Omit<ButtonProps, 'className' | 'children' | 'style'> & {
  readonly kind?: Kind;
  readonly icon?: LucideIcon;
  readonly large?: boolean;
  readonly children: ReactNode;
};

/** A button with words, and an icon where it helps to find it. */
export function Button({ kind = 'plain', icon: Icon, large = false, children, ...rest }: Props) {
  return (
    <AriaButton {...rest} className={cx(styles.button, styles[kind], large && styles.large)}>
      {Icon ? <Icon className={styles.icon} aria-hidden size={large ? 18 : 16} /> : null}
      <span className={styles.words}>{children}</span>
    </AriaButton>
  );
}

type IconButtonProps = Omit<ButtonProps, 'className' | 'children' | 'style' | 'aria-label'> & {
  readonly icon: LucideIcon;
  /** Its name for everybody: the tooltip and the accessible name. */
  readonly label: string;
  readonly small?: boolean;
};

/** A button with only an icon. */
export function IconButton({ icon: Icon, label, small = false, ...rest }: IconButtonProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      <AriaButton
        {...rest}
        aria-label={label}
        className={cx(styles.iconButton, small && styles.small)}
      >
        <Icon aria-hidden size={small ? 14 : 16} />
      </AriaButton>
      <Tooltip className={cx(styles.tooltip)} offset={6}>
        {label}
      </Tooltip>
    </TooltipTrigger>
  );
}

type LinkButtonProps = Omit<ButtonProps, 'className' | 'children' | 'style'> & {
  readonly children: ReactNode;
};

/** A button that reads as part of a text. */
export function LinkButton({ children, ...rest }: LinkButtonProps) {
  return (
    <AriaButton {...rest} className={cx(styles.link)}>
      {children}
    </AriaButton>
  );
}
